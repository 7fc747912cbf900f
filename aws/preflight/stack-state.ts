import type { DeployedStack } from "../deployed-stack";

/** What a stack's status means for the next deployment. */
export type StackState = { kind: "ready" } | { kind: "leftover" } | { kind: "blocked"; way: string };

const READY = new Set([
  "CREATE_COMPLETE",
  "UPDATE_COMPLETE",
  "UPDATE_ROLLBACK_COMPLETE",
  "IMPORT_COMPLETE",
  "IMPORT_ROLLBACK_COMPLETE",
]);

/** Judges a stack's status; `way` says what to do where nothing can be deployed on it. */
export function judgeStackState(stack: DeployedStack, region: string): StackState {
  const target = `--stack-name ${stack.name} --region ${region}`;
  if (READY.has(stack.status)) return { kind: "ready" };
  switch (stack.status) {
    case "ROLLBACK_COMPLETE":
      return { kind: "leftover" };
    case "UPDATE_ROLLBACK_FAILED":
      return {
        kind: "blocked",
        way: `remove what AWS names as the reason, then run "aws cloudformation continue-update-rollback ${target}", or name the resources to leave out with --resources-to-skip`,
      };
    case "DELETE_FAILED":
      return {
        kind: "blocked",
        way: `detach what was attached to its groups, roles and policies by hand, then run "aws cloudformation delete-stack ${target}"`,
      };
    case "ROLLBACK_FAILED":
    case "CREATE_FAILED":
    case "UPDATE_FAILED":
      return {
        kind: "blocked",
        way: `look at its events in the CloudFormation console, then run "aws cloudformation ${stack.status === "UPDATE_FAILED" ? "rollback-stack" : "delete-stack"} ${target}"`,
      };
    case "REVIEW_IN_PROGRESS":
      return {
        kind: "blocked",
        way: `it was begun by a change set that was never executed: run "aws cloudformation delete-stack ${target}"`,
      };
    default:
      return {
        kind: "blocked",
        way: stack.status.endsWith("_IN_PROGRESS")
          ? "another deployment is under way: wait until it is done"
          : "look at it in the CloudFormation console",
      };
  }
}
