import { createRequire } from "node:module";
import { ExitCode } from "../../core/errors";
import { action } from "../action";
import type * as deletion from "../deployment/delete-stack";
import { describeRemains } from "../deployment/describe-remains";
import { FLAG_OF } from "../deployment/flags";

type DeleteStackResult = deletion.DeleteStackResult;

/** What runs it is loaded when it runs: local actions don't wait for it. */
const load = createRequire(__filename);

const NOUNS: Record<string, string> = {
  "AWS::IAM::Group": "groups",
  "AWS::IAM::Role": "roles",
  "AWS::IAM::ManagedPolicy": "policies",
  "AWS::SSM::Parameter": "parameters",
};

function heldLines(done: DeleteStackResult): string[] {
  const verb = done.outcome === "deleted" ? "lost" : "would be lost";
  return Object.entries(done.held).flatMap(([type, names]) => [
    `  ${verb}: ${names.length} ${NOUNS[type] ?? type}`,
    ...(type === "AWS::SSM::Parameter" ? [] : names.map((name) => `    ${name}`)),
  ]);
}

function obstacleLines({ obstacles, outcome }: DeleteStackResult): string[] {
  if (outcome === "deleted" || obstacles.length === 0) return [];
  return [
    "  in the way:",
    ...obstacles.map(({ sentence, removedBy, byHand }) => {
      const flag = FLAG_OF[removedBy];
      return `    ${sentence}: ${flag === undefined ? byHand : `${flag}, or ${byHand}`}`;
    }),
  ];
}

function heading({ outcome, stackName, missingFlags: missing }: DeleteStackResult): string {
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

function describe(done: DeleteStackResult): string[] {
  const state = done.pulumiStackKept
    ? `the Pulumi stack ${done.pulumiStack} stays, empty, with its history: pulumi stack rm ${done.pulumiStack}`
    : `the Pulumi stack ${done.pulumiStack} is gone`;
  return [
    heading(done),
    ...heldLines(done),
    ...obstacleLines(done),
    ...done.unknown.map((sentence) => `  not known: ${sentence}`),
    ...done.removed.map(({ sentence }) => `  removed    ${sentence}`),
    ...(done.outcome === "deleted" ? [`  state      ${state}`] : []),
    ...(done.remains === undefined ? [] : describeRemains(done.remains)),
  ];
}

/** Deletes an environment, or a test copy of it, and leaves nothing behind. */
export const deleteStack = action<DeleteStackResult>({
  id: "delete-stack",
  title: "Delete the environment",
  summary: "Delete the environment's groups, roles and policies, or those of a test copy",
  options: [
    {
      flags: "--test-suffix <suffix>",
      description: "delete the test copy with these six characters instead",
    },
    {
      flags: "--detach",
      description: "remove what stands in the way: members of groups, what was attached by hand",
    },
    { flags: "--unprotect", description: "lift the protection of a stack of prod" },
  ],
  effect: "writes",
  force: "delete: without it, say what would be lost and exit 3",
  dryRun: "say what would be lost, and write nothing but the log",
  run: (context) => (load("../deployment/delete-stack") as typeof deletion).deleteEnvironment(context),
  describe,
  exitCode: ({ outcome }) => (outcome === "refused" ? ExitCode.Refused : ExitCode.Done),
});
