import type { JudgedEnvironment } from "../environment";
import { guardrail, inStatement, notApplicable, verdictOf, type Violation } from "../guardrail";
import { subjectPolicies } from "../judge-policies";
import type { JudgedStack } from "../subject";

/** A stack goes to the region and account that the config names. */
export const regionAndAccount = guardrail({
  name: "region-and-account",
  forbids:
    "Stacks whose provider is not bound to the config's region and account, and policies for other regions.",
  why: "With other credentials at hand, the same program would change another account.",
  remediation: "Give the stack a provider with region and allowedAccountIds of the config.",
  examples: {
    bad: 'new awsNative.cloudformation.Stack("s", {…})',
    good: 'new awsNative.Provider("p", { region: "us-west-1", allowedAccountIds: ["123456789012"] })',
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, context) {
    const { stack } = subject;
    const policies = subjectPolicies(subject, context)?.policies ?? [];
    if (stack === undefined && policies.length === 0) return notApplicable("there is no stack and no policy");
    const { environment } = context;
    if (environment === undefined) {
      const message = "no config says which region and account are meant";
      const instead = "set tierguard:client and tierguard:environment in the stack's config";
      return verdictOf([{ principals: [], path: [], message, instead }]);
    }
    return verdictOf([
      ...(stack === undefined ? [] : bindings(stack, environment)),
      ...policies.flatMap(({ policy, path, holders }) =>
        policy.document.statements.flatMap((statement): Violation[] => {
          const { resource, effect, index } = statement;
          if (effect !== "Allow" || resource === undefined) return [];
          const elsewhere = resource.patterns.find((pattern) => isElsewhere(pattern, environment));
          if (elsewhere === undefined) return [];
          return [
            {
              principals: holders,
              policy: policy.name,
              ...inStatement(statement),
              path: [...path, "Statement", index],
              message: `${elsewhere} lies in another region than ${environment.region}`,
              instead: `write ${environment.region} into the ARN`,
            },
          ];
        }),
      ),
    ]);
  },
});

function bindings({ region, accounts }: JudgedStack, environment: JudgedEnvironment): Violation[] {
  const { region: wantedRegion, accountId } = environment;
  const violation = (message: string, instead: string) => [{ principals: [], path: [], message, instead }];
  return [
    ...(region === wantedRegion
      ? []
      : violation(
          `the stack goes to ${region ?? "whatever region the credentials have"}, the config says ${wantedRegion}`,
          `give its provider region: ${wantedRegion}`,
        )),
    ...(accounts?.length === 1 && accounts[0] === accountId
      ? []
      : violation(
          `the stack goes to ${accounts?.join(", ") ?? "whatever account the credentials have"}, the config says ${accountId}`,
          `give its provider allowedAccountIds: ["${accountId}"]`,
        )),
  ];
}

/** Services of the whole world have no region in their ARNs; some are reached in one region from everywhere. */
function isElsewhere(pattern: string, { region }: JudgedEnvironment): boolean {
  const given = pattern.split(":")[3];
  return given !== undefined && /^[a-z]{2}(-[a-z]+)+-\d$/.test(given) && given !== region;
}
