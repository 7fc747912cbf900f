import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { LicenseManager } from "@aws-sdk/client-license-manager";
import { judgeFailure } from "../../core/licence/judge-failure";
import type { Answer, LicensedProduct } from "../../core/licence/licence";
import type { AwsClients } from "../clients";
import type { EntitlementSource } from "./entitlement-source";
import { failedCall } from "./failed-call";

/** Milliseconds that giving the unit back may take; it is not part of the answer. */
const CHECK_IN_TIMEOUT = 2_000;
/** Milliseconds, and as much again at most: somebody else's action may hold the last unit for a moment. */
const UNIT_IN_USE_PAUSE = 300;

/** Gives the unit back; returns what to say where that fails. */
async function checkIn(client: LicenseManager, token: string): Promise<string | undefined> {
  try {
    await client.checkInLicense(
      { LicenseConsumptionToken: token },
      { abortSignal: AbortSignal.timeout(CHECK_IN_TIMEOUT) },
    );
    return undefined;
  } catch (error) {
    const { code, message } = failedCall(error);
    return `the unit that was checked out could not be checked in (${code}: ${message}), and is held until it expires, an hour at most`;
  }
}

async function checkOut(
  product: LicensedProduct,
  client: LicenseManager,
  signal: AbortSignal,
): Promise<Answer> {
  const checkout = await client.checkoutLicense(
    {
      ProductSKU: product.productSku,
      CheckoutType: "PROVISIONAL",
      KeyFingerprint: product.keyFingerprint,
      // An entitlement that is counted is not found under any other unit.
      Entitlements: [{ Name: product.entitlement, Unit: "Count", Value: "1" }],
      ClientToken: randomUUID().replaceAll("-", ""),
    },
    { abortSignal: signal },
  );
  const token = checkout.LicenseConsumptionToken;
  const note = token === undefined ? undefined : await checkIn(client, token);
  const allowed = checkout.EntitlementsAllowed?.some(
    ({ Name, Value }) => Name === product.entitlement && Number(Value) >= 1,
  );
  if (allowed !== true) {
    const said = `the answer allows no unit of ${product.entitlement}`;
    return { verdict: "unknown", kind: "other-answer", said };
  }
  return note === undefined ? { verdict: "entitled" } : { verdict: "entitled", note };
}

/** License Manager's CheckoutLicense: one unit, checked in again at once. */
export function licenseManagerSource(product: LicensedProduct, clients: AwsClients): EntitlementSource {
  const tryOnce = async (signal: AbortSignal): Promise<Answer> => {
    try {
      return await checkOut(product, await clients.licenseManager(), signal);
    } catch (error) {
      return judgeFailure(product.provider, failedCall(error));
    }
  };
  return {
    async ask(signal) {
      const first = await tryOnce(signal);
      if (first.verdict !== "not-entitled" || signal.aborted) return first;
      await sleep(UNIT_IN_USE_PAUSE * (1 + Math.random()));
      const second = await tryOnce(signal);
      // A second try that did not reach AWS takes nothing back of what AWS has said.
      return second.verdict === "unknown" ? first : second;
    },
  };
}
