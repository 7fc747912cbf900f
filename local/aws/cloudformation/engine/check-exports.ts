import { validationError } from "../errors";
import { exportsOf, importersOf } from "../exports";
import type { StackOutput } from "../stack-record";
import type { StackStore } from "../stack-store";

/** Throws where an export has the name of another stack's, or one that is imported goes or changes. */
export function checkExports(outputs: readonly StackOutput[], stackId: string, store: StackStore): void {
  const mine = new Map(outputs.map((output) => [output.ExportName, output.OutputValue]));
  for (const existing of exportsOf(store)) {
    if (existing.ExportingStackId !== stackId) {
      if (!mine.has(existing.Name)) continue;
      const other = store.find(existing.ExportingStackId)!.stackName;
      throw validationError(`Export with name ${existing.Name} is already exported by stack ${other}`);
    }
    const importers = mine.get(existing.Name) === existing.Value ? [] : importersOf(existing.Name, store);
    if (importers.length === 0) continue;
    const verb = mine.has(existing.Name) ? "updated" : "deleted";
    throw validationError(
      `Export ${existing.Name} cannot be ${verb} as it is in use by ${importers.join(", ")}`,
    );
  }
}
