import type { GrantChange } from "./access-change";
import { type Coverage, coverage } from "./grant-coverage";
import {
  cellsOf,
  type GrantCell,
  type PolicySource,
  type SourcedStatement,
  statementsFrom,
} from "./grant-cells";
import type { Condition, PolicyStatement } from "./policy-statement";
import type { Holder } from "./principal-access";

/** The statements of one holder on both sides of a change. */
export interface GrantSides {
  holder: Holder;
  before: readonly SourcedStatement[];
  after: readonly SourcedStatement[];
  /** Statements that count as having been there before, beside those that are compared. */
  alsoBefore?: readonly PolicyStatement[];
  alsoAfter?: readonly PolicyStatement[];
  /** Whether nobody is left who could profit from a Deny that is gone. */
  gone?: boolean;
}

type Verdict = Pick<GrantChange, "wider" | "why">;

function conditionText({ operator, key }: Condition): string {
  return `${operator} ${key}`;
}

function verdict(change: GrantChange["change"], effect: GrantChange["effect"], found: Coverage): Verdict {
  const gives = (change === "given") === (effect === "Allow");
  if (!gives) {
    return { wider: false, why: found.covered ? stillThere(effect) : "" };
  }
  if (found.covered) {
    return {
      wider: false,
      why: effect === "Allow" ? "allowed before as well" : "denied by another statement",
    };
  }
  const missing = found.missingConditions.map(conditionText).join(", ");
  if (missing !== "") {
    const loosened = effect === "Allow" ? "no longer, or less strictly, under" : "denied only under";
    return { wider: true, why: `${loosened} ${missing}` };
  }
  return { wider: true, why: effect === "Allow" ? "not allowed before" : "no longer denied" };
}

function stillThere(effect: GrantChange["effect"]): string {
  return effect === "Allow" ? "still allowed by another statement" : "denied before as well";
}

/** A cell that is on one side alone, and what the other side says to it. */
interface JudgedCell extends Verdict {
  change: GrantChange["change"];
  cell: GrantCell;
}

function judgedCells(sides: GrantSides): JudgedCell[] {
  const [before, after] = [cellsOf(sides.before), cellsOf(sides.after)];
  const all = (statements: readonly SourcedStatement[], more: readonly PolicyStatement[] = []) => [
    ...statements.map(({ statement }) => statement),
    ...more,
  ];
  const statementsBefore = all(sides.before, sides.alsoBefore);
  const statementsAfter = all(sides.after, sides.alsoAfter);
  const judge = (change: GrantChange["change"], [text, cell]: [string, GrantCell]): JudgedCell[] => {
    if ((change === "given" ? before : after).has(text)) return [];
    const found = coverage(cell.statement, change === "given" ? statementsBefore : statementsAfter);
    const { wider, why } = verdict(change, cell.statement.effect, found);
    const harmless = sides.gone === true && change === "taken";
    return [{ change, cell, wider: wider && !harmless, why: harmless ? "" : why }];
  };
  return [
    ...[...after].flatMap((entry) => judge("given", entry)),
    ...[...before].flatMap((entry) => judge("taken", entry)),
  ];
}

/** What one holder may do more or less, in as few rows as say it. */
export function compareGrants(sides: GrantSides): GrantChange[] {
  const groups = new Map<string, JudgedCell[]>();
  for (const judged of judgedCells(sides)) {
    const { change, wider, why, cell } = judged;
    const text = JSON.stringify([change, wider, why, cell.sources]);
    groups.set(text, [...(groups.get(text) ?? []), judged]);
  }
  return [...groups.values()].flatMap((group) => {
    const { change, wider, why, cell } = group[0]!;
    return statementsFrom(group.map((judged) => judged.cell.statement)).map((statement) =>
      grantChange(statement, { change, wider, why }, sides.holder, cell.sources),
    );
  });
}

function grantChange(
  { effect, actions, resources, principals, conditions }: PolicyStatement,
  judged: Pick<GrantChange, "change" | "wider" | "why">,
  holder: Holder,
  through: PolicySource[],
): GrantChange {
  return {
    kind: "grant",
    change: judged.change,
    effect,
    actions,
    ...(resources === undefined ? {} : { resources }),
    ...(principals === undefined ? {} : { principals }),
    conditions,
    for: [{ ...holder, through }],
    wider: judged.wider,
    why: judged.why,
  };
}
