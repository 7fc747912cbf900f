import { isMadeLike } from "../../core/naming/iam-names";
import type { AwsClients } from "../clients";
import { allPages } from "../iam-pages";
import type { RemainsRequest } from "./remains-request";

/** A group, role or policy whose name may be the environment's. */
export interface Candidate {
  type: "AWS::IAM::Group" | "AWS::IAM::Role" | "AWS::IAM::ManagedPolicy";
  name: string;
  /** The name, or a policy's ARN. */
  identifier: string;
}

/** Every group, role and policy of the account whose name is made like the environment's. Throws the SDK's errors. */
export async function iamCandidates(
  aws: AwsClients,
  { iamNames }: Pick<RemainsRequest, "iamNames">,
): Promise<Candidate[]> {
  const iam = await aws.iam();
  const [groups, roles, policies] = await Promise.all([
    allPages(
      (paging) => iam.listGroups(paging),
      ({ Groups }) => Groups,
    ),
    allPages(
      (paging) => iam.listRoles(paging),
      ({ Roles }) => Roles,
    ),
    allPages(
      (paging) => iam.listPolicies({ ...paging, Scope: "Local" }),
      ({ Policies }) => Policies,
    ),
  ]);
  const all: Candidate[] = [
    ...groups.map(({ GroupName: name = "" }) => ({
      type: "AWS::IAM::Group" as const,
      name,
      identifier: name,
    })),
    ...roles.map(({ RoleName: name = "" }) => ({ type: "AWS::IAM::Role" as const, name, identifier: name })),
    ...policies.map(({ PolicyName: name = "", Arn: identifier = "" }) => ({
      type: "AWS::IAM::ManagedPolicy" as const,
      name,
      identifier,
    })),
  ];
  return all.filter(({ name }) => isMadeLike(name, iamNames));
}

/** Names of all parameters under a path, which ends without a slash. Throws the SDK's errors. */
export async function parameterNames(aws: AwsClients, path: string): Promise<string[]> {
  const ssm = await aws.ssm();
  const names: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await ssm.getParametersByPath({
      Path: `${path}/`,
      Recursive: true,
      WithDecryption: false,
      NextToken,
    });
    names.push(...(page.Parameters ?? []).map(({ Name = "" }) => Name));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return names;
}

/** Keys of all templates of an environment in its bucket: the stem and the hash of the content. Throws the SDK's errors. */
export async function templateKeys(
  aws: AwsClients,
  { bucket, stem }: Pick<RemainsRequest, "bucket" | "stem">,
): Promise<string[]> {
  if (bucket === undefined) return [];
  const s3 = await aws.s3();
  const folder = bucket.prefix.replace(/^\/+|\/+$/g, "");
  const Prefix = `${folder === "" ? "" : `${folder}/`}${stem}-`;
  const keys: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.listObjectsV2({ Bucket: bucket.name, Prefix, ContinuationToken });
    keys.push(...(page.Contents ?? []).map(({ Key = "" }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  return keys.filter((key) => /^[0-9a-f]{16}\.json$/.test(key.slice(Prefix.length)));
}
