import type { Environment } from "../config/schema";
import type { Use } from "./uses";

/** For whom a policy is: the operator of a kind of environment, or someone who only looks. */
export type Variant = "dev" | "staging" | "prod" | "read-only";

/** What sets one variant apart from the others. */
export interface VariantRule {
  /** One sentence, for people. */
  summary: string;
  /** The role that is meant to carry the policy. */
  roleName: string;
  /** What its holder can't do. */
  without: readonly Use[];
  /** Whether every statement that writes asks for MFA. */
  mfa: boolean;
  /** Whether there are statements that write at all. */
  writes: boolean;
}

/** Every variant, in the order of the help. */
export const VARIANTS: Readonly<Record<Variant, VariantRule>> = {
  dev: {
    summary: "deploys, updates and deletes",
    roleName: "sec-provisioner-dev-role",
    without: [],
    mfa: false,
    writes: true,
  },
  staging: {
    summary: "deploys and updates, and can't delete a stack",
    roleName: "sec-provisioner-staging-role",
    without: ["delete", "leftover"],
    mfa: false,
    writes: true,
  },
  prod: {
    summary: "deploys, updates and deletes, with MFA only",
    roleName: "sec-provisioner-prod-role",
    without: [],
    mfa: true,
    writes: true,
  },
  "read-only": {
    summary: "previews, shows changes and checks drift, and writes nothing",
    roleName: "sec-provisioner-read-only-role",
    without: [],
    mfa: false,
    writes: false,
  },
};

/** The variant that an environment's operator has unless another is asked for: a test environment is run as dev. */
export function variantOf({ env }: Environment): Variant {
  return env === "test" ? "dev" : env;
}
