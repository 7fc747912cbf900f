import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import { findStack, listStackResources, type StackResource } from "../deployed-stack";
import { allPages } from "../iam-pages";
import { inParallel } from "../in-parallel";
import { bareName } from "../existing-names";
import { countVersions } from "./bucket-versions";
import { countModelPackages } from "./model-packages";
import { isHeld } from "../preflight/names-to-look-up";
import {
  attachedPolicy,
  boundaryInUse,
  bucketContent,
  inlinePolicy,
  instanceProfile,
  member,
  modelPackages,
  policyInUse,
  terminationProtection,
} from "./make-obstacle";
import type { Obstacle, Unanswered } from "./obstacle";
import { type OwnPolicies, ownPolicies } from "./template-policies";

/** What stands in the way of a deletion, as far as AWS tells. */
export interface Obstacles {
  obstacles: Obstacle[];
  /** What could not be found out: more may stand in the way. */
  unanswered: Unanswered[];
}

/** The stack that is to be deleted. */
export interface ObstacleTarget {
  /** Name or ARN. */
  stackName: string;
  accountId: string;
  region: string;
}

class Search {
  readonly unanswered: Unanswered[] = [];
  /** IAM names of the stack's own entities, by `Group name`, in small letters as IAM compares them. */
  private readonly own: ReadonlySet<string>;

  constructor(
    private readonly aws: AwsClients,
    resources: readonly StackResource[],
    private readonly policies: ReadonlyMap<string, OwnPolicies> | undefined,
  ) {
    this.own = new Set(
      resources.map(({ type, physicalId }) =>
        `${type.replace("AWS::IAM::", "")} ${physicalId}`.toLowerCase(),
      ),
    );
  }

  /** The answer; nothing where AWS does not tell, or where what was asked about is gone. */
  private async ask<T>(what: string, action: string, question: () => Promise<T[]>): Promise<T[]> {
    try {
      return await question();
    } catch (error) {
      const failure = describeAwsError(error);
      if (failure.kind !== "not-found") this.unanswered.push({ what, action, failure });
      return [];
    }
  }

  async of(resource: StackResource): Promise<Obstacle[]> {
    switch (resource.type) {
      case "AWS::IAM::Group":
        return this.ofGroup(resource);
      case "AWS::IAM::Role":
        return this.ofRole(resource);
      case "AWS::IAM::ManagedPolicy":
        return this.ofPolicy(resource.physicalId);
      case "AWS::S3::Bucket":
        return this.ofBucket(resource.physicalId);
      case "AWS::SageMaker::ModelPackageGroup":
        return this.ofRegistry(bareName(resource.physicalId));
      default:
        return [];
    }
  }

  private ofBucket(name: string): Promise<Obstacle[]> {
    return this.ask(`what the bucket ${name} holds`, "s3:ListBucketVersions", async () => {
      const content = await countVersions(this.aws, name);
      return content.versions === 0 ? [] : [bucketContent(name, content)];
    });
  }

  private ofRegistry(group: string): Promise<Obstacle[]> {
    return this.ask(`which models the registry ${group} holds`, "sagemaker:ListModelPackages", async () => {
      const packages = await countModelPackages(this.aws, group);
      return packages.count === 0 ? [] : [modelPackages(group, packages)];
    });
  }

  private async ofGroup({ logicalId, physicalId: GroupName }: StackResource): Promise<Obstacle[]> {
    const iam = await this.aws.iam();
    const users = await this.ask(`who is a member of ${GroupName}`, "iam:GetGroup", () =>
      allPages(
        (paging) => iam.getGroup({ ...paging, GroupName }),
        ({ Users }) => Users,
      ),
    );
    const members = users.map(({ UserName = "" }) => member(GroupName, UserName));
    const own = this.policies?.get(logicalId);
    if (own === undefined) return members;
    const attached = await this.ask(
      `which policies are attached to ${GroupName}`,
      "iam:ListAttachedGroupPolicies",
      () =>
        allPages(
          (paging) => iam.listAttachedGroupPolicies({ ...paging, GroupName }),
          (page) => page.AttachedPolicies,
        ),
    );
    const inline = await this.ask(`which inline policies ${GroupName} has`, "iam:ListGroupPolicies", () =>
      allPages(
        (paging) => iam.listGroupPolicies({ ...paging, GroupName }),
        ({ PolicyNames }) => PolicyNames,
      ),
    );
    return [
      ...members,
      ...attached
        .filter(({ PolicyArn = "" }) => !own.attached.has(PolicyArn))
        .map(({ PolicyArn = "" }) => attachedPolicy("Group", GroupName, PolicyArn)),
      ...inline.filter((name) => !own.inline.has(name)).map((name) => inlinePolicy("Group", GroupName, name)),
    ];
  }

