import { KNOWN_RESOURCES } from "../core/template/known-resources";
import { type AwsFailure, describeAwsError } from "./aws-error";
import type { AwsClients } from "./clients";
import { allPages } from "./iam-pages";
import { inParallel } from "./in-parallel";
import { readLiveResource } from "./live-resource";
import { parameterValues } from "./parameter-values";
import { headBucket } from "./preflight/look-at-bucket";

/** Something that a template is going to name: CloudFormation type, and group or role name, policy ARN, parameter name. */
export interface WantedName {
  logicalId: string;
  type: string;
  identifier: string;
}

/** The last part of an ARN or path: IAM names are unique in an account whatever their path. */
export function bareName(identifier: string): string {
  return identifier.startsWith("arn:") ? identifier.slice(identifier.lastIndexOf("/") + 1) : identifier;
}

/**
 * What tells one name from another: two IAM names that differ by case alone are the same to IAM (IAM API reference,
 * CreateRole: "Names are not distinguished by case"); those of other services are not.
 */
export function nameKey({ type, identifier }: Pick<WantedName, "type" | "identifier">): string {
  const name = bareName(identifier);
  return `${type} ${type.startsWith("AWS::IAM::") ? name.toLowerCase() : name}`;
}

async function groupNames(aws: AwsClients): Promise<Set<string>> {
  const iam = await aws.iam();
  const groups = await allPages(
    (paging) => iam.listGroups(paging),
    ({ Groups }) => Groups,
  );
  return new Set(groups.map(({ GroupName }) => GroupName ?? ""));
}

async function roleNames(aws: AwsClients): Promise<Set<string>> {
  const iam = await aws.iam();
  const roles = await allPages(
    (paging) => iam.listRoles(paging),
    ({ Roles }) => Roles,
  );
  return new Set(roles.map(({ RoleName }) => RoleName ?? ""));
}

async function policyNames(aws: AwsClients): Promise<Set<string>> {
  const iam = await aws.iam();
  const policies = await allPages(
    (paging) => iam.listPolicies({ ...paging, Scope: "Local" }),
    ({ Policies }) => Policies,
  );
  return new Set(policies.map(({ PolicyName }) => PolicyName ?? ""));
}

async function parameterNames(aws: AwsClients, wanted: readonly string[]): Promise<Set<string>> {
  return new Set(Object.keys(await parameterValues(aws, wanted)));
}

/** A bucket's name is taken whoever in AWS has it. */
async function bucketNames(aws: AwsClients, wanted: readonly string[]): Promise<Set<string>> {
  const states = await inParallel(wanted, (bucket) => headBucket(aws, bucket));
  return new Set(wanted.filter((_, index) => states[index]!.kind !== "missing"));
}

/** AWS's answer to a read that it does not allow. */
class NotTold extends Error {
  constructor(readonly failure: AwsFailure) {
    super(failure.message);
  }
}

/** What can be read by its name is there. */
function namesRead(type: string) {
  const { nameProperty } = KNOWN_RESOURCES[type]!;
  return async (aws: AwsClients, wanted: readonly string[]): Promise<Set<string>> => {
    const found = await inParallel(wanted, async (identifier) => {
      const live = await readLiveResource(aws, {
        type,
        identifier,
        properties: { [nameProperty]: identifier },
      });
      if (live.kind === "unreadable") throw new NotTold(live.failure);
      return live.kind === "found" ? [identifier] : [];
    });
    return new Set(found.flat());
  };
}

/** What could be found out about the names of one type. */
export interface NamesOfType {
  type: string;
  /** Those of the wanted that exist, whoever made them. */
  existing: WantedName[];
  /** Why it could not be found out, where AWS did not tell. */
  failure?: AwsFailure;
}

/** Types whose names are unique in account and region, and whose resources are read by them. */
const READ_BY_NAME = [
  "AWS::CloudTrail::Trail",
  "AWS::CloudWatch::Alarm",
  "AWS::CodeBuild::Project",
  "AWS::CodeCommit::Repository",
  "AWS::CodePipeline::Pipeline",
  "AWS::Events::Rule",
  "AWS::KMS::Alias",
  "AWS::Logs::LogGroup",
  "AWS::SNS::Topic",
  "AWS::SageMaker::ModelPackageGroup",
] as const;

const LOOKUPS: Record<string, (aws: AwsClients, wanted: readonly string[]) => Promise<Set<string>>> = {
  "AWS::IAM::Group": groupNames,
  "AWS::IAM::Role": roleNames,
  "AWS::IAM::ManagedPolicy": policyNames,
  "AWS::S3::Bucket": bucketNames,
  "AWS::SSM::Parameter": parameterNames,
  ...Object.fromEntries(READ_BY_NAME.map((type) => [type, namesRead(type)])),
};

/** Which of the wanted names are taken in the account: one listing a type, or a read a name. Throws nothing. */
export async function findExistingNames(
  aws: AwsClients,
  wanted: readonly WantedName[],
): Promise<NamesOfType[]> {
  const types = [...new Set(wanted.map((name) => name.type))].filter((type) => type in LOOKUPS);
  return Promise.all(
    types.map(async (type) => {
      const ofType = wanted.filter((name) => name.type === type);
      try {
        const names = await LOOKUPS[type]!(
          aws,
          ofType.map((name) => name.identifier),
        );
        const taken = new Set([...names].map((identifier) => nameKey({ type, identifier })));
        return { type, existing: ofType.filter((name) => taken.has(nameKey(name))) };
      } catch (error) {
        const failure = error instanceof NotTold ? error.failure : describeAwsError(error);
        return { type, existing: [], failure };
      }
    }),
  );
}
