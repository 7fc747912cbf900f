import { createHash } from "node:crypto";
import type { Template } from "../../core/template/cloudformation";
import { templateJson } from "../../core/template/serialize";
import type { LifeWorld } from "./life-step";

/** Where a template is uploaded to, and by which URL CloudFormation reads it here. */
export function deliveryOf(
  { blueprint, bucket, account }: LifeWorld,
  template: Template,
): { key: string; body: string; url: string } {
  const body = templateJson(template);
  const folder = blueprint.config.deployment?.template_prefix?.replace(/^\/+|\/+$/g, "") ?? "";
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 16);
  const key = [folder, `${blueprint.stem}-${hash}.json`].filter((part) => part !== "").join("/");
  return { key, body, url: `${account.url}/${bucket}/${key}` };
}
