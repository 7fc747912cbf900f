import type { WatchedResource } from "../../core/template/watched-resource";
import type { WantedName } from "../existing-names";
import type { Answer } from "../preflight/answer";
import { failing, type Judgement, ok, unanswered } from "../preflight/judgement";

/** What iam:GetAccountSummary tells: counts and quotas by AWS's names for them. */
export type AccountSummary = Readonly<Record<string, number>>;

/** What the account is asked to take. */
export interface QuotaRequest {
  resources: readonly WatchedResource[];
  /** Names that neither the stack nor anybody else has: what the deployment adds. */
  added: readonly WantedName[];
}

interface CountedQuota {
  what: string;
  /** CloudFormation type each of whose resources counts one. */
  type: string;
  /** Keys of the account's summary (IAM API reference, GetAccountSummary). */
  count: string;
  quota: string;
}

const COUNTED: readonly CountedQuota[] = [
  { what: "groups", type: "AWS::IAM::Group", count: "Groups", quota: "GroupsQuota" },
  { what: "roles", type: "AWS::IAM::Role", count: "Roles", quota: "RolesQuota" },
  {
    what: "customer managed policies",
    type: "AWS::IAM::ManagedPolicy",
    count: "Policies",
    quota: "PoliciesQuota",
  },
  {
    what: "versions of managed policies",
    type: "AWS::IAM::ManagedPolicy",
    count: "PolicyVersionsInUse",
    quota: "PolicyVersionsInUseQuota",
  },
];

interface SizedQuota {
  what: string;
  type: string;
  quota: string;
  sizeOf: (properties: Record<string, unknown>) => number;
  /** The key of `quotas` in the config that assumes another value; absent where none does. */
  key?: string;
}

const attached = (properties: Record<string, unknown>) =>
  Array.isArray(properties.ManagedPolicyArns) ? properties.ManagedPolicyArns.length : 0;

const SIZED: readonly SizedQuota[] = [
  {
    what: "managed policies attached to a group",
    type: "AWS::IAM::Group",
    quota: "AttachedPoliciesPerGroupQuota",
    sizeOf: attached,
  },
  {
    what: "managed policies attached to a role",
    type: "AWS::IAM::Role",
    quota: "AttachedPoliciesPerRoleQuota",
    sizeOf: attached,
    key: "quotas.managed_policies_per_role",
  },
  {
    what: "characters of a role's trust policy",
    type: "AWS::IAM::Role",
    quota: "AssumeRolePolicySizeQuota",
    // Whitespace does not count (IAM User Guide, "IAM and AWS STS quotas").
    sizeOf: ({ AssumeRolePolicyDocument: document }) =>
      document === undefined ? 0 : JSON.stringify(document).replace(/\s/g, "").length,
    key: "quotas.role_trust_policy_characters",
  },
];

const RAISE = "ask AWS to raise it in Service Quotas (IAM, us-east-1)";

function notTold(what: string): Judgement {
  return {
    check: "quotas",
    status: "unknown",
    sentence: `not known: ${what} (iam:GetAccountSummary does not say)`,
    todo: "look in Service Quotas",
  };
}

function judgeCounted(quota: CountedQuota, request: QuotaRequest, summary: AccountSummary): Judgement[] {
  const there = summary[quota.count];
  const allowed = summary[quota.quota];
  const added = request.added.filter(({ type }) => type === quota.type).length;
  if (there === undefined || allowed === undefined) {
    return [notTold(`how many ${quota.what} the account has and may have`)];
  }
  const figures = `${there} ${quota.what} and ${added} more, ${allowed} are allowed`;
  // An account that is full already takes an update that adds nothing.
  if (added === 0 || there + added <= allowed) return [ok("quotas", `the account has ${figures}`)];
  return [failing("quotas", `the account would have ${figures}`, `remove what nobody uses, or ${RAISE}`)];
}

function judgeSized(quota: SizedQuota, request: QuotaRequest, summary: AccountSummary): Judgement[] {
  const sizes = request.resources
    .filter(({ type }) => type === quota.type)
    .map(({ identifier, properties }) => ({ identifier, size: quota.sizeOf(properties) }));
  const most = Math.max(0, ...sizes.map(({ size }) => size));
  if (most === 0) return [];
  const allowed = summary[quota.quota];
  if (allowed === undefined) return [notTold(`how many ${quota.what} the account allows`)];
  const over = sizes.filter(({ size }) => size > allowed);
  if (over.length === 0) return [ok("quotas", `at most ${most} ${quota.what}, ${allowed} are allowed`)];
  const assumed = quota.key === undefined ? "" : `, and let ${quota.key} say what the account has`;
  return over.map(({ identifier, size }) =>
    failing(
      "quotas",
      `${identifier} has ${size} ${quota.what}, the account allows ${allowed}`,
      `${RAISE}${assumed}`,
    ),
  );
}

/**
 * Holds what the deployment adds against the account's own quotas; what the stack has already does not count again.
 * Pure.
 */
export function judgeQuotas(request: QuotaRequest, summary: Answer<AccountSummary>): Judgement[] {
  if ("failure" in summary) {
    const what = "whether the account's IAM quotas have room";
    return [unanswered("quotas", { what, action: "iam:GetAccountSummary", failure: summary.failure })];
  }
  return [
    ...COUNTED.flatMap((quota) => judgeCounted(quota, request, summary.value)),
    ...SIZED.flatMap((quota) => judgeSized(quota, request, summary.value)),
  ];
}
