import type { Obstacle } from "../../aws/inventory/obstacle";

/** The flag that removes an obstacle; undefined where it is never removed for anybody. */
export const FLAG_OF: Record<Obstacle["removedBy"], string | undefined> = {
  detach: "--detach",
  unprotect: "--unprotect",
  empty: "--empty-buckets",
  "delete-models": "--delete-model-packages",
  hand: undefined,
};
