import { type ChangePreview, countPreview } from "../../../core/changes/change-preview";
import { compareStacks } from "../../../core/changes/compare-stacks";
import type { WatchedResource } from "../../../core/template/watched-resource";

/** A preview of a change from one state of a stack to another, with nothing else found. */
export function previewOf(
  before: readonly WatchedResource[],
  after: readonly WatchedResource[],
  more: Partial<ChangePreview> = {},
): ChangePreview {
  const changes = { ...compareStacks(before, after), notCompared: [] };
  const drift = { changed: [], gone: [], access: [], attachedByHand: [], notChecked: [], ...more.drift };
  return {
    version: 1,
    config: "Pulumi.dev.yaml",
    stack: { name: "edge-dev-stack", id: "arn:stack", region: "us-west-1", status: "CREATE_COMPLETE" },
    changes,
    changeSet: { way: "change set", changes: [] },
    engine: {
      stack: "dev",
      counts: { created: 0, changed: 0, replaced: 0, deleted: 0, unchanged: 0 },
      warnings: [],
      violations: [],
    },
    disagreements: [],
    counts: countPreview({ changes, drift }),
    ...more,
    drift,
  };
}
