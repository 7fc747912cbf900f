import { counted, plural } from "../../core/wording/join-words";
import { resourceNoun } from "../../core/wording/resource-nouns";
import type { ActionOption } from "../action";
import { describeRemains } from "./describe-remains";
import { FLAG_OF } from "./flags";
import type { DeletionResult } from "./perform-deletion";

/** The option by which a test copy is meant. */
export const DELETE_COPY: ActionOption = {
  flags: "--test-suffix <suffix>",
  description: "delete the test copy with these six characters instead",
};

/** The option by which what stands in the way is removed. */
export const DETACH: ActionOption = {
  flags: "--detach",
  description: "remove what stands in the way: members of groups, what was attached by hand",
};

/** The option by which the protection of prod is lifted. */
export const UNPROTECT: ActionOption = {
  flags: "--unprotect",
  description: "lift the protection of a stack of prod",
};

/** The option by which all that the product's buckets hold is deleted. */
export const EMPTY_BUCKETS: ActionOption = {
  flags: "--empty-buckets",
  description: "delete every version of every object in the product's buckets, for good",
};

/** The option by which all models that are registered are deleted. */
export const DELETE_MODEL_PACKAGES: ActionOption = {
  flags: "--delete-model-packages",
  description: "delete every model package in the product's registry, approved ones included",
};

function heldLines(done: DeletionResult): string[] {
  const verb = done.outcome === "deleted" ? "lost" : "would be lost";
  return Object.entries(done.held).flatMap(([type, names]) => [
    `  ${verb}: ${counted(names.length, resourceNoun(type), plural(resourceNoun(type)))}`,
    ...(type === "AWS::SSM::Parameter" ? [] : names.map((name) => `    ${name}`)),
  ]);
}

function contentLines({ content, outcome }: DeletionResult): string[] {
  const verb = outcome === "deleted" ? "lost" : "would be lost";
  return content.map((sentence) => `  ${verb}: ${sentence}`);
}

function keyLines({ pendingKeys }: DeletionResult): string[] {
  return pendingKeys.flatMap(({ keyId, deletionDate, cancelWith }) => [
    `  key        ${keyId} is deleted on ${deletionDate.slice(0, 10)}; to keep it:`,
    ...cancelWith.map((command) => `    ${command}`),
  ]);
}

function obstacleLines({ obstacles, outcome }: DeletionResult): string[] {
  if (outcome === "deleted" || obstacles.length === 0) return [];
  return [
    "  in the way:",
    ...obstacles.map(({ sentence, removedBy, byHand }) => {
      const flag = FLAG_OF[removedBy];
      return `    ${sentence}: ${flag === undefined ? byHand : `${flag}, or ${byHand}`}`;
    }),
  ];
}

function heading({ outcome, stackName, missingFlags: missing }: DeletionResult): string {
  switch (outcome) {
    case "deleted":
      return `Deleted ${stackName}.`;
    case "absent":
      return `There is no ${stackName}: nothing was deleted.`;
    case "would-delete":
      return `Would delete ${stackName}. Nothing was written.`;
    case "refused": {
      const way = missing.length === 0 ? "first do by hand what is listed" : `add ${missing.join(" ")}`;
      return `Would delete ${stackName}. Nothing was written: ${way}.`;
    }
  }
}

/** What a deletion did, or would do, a line an element. */
export function describeDeletion(done: DeletionResult): string[] {
  const state = done.pulumiStackKept
    ? `the Pulumi stack ${done.pulumiStack} stays, empty, with its history: pulumi stack rm ${done.pulumiStack}`
    : `the Pulumi stack ${done.pulumiStack} is gone`;
  return [
    heading(done),
    ...heldLines(done),
    ...contentLines(done),
    ...obstacleLines(done),
    ...done.unknown.map((sentence) => `  not known: ${sentence}`),
    ...done.removed.map(({ sentence }) => `  removed    ${sentence}`),
    ...keyLines(done),
    ...(done.outcome === "deleted" ? [`  state      ${state}`] : []),
    ...(done.remains === undefined ? [] : describeRemains(done.remains)),
  ];
}
