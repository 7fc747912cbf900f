import type { StackResource } from "../deployed-stack";
import { nameKey, type WantedName } from "../existing-names";
import type { PreflightRequest } from "./request";

/** Whether a stack has the resource now, as its list says. */
export function isHeld({ status, physicalId }: StackResource): boolean {
  return physicalId !== "" && status !== "DELETE_COMPLETE" && status !== "CREATE_FAILED";
}

/** The names that the stack does not hold yet, which must be free. */
export function namesToLookUp(
  request: Pick<PreflightRequest, "names">,
  stackResources: readonly StackResource[],
): WantedName[] {
  const held = new Set(
    stackResources.filter(isHeld).map(({ type, physicalId }) => nameKey({ type, identifier: physicalId })),
  );
  return request.names.filter((name) => !held.has(nameKey(name)));
}
