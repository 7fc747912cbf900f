import assert from "node:assert/strict";
import type { WatchedArgs } from "../../aws/watched-args";
import { compareProperties, differenceName } from "../../core/drift/compare-properties";
import type { Values } from "../../provider/resource-behaviour";
import { type DeployedStack, urnOf } from "./deployed-stack";
import type { Plant } from "./plants";

/** What the provider finds of one resource, and the resource as it reads it. */
export async function differences(
  deployed: Pick<DeployedStack, "behaviour">,
  state: Values,
): Promise<{ names: string[]; live: Values }> {
  const { type, properties, identifier } = state as unknown as WatchedArgs;
  const live = await deployed.behaviour.read(identifier, state, urnOf(state));
  const now = (live.props as unknown as WatchedArgs).properties;
  assert.deepEqual(live.inputs, live.props);
  return { names: compareProperties(type, properties, now).map(differenceName), live: live.props };
}

/** Plants one change, and judges what is found of it and that it is put back. */
export async function judge<Clients>(
  deployed: Pick<DeployedStack, "behaviour">,
  state: Values,
  { title, found, plant }: Plant<Clients>,
  clients: Clients,
): Promise<void> {
  const context = `somebody ${title} of ${String(state.logicalId)}`;
  await plant(clients);
  const drift = await differences(deployed, state);
  // Of some additions AWS makes up the name.
  const names = drift.names.map((name) => name.replace(/\[sg-[0-9a-f]+\]/, "[*]"));
  assert.deepEqual(names, found, context);
  assert.equal(deployed.behaviour.diff(drift.live, state).changes, found.length > 0, context);
  if (found.length === 0) return;
  await deployed.behaviour.update(urnOf(state), drift.live, state);
  assert.deepEqual((await differences(deployed, state)).names, [], `${context}: not put back`);
}
