import type { AccessChange, AttachmentChange, SettingChange } from "./access-change";
import { compareGrants } from "./compare-grants";
import { coverage } from "./grant-coverage";
import type { PolicyStatement } from "./policy-statement";
import type { ForeignPolicy, Holder, PrincipalAccess } from "./principal-access";

const EVERYTHING: PolicyStatement = {
  effect: "Allow",
  actions: { negated: false, values: ["*"] },
  resources: { negated: false, values: ["*"] },
  conditions: [],
  variables: true,
};

const NOTHING = { statements: [], foreign: [], tags: {} };

const plain = (access: Pick<PrincipalAccess, "statements">) =>
  access.statements.map(({ statement }) => statement);

const foreignStatements = (access: Pick<PrincipalAccess, "foreign">) =>
  access.foreign.flatMap(({ statements }) => statements ?? []);

type Sides = Record<"before" | "after", Pick<PrincipalAccess, "statements" | "foreign">>;

function attachedVerdict({ before }: Sides): Pick<AttachmentChange, "wider" | "why"> {
  const known = [...plain(before), ...foreignStatements(before)];
  return coverage(EVERYTHING, known).covered
    ? { wider: false, why: "everything was allowed before" }
    : { wider: true, why: "not attached before; what it allows is decided elsewhere" };
}

function detachedVerdict(
  { statements }: ForeignPolicy,
  { after }: Sides,
): Pick<AttachmentChange, "wider" | "why"> {
  if (statements === undefined) return { wider: true, why: "it may have denied something: it can't be read" };
  const denials = statements.filter(({ effect }) => effect === "Deny");
  const rest = [...plain(after), ...foreignStatements(after)];
  return denials.every((statement) => coverage(statement, rest).covered)
    ? { wider: false, why: "" }
    : { wider: true, why: "what it denied is no longer denied" };
}

function compareAttachments(holder: Holder, sides: Sides, gone: boolean): AttachmentChange[] {
  const { before, after } = sides;
  const onlyIn = (a: Sides["before"], b: Sides["before"]) =>
    a.foreign.filter(({ arn }) => !b.foreign.some((other) => other.arn === arn));
  const row = (policy: ForeignPolicy, change: AttachmentChange["change"]): AttachmentChange => ({
    kind: "attachment",
    change,
    policyArn: policy.arn,
    for: [{ ...holder, through: [] }],
    ...(change === "given"
      ? attachedVerdict(sides)
      : gone
        ? { wider: false, why: "" }
        : detachedVerdict(policy, sides)),
  });
  return [
    ...onlyIn(after, before).map((policy) => row(policy, "given")),
    ...onlyIn(before, after).map((policy) => row(policy, "taken")),
  ];
}

function boundaryVerdict(
  before: PrincipalAccess,
  after: PrincipalAccess,
): Pick<SettingChange, "wider" | "why"> {
  if (before.boundary === undefined) return { wider: false, why: "" };
  if (after.boundary === undefined) return { wider: true, why: "nothing bounds the role any more" };
  const [old, now] = [before.boundaryStatements, after.boundaryStatements];
  const of = (effect: PolicyStatement["effect"], statements: readonly PolicyStatement[]) =>
    statements.filter((statement) => statement.effect === effect);
  const shown =
    old !== undefined &&
    now !== undefined &&
    of("Allow", now).every((statement) => coverage(statement, old).covered) &&
    of("Deny", old).every((statement) => coverage(statement, now).covered);
  return shown
    ? { wider: false, why: "" }
    : { wider: true, why: "the new boundary may allow more than the old one" };
}

function compareBoundary(before: PrincipalAccess, after: PrincipalAccess): SettingChange[] {
  const documents = [before.boundaryStatements, after.boundaryStatements].map((it) => JSON.stringify(it));
  if (before.boundary === after.boundary && documents[0] === documents[1]) return [];
  const judged = boundaryVerdict(before, after);
  return [
    {
      kind: "boundary",
      key: "",
      before: before.boundary ?? "",
      after: after.boundary ?? "",
      for: [{ ...after.holder, through: [] }],
      ...judged,
    },
  ];
}

function compareSession(before: PrincipalAccess, after: PrincipalAccess): SettingChange[] {
  const [old, now] = [before.sessionSeconds, after.sessionSeconds];
  if (old === undefined || now === undefined || old === now) return [];
  return [
    {
      kind: "session-duration",
      key: "",
      before: String(old),
      after: String(now),
      for: [{ ...after.holder, through: [] }],
      // A value that is no number can't be shown to be shorter.
      wider: !(now <= old),
      why: now <= old ? "" : "a session lasts longer",
    },
  ];
}

/**
 * What a group or role may do more or less than before, who may assume it more or less, and what bounds it. Of a new
 * one everything is wider; with a group that goes, what it denied its members is no longer denied.
 */
export function comparePrincipals(
  before: PrincipalAccess | undefined,
  after: PrincipalAccess | undefined,
): AccessChange[] {
  const holder = (after ?? before)!.holder;
  const sides = { before: before ?? NOTHING, after: after ?? NOTHING };
  const gone = after === undefined && holder.kind === "role";
  return [
    ...compareGrants({
      holder,
      before: sides.before.statements,
      after: sides.after.statements,
      alsoBefore: foreignStatements(sides.before),
      alsoAfter: foreignStatements(sides.after),
      gone,
    }),
    ...compareAttachments(holder, sides, gone),
    ...compareGrants({ holder, before: before?.trust ?? [], after: after?.trust ?? [], gone }),
    ...(before === undefined || after === undefined
      ? []
      : [...compareBoundary(before, after), ...compareSession(before, after)]),
  ];
}
