import { partitionOf } from "../naming/partition";
import type { Statement } from "../security/policy-document";
import { describeAccountWide, describeActions, type LevelsOf } from "./action-words";
import { describeConditions } from "./condition-words";
import { capitalised, joinWords } from "./join-words";
import { describeResources, type HomePlace } from "./resource-words";

/** What the words of a statement depend on. */
export interface WordingContext {
  home: HomePlace;
  levelsOf: LevelsOf;
}

/** One statement in words, with what the words leave out. */
export interface StatementWords {
  /** Empty where the statement has none. */
  sid: string;
  effect: Statement["Effect"];
  /** `Read and write objects in buckets edge-dev-b001-*; only over TLS`, without a full stop. */
  sentence: string;
  actions: readonly string[];
  resources: readonly string[];
}

/** One statement of a permissions policy, in words. */
export function describeStatement(statement: Statement, context: WordingContext): StatementWords {
  const { Sid: sid = "", Effect: effect, Action: actions, Resource: resources = [] } = statement;
  const what = deeds(statement, context);
  const conditions = joinWords(describeConditions(statement.Condition));
  const only = conditions === "" ? "" : `; only ${conditions}`;
  const when = conditions === "" ? "" : `, ${conditions}`;
  const sentence = effect === "Allow" ? `${capitalised(what)}${only}` : `Never ${what}${when}`;
  return { sid, effect, sentence: inPartition(sentence, context.home), actions, resources };
}

function inPartition(text: string, { region }: HomePlace): string {
  return text.replaceAll("${AWS::Partition}", partitionOf(region));
}

function deeds(statement: Statement, { home, levelsOf }: WordingContext): string {
  const { Effect: effect, Action: actions, Resource: resources = [] } = statement;
  if (resources.includes("*")) return `${describeAccountWide(actions)} (in the whole account)`;
  const last = effect === "Allow" ? "and" : "or";
  return describeActions(actions, describeResources(resources, home), { levelsOf, last });
}
