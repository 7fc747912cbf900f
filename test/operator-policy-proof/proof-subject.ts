import type { StackBlueprint } from "../../core/security/blueprint";
import type { PolicyDocument } from "../../core/security/policy-document";
import type { Template } from "../../core/template/cloudformation";
import type { LifeStep } from "./life-step";
import type { AccountSettings, OwnerClients } from "./operator-account";

/** What an operator deploys, and with which rights. */
export interface Operated {
  blueprint: StackBlueprint;
  template: Template;
  policies: readonly PolicyDocument[];
  /** All that is done with it, in the order of a stack's life. */
  life: LifeStep[];
  /** Where templates are uploaded to. */
  bucket: string;
}

/** Whose life is proven. */
export interface ProofSubject extends AccountSettings {
  /** Makes what is there before the operator comes. */
  prepare(owner: OwnerClients, url: string): Promise<Operated>;
}
