import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import type { Config } from "../../../core/config/schema";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import type { Template, TemplateValue } from "../../../core/template/cloudformation";
import { renderText } from "../../../core/template/render-document";
import { renderTemplate } from "../../../core/template/render-template";
import { templateJson, templateYaml } from "../../../core/template/serialize";
import { assertGolden } from "./golden-file";
import { shippedCatalogue, startupConfig } from "../startup-config";

function templateOf(change?: (config: Config) => void): Template {
  return renderTemplate(buildBlueprint(startupConfig(change), shippedCatalogue));
}

/** The same content with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, reordered(item)] as const);
  return Object.fromEntries(entries.reverse());
}

function* textsOf(value: TemplateValue): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object") for (const item of Object.values(value)) yield* textsOf(item);
}

describe("the template of the startup tier", () => {
  const template = templateOf();

  it("is as it was reviewed", () => assertGolden("startup-5/template.yaml", templateYaml(template)));

  it("has the logical ids, names and outputs that others rely on", () => {
    const lines = Object.entries(template.Resources).map(([logicalId, { Type, Properties }]) => {
      const { GroupName, RoleName, ManagedPolicyName, Name } = Properties;
      return `${logicalId} ${Type} ${JSON.stringify(GroupName ?? RoleName ?? ManagedPolicyName ?? Name)}`;
    });
    const outputs = Object.entries(template.Outputs).map(
      ([key, { Value }]) => `${key} = ${JSON.stringify(Value)}`,
    );
    assertGolden("startup-5/inventory.txt", [...lines, "", "Outputs", ...outputs, ""].join("\n"));
  });

  it("can be delivered inline", () => {
    const bytes = Buffer.byteLength(templateJson(template));
    assert.ok(bytes < 51_200, `${bytes} bytes`);
  });

  it("can be delivered inline under the longest names too", () => {
    const longest = templateOf((config) => {
      config.client.company_prefix = "abcdefghij";
      config.environment = { env: "staging", region: "ap-southeast-2" };
    });
    const bytes = Buffer.byteLength(templateJson(longest));
    assert.ok(bytes < 51_200, `${bytes} bytes`);
  });

  for (const version of ["1.1", "1.2"] as const) {
    it(`says the same as JSON and as YAML ${version}`, () => {
      const odd = templateOf((config) => {
        config.client.account_id = "012345670123";
        config.client.tenant_id = "0123";
        config.tags = { since: "2026-01-01", billed: "yes", share: "1e3" };
      });
      assert.deepEqual(parse(templateYaml(odd), { version }), JSON.parse(templateJson(odd)));
    });
  }

  it("gives every output a parameter of its own, with the same value", () => {
    for (const [key, { Value }] of Object.entries(template.Outputs)) {
      const { Properties } = template.Resources[`Parameter${key}`]!;
      assert.equal(Properties.Name, `/security/techcorp-dev-a001-us-east-1-startup-sec/${key}`);
      assert.deepEqual(Properties.Value, Value);
    }
  });

  it("tags every resource whose type has tags", () => {
    const tags = {
      Company: "techcorp",
      Environment: "dev",
      ManagedBy: "tierguard",
      TenantId: "a001",
      Tier: "startup",
    };
    for (const [logicalId, { Type, Properties }] of Object.entries(template.Resources)) {
      if (Type === "AWS::SSM::Parameter") {
        assert.deepEqual({ ...(Properties.Tags as object), ...tags }, Properties.Tags, logicalId);
      } else if (Type === "AWS::IAM::Role") {
        const list = Properties.Tags as { Key: string; Value: string }[];
        const map = Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]));
        assert.deepEqual({ ...map, ...tags }, map, logicalId);
        assert.equal(map.cost_center, "Engineering");
      } else {
        assert.equal(Properties.Tags, undefined, logicalId);
      }
    }
  });

  it("refers only to what is in it", () => {
    const visit = (value: TemplateValue): void => {
      if (typeof value !== "object") return;
      for (const [key, item] of Object.entries(value)) {
        const target: unknown =
          key === "Ref" ? item : key === "Fn::GetAtt" ? (item as string[])[0] : undefined;
        if (typeof target === "string" && target !== "AWS::StackId")
          assert.ok(target in template.Resources, target);
        visit(item);
      }
    };
    visit(template as unknown as TemplateValue);
  });

  it("says where each group policy ended up", () => {
    const { GroupPolicies } = (
      template.Metadata as { Tierguard: { GroupPolicies: Record<string, Record<string, object>> } }
    ).Tierguard;
    assert.deepEqual(Object.keys(GroupPolicies.GroupDataScientists!.Managed!), ["sagemaker-level2"]);
    assert.deepEqual(Object.keys(GroupPolicies.GroupDataScientists!.Inline!), [
      "assume-roles",
      "bedrock-level1",
      "ecr-level1",
      "s3-level2",
    ]);
  });

  it("changes a group and what mirrors it, and nothing else, when the group's level changes", () => {
    const changed = templateOf((config) => {
      config.security.iam_groups.data_scientists!.policy_assignments!.s3 = "level1";
    });
    const ids = new Set([...Object.keys(template.Resources), ...Object.keys(changed.Resources)]);
    const different = [...ids].filter(
      (id) => JSON.stringify(template.Resources[id]) !== JSON.stringify(changed.Resources[id]),
    );
    assert.deepEqual(different, ["GroupDataScientists"]);
  });
});

describe("rendering", () => {
  it("gives the same bytes again, whatever the order of keys in the config", () => {
    const once = templateJson(templateOf());
    assert.equal(templateJson(templateOf()), once);
    assert.equal(
      templateJson(renderTemplate(buildBlueprint(reordered(startupConfig()) as Config, shippedCatalogue))),
      once,
    );
  });

  const places: [string, Config["environment"]][] = [
    ["aws", { env: "prod", region: "eu-central-1" }],
    ["aws-us-gov", { env: "staging", region: "us-gov-west-1" }],
    ["aws-cn", { env: "test", region: "cn-north-1" }],
  ];
  for (const [partition, environment] of places) {
    it(`has no partition written out, so that it is right in ${partition}`, () => {
      const template = templateOf((config) => {
        config.environment = environment;
        config.client.tenant_id = "z9z9";
      });
      for (const text of textsOf(template as unknown as TemplateValue)) {
        assert.doesNotMatch(text, /arn:aws/);
        assert.doesNotMatch(text, /a001|us-east-1/);
      }
      assert.equal(
        template.Resources.GroupDataScientists?.Properties.GroupName,
        `techcorp-${environment.env}-z9z9-group-data-scientists`,
      );
    });
  }

  it("refuses a template that CloudFormation would refuse", () => {
    const many = (config: Config) => {
      const profile = config.security.security_profiles["startup-5"]!;
      for (let index = 0; index < 200; index++) {
        config.security.iam_groups[`group_number_${index}`] = {};
        profile.enabled_groups.push(`group_number_${index}`);
      }
    };
    assert.throws(() => templateOf(many), /the template has 222 outputs, at most 200 are allowed/);
  });

  const texts: [string, string, TemplateValue][] = [
    ["a text without the partition", "s3:GetObject", "s3:GetObject"],
    ["a policy variable by itself", "${aws:username}", "${aws:username}"],
    ["the partition", "arn:${AWS::Partition}:s3:::x", { "Fn::Sub": "arn:${AWS::Partition}:s3:::x" }],
    [
      "both",
      "arn:${AWS::Partition}:s3:::x/${aws:username}/${*}",
      { "Fn::Sub": "arn:${AWS::Partition}:s3:::x/${!aws:username}/${!*}" },
    ],
  ];
  for (const [name, text, expected] of texts) {
    it(`leaves to IAM what is IAM's in ${name}`, () => assert.deepEqual(renderText(text), expected));
  }

  it("lets every policy variable reach IAM as it was written", () => {
    const part = fc.constantFrom("${aws:username}", "${*}", "${AWS::Partition}", "x", "-", "/");
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const rendered = renderText(parts.join(""));
        const sub = typeof rendered === "object" ? (rendered as { "Fn::Sub": string })["Fn::Sub"] : undefined;
        // What CloudFormation does with Fn::Sub.
        const asIamSeesIt =
          sub?.replace(/\$\{(!?)([^}]*)\}/g, (_, literal, name) => (literal ? `\${${name}}` : "aws")) ??
          rendered;
        assert.equal(asIamSeesIt, parts.join("").replaceAll("${AWS::Partition}", "aws"));
      }),
    );
  });
});