  private async ofRole({ logicalId, physicalId: RoleName }: StackResource): Promise<Obstacle[]> {
    const iam = await this.aws.iam();
    const profiles = await this.ask(
      `which instance profiles hold ${RoleName}`,
      "iam:ListInstanceProfilesForRole",
      () =>
        allPages(
          (paging) => iam.listInstanceProfilesForRole({ ...paging, RoleName }),
          ({ InstanceProfiles }) => InstanceProfiles,
        ),
    );
    const holding = profiles.map(({ InstanceProfileName = "" }) =>
      instanceProfile(RoleName, InstanceProfileName),
    );
    const own = this.policies?.get(logicalId);
    if (own === undefined) return holding;
    const attached = await this.ask(
      `which policies are attached to ${RoleName}`,
      "iam:ListAttachedRolePolicies",
      () =>
        allPages(
          (paging) => iam.listAttachedRolePolicies({ ...paging, RoleName }),
          (page) => page.AttachedPolicies,
        ),
    );
    const inline = await this.ask(`which inline policies ${RoleName} has`, "iam:ListRolePolicies", () =>
      allPages(
        (paging) => iam.listRolePolicies({ ...paging, RoleName }),
        ({ PolicyNames }) => PolicyNames,
      ),
    );
    return [
      ...holding,
      ...attached
        .filter(({ PolicyArn = "" }) => !own.attached.has(PolicyArn))
        .map(({ PolicyArn = "" }) => attachedPolicy("Role", RoleName, PolicyArn)),
      ...inline.filter((name) => !own.inline.has(name)).map((name) => inlinePolicy("Role", RoleName, name)),
    ];
  }

  private async ofPolicy(PolicyArn: string): Promise<Obstacle[]> {
    const uses = async (PolicyUsageFilter: "PermissionsPolicy" | "PermissionsBoundary") => {
      const iam = await this.aws.iam();
      const what = `which entities use ${bareName(PolicyArn)}`;
      return this.ask(what, "iam:ListEntitiesForPolicy", () =>
        allPages(
          (paging) => iam.listEntitiesForPolicy({ ...paging, PolicyArn, PolicyUsageFilter }),
          (page) => [
            ...(page.PolicyGroups ?? []).map(({ GroupName = "" }) => ({
              kind: "Group" as const,
              name: GroupName,
            })),
            ...(page.PolicyRoles ?? []).map(({ RoleName = "" }) => ({
              kind: "Role" as const,
              name: RoleName,
            })),
            ...(page.PolicyUsers ?? []).map(({ UserName = "" }) => ({
              kind: "User" as const,
              name: UserName,
            })),
          ],
        ),
      );
    };
    const beside = ({ kind, name }: { kind: string; name: string }) =>
      !this.own.has(`${kind} ${name}`.toLowerCase());
    const attached = (await uses("PermissionsPolicy")).filter(beside);
    const bounded = (await uses("PermissionsBoundary")).filter(beside);
    return [
      ...attached.map(({ kind, name }) => policyInUse(PolicyArn, kind, name)),
      ...bounded.flatMap(({ kind, name }) => (kind === "Group" ? [] : boundaryInUse(PolicyArn, kind, name))),
    ];
  }
}

/**
 * Lists what keeps a stack from being deleted: its protection, members of its groups, what was attached to or put into
 * its groups and roles by hand, what its policies are attached to beside it, instance profiles with its roles, what its
 * buckets and registries hold. Empty where there is no stack. It only reads, and throws the SDK's errors only where the stack itself can't be read.
 */
export async function listObstacles(aws: AwsClients, target: ObstacleTarget): Promise<Obstacles> {
  const stack = await findStack(aws, target.stackName);
  if (stack === undefined) return { obstacles: [], unanswered: [] };
  const resources = (await listStackResources(aws, stack.id)).filter(isHeld);
  const unanswered: Unanswered[] = [];
  let policies: Map<string, OwnPolicies> | undefined;
  try {
    policies = await ownPolicies(aws, stack.id, target);
  } catch (error) {
    const what = `which policies of ${stack.name} were attached by hand`;
    unanswered.push({ what, action: "cloudformation:GetTemplate", failure: describeAwsError(error) });
  }
  const search = new Search(aws, resources, policies);
  const found = await inParallel(resources, (resource) => search.of(resource));
  return {
    obstacles: [
      ...(stack.terminationProtection ? [terminationProtection(stack.name, target.region)] : []),
      ...found.flat(),
    ],
    unanswered: [...unanswered, ...search.unanswered],
  };
}
