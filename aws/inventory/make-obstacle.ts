import { counted } from "../../core/wording/join-words";
import { bareName } from "../existing-names";
import type { BucketContent } from "./bucket-versions";
import type { PackageCount } from "./model-packages";
import type { IamRemoval, Obstacle } from "./obstacle";

/** `aws iam detach-role-policy --role-name x --policy-arn y`: the AWS CLI's own spelling of a call. */
export function cliCommand({ call, ...input }: IamRemoval): string {
  const kebab = (name: string) => name.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase();
  const options = Object.entries(input).map(([name, value]) => `--${kebab(name)} ${quoted(value)}`);
  return ["aws iam", kebab(call), ...options].join(" ");
}

/** Names in IAM may hold `=` or `,`, which a shell leaves alone; everything else is quoted. */
function quoted(value: string): string {
  return /^[\w+=,.@:/-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

type Parts = Pick<Obstacle, "kind" | "on" | "what" | "sentence">;

function removable(parts: Parts, removal: IamRemoval): Obstacle {
  return { ...parts, removedBy: "detach", byHand: cliCommand(removal), removal };
}

/** A user in a group of the stack. */
export function member(GroupName: string, UserName: string): Obstacle {
  const sentence = `the user ${UserName} is a member of the group ${GroupName}`;
  return removable(
    { kind: "member", on: GroupName, what: UserName, sentence },
    { call: "RemoveUserFromGroup", GroupName, UserName },
  );
}

/** A managed policy that somebody attached to a group or role of the stack. */
export function attachedPolicy(kind: "Group" | "Role", name: string, PolicyArn: string): Obstacle {
  const sentence = `the policy ${PolicyArn} was attached by hand to the ${kind.toLowerCase()} ${name}`;
  return removable(
    { kind: "attached-policy", on: name, what: PolicyArn, sentence },
    kind === "Group"
      ? { call: "DetachGroupPolicy", GroupName: name, PolicyArn }
      : { call: "DetachRolePolicy", RoleName: name, PolicyArn },
  );
}

/** An inline policy that somebody wrote into a group or role of the stack. */
export function inlinePolicy(kind: "Group" | "Role", name: string, PolicyName: string): Obstacle {
  const sentence = `the inline policy ${PolicyName} was put by hand into the ${kind.toLowerCase()} ${name}, and is lost when it is removed`;
  return removable(
    { kind: "inline-policy", on: name, what: PolicyName, sentence },
    kind === "Group"
      ? { call: "DeleteGroupPolicy", GroupName: name, PolicyName }
      : { call: "DeleteRolePolicy", RoleName: name, PolicyName },
  );
}

/** A managed policy of the stack that somebody attached to an entity beside it. */
export function policyInUse(PolicyArn: string, kind: "Group" | "Role" | "User", name: string): Obstacle {
  const policy = bareName(PolicyArn);
  const sentence = `the policy ${policy} is attached to the ${kind.toLowerCase()} ${name}, which is not part of the stack`;
  const removals: Record<typeof kind, IamRemoval> = {
    Group: { call: "DetachGroupPolicy", GroupName: name, PolicyArn },
    Role: { call: "DetachRolePolicy", RoleName: name, PolicyArn },
    User: { call: "DetachUserPolicy", UserName: name, PolicyArn },
  };
  return removable({ kind: "policy-in-use", on: policy, what: name, sentence }, removals[kind]);
}

/** A managed policy of the stack that bounds an entity: taking a boundary away would widen what the entity may do. */
export function boundaryInUse(policyArn: string, kind: "Role" | "User", name: string): Obstacle {
  const policy = bareName(policyArn);
  return {
    kind: "boundary-in-use",
    on: policy,
    what: name,
    sentence: `the policy ${policy} is the permissions boundary of the ${kind.toLowerCase()} ${name}, which is not part of the stack`,
    removedBy: "hand",
    byHand: `give the ${kind.toLowerCase()} ${name} another permissions boundary, or delete it`,
  };
}

/** An instance profile, by which EC2 gets a role of the stack. */
export function instanceProfile(RoleName: string, InstanceProfileName: string): Obstacle {
  const sentence = `the instance profile ${InstanceProfileName} holds the role ${RoleName}: instances that have it lose their rights`;
  return removable(
    { kind: "instance-profile", on: RoleName, what: InstanceProfileName, sentence },
    { call: "RemoveRoleFromInstanceProfile", InstanceProfileName, RoleName },
  );
}

/** What a bucket holds: CloudFormation deletes only empty ones. */
export function bucketContent(Bucket: string, { objects, versions }: BucketContent): Obstacle {
  const what = `${counted(versions, "version")} of ${counted(objects, "object")}`;
  return {
    kind: "bucket-content",
    on: Bucket,
    what,
    sentence: `the bucket ${Bucket} holds ${what}, which are lost`,
    removedBy: "empty",
    byHand: "empty it in the S3 console",
    removal: { call: "EmptyBucket", Bucket },
  };
}

/** The versions of the model in a registry: SageMaker deletes only empty groups. */
export function modelPackages(ModelPackageGroupName: string, { count, approved }: PackageCount): Obstacle {
  const what = `${counted(count, "model package")}, ${approved} approved`;
  return {
    kind: "model-packages",
    on: ModelPackageGroupName,
    what,
    sentence: `the registry ${ModelPackageGroupName} holds ${what}, which are lost`,
    removedBy: "delete-models",
    byHand: `aws sagemaker delete-model-package --model-package-name ARN, for each that list-model-packages --model-package-group-name ${ModelPackageGroupName} names`,
    removal: { call: "DeleteModelPackages", ModelPackageGroupName },
  };
}

/** The stack's own protection against deletion. */
export function terminationProtection(stackName: string, region: string): Obstacle {
  return {
    kind: "termination-protection",
    on: stackName,
    what: "termination protection",
    sentence: `the stack ${stackName} is protected against deletion`,
    removedBy: "unprotect",
    byHand: `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stackName} --region ${region}`,
  };
}
