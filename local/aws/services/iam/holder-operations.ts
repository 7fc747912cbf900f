import { limits } from "../../limits";
import { AwsError, type CallContext, type Operations } from "../../service";
import { groups, policyByArn, roles, type Table, users } from "./entities";
import type { Holder } from "./records";
import { limitExceeded, noSuchEntity } from "./errors";
import { checkDocumentText, checkLength, checkName, policySize } from "./input-rules";
import { page } from "./page";
import { checkPolicyDocument } from "./policy-grammar";
import { encodeDocument } from "./shapes";

const POLICY_NAME_LENGTH = 128;

/** Kinds of entities that carry policies: their word in operations' names, their table and their quota. */
interface HolderKind {
  word: "Group" | "Role" | "User";
  table: Table<Holder>;
  inlineSize: number;
}

const kinds: readonly HolderKind[] = [
  { word: "Group", table: groups as unknown as Table<Holder>, inlineSize: limits.groupInlineSize },
  { word: "Role", table: roles as unknown as Table<Holder>, inlineSize: limits.roleInlineSize },
  { word: "User", table: users as unknown as Table<Holder>, inlineSize: limits.userInlineSize },
];

interface HolderInput {
  GroupName?: string;
  RoleName?: string;
  UserName?: string;
  PolicyName: string;
  PolicyDocument: string;
  PolicyArn: string;
  PathPrefix?: string;
  Marker?: string;
  MaxItems?: number;
}

function nameOf(kind: HolderKind, input: HolderInput): string {
  return input[`${kind.word}Name`]!;
}

function putPolicy(kind: HolderKind, input: HolderInput, context: CallContext): void {
  checkName(input.PolicyName, "policyName", POLICY_NAME_LENGTH);
  const holder = kind.table.get(context, nameOf(kind, input));
  checkDocumentText(input.PolicyDocument, "policyDocument");
  checkPolicyDocument(input.PolicyDocument, "identity");
  holder.inline[input.PolicyName] = input.PolicyDocument;
  const size = Object.values(holder.inline).reduce((sum, document) => sum + policySize(document), 0);
  if (size > kind.inlineSize) {
    const { word } = kind;
    throw limitExceeded(
      `Maximum policy size of ${kind.inlineSize} bytes exceeded for ${word.toLowerCase()} ${nameOf(kind, input)}`,
    );
  }
  kind.table.save(context, holder);
}

function inlinePolicy(kind: HolderKind, holder: Holder, policyName: string): string {
  const document = Object.hasOwn(holder.inline, policyName) ? holder.inline[policyName] : undefined;
  if (document === undefined) {
    throw noSuchEntity(`The ${kind.word.toLowerCase()} policy with name ${policyName} cannot be found.`);
  }
  return document;
}

function getPolicy(kind: HolderKind, input: HolderInput, context: CallContext): unknown {
  const holder = kind.table.get(context, nameOf(kind, input));
  const document = inlinePolicy(kind, holder, input.PolicyName);
  return {
    [`${kind.word}Name`]: nameOf(kind, input),
    PolicyName: input.PolicyName,
    PolicyDocument: encodeDocument(document),
  };
}

function deletePolicy(kind: HolderKind, input: HolderInput, context: CallContext): void {
  const holder = kind.table.get(context, nameOf(kind, input));
  inlinePolicy(kind, holder, input.PolicyName);
  delete holder.inline[input.PolicyName];
  kind.table.save(context, holder);
}

function listPolicies(kind: HolderKind, input: HolderInput, context: CallContext): unknown {
  const holder = kind.table.get(context, nameOf(kind, input));
  const { items, ...rest } = page(Object.keys(holder.inline).sort(), input);
  return { PolicyNames: items, ...rest };
}

function checkPolicyArn(arn: string): void {
  checkLength(arn, "policyArn", 20, 2048);
  if (!/^arn:[^:]+:iam::(?:aws|\d{12}):policy\/.+/.test(arn)) {
    throw new AwsError("InvalidInput", `ARN ${arn} is not valid.`, 400);
  }
}

function attachPolicy(kind: HolderKind, input: HolderInput, context: CallContext): void {
  checkPolicyArn(input.PolicyArn);
  const holder = kind.table.get(context, nameOf(kind, input));
  if (policyByArn(context, input.PolicyArn) === undefined) {
    throw noSuchEntity(`Policy ${input.PolicyArn} does not exist or is not attachable.`);
  }
  if (holder.attached.includes(input.PolicyArn)) return;
  if (holder.attached.length >= limits.attachments) {
    throw limitExceeded(`Cannot exceed quota for PoliciesPer${kind.word}: ${limits.attachments}`);
  }
  holder.attached.push(input.PolicyArn);
  kind.table.save(context, holder);
}

function detachPolicy(kind: HolderKind, input: HolderInput, context: CallContext): void {
  checkPolicyArn(input.PolicyArn);
  const holder = kind.table.get(context, nameOf(kind, input));
  if (!holder.attached.includes(input.PolicyArn)) {
    throw noSuchEntity(`Policy ${input.PolicyArn} was not found.`);
  }
  holder.attached = holder.attached.filter((arn) => arn !== input.PolicyArn);
  kind.table.save(context, holder);
}

function listAttached(kind: HolderKind, input: HolderInput, context: CallContext): unknown {
  const holder = kind.table.get(context, nameOf(kind, input));
  const prefix = input.PathPrefix ?? "/";
  const attached = holder.attached.filter((arn) => arn.slice(arn.indexOf(":policy/") + 7).startsWith(prefix));
  const { items, ...rest } = page(attached, input);
  return { AttachedPolicies: items.map(attachedShape), ...rest };
}

/** An attached policy by name and ARN. */
export function attachedShape(arn: string): { PolicyName: string; PolicyArn: string } {
  return { PolicyName: arn.slice(arn.lastIndexOf("/") + 1), PolicyArn: arn };
}

function operationsOf(kind: HolderKind): Operations {
  const bind =
    (operation: (kind: HolderKind, input: HolderInput, context: CallContext) => unknown) =>
    (input: HolderInput, context: CallContext): unknown =>
      operation(kind, input, context);
  return {
    [`Put${kind.word}Policy`]: bind(putPolicy),
    [`Get${kind.word}Policy`]: bind(getPolicy),
    [`Delete${kind.word}Policy`]: bind(deletePolicy),
    [`List${kind.word}Policies`]: bind(listPolicies),
    [`Attach${kind.word}Policy`]: bind(attachPolicy),
    [`Detach${kind.word}Policy`]: bind(detachPolicy),
    [`ListAttached${kind.word}Policies`]: bind(listAttached),
  };
}

/** Inline and attached policies, the same for groups, roles and users. */
export const holderOperations: Operations = Object.assign({}, ...kinds.map(operationsOf)) as Operations;
