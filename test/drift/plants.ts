import type { IAM } from "@aws-sdk/client-iam";
import type { SSM } from "@aws-sdk/client-ssm";
import type { WatchedResource } from "../../core/template/watched-resource";

/** The clients with which drift is planted: the SDK's own, unmodified. */
export interface Planters {
  iam: IAM;
  ssm: SSM;
}

/** One change behind the stack's back. */
export interface Plant<Clients = Planters> {
  /** What somebody did, for the test's report. */
  title: string;
  /** The differences that must be found: none where nothing has changed in what the template says. */
  found: string[];
  plant: (clients: Clients) => Promise<unknown>;
}

/** A policy document as templates of ours have them. */
export type Document = { Version: string; Statement: Record<string, unknown>[] };
type Named = { PolicyName: string; PolicyDocument: Document };
/** A tag in the form that most resource types have. */
export type Tag = { Key: string; Value: string };

const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
const BY_HAND: Document = {
  Version: "2012-10-17",
  Statement: [{ Sid: "ByHand", Effect: "Allow", Action: ["iam:*"], Resource: ["*"] }],
};

/** The document with one action more in its first statement that lists actions. */
export function widened(document: Document): string {
  const [first, ...rest] = document.Statement;
  const Action = [...([first!.Action].flat() as string[]), "sts:GetSessionToken"];
  return JSON.stringify({ ...document, Statement: [{ ...first, Action }, ...rest] });
}

/** The same document in other words: statements and lists the other way round, single values without a list. */
export function reworded(document: Document): string {
  const backwards = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    return value.length === 1 ? (value[0] as unknown) : [...(value as unknown[])].reverse();
  };
  const Statement = document.Statement.map((statement) =>
    Object.fromEntries(
      Object.entries(statement)
        .reverse()
        .map(([key, value]) => [key, backwards(value)]),
    ),
  ).reverse();
  return JSON.stringify({ Statement, Version: document.Version });
}

/** IAM's operations on groups and on roles, which differ by their names alone. */
function principal(kind: "Group" | "Role", name: string) {
  const key = { [`${kind}Name`]: name };
  const call = (operation: string, input: object) => (clients: Planters) =>
    (clients.iam as unknown as Record<string, (input: object) => Promise<unknown>>)[operation]!({
      ...key,
      ...input,
    });
  return {
    put: (PolicyName: string, PolicyDocument: string) =>
      call(`put${kind}Policy`, { PolicyName, PolicyDocument }),
    remove: (PolicyName: string) => call(`delete${kind}Policy`, { PolicyName }),
    attach: (PolicyArn: string) => call(`attach${kind}Policy`, { PolicyArn }),
    detach: (PolicyArn: string) => call(`detach${kind}Policy`, { PolicyArn }),
  };
}

function policyPlants(kind: "Group" | "Role", { identifier, properties }: WatchedResource): Plant[] {
  const of = principal(kind, identifier);
  const inline = properties.Policies as Named[];
  const attached = properties.ManagedPolicyArns as string[];
  return [
    ...inline.flatMap(({ PolicyName, PolicyDocument }): Plant[] => [
      {
        title: `widens the inline policy ${PolicyName}`,
        found: [`Policies[${PolicyName}]`],
        plant: of.put(PolicyName, widened(PolicyDocument)),
      },
      {
        title: `deletes the inline policy ${PolicyName}`,
        found: [`Policies[${PolicyName}]`],
        plant: of.remove(PolicyName),
      },
    ]),
    ...inline.slice(0, 1).map(({ PolicyName, PolicyDocument }) => ({
      title: `writes the inline policy ${PolicyName} in other words`,
      found: [],
      plant: of.put(PolicyName, reworded(PolicyDocument)),
    })),
    ...attached.map((arn) => ({
      title: `detaches ${arn}`,
      found: [`ManagedPolicyArns[${arn}]`],
      plant: of.detach(arn),
    })),
    {
      title: "adds an inline policy",
      found: ["Policies[by-hand]"],
      plant: of.put("by-hand", JSON.stringify(BY_HAND)),
    },
    ...(attached.includes(ADMINISTRATOR)
      ? []
      : [
          {
            title: "attaches AdministratorAccess",
            found: [`ManagedPolicyArns[${ADMINISTRATOR}]`],
            plant: of.attach(ADMINISTRATOR),
          },
        ]),
  ];
}

function groupPlants(watched: WatchedResource): Plant[] {
  const GroupName = watched.identifier;
  return [
    ...policyPlants("Group", watched),
    {
      title: "moves the group to another path",
      found: ["Path"],
      plant: ({ iam }) => iam.updateGroup({ GroupName, NewPath: "/by-hand/" }),
    },
    {
      title: "adds a member",
      found: [],
      plant: async ({ iam }) => {
        const UserName = `member-of-${GroupName}`.slice(0, 64);
        await iam.createUser({ UserName });
        await iam.addUserToGroup({ GroupName, UserName });
      },
    },
  ];
}

