import { isObject } from "../../config/source";
import { PRODUCT_TAG } from "../../naming/ml-names";
import { type JudgedEnvironment, scopeOf } from "../environment";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";
import { valueText } from "../../value-text";

interface Options {
  tags: string[];
}

/** Types of resources that carry the tags; groups and managed policies have none in CloudFormation. */
const TAGGED = [
  "AWS::CloudTrail::Trail",
  "AWS::CloudWatch::Alarm",
  "AWS::CodeBuild::Project",
  "AWS::CodeCommit::Repository",
  "AWS::CodePipeline::Pipeline",
  "AWS::EC2::SecurityGroup",
  "AWS::EC2::VPCEndpoint",
  "AWS::Events::Rule",
  "AWS::IAM::Role",
  "AWS::KMS::Key",
  "AWS::Logs::LogGroup",
  "AWS::S3::Bucket",
  "AWS::SNS::Topic",
  "AWS::SSM::Parameter",
  "AWS::SageMaker::ModelPackageGroup",
];

/** Everything that has tags says whose it is. */
export const requiredTags = guardrail<Options>({
  name: "required-tags",
  forbids: "Stacks and resources without the system tags, or with those of another environment.",
  why: "Tags say what is ours: the pre-check, drift detection and cost reports go by them.",
  remediation: "Set Company, Environment, ManagedBy, Stem, TenantId and Tier as the config has them.",
  examples: { bad: "Tags: []", good: "Tags: [{ Key: ManagedBy, Value: tierguard }, …]" },
  enforcement: "mandatory",
  options: {
    tags: {
      type: "array",
      items: { type: "string" },
      description: "keys of further tags that have to be there, with any value",
      default: [],
    },
  },
  judge(subject, { environment }, { tags }) {
    const tagged = resourcesOf(subject, ...TAGGED);
    if (tagged.length === 0 && subject.stack === undefined) return notApplicable("nothing here has tags");
    const wanted = wantedTags(environment, tags);
    return verdictOf([
      ...(subject.stack === undefined
        ? []
        : missing(subject.stack.tags, wanted, { name: "the stack", path: [] })),
      ...tagged.flatMap((resource) =>
        missing(tagsOf(resource), wanted, {
          name: nameOf(resource),
          path: [...resource.path, "Properties", "Tags"],
        }),
      ),
    ]);
  },
});

/** Keys, and a test of the value of each. */
type Wanted = ReadonlyMap<string, { says: string; holds: (value: string) => boolean }>;

function wantedTags(environment: JudgedEnvironment | undefined, more: readonly string[]): Wanted {
  const exactly = (value: string) => ({ says: value, holds: (given: string) => given === value });
  const any = { says: "a value", holds: (given: string) => given !== "" };
  const own: [string, { says: string; holds: (value: string) => boolean }][] = [
    ["ManagedBy", exactly("tierguard")],
  ];
  if (environment === undefined) {
    for (const key of ["Company", "Environment", "Stem", "TenantId", "Tier"]) own.push([key, any]);
  } else {
    const { companyPrefix, env, tenantId, tier, product } = environment;
    const start = `${scopeOf(environment)}-${environment.region}-`;
    const stem =
      product === undefined
        ? { says: `${start}…`, holds: (given: string) => given.startsWith(start) }
        : exactly(product.name);
    own.push(
      ["Company", exactly(companyPrefix)],
      ["Environment", exactly(env)],
      ["Stem", stem],
      ["TenantId", exactly(tenantId)],
      ["Tier", exactly(tier)],
    );
  }
  const { product } = environment ?? {};
  if (product !== undefined) own.push([PRODUCT_TAG, exactly(product.tag)]);
  return new Map([...own, ...more.map((key) => [key, any] as const)]);
}

function missing(
  tags: Readonly<Record<string, string>>,
  wanted: Wanted,
  { name, path }: { name: string; path: Violation["path"] },
): Violation[] {
  const wrong = [...wanted].filter(([key, { holds }]) => !holds(tags[key] ?? ""));
  if (wrong.length === 0) return [];
  const said = wrong.map(([key]) =>
    tags[key] === undefined ? `${key} is missing` : `${key} is ${tags[key]}`,
  );
  const instead = `set ${wrong.map(([key, { says }]) => `${key} to ${says}`).join(", ")}`;
  return [{ principals: [name], path, message: `of its tags, ${said.join(", ")}`, instead }];
}

function tagsOf({ properties }: JudgedResource): Record<string, string> {
  const { Tags: tags } = properties;
  const pairs: unknown[][] = Array.isArray(tags)
    ? tags.filter(isObject).map(({ Key, Value }) => [Key, Value])
    : isObject(tags)
      ? Object.entries(tags)
      : [];
  return Object.fromEntries(pairs.map(([key, value]) => [valueText(key), valueText(value)]));
}
