/** A tag of a role, user or policy. */
export interface Tag {
  Key: string;
  Value: string;
}

/** What every kind of entity has. */
export interface Entity {
  Path: string;
  Arn: string;
  /** ISO 8601. */
  CreateDate: string;
  Tags: Tag[];
}

/** Who carries policies: groups, roles and users. */
export interface Holder extends Entity {
  /** Inline policies' documents, as they were given, by name. */
  inline: Record<string, string>;
  /** ARNs of the managed policies that are attached. */
  attached: string[];
  PermissionsBoundary?: string;
}

/** A group and its members. */
export interface GroupRecord extends Holder {
  GroupName: string;
  GroupId: string;
  members: string[];
}

/** A role and who may assume it. */
export interface RoleRecord extends Holder {
  RoleName: string;
  RoleId: string;
  AssumeRolePolicyDocument: string;
  Description?: string;
  MaxSessionDuration: number;
}

/** What EC2 gets a role by. */
export interface InstanceProfileRecord extends Entity {
  InstanceProfileName: string;
  InstanceProfileId: string;
  /** Name of the role that it holds. */
  role?: string;
}

/** A user. */
export interface UserRecord extends Holder {
  UserName: string;
  UserId: string;
}

/** One version of a managed policy. */
export interface PolicyVersionRecord {
  VersionId: string;
  Document: string;
  CreateDate: string;
}

/** A managed policy with its versions. */
export interface PolicyRecord extends Entity {
  PolicyName: string;
  PolicyId: string;
  Description?: string;
  UpdateDate: string;
  DefaultVersionId: string;
  /** Versions are numbered on after some were deleted. */
  nextVersion: number;
  versions: PolicyVersionRecord[];
}
