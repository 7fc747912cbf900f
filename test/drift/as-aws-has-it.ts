import assert from "node:assert/strict";
import { StackReferences } from "../../aws/drift/stack-references";
import { fillReferences } from "../../core/template/open-references";
import type { WatchedResource } from "../../core/template/watched-resource";
import type { DeployedStack } from "./deployed-stack";

/**
 * The resource with its references filled in, as whoever changes it by hand knows it. What the references stand for is
 * asked for anew: what was put back may have another id.
 */
export async function asAwsHasIt(
  { aws, stackName }: Pick<DeployedStack, "aws" | "stackName">,
  state: WatchedResource,
): Promise<WatchedResource> {
  const references = new StackReferences().of(aws, stackName);
  const resolved = await references.resolve([state.identifier, state.properties]);
  assert.ok(resolved.kind === "values", JSON.stringify(resolved));
  return fillReferences(state, resolved.values) as WatchedResource;
}
