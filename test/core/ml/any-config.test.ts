import assert from "node:assert/strict";
import { templateProblems } from "../../../core/template/validation/template-problems";
import fc from "fast-check";
import { stringify } from "yaml";
import { buildMlBlueprint } from "../../../core/ml/build-ml-blueprint";
import { loadMlConfigFile, loadMlPulumiConfig } from "../../../core/ml/config/load";
import { renderMlTemplate } from "../../../core/ml/template/render-ml-template";
import { TEMPLATE_LIMITS } from "../../../core/template/template-limits";
import { watchedResources } from "../../../core/template/watched-resources";
import { problems, withFile } from "../config/support";

/** Where templates are judged for. */
const WHERE = { accountId: "123456789012", region: "us-west-2" };

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,6}){0,2}$/);
const id = (prefix: string) => fc.stringMatching(/^[0-9a-f]{17}$/).map((digits) => `${prefix}-${digits}`);
const endpointIds = fc.record({
  s3: id("vpce"),
  sagemaker_api: id("vpce"),
  sagemaker_runtime: id("vpce"),
  sts: id("vpce"),
});

const source = fc.oneof(
  fc.constant({ source_control: "codecommit" }),
  fc.stringMatching(/^[a-z0-9]{3,20}(\/[a-z]{1,10}){0,2}$/).map((s3_prefix) => ({
    source_control: "s3",
    s3_prefix,
  })),
);

const logs = fc.oneof(
  fc.record({ log_retention_days: fc.integer({ min: 90, max: 3653 }) }),
  fc.record({ compliance_framework: fc.constantFrom("general", "pci-dss", "soc2", "hipaa") }),
  fc.constant({}),
);

const network = fc
  .record({
    mode: fc.constantFrom("standalone", "sgprov"),
    vpc: fc.constantFrom("ssm", "direct"),
    subnets: fc.uniqueArray(id("subnet"), { minLength: 1, maxLength: 3 }),
    group: id("sg"),
    tables: optional(fc.uniqueArray(id("rtb"), { minLength: 1, maxLength: 3 })),
    vpcId: id("vpc"),
    reused: optional(endpointIds),
  })
  .map(({ mode, vpc, subnets, group, tables, vpcId, reused }) => {
    const chosen = { vpc_mode: mode, vpc_source: vpc };
    if (reused !== undefined) return { ...chosen, vpc_endpoints: "reuse", vpc_endpoint_ids: reused };
    return {
      ...chosen,
      ...(vpc === "direct" ? { vpc_id: vpcId, subnet_ids: subnets } : {}),
      ...(mode === "sgprov" && vpc === "direct" ? { security_group_id: group } : {}),
      ...(tables === undefined ? {} : { route_table_ids: tables }),
    };
  });

const compliance = fc.constantFrom(
  {},
  { compliance: { trail: "create" } },
  { compliance: { trail: "account", log_group_name: "trail" } },
);
const security = fc.constantFrom({}, { security_stack: { tier: "medium" } });

/** Any config that follows the rules. */
const config = fc
  .record({
    tier: fc.constantFrom("starter", "professional", "enterprise"),
    prefix: fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/),
    tenant: fc.stringMatching(/^[a-z0-9]{4}$/),
    env: fc.constantFrom("prod", "dev", "test", "staging"),
    region: fc.constantFrom("us-west-2", "ap-southeast-5"),
    names: fc.record({ use_case: word, workload: optional(word) }),
    chosen: fc.tuple(source, logs, security),
    enterprise: fc.tuple(network, compliance),
    tags: fc.integer({ min: 0, max: 43 }),
  })
  .map(({ tier, prefix, tenant, env, region, names, chosen, enterprise, tags }) => ({
    tier: { name: tier },
    client: { company_name: "x", company_prefix: prefix, account_id: "123456789012", tenant_id: tenant },
    environment: { env, region },
    ml_product: Object.assign(
      JSON.parse(JSON.stringify(names)) as object,
      ...chosen,
      tier === "starter" ? {} : { alerts_email: "a@example.com" },
      ...(tier === "enterprise"
        ? [...enterprise, { key_administrators: ["arn:aws:iam::123456789012:role/keys"] }]
        : []),
    ) as object,
    tags: Object.fromEntries(Array.from({ length: tags }, (_, index) => [`tag${index}`, "x"])),
  }));

describe("any valid config of an ML product", () => {
  it("is taken, and gives a template that CloudFormation and its limits let through", () => {
    fc.assert(
      fc.property(config, (content) => {
        const loaded = loadMlPulumiConfig(content);
        const template = renderMlTemplate(buildMlBlueprint(loaded));
        assert.deepEqual(templateProblems(template, WHERE), []);
        const where = { accountId: "123456789012", region: loaded.environment.region };
        const watched = watchedResources(template, where);
        const names = watched.map(({ type, identifier }) => `${type} ${identifier}`);
        assert.equal(new Set(names).size, names.length);
        for (const { logicalId, type, properties } of watched) {
          const { Tags: tags } = properties;
          if (Array.isArray(tags)) assert.ok(tags.length <= 50, logicalId);
          if (type === "AWS::SSM::Parameter") {
            assert.ok(String(properties.Name).length <= TEMPLATE_LIMITS.parameterNameCharacters);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has no name in common with its test copy but what lies outside both", () => {
    fc.assert(
      fc.property(config, (content) => {
        const loaded = loadMlPulumiConfig(content);
        const where = { accountId: "123456789012", region: loaded.environment.region };
        const namesOf = (testSuffix?: string) =>
          watchedResources(renderMlTemplate(buildMlBlueprint({ ...loaded, testSuffix })), where)
            .filter(({ identifier }) => !identifier.startsWith("${"))
            .map(({ type, identifier }) => `${type} ${identifier}`);
        const copy = new Set(namesOf("x1y2z3"));
        assert.deepEqual(
          namesOf().filter((name) => copy.has(name)),
          [],
        );
        assert.equal(buildMlBlueprint({ ...loaded, testSuffix: "x1y2z3" }).protect, false);
      }),
      { numRuns: 20 },
    );
  });
});

describe("any input in place of the config of an ML product", () => {
  const key = fc.constantFrom(
    ...["tier", "client", "environment", "deployment", "tags", "license", "quotas", "name", "compliance"],
    ...["use_case", "source_control", "vpc_mode", "subnet_ids", "__proto__", "constructor", "toString"],
  );
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie("value"), { maxLength: 3 }),
      fc
        .array(fc.tuple(fc.oneof(key, fc.string()), tie("value")), { maxLength: 5 })
        .map((entries) => Object.fromEntries(entries) as unknown),
    ),
  })).value;
  const document = fc
    .array(fc.tuple(key, value), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries));

  it("gives problems with places, and nothing else", () => {
    fc.assert(
      fc.property(document, value, (content, product) => {
        const text = stringify({ ...content, ml_product: product });
        const found = withFile("config.yaml", text, (file) => problems(() => loadMlConfigFile(file)));
        assert.notEqual(found.length, 0);
        for (const problem of found) assert.ok((problem.line ?? 0) >= 1, JSON.stringify(problem));
        assert.equal(({} as Record<string, unknown>).name, undefined);
      }),
      { numRuns: 100 },
    );
  });
});
