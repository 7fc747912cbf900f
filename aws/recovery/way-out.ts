import type { DeployedStack } from "../deployed-stack";

/** What leads a stack out of its state. */
export type WayOut =
  /** It can be worked on as it is. */
  | { kind: "none" }
  /** Somebody works on it: to be waited for. */
  | { kind: "wait"; what: string }
  | { kind: "delete" | "continue-rollback" | "roll-back"; what: string; command: string }
  /** Nobody can say from here. */
  | { kind: "unknown"; what: string };

/** Options of a way out. */
export interface WayOutOptions {
  region: string;
  /** Logical ids of resources that a rollback leaves as they are. */
  skip?: readonly string[];
}

/** What each state means, and what AWS offers for it (CloudFormation User Guide, "Stack status codes"). */
export function wayOut(
  stack: Pick<DeployedStack, "name" | "status">,
  { region, skip = [] }: WayOutOptions,
): WayOut {
  const { name, status } = stack;
  const aws = (command: string) => `aws cloudformation ${command} --stack-name ${name} --region ${region}`;
  const remove = (what: string): WayOut => ({ kind: "delete", what, command: aws("delete-stack") });
  switch (status) {
    case "CREATE_COMPLETE":
    case "UPDATE_COMPLETE":
    case "UPDATE_ROLLBACK_COMPLETE":
    case "IMPORT_COMPLETE":
    case "IMPORT_ROLLBACK_COMPLETE":
      return { kind: "none" };
    case "ROLLBACK_COMPLETE":
      return remove(
        "its first creation failed and was rolled back: it holds nothing, and must be deleted before it can be created again",
      );
    case "ROLLBACK_FAILED":
    case "CREATE_FAILED":
      return remove(
        "its first creation failed and could not be rolled back: what is left of it must be deleted before it can be created again",
      );
    case "REVIEW_IN_PROGRESS":
      return remove(
        "it was begun by a change set that was never executed: it holds nothing, and must be deleted before it can be created",
      );
    case "DELETE_FAILED":
      return remove("its deletion failed: it must be deleted again, once nothing stands in the way");
    case "UPDATE_ROLLBACK_FAILED": {
      const skipped = skip.length === 0 ? "" : `, leaving ${skip.join(", ")} as they are`;
      const option = skip.length === 0 ? "" : ` --resources-to-skip ${skip.join(" ")}`;
      return {
        kind: "continue-rollback",
        what: `an update failed and so did its rollback: the rollback must be continued${skipped}`,
        command: `${aws("continue-update-rollback")}${option}`,
      };
    }
    case "UPDATE_FAILED":
      return {
        kind: "roll-back",
        what: "an update failed and was left as it was: it must be rolled back",
        command: aws("rollback-stack"),
      };
    default:
      return status.endsWith("_IN_PROGRESS")
        ? { kind: "wait", what: "another operation is under way: it must be waited for" }
        : {
            kind: "unknown",
            what: "no way out of this state is known: look at it in the CloudFormation console",
          };
  }
}
