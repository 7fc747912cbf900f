import assert from "node:assert/strict";
import type { AwsClients } from "../../aws/clients";
import { StackReferences } from "../../aws/drift/stack-references";
import type { WatchedArgs } from "../../aws/watched-args";
import { fillReferences } from "../../core/template/open-references";
import type { WatchedResource } from "../../core/template/watched-resource";

/**
 * The resource with its references filled in, as whoever changes it by hand knows it. What the references stand for is
 * asked for anew: what was put back may have another id.
 */
export async function asAwsHasIt(
  aws: AwsClients,
  { stackName, ...state }: Pick<WatchedArgs, keyof WatchedResource | "stackName">,
): Promise<WatchedResource> {
  const references = new StackReferences();
  const resolved = await references.of(aws, stackName).resolve([state.identifier, state.properties]);
  assert.ok(resolved.kind === "values", JSON.stringify(resolved));
  return fillReferences(state, resolved.values) as WatchedResource;
}
