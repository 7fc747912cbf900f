import { pascalCase, policyName } from "../naming/stack-names";
import { AWS_LIMITS } from "./aws-limits";
import type { Grant, ManagedPolicyBlueprint } from "./blueprint";
import { type BlueprintContext } from "./blueprint-context";
import { byText } from "../text-order";
import { policyDocumentFindings } from "./limit-findings";
import { splitDocument } from "./split-document";

type TemplateGrant = Grant & { template: NonNullable<Grant["template"]> };

/** The stack's managed policies: one for each (service, level), or a few where one document is too large. */
export class ManagedPolicies {
  readonly #byKey = new Map<string, ManagedPolicyBlueprint[]>();

  constructor(private readonly context: BlueprintContext) {}

  /** Takes the grants in, and gives the logical ids of the policies to attach for them, sorted. */
  attach(grants: readonly Grant[], reason: ManagedPolicyBlueprint["reason"]): string[] {
    return grants
      .filter((grant): grant is TemplateGrant => grant.template !== undefined)
      .flatMap((grant) => this.#policiesFor(grant, reason).map((policy) => policy.logicalId))
      .sort(byText);
  }

  /** All of them, in the order of their logical ids. */
  all(): ManagedPolicyBlueprint[] {
    return [...this.#byKey.values()].flat().sort((a, b) => byText(a.logicalId, b.logicalId));
  }

  #policiesFor(grant: TemplateGrant, reason: ManagedPolicyBlueprint["reason"]): ManagedPolicyBlueprint[] {
    const known = this.#byKey.get(grant.name);
    if (known !== undefined) {
      // A role's policy stays even when the group no longer overflows: that is what a reader must know.
      if (reason === "role") for (const policy of known) policy.reason = "role";
      return known;
    }
    const policies = managedPoliciesOf(this.context, grant, reason);
    this.#byKey.set(grant.name, policies);
    return policies;
  }
}

function managedPoliciesOf(
  context: BlueprintContext,
  grant: TemplateGrant,
  reason: ManagedPolicyBlueprint["reason"],
): ManagedPolicyBlueprint[] {
  const { template } = grant;
  const parts = splitDocument(grant.document, AWS_LIMITS.managedPolicyCharacters);
  return parts.map((document, index) => {
    const part = index + 1;
    const name = policyName(context.config, template, part);
    for (const { message, hint } of policyDocumentFindings(name, document)) {
      context.problems.push({ file: grant.source, path: "statements", message, hint });
    }
    const words = [template.service, template.id, ...(part === 1 ? [] : ["part", String(part)])];
    return {
      logicalId: `Policy${words.map(pascalCase).join("")}`,
      name,
      description: context.catalogue.find(template.service, template.id)?.description ?? "",
      document,
      reason,
    };
  });
}
