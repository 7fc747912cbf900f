import { AWS_LIMITS } from "./aws-limits";
import type { PolicyDocument, Statement } from "./policy-document";
import { policySize, statementSize } from "./policy-size";

/** What IAM takes in a role's description (IAM API reference, CreateRole). */
const DESCRIPTION = /^[\t\n\r\x20-\x7e\xa1-\xff]*$/;

/** Something with its size in characters as IAM counts them. */
export interface Sized {
  name: string;
  size: number;
}

/** What IAM's quotas look at in a group or a role. */
export interface LimitedPrincipal {
  /** Its name in AWS. */
  name: string;
  /** Its inline policies. */
  inline: readonly Sized[];
  /** How many managed policies are attached, AWS's own and others. */
  attached: number;
  /** What it is granted, wherever that ended up, to say what takes most. */
  grants: readonly Sized[];
}

/** What IAM's quotas look at in a role. */
export interface LimitedRole extends LimitedPrincipal {
  description: string;
  /** Characters of the trust policy, as IAM counts them. */
  trustSize: number;
}

/** Something that IAM would refuse. */
export interface LimitFinding {
  /** What it is about, where it is not the whole. */
  about?: "description" | "name" | "document";
  message: string;
  hint?: string;
}

/** A named policy with its size. */
export function sizeOf({ name, document }: { name: string; document: PolicyDocument }): Sized {
  return { name, size: policySize(document) };
}

/** What IAM would refuse about a group. */
export function groupFindings(group: LimitedPrincipal): LimitFinding[] {
  return [
    ...nameFindings(group.name, AWS_LIMITS.groupNameCharacters),
    ...inlineFindings(group, AWS_LIMITS.groupInlineCharacters),
    ...attachmentFindings(group, AWS_LIMITS.attachedPolicies),
  ];
}

/** What IAM would refuse about a role, with the quotas that AWS may have raised for the account. */
export function roleFindings(
  role: LimitedRole,
  quotas: { attachedPolicies: number; trustPolicyCharacters: number },
): LimitFinding[] {
  const findings = [
    ...nameFindings(role.name, AWS_LIMITS.roleNameCharacters),
    ...inlineFindings(role, AWS_LIMITS.roleInlineCharacters),
    ...attachmentFindings(role, quotas.attachedPolicies),
  ];
  const limit = quotas.trustPolicyCharacters;
  if (role.trustSize > limit) {
    const message = `the trust policy of ${role.name} has ${role.trustSize} characters, at most ${limit} are allowed`;
    findings.push({ message });
  }
  const { description } = role;
  if (description.length > AWS_LIMITS.descriptionCharacters || !DESCRIPTION.test(description)) {
    findings.push({
      about: "description",
      message: `IAM takes up to ${AWS_LIMITS.descriptionCharacters} characters of Latin-1`,
      hint: "leave out other scripts, long dashes and emoji",
    });
  }
  return findings;
}

/** What IAM would refuse about a managed policy's name. */
export function policyNameFindings(name: string): LimitFinding[] {
  if (name.length <= AWS_LIMITS.policyNameCharacters) return [];
  const message = `the policy name ${name} has more than ${AWS_LIMITS.policyNameCharacters} characters`;
  return [{ about: "name", message }];
}

/** What IAM would refuse about a managed policy's document. */
export function policyDocumentFindings(name: string, document: PolicyDocument): LimitFinding[] {
  const size = policySize(document);
  if (size <= AWS_LIMITS.managedPolicyCharacters) return [];
  const statements = document.Statement.map((statement: Statement) => ({
    name: String(statement.Sid),
    size: statementSize(statement),
  }));
  return [
    {
      about: "document",
      message: `${name} has ${size} characters, a managed policy at most ${AWS_LIMITS.managedPolicyCharacters} (${largestFirst(statements)})`,
      hint: "split this statement into two with fewer actions or resources each",
    },
  ];
}

function nameFindings(name: string, limit: number): LimitFinding[] {
  if (name.length <= limit) return [];
  const message = `its name in AWS, ${name}, has ${name.length} characters, at most ${limit} are allowed`;
  return [{ about: "name", message }];
}

function inlineFindings({ name, inline }: LimitedPrincipal, limit: number): LimitFinding[] {
  const total = inline.reduce((sum, { size }) => sum + size, 0);
  if (total <= limit) return [];
  const message = `the inline policies of ${name} have ${total} characters together, at most ${limit} are allowed`;
  const hint = "grant less, or give fewer roles to assume";
  return [{ message: `${message} (${largestFirst(inline)})`, hint }];
}

function attachmentFindings({ name, attached, grants }: LimitedPrincipal, limit: number): LimitFinding[] {
  if (attached <= limit) return [];
  const message = `${name} would have ${attached} managed policies attached, at most ${limit} are allowed`;
  const largest = grants.length > 0 ? ` (${largestFirst(grants)})` : "";
  const hint = "assign fewer services or lower levels, or name fewer AWS managed policies";
  return [{ message: `${message}${largest}`, hint }];
}

function largestFirst(sizes: readonly Sized[]): string {
  return [...sizes]
    .sort((a, b) => b.size - a.size)
    .slice(0, 5)
    .map(({ name, size }) => `${name} ${size}`)
    .join(", ");
}