/** Everything that can be changed of a role. */
export function rolePlants(watched: WatchedResource): Plant[] {
  const RoleName = watched.identifier;
  const { properties } = watched;
  const trust = properties.AssumeRolePolicyDocument as Document;
  const tags = properties.Tags as Tag[];
  const [changed, removed] = [tags[0]!, tags.at(-1)!];
  const session = properties.MaxSessionDuration === 7200 ? 10_800 : 7200;
  const { PermissionsBoundary: boundary } = properties;
  const stranger = { Effect: "Allow", Principal: { AWS: "999999999999" }, Action: "sts:AssumeRole" };
  return [
    ...policyPlants("Role", watched),
    {
      title: "lets a stranger assume it",
      found: ["AssumeRolePolicyDocument"],
      plant: ({ iam }) =>
        iam.updateAssumeRolePolicy({
          RoleName,
          PolicyDocument: JSON.stringify({ ...trust, Statement: [...trust.Statement, stranger] }),
        }),
    },
    {
      title: "writes the trust policy in other words",
      found: [],
      plant: ({ iam }) => iam.updateAssumeRolePolicy({ RoleName, PolicyDocument: reworded(trust) }),
    },
    {
      title: "changes its description",
      found: ["Description"],
      plant: ({ iam }) =>
        iam.updateRole({
          RoleName,
          Description: "by hand",
          MaxSessionDuration: Number(properties.MaxSessionDuration),
        }),
    },
    {
      title: "changes its session duration",
      found: ["MaxSessionDuration"],
      plant: ({ iam }) =>
        iam.updateRole({
          RoleName,
          Description: properties.Description as string | undefined,
          MaxSessionDuration: session,
        }),
    },
    boundary === undefined
      ? {
          title: "puts a permission boundary on it",
          found: ["PermissionsBoundary"],
          plant: ({ iam }: Planters) =>
            iam.putRolePermissionsBoundary({ RoleName, PermissionsBoundary: ADMINISTRATOR }),
        }
      : {
          title: "takes its permission boundary off",
          found: ["PermissionsBoundary"],
          plant: ({ iam }: Planters) => iam.deleteRolePermissionsBoundary({ RoleName }),
        },
    {
      title: `changes the tag ${changed.Key}`,
      found: [`Tags[${changed.Key}]`],
      plant: ({ iam }) => iam.tagRole({ RoleName, Tags: [{ Key: changed.Key, Value: "by hand" }] }),
    },
    {
      title: `removes the tag ${removed.Key}`,
      found: [`Tags[${removed.Key}]`],
      plant: ({ iam }) => iam.untagRole({ RoleName, TagKeys: [removed.Key] }),
    },
    {
      title: "adds a tag",
      found: ["Tags[ByHand]"],
      plant: ({ iam }) => iam.tagRole({ RoleName, Tags: [{ Key: "ByHand", Value: "1" }] }),
    },
  ];
}

/** Everything that can be changed of a managed policy. */
export function managedPolicyPlants({ identifier: PolicyArn, properties }: WatchedResource): Plant[] {
  const document = properties.PolicyDocument as Document;
  const version = (PolicyDocument: string, SetAsDefault: boolean) => (clients: Planters) =>
    clients.iam.createPolicyVersion({ PolicyArn, PolicyDocument, SetAsDefault });
  return [
    {
      title: "makes a wider version the default",
      found: ["PolicyDocument"],
      plant: version(widened(document), true),
    },
    { title: "writes a version in other words", found: [], plant: version(reworded(document), true) },
    {
      title: "adds a version beside the default",
      found: [],
      plant: version(widened(document), false),
    },
    {
      title: "makes an older version the default",
      found: ["PolicyDocument"],
      plant: async ({ iam }) => {
        const { Versions = [] } = await iam.listPolicyVersions({ PolicyArn });
        const other = Versions.find(({ IsDefaultVersion }) => IsDefaultVersion !== true);
        await iam.setDefaultPolicyVersion({ PolicyArn, VersionId: other?.VersionId });
      },
    },
    {
      title: "attaches it to a user",
      found: [],
      plant: async ({ iam }) => {
        const UserName = PolicyArn.split("/").at(-1)!.slice(-60);
        await iam.createUser({ UserName });
        await iam.attachUserPolicy({ UserName, PolicyArn });
      },
    },
  ];
}

/** Everything that can be changed of a parameter. */
export function parameterPlants({ identifier: Name, properties }: WatchedResource): Plant[] {
  const tags = Object.entries(properties.Tags as Record<string, string>);
  const [changed, removed] = [tags[0]![0], tags.at(-1)![0]];
  const target = { ResourceType: "Parameter", ResourceId: Name } as const;
  return [
    {
      title: "changes its value",
      found: ["Value"],
      plant: ({ ssm }) => ssm.putParameter({ Name, Value: "by-hand", Overwrite: true }),
    },
    {
      title: "makes it anew as a list",
      found: [...tags.map(([key]) => `Tags[${key}]`), "Type"],
      plant: async ({ ssm }) => {
        const { Parameter: parameter } = await ssm.getParameter({ Name });
        await ssm.deleteParameter({ Name });
        await ssm.putParameter({ Name, Value: parameter?.Value, Type: "StringList" });
      },
    },
    {
      title: `changes the tag ${changed}`,
      found: [`Tags[${changed}]`],
      plant: ({ ssm }) => ssm.addTagsToResource({ ...target, Tags: [{ Key: changed, Value: "by hand" }] }),
    },
    {
      title: `removes the tag ${removed}`,
      found: [`Tags[${removed}]`],
      plant: ({ ssm }) => ssm.removeTagsFromResource({ ...target, TagKeys: [removed] }),
    },
    {
      title: "adds a tag",
      found: ["Tags[ByHand]"],
      plant: ({ ssm }) => ssm.addTagsToResource({ ...target, Tags: [{ Key: "ByHand", Value: "1" }] }),
    },
  ];
}

const PLANTS: Record<string, (watched: WatchedResource) => Plant[]> = {
  "AWS::IAM::Group": groupPlants,
  "AWS::IAM::Role": rolePlants,
  "AWS::IAM::ManagedPolicy": managedPolicyPlants,
  "AWS::SSM::Parameter": parameterPlants,
};

/** Everything that can be changed of one resource, one change at a time: what the template sets, and what can be added. */
export function plantsOf(watched: WatchedResource): Plant[] {
  return PLANTS[watched.type]!(watched);
}
