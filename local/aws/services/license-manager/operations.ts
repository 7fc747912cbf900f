import { randomBytes } from "node:crypto";
import type * as LicenseManager from "@aws-sdk/client-license-manager";
import { AwsError, type CallContext, type Operations } from "../../service";
import { findLicence } from "./licence";

const CHECKOUTS = "license-checkouts";
/** A provisional checkout that nobody checks in again ends by itself. */
const CHECKOUT_MINUTES = 60;

interface CheckoutRecord {
  token: string;
  clientToken: string;
  licence: string;
  entitlement: string;
  units: number;
  issuedAt: string;
  expiration: string;
}

function current(context: CallContext): CheckoutRecord[] {
  const time = context.now().toISOString();
  return context.store.list<CheckoutRecord>(CHECKOUTS).filter(({ expiration }) => expiration > time);
}

function none(): AwsError {
  const message =
    "There are no entitlements found for this license, or the entitlement maximum count is reached.";
  return new AwsError("NoEntitlementsAllowedException", message);
}

function checkoutLicense(
  input: LicenseManager.CheckoutLicenseRequest,
  context: CallContext,
): LicenseManager.CheckoutLicenseResponse {
  const [wanted, ...others] = input.Entitlements!;
  if (input.CheckoutType !== "PROVISIONAL" || wanted === undefined || others.length > 0) {
    const message = "The embedded AWS has provisional checkouts of one entitlement.";
    throw new AwsError("ValidationException", message);
  }
  if (!/^\S{1,2048}$/.test(input.ClientToken!)) {
    throw new AwsError("ValidationException", "The client token is not valid.");
  }
  const licence = findLicence(context.store, input.ProductSKU!, input.KeyFingerprint!);
  if (licence === undefined) throw new AwsError("ResourceNotFoundException", "The resource cannot be found.");
  const checkouts = current(context);
  const key = `${licence.productSku} ${licence.keyFingerprint}`;
  let checkout = checkouts.find(({ clientToken }) => clientToken === input.ClientToken);
  if (checkout === undefined) {
    const units = Number(wanted.Value ?? "0");
    const out = checkouts.filter(({ licence: of, entitlement }) => of === key && entitlement === wanted.Name);
    const used = out.reduce((sum, { units: held }) => sum + held, 0);
    const limit = licence.entitlements[wanted.Name!];
    // A counted entitlement asked for in another unit is none that the licence has.
    if (limit === undefined || wanted.Unit !== "Count" || !(units > 0) || used + units > limit) throw none();
    checkout = newCheckout(context, {
      clientToken: input.ClientToken!,
      licence: key,
      entitlement: wanted.Name!,
      units,
    });
  }
  return {
    CheckoutType: "PROVISIONAL",
    LicenseConsumptionToken: checkout.token,
    EntitlementsAllowed: [{ Name: checkout.entitlement, Value: String(checkout.units), Unit: "Count" }],
    IssuedAt: checkout.issuedAt,
    Expiration: checkout.expiration,
  };
}

function newCheckout(
  context: CallContext,
  what: Pick<CheckoutRecord, "clientToken" | "licence" | "entitlement" | "units">,
): CheckoutRecord {
  const now = context.now();
  const checkout: CheckoutRecord = {
    ...what,
    token: randomBytes(16).toString("hex"),
    issuedAt: now.toISOString(),
    expiration: new Date(now.getTime() + CHECKOUT_MINUTES * 60_000).toISOString(),
  };
  context.store.put(CHECKOUTS, checkout.token, checkout);
  return checkout;
}

function checkInLicense(input: LicenseManager.CheckInLicenseRequest, context: CallContext): object {
  const token = input.LicenseConsumptionToken!;
  if (!current(context).some((checkout) => checkout.token === token)) {
    throw new AwsError("ResourceNotFoundException", "The resource cannot be found.");
  }
  context.store.delete(CHECKOUTS, token);
  return {};
}

/** What of License Manager a product asks that is sold with licences. */
export const operations: Operations = {
  CheckoutLicense: checkoutLicense,
  CheckInLicense: checkInLicense,
};
