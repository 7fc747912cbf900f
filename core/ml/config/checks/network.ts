import type { ProductCheckContext } from "../../../config/checks/check-context";
import type { MlConfig } from "../schema";
import { hasKey, isMlTierName } from "../tiers";
import { OF_NEW_ENDPOINTS } from "../reused-endpoints";
import type { MlCheck } from "./check";

type Context = ProductCheckContext<MlConfig>;
type Key = keyof MlConfig["ml_product"];

/** Keys that one choice needs or that mean nothing without it. */
interface Belonging {
  /** The choice, such as `vpc_source: direct`. */
  choice: readonly [Key, string];
  needs?: readonly Key[];
  only?: readonly Key[];
}

const REUSE: Belonging = {
  choice: ["vpc_endpoints", "reuse"],
  needs: ["vpc_endpoint_ids"],
  only: ["vpc_endpoint_ids"],
};

const CREATE: readonly Belonging[] = [
  { choice: ["vpc_source", "direct"], needs: ["vpc_id", "subnet_ids"], only: ["vpc_id"] },
  { choice: ["vpc_mode", "sgprov"], only: ["security_group_id"] },
];

function checkBelonging({ choice: [chooser, chosen], needs, only }: Belonging, context: Context): void {
  const product = context.config.ml_product!;
  const value = product[chooser];
  if (value === chosen) {
    for (const key of needs ?? []) {
      if (Object.hasOwn(product, key)) continue;
      const message = `${key} is missing, which ${chooser}: ${chosen} needs`;
      context.report(["ml_product", key], "key", message);
    }
    return;
  }
  // What is wrong with the choice itself is said elsewhere.
  if (Object.hasOwn(product, chooser) && value === undefined) return;
  for (const key of only ?? []) {
    if (!Object.hasOwn(product, key)) continue;
    const message = `${key} belongs to ${chooser}: ${chosen}`;
    context.report(["ml_product", key], "key", message, `remove it, or write ${chooser}: ${chosen}`);
  }
}

/** Nothing is made in the VPC where its own endpoints are used. */
function checkReuse({ config, report }: Context): void {
  for (const key of OF_NEW_ENDPOINTS) {
    if (!Object.hasOwn(config.ml_product!, key)) continue;
    const message = `${key} is for new endpoints, and vpc_endpoints is reuse`;
    report(["ml_product", key], "key", message, "remove it, or write vpc_endpoints: create");
  }
}

/** VPC, subnets, security group and endpoints are named where the config's choices need them, and nowhere else. */
export const checkNetwork: MlCheck = (context) => {
  const { config, report } = context;
  const { tier, ml_product: product } = config;
  const name = tier?.name;
  if (product === undefined || name === undefined || !isMlTierName(name) || !hasKey(name, "vpc_mode")) return;
  checkBelonging(REUSE, context);
  if (product.vpc_endpoints === "reuse") {
    checkReuse(context);
    return;
  }
  for (const belonging of CREATE) checkBelonging(belonging, context);
  const direct = product.vpc_mode === "sgprov" && product.vpc_source === "direct";
  if (direct && !Object.hasOwn(product, "security_group_id")) {
    const message = "security_group_id is missing, which vpc_mode: sgprov needs where vpc_source is direct";
    report(["ml_product", "security_group_id"], "key", message, "name the SG provisioner's group");
  }
};
