import type { ProductCheck } from "../../../config/checks/check-context";
import type { MlConfig } from "../schema";

/** A check of an ML product's config. */
export type MlCheck = ProductCheck<MlConfig>;
