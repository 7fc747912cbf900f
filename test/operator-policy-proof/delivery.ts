import { chooseDelivery } from "../../core/template/delivery";
import type { Template } from "../../core/template/cloudformation";
import { templateJson } from "../../core/template/serialize";
import type { LifeWorld } from "./life-step";

/** Where a template is uploaded to, and by which URL CloudFormation reads it here. */
export function deliveryOf(
  { blueprint, account }: LifeWorld,
  template: Template,
): { bucket: string; key: string; body: string; url: string } {
  const { config, stem } = blueprint;
  const delivery = chooseDelivery(templateJson(template), {
    deployment: { ...config.deployment, delivery: "s3" },
    stem,
    region: config.environment.region,
  });
  if (delivery.kind !== "s3") throw new Error("a template is to be uploaded");
  const { bucket, key, body } = delivery;
  return { bucket, key, body, url: `${account.url}/${bucket}/${key}` };
}
