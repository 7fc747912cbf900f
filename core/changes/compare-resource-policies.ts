import type { WatchedResource } from "../template/watched-resource";
import type { GrantChange } from "./access-change";
import { compareGrants } from "./compare-grants";
import type { PolicySource, SourcedStatement } from "./grant-cells";
import { type PolicyStatement, statementsOf } from "./policy-statement";

/** The property that says who may use a resource, of the types that have one. */
const POLICY_PROPERTIES: Readonly<Record<string, string>> = {
  "AWS::EC2::VPCEndpoint": "PolicyDocument",
  "AWS::ECR::Repository": "RepositoryPolicyText",
  "AWS::KMS::Key": "KeyPolicy",
  "AWS::S3::BucketPolicy": "PolicyDocument",
  "AWS::SNS::TopicPolicy": "PolicyDocument",
  "AWS::SQS::QueuePolicy": "PolicyDocument",
};

/** Types to which AWS gives a policy of its own where the template says none. */
const HAS_DEFAULT = new Set(["AWS::EC2::VPCEndpoint", "AWS::KMS::Key"]);

/** Stands for a policy that AWS decides, of which no more is known than that it allows something. */
const DEFAULT_POLICY: PolicyStatement = {
  effect: "Allow",
  actions: { negated: false, values: ["*"] },
  resources: { negated: false, values: ["*"] },
  principals: { negated: false, values: ["AWS:*"] },
  conditions: [],
  variables: true,
};

type Side = "before" | "after";

/**
 * What AWS's default allows is not known: nothing is taken for granted of it before the change, and everything after.
 */
function statementsIn(resource: WatchedResource | undefined, side: Side): SourcedStatement[] {
  if (resource === undefined) return [];
  const source: PolicySource = { kind: "resource", name: POLICY_PROPERTIES[resource.type]! };
  const document = policyOf(resource);
  const isDefault = document === undefined && HAS_DEFAULT.has(resource.type) && side === "after";
  const statements = isDefault ? [DEFAULT_POLICY] : statementsOf(document);
  return statements.map((statement) => ({ statement, source }));
}

function policyOf({ type, properties }: WatchedResource): unknown {
  return properties[POLICY_PROPERTIES[type]!];
}

/** A policy that is a resource of its own may go while what it protects stays. */
const isPartOfResource = (type: string) => HAS_DEFAULT.has(type) || type === "AWS::ECR::Repository";

/** Whom the policies of keys, buckets, topics and endpoints let in more or less than before. */
export function compareResourcePolicies(
  before: readonly WatchedResource[],
  after: readonly WatchedResource[],
): GrantChange[] {
  const byId = (resources: readonly WatchedResource[]) =>
    new Map(
      resources
        .filter(({ type }) => type in POLICY_PROPERTIES)
        .map((resource) => [`${resource.type}/${resource.logicalId}`, resource]),
    );
  const [old, now] = [byId(before), byId(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const resource = (is ?? was)!;
    const bothDefault = was !== undefined && is !== undefined && [was, is].every((it) => !policyOf(it));
    if (bothDefault) return [];
    return compareGrants({
      holder: { kind: "resource", name: resource.identifier },
      before: statementsIn(was, "before"),
      after: statementsIn(is, "after"),
      gone: !now.has(key) && isPartOfResource(resource.type),
    });
  });
}
