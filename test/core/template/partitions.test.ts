import assert from "node:assert/strict";
import { policySize } from "../../../core/security/policy-size";
import { substitutePlaceholders } from "../../../core/catalogue/placeholders";
import { AWS_LIMITS } from "../../../core/security/aws-limits";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import type { PolicyDocument } from "../../../core/security/policy-document";
import { renderTemplate } from "../../../core/template/render-template";
import { templateJson } from "../../../core/template/serialize";
import { checkTemplateLimits } from "../../../core/template/template-limits";
import { watchedResources } from "../../../core/template/watched-resources";
import { shippedConfig, shippedConfigNames } from "../shipped-configs";
import { shippedCatalogue } from "../startup-config";

/** Every partition with one of its regions and the longest names that a config can have. */
const places = [
  { partition: "aws", region: "ap-southeast-2" },
  { partition: "aws-us-gov", region: "us-gov-east-1" },
  { partition: "aws-cn", region: "cn-northwest-1" },
];
const client = {
  company_name: "Ten Letters",
  company_prefix: "tenletters",
  account_id: "210987654321",
  tenant_id: "z9z9",
};

/** All ARNs in a value, as they stand in its texts. */
function arnsIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/arn:[^"]*/g)].map(([arn]) => arn);
}

/** ARNs of another partition, or of another region than the one that is deployed to. */
function strayArns(value: unknown, { partition, region }: (typeof places)[number]): string[] {
  return arnsIn(value).filter((arn) => {
    const [, itsPartition, , itsRegion = ""] = arn.split(":");
    return itsPartition !== partition || !["", "*", region].includes(itsRegion);
  });
}

for (const place of places) {
  const { partition, region } = place;
  describe(`in the partition ${partition}`, () => {
    for (const name of shippedConfigNames) {
      it(`${name} is rendered within AWS's limits, for this partition alone`, () => {
        const config = shippedConfig(name, (draft) => {
          draft.client = client;
          draft.environment = { env: "staging", region };
          draft.deployment = { template_bucket: "tenletters-templates" };
        });
        const template = renderTemplate(buildBlueprint(config, shippedCatalogue));
        checkTemplateLimits(template, Buffer.byteLength(templateJson(template)));
        assert.deepEqual(strayArnsOfTemplate(templateJson(template)), []);
        const deployed = watchedResources(template, { accountId: client.account_id, region });
        assert.ok(arnsIn(deployed).length > 50);
        assert.deepEqual(strayArns(deployed, place), []);
      });
    }

    for (const { service, id, document } of shippedCatalogue.templates) {
      it(`the policy template ${service} ${id} is a managed policy of at most 6,144 characters`, () => {
        const values = { ...client, env: "staging", region };
        const fill = (text: string) =>
          substitutePlaceholders(text, values).replaceAll("${AWS::Partition}", partition);
        const rendered = JSON.parse(fill(JSON.stringify(document))) as PolicyDocument;
        assert.deepEqual(strayArns(rendered, place), []);
        assert.doesNotMatch(JSON.stringify(rendered), /\$\{(?!aws:)/);
        const size = policySize(rendered);
        assert.ok(size <= AWS_LIMITS.managedPolicyCharacters, `${size} characters`);
      });
    }
  });
}

/** A template names its partition by the pseudo parameter alone. */
function strayArnsOfTemplate(json: string): string[] {
  return arnsIn(JSON.parse(json)).filter((arn) => !arn.startsWith("arn:${AWS::Partition}:"));
}
