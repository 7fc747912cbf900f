import type { StackStore } from "./stack-store";

/** An output that other stacks of the region can import. */
export interface Export {
  Name: string;
  Value: string;
  ExportingStackId: string;
}

/** All exports of the account in the region, by name. */
export function exportsOf(store: StackStore): Export[] {
  return store
    .all()
    .filter((stack) => stack.status !== "DELETE_COMPLETE")
    .flatMap((stack) =>
      stack.outputs
        .filter((output) => output.ExportName !== undefined)
        .map((output) => ({
          Name: output.ExportName!,
          Value: output.OutputValue,
          ExportingStackId: stack.stackId,
        })),
    )
    .sort((a, b) => (a.Name < b.Name ? -1 : 1));
}

/** Names of the stacks that import an export. */
export function importersOf(name: string, store: StackStore): string[] {
  return store
    .all()
    .filter((stack) => stack.status !== "DELETE_COMPLETE" && stack.status !== "REVIEW_IN_PROGRESS")
    .filter((stack) => stack.imports?.includes(name))
    .map((stack) => stack.stackName);
}
