import { byText } from "../text-order";
import type { Condition, PatternSet, PolicyStatement } from "./policy-statement";

/** Where a statement stands: a policy of the principal, by the name that people know it by. */
export interface PolicySource {
  kind: "inline" | "managed" | "trust" | "resource";
  /** Policy's name; for a policy that is not of the stack its ARN. */
  name: string;
}

/** A statement, and where it stands. */
export interface SourcedStatement {
  statement: PolicyStatement;
  source: PolicySource;
}

/** The smallest part of a grant: one action on one resource for one principal, as far as they are named one by one. */
export interface GrantCell {
  /** The statement, with one value where it named several. */
  statement: PolicyStatement;
  /** Every place that says it, in order and once each. */
  sources: PolicySource[];
}

const single = (value: string): PatternSet => ({ negated: false, values: [value] });

/** What a `Not…` element leaves out can't be taken apart: the rest is one set. */
function parts(set: PatternSet | undefined): (PatternSet | undefined)[] {
  return set === undefined || set.negated ? [set] : set.values.map(single);
}

function inOrder(set: PatternSet | undefined): PatternSet | undefined {
  return set && { ...set, values: [...new Set(set.values)].sort(byText) };
}

function orderedConditions(conditions: readonly Condition[]): Condition[] {
  return conditions
    .map(({ operator, key, values }) => ({ operator, key, values: [...new Set(values)].sort(byText) }))
    .sort((a, b) => byText(a.operator, b.operator) || byText(a.key, b.key));
}

/** A statement's parts, without what means nothing: two that mean the same have the same text. */
function cellText({ effect, actions, resources, principals, conditions, variables }: PolicyStatement) {
  const lower = (text: string) => text.toLowerCase();
  const usesVariables = variables && JSON.stringify([resources, conditions]).includes("${");
  return JSON.stringify([
    effect,
    { ...actions, values: actions.values.map(lower) },
    resources,
    principals,
    conditions.map(({ operator, key, values }) => [lower(operator), lower(key), values]),
    usesVariables,
  ]);
}

/** Takes statements apart, by the text of each part. */
export function cellsOf(statements: readonly SourcedStatement[]): Map<string, GrantCell> {
  const cells = new Map<string, GrantCell>();
  for (const { statement, source } of statements) {
    const conditions = orderedConditions(statement.conditions);
    for (const actions of parts(inOrder(statement.actions))) {
      for (const resources of parts(inOrder(statement.resources))) {
        for (const principals of parts(inOrder(statement.principals))) {
          const cell = { ...statement, actions: actions!, conditions };
          if (resources !== undefined) cell.resources = resources;
          if (principals !== undefined) cell.principals = principals;
          add(cells, cell, source);
        }
      }
    }
  }
  return cells;
}

function add(cells: Map<string, GrantCell>, statement: PolicyStatement, source: PolicySource): void {
  const text = cellText(statement);
  const known = cells.get(text);
  if (known === undefined) cells.set(text, { statement, sources: [source] });
  else if (!known.sources.some(({ kind, name }) => kind === source.kind && name === source.name)) {
    known.sources.push(source);
  }
}

function merged(sets: readonly (PatternSet | undefined)[]): PatternSet | undefined {
  const [first] = sets;
  if (first === undefined || first.negated) return first;
  return inOrder({ negated: false, values: sets.flatMap((set) => set!.values) });
}

type Member = "actions" | "resources" | "principals";

/** Cells that differ in one member alone, put together. */
function mergedBy(member: Member, statements: readonly PolicyStatement[]): PolicyStatement[] {
  const alike = new Map<string, PolicyStatement[]>();
  for (const statement of statements) {
    // What is left out is not to be put together with anything.
    const apart = statement[member]?.negated === true ? statement[member] : undefined;
    const text = JSON.stringify([cellText({ ...statement, [member]: single("") }), apart]);
    alike.set(text, [...(alike.get(text) ?? []), statement]);
  }
  return [...alike.values()].map((group) => {
    const set = merged(group.map((statement) => statement[member]));
    return set === undefined ? group[0]! : { ...group[0]!, [member]: set };
  });
}

/** Puts cells together again, as few statements as say the same: what a person can read. */
export function statementsFrom(cells: readonly PolicyStatement[]): PolicyStatement[] {
  return mergedBy("actions", mergedBy("resources", mergedBy("principals", cells)));
}
