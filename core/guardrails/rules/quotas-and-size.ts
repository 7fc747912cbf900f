import { formatPath, type ConfigSource, type JsonObject, own, type Path, valueAt } from "../../config/source";
import { TEMPLATE_LIMITS } from "../../template/template-limits";
import { checkLimits, deliveredBytes } from "../../template/validation/check-limits";
import { TemplateContext } from "../../template/validation/template-context";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { ML_NAME_LIMITS } from "../../naming/ml-names";
import type { JudgedResource } from "../subject";
import { NAME_PROPERTIES, nameOf } from "../template-principals";

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
      ...template.resources.flatMap(longName),
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

/** Most characters of a name by type, beside those that are judged above. */
const NAME_CHARACTERS: Readonly<Record<string, number>> = {
  "AWS::CloudTrail::Trail": ML_NAME_LIMITS.trail,
  "AWS::CloudWatch::Alarm": ML_NAME_LIMITS.alarm,
  "AWS::CodeBuild::Project": ML_NAME_LIMITS.project,
  "AWS::CodeCommit::Repository": ML_NAME_LIMITS.repository,
  "AWS::CodePipeline::Pipeline": ML_NAME_LIMITS.pipeline,
  "AWS::EC2::SecurityGroup": ML_NAME_LIMITS.securityGroup,
  "AWS::Events::Rule": ML_NAME_LIMITS.rule,
  "AWS::KMS::Alias": ML_NAME_LIMITS.alias,
  "AWS::Logs::LogGroup": ML_NAME_LIMITS.logGroup,
  "AWS::Logs::MetricFilter": ML_NAME_LIMITS.metricFilter,
  "AWS::S3::Bucket": ML_NAME_LIMITS.bucket,
  "AWS::SNS::Topic": ML_NAME_LIMITS.topic,
  "AWS::SageMaker::ModelPackageGroup": ML_NAME_LIMITS.modelPackageGroup,
};

function longName(resource: JudgedResource): Violation[] {
  const limit = own(NAME_CHARACTERS, resource.type);
  const name = nameOf(resource);
  if (limit === undefined || name.length <= limit) return [];
  const property = NAME_PROPERTIES[resource.type]!;
  return [
    {
      principals: [name],
      path: [...resource.path, "Properties", property],
      message: `${property} has ${name.length} characters, at most ${limit} are allowed`,
      instead: "shorten it",
    },
  ];
}

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
