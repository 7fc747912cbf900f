import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";

interface Options {
  environments: string[];
}

/** Nobody deletes the stack of production by mistake. */
export const protectedInProd = guardrail<Options>({
  name: "protected-in-prod",
  forbids: "Stacks in prod without termination protection or without Pulumi's protect.",
  why: "With the stack go the groups and roles of everybody who works in production.",
  remediation: "Set enableTerminationProtection: true and protect: true.",
  examples: { bad: "enableTerminationProtection: false", good: "enableTerminationProtection: true" },
  enforcement: "mandatory",
  options: {
    environments: {
      type: "array",
      items: { type: "string" },
      description: "environments whose stacks are protected",
      default: ["prod"],
    },
  },
  judge({ stack }, { environment }, { environments }) {
    if (stack === undefined) return notApplicable("there is no stack");
    if (environment !== undefined && !environments.includes(environment.env))
      return notApplicable(`${environment.env} need not be protected`);
    if (environment?.testSuffix !== undefined) return notApplicable("a test copy is deleted after its test");
    const lacking: [boolean, string, string][] = [
      [stack.terminationProtection, "termination protection", "set enableTerminationProtection: true"],
      [stack.protect, "Pulumi's protection", "set the resource option protect: true"],
    ];
    return verdictOf(
      lacking.flatMap(([given, what, instead]): Violation[] =>
        given ? [] : [{ principals: [], path: [], message: `the stack has no ${what}`, instead }],
      ),
    );
  },
});
