import type { WatchedResource } from "../../../core/template/watched-resource";
import type { ProductPlanters } from "../product-plants/planters";

/** Deletes a resource behind its stack's back, its references filled in, with what AWS demands first. */
export type Removal = (clients: ProductPlanters, resource: WatchedResource) => Promise<unknown>;
