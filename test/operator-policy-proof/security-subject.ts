import type { Config } from "../../core/config/schema";
import { buildOperatorPolicy } from "../../core/operator-policy/build-policy";
import { type Variant, VARIANTS } from "../../core/operator-policy/variants";
import { buildBlueprint } from "../../core/security/build-blueprint";
import { renderTemplate } from "../../core/template/render-template";
import { shippedCatalogue } from "../core/startup-config";
import { coveringTemplate } from "./life-template";
import { operatorLife } from "./operator-life";
import type { ProofSubject } from "./proof-subject";

const EVERYTHING = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/**
 * A security stack.
 * @param whole Whether the whole template is deployed, or only as much as still sets each of its properties.
 */
export function securitySubject(config: Config, variant: Variant, { whole = false } = {}): ProofSubject {
  const blueprint = buildBlueprint(config, shippedCatalogue);
  const rendered = renderTemplate(blueprint);
  const template = whole ? rendered : coveringTemplate(rendered);
  return {
    accountId: config.client.account_id,
    region: config.environment.region,
    roleName: VARIANTS[variant].roleName,
    async prepare({ iam, s3 }) {
      const bucket = config.deployment!.template_bucket!;
      await s3.createBucket({
        Bucket: bucket,
        CreateBucketConfiguration: { LocationConstraint: config.environment.region as "us-west-2" },
      });
      const boundary = config.security.permission_boundary_arn?.split("/").at(-1);
      if (boundary !== undefined) {
        await iam.createPolicy({ PolicyName: boundary, PolicyDocument: JSON.stringify(EVERYTHING) });
      }
      return {
        blueprint,
        template,
        policies: [buildOperatorPolicy(config, variant)],
        life: operatorLife(template, config),
        bucket,
      };
    },
  };
}
