import { LICENSE_KEYS } from "../../licence/license-keys";
import { readPublicKey } from "../../licence/public-key";
import type { Config } from "../schema";
import type { ProductCheck } from "./check-context";

/** The license section has all keys of its provider and none of the other, and its public key is one. */
export const checkLicense: ProductCheck<Pick<Config, "license">> = ({ config, report }) => {
  const { license } = config;
  if (license === undefined) return;
  const text = license.public_key;
  const read = text === undefined ? undefined : readPublicKey(text);
  if (read !== undefined && "problem" in read) {
    report(["license", "public_key"], "value", read.problem, read.hint);
  }
  const { provider } = license;
  if (provider === undefined) return;
  const other = provider === "metering" ? "license-manager" : "metering";
  for (const key of LICENSE_KEYS[provider]) {
    if (Object.hasOwn(license, key)) continue;
    const hint = `provider ${provider} takes ${LICENSE_KEYS[provider].join(", ")}`;
    report(["license", key], "key", `${key} is missing`, hint);
  }
  for (const key of LICENSE_KEYS[other]) {
    if (!Object.hasOwn(license, key)) continue;
    const message = `${key} belongs to provider ${other}, and the provider is ${provider}`;
    report(["license", key], "key", message, `remove it, or write provider: ${other}`);
  }
};
