import { buildMlOperatorPolicies, mlOperatorRole } from "../../core/ml/operator-policy/build-policy";
import type { MlConfig } from "../../core/ml/config/schema";
import type { Variant } from "../../core/operator-policy/variants";
import { mlConfig } from "../core/ml/ml-configs";
import { rendered } from "../core/ml/rendered";
import { makeWorld } from "../end-to-end/ml-world";
import { productLife } from "./product-life";
import type { ProofSubject } from "./proof-subject";

const BUCKET = "templates-of-the-proof";

/** A shipped config of an ML product, with all that it expects to be there. */
export function productSubject(name: string, variant: Variant): ProofSubject {
  const roleName = mlOperatorRole(variant);
  const { client, environment } = mlConfig(name);
  return {
    accountId: client.account_id,
    region: environment.region,
    roleName,
    async prepare(_owner, url) {
      const toTemplates = (config: MlConfig) => {
        config.deployment = { template_bucket: BUCKET };
      };
      const { values } = await makeWorld(url, mlConfig(name, toTemplates));
      const placed = (config: MlConfig) => {
        toTemplates(config);
        for (const [path, value] of Object.entries(values)) {
          Object.assign(config.ml_product, { [path.replace("ml_product.", "")]: value });
        }
        // KMS takes no key whose policy its creator can't change: whoever deploys is an administrator of it.
        config.ml_product.key_administrators?.push(`arn:aws:iam::${client.account_id}:role/${roleName}`);
      };
      const { blueprint, template } = rendered(name, placed);
      const changed = rendered(name, (config) => {
        placed(config);
        config.ml_product.log_retention_days = 400;
        config.tags = { ...config.tags, Proof: "1" };
      });
      return {
        blueprint,
        template,
        policies: buildMlOperatorPolicies(blueprint, variant),
        life: productLife(template, changed),
        bucket: BUCKET,
      };
    },
  };
}
