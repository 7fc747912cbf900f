import { formatPath, type ConfigSource, type JsonObject, type Path, valueAt } from "../../config/source";
import { TEMPLATE_LIMITS } from "../../template/template-limits";
import { checkLimits, deliveredBytes } from "../../template/validation/check-limits";
import { TemplateContext } from "../../template/validation/template-context";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { nameOf } from "../template-principals";

/** What AWS would refuse is said before anything is written. */
export const quotasAndSize = guardrail({
  name: "quotas-and-size",
  forbids:
    "Templates, policies, names and tags that are over the quotas of CloudFormation, IAM and Parameter Store.",
  why: "AWS refuses them in the middle of a deployment, which then rolls back.",
  remediation: "Grant less, split the policy, or deliver the template by S3.",
  examples: { bad: "a managed policy of 6,500 characters", good: "two managed policies of 3,250 characters" },
  enforcement: "mandatory",
  options: {},
  judge({ template, stack }, { environment }) {
    if (template === undefined) return notApplicable("there is no template");
    const source = new PlainTemplate(template.raw);
    const context = new TemplateContext(source, {
      accountId: environment?.accountId ?? "",
      region: environment?.region ?? "",
      attachedPoliciesOfRole: environment?.quotas.managedPoliciesPerRole,
      trustPolicyCharacters: environment?.quotas.trustPolicyCharacters,
    });
    checkLimits(context);
    const bytes = deliveredBytes(context);
    const tooLarge: Violation[] =
      stack?.delivery === "inline" && bytes > TEMPLATE_LIMITS.inlineBytes
        ? [
            {
              principals: [],
              path: [],
              message: `the template has ${bytes} bytes, CloudFormation takes ${TEMPLATE_LIMITS.inlineBytes} inline`,
              instead: "upload it to S3 and give templateUrl",
            },
          ]
        : [];
    return verdictOf([
      ...tooLarge,
      ...context.problems.map(({ message, hint }, index) => {
        const path = source.places[index]!;
        const holder = template.resources.find(
          ({ logicalId }) => path[0] === "Resources" && path[1] === logicalId,
        );
        return {
          principals: holder === undefined ? [] : [nameOf(holder)],
          path,
          message,
          instead: hint ?? this.remediation,
        };
      }),
    ]);
  },
});

/** A template without a file: it notes the path of each problem, in their order. */
class PlainTemplate implements ConfigSource {
  readonly places: Path[] = [];

  constructor(readonly value: JsonObject) {}

  place(path: Path) {
    this.places.push(path);
    return { path: formatPath(path) };
  }

  has(path: Path): boolean {
    return valueAt(this.value, path) !== undefined;
  }

  writtenAs(): undefined {
    return undefined;
  }
}
