import { ML_TIERS } from "../ml/config/tiers";
import { nearest } from "./nearest";
import { isObject, own } from "./source";

/** What a config is of: groups and roles, or the infrastructure of an ML product. */
export type ProductName = "security" | "ml";

/** Sections, or keys of them, that only a security config has. */
function isSecurity(root: Record<string, unknown>): boolean {
  const tier = own(root, "tier");
  const profile = isObject(tier) && Object.hasOwn(tier, "security_profile");
  return profile || Object.hasOwn(root, "security") || Object.hasOwn(root, "security_overrides");
}

/**
 * Which product a config is of, by its content: it has `ml_product`; or it has nothing of a security config, and a tier
 * or a misspelt section that only ML products have. Everything else is taken for a security config.
 */
export function productOf(root: unknown): ProductName {
  if (!isObject(root)) return "security";
  if (Object.hasOwn(root, "ml_product")) return "ml";
  if (isSecurity(root)) return "security";
  const tier = own(root, "tier");
  const name = isObject(tier) ? own(tier, "name") : undefined;
  if (ML_TIERS.some((known) => known === name && known !== "enterprise")) return "ml";
  const sections = ["security", "security_overrides", "ml_product"];
  return Object.keys(root).some((key) => nearest(key, sections) === "ml_product") ? "ml" : "security";
}
