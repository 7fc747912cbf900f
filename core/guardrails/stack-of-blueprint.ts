import type { StackBlueprint } from "../security/blueprint";
import type { JudgedStack } from "./subject";

/** The stack that a blueprint is deployed as, by the components of this project. */
export function stackOfBlueprint(
  { stackName, tags, protect, config }: StackBlueprint,
  delivery: JudgedStack["delivery"],
): JudgedStack {
  return {
    name: stackName,
    tags,
    terminationProtection: protect,
    protect,
    region: config.environment.region,
    accounts: [config.client.account_id],
    delivery,
  };
}
