import { AwsError } from "../../service";
import type { Store } from "../../store";
import { accountStore } from "../../store-scopes";

const LICENCES = "licenses";

/** A licence of an account, with what it entitles to, counted in units. */
export interface LicenceRecord {
  productSku: string;
  keyFingerprint: string;
  /** Largest number of units that are checked out at once, by entitlement. */
  entitlements: Record<string, number>;
}

/** What the control endpoint takes. */
export type LicenceRequest = LicenceRecord & { accountId?: string };

/** The licence of a product by an issuer, undefined where there is none. */
export function findLicence(store: Store, sku: string, fingerprint: string): LicenceRecord | undefined {
  return store.get<LicenceRecord>(LICENCES, `${sku} ${fingerprint}`);
}

/** Makes a licence, or replaces it. */
export function saveLicence(store: Store, request: LicenceRequest, account: string): void {
  const { accountId = account, ...record } = request;
  if (Object.values(record.entitlements).some((count) => !Number.isInteger(count) || count < 0)) {
    throw new AwsError("BadRequest", "entitlements is a mapping of names to numbers of units");
  }
  accountStore(store, accountId).put(LICENCES, `${record.productSku} ${record.keyFingerprint}`, record);
}
