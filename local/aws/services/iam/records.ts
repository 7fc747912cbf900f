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

export interface GroupRecord extends Holder {
  GroupName: string;
  GroupId: string;
  members: string[];
}

export interface RoleRecord extends Holder {
  RoleName: string;
  RoleId: string;
  AssumeRolePolicyDocument: string;
  Description?: string;
  MaxSessionDuration: number;
}

export interface UserRecord extends Holder {
  UserName: string;
  UserId: string;
}

export interface PolicyVersionRecord {
  VersionId: string;
  Document: string;
  CreateDate: string;
}

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
