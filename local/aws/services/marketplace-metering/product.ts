import { AwsError } from "../../service";
import type { Store } from "../../store";
import { accountStore } from "../../store-scopes";
import { productPublicKey } from "./usage-signature";

const PRODUCTS = "marketplace-products";

/** Where callers run, as RegisterUsage finds out: only two of them are supported. */
const PLATFORMS = ["ecs", "eks", "other"] as const;

/** How an answer is signed: well, or in one of the ways that a client must not believe. */
const SIGNATURES = ["valid", "absent", "altered", "other-key", "other-nonce", "rs256", "unsigned"] as const;

/** A container product of AWS Marketplace, as one account sees it. */
export interface ProductRecord {
  productCode: string;
  publicKeyVersion: number;
  /** Whether the account has subscribed to it. */
  subscribed: boolean;
  platform: (typeof PLATFORMS)[number];
  signature: (typeof SIGNATURES)[number];
  /** How far AWS's clock is ahead of this machine's, in seconds. */
  clockOffsetSeconds: number;
}

const DEFAULTS: Omit<ProductRecord, "productCode"> = {
  publicKeyVersion: 1,
  subscribed: true,
  platform: "ecs",
  signature: "valid",
  clockOffsetSeconds: 0,
};

/** What the control endpoint takes: what is left out has the value of a subscribed product in ECS. */
export type ProductRequest = Pick<ProductRecord, "productCode"> &
  Partial<ProductRecord> & { accountId?: string };

/** The product that a code names, undefined where there is none. */
export function findProduct(store: Store, productCode: string): ProductRecord | undefined {
  return store.get<ProductRecord>(PRODUCTS, productCode);
}

/** Makes a product, or replaces it; returns the public key that its answers are verified with. */
export function saveProduct(store: Store, request: ProductRequest, account: string): { publicKey: string } {
  const { accountId = account, ...product } = request;
  const record: ProductRecord = { ...DEFAULTS, ...product };
  if (!PLATFORMS.includes(record.platform) || !SIGNATURES.includes(record.signature)) {
    const message = `platform is one of ${PLATFORMS.join(", ")}, signature one of ${SIGNATURES.join(", ")}`;
    throw new AwsError("BadRequest", message);
  }
  accountStore(store, accountId).put(PRODUCTS, record.productCode, record);
  return { publicKey: productPublicKey() };
}
