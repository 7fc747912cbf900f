import { type Static, Type } from "@sinclair/typebox";
import { byText } from "../text-order";
import type { ChangeSetChange } from "./change-set";
import type { ResourceChange } from "./resource-change";

/** JSON Schema of something in which two ways of looking at a change differ. */
export const DisagreementSchema = Type.Object(
  {
    with: Type.Unsafe<"CloudFormation" | "Pulumi">({ type: "string", enum: ["CloudFormation", "Pulumi"] }),
    logicalId: Type.String(),
    ours: Type.String({ description: "What the comparison of the templates says" }),
    theirs: Type.String({ description: "What CloudFormation's change set or Pulumi's preview says" }),
  },
  { additionalProperties: false },
);

/** Something in which the comparison of the templates and another way of looking at the change differ. */
export type Disagreement = Static<typeof DisagreementSchema>;

/** What Pulumi's preview says of one watched resource. */
export interface EngineChange {
  logicalId: string;
  change: "create" | "update" | "replace" | "delete";
}

const ACTIONS: Record<EngineChange["change"], ResourceChange["change"]> = {
  create: "Add",
  update: "Modify",
  replace: "Replace",
  delete: "Remove",
};

const NOTHING = "no change";

/** What is said about one resource, in words that can be compared. */
type Said = ReadonlyMap<string, string>;

function disagree(partner: Disagreement["with"], ours: Said, theirs: Said): Disagreement[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .sort(byText)
    .map((logicalId) => ({
      with: partner,
      logicalId,
      ours: ours.get(logicalId) ?? NOTHING,
      theirs: theirs.get(logicalId) ?? NOTHING,
    }))
    .filter((row) => row.ours !== row.theirs);
}

function withProperties(change: string, names: readonly string[]): string {
  const properties = [...new Set(names)].filter((name) => name !== "").sort(byText);
  return properties.length === 0 ? change : `${change} ${properties.join(", ")}`;
}

function ourWords({ change, properties }: ResourceChange): string {
  const names = properties.map(({ property }) => property);
  return change === "Modify" || change === "Replace" ? withProperties(change, names) : change;
}

function theirWords({ action, replacement, properties }: ChangeSetChange): string {
  if (action !== "Modify") return action;
  const change = replacement === "yes" ? "Replace" : replacement === "maybe" ? "Modify or Replace" : "Modify";
  return withProperties(
    change,
    properties.map(({ attribute, property }) => (attribute === "Properties" ? property : attribute)),
  );
}

/** Where CloudFormation's change set says something else than the comparison of the templates. */
export function changeSetDisagreements(
  ours: readonly ResourceChange[],
  theirs: readonly ChangeSetChange[],
): Disagreement[] {
  return disagree(
    "CloudFormation",
    new Map(ours.map((change) => [change.logicalId, ourWords(change)])),
    new Map(theirs.map((change) => [change.logicalId, theirWords(change)])),
  );
}

/** Where Pulumi's preview says something else: its state does not hold what is deployed. */
export function engineDisagreements(
  ours: readonly ResourceChange[],
  theirs: readonly EngineChange[],
): Disagreement[] {
  return disagree(
    "Pulumi",
    new Map(ours.map(({ logicalId, change }) => [logicalId, change])),
    new Map(theirs.map(({ logicalId, change }) => [logicalId, ACTIONS[change]])),
  );
}
