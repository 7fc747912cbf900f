import { KNOWN_RESOURCES } from "../../core/template/known-resources";
import type { StackResource } from "../deployed-stack";
import { nameKey, type WantedName } from "../existing-names";
import type { PreflightRequest } from "./request";

/** Whether a stack has the resource now, as its list says. */
export function isHeld({ status, physicalId }: StackResource): boolean {
  return physicalId !== "" && status !== "DELETE_COMPLETE" && status !== "CREATE_FAILED";
}

const idKey = ({ type, logicalId }: Pick<StackResource, "type" | "logicalId">) => `${type}, ${logicalId}`;

/** Of a type whose resources the stack knows by an id of AWS's making: what it holds there is known by its logical id. */
function heldKey({ logicalId, type, physicalId }: StackResource): string {
  const byId = KNOWN_RESOURCES[type]?.ref === "unknown";
  return byId ? idKey({ type, logicalId }) : nameKey({ type, identifier: physicalId });
}

/** The names that the stack does not hold yet, which must be free. */
export function namesToLookUp(
  request: Pick<PreflightRequest, "names">,
  stackResources: readonly StackResource[],
): WantedName[] {
  const held = new Set(stackResources.filter(isHeld).map(heldKey));
  return request.names.filter((name) => !held.has(nameKey(name)) && !held.has(idKey(name)));
}
