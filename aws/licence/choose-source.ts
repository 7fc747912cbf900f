import type { Product } from "../../core/licence/licence";
import { connectToAws } from "../clients";
import type { AwsConnection } from "../connection";
import type { EntitlementSource } from "./entitlement-source";
import { licenseManagerSource } from "./license-manager";
import { meteringSource } from "./marketplace-metering";

/** Two tries: the time for an answer is short, and the next action asks again. */
const MAX_ATTEMPTS = 2;

/** The service that is asked for a product. */
export function entitlementSource(product: Product, connection: AwsConnection): EntitlementSource {
  const clients = connectToAws(connection, { maxAttempts: MAX_ATTEMPTS });
  return product.provider === "metering"
    ? meteringSource(product, clients)
    : licenseManagerSource(product, clients);
}
