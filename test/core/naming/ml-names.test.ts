import assert from "node:assert/strict";
import fc from "fast-check";
import * as names from "../../../core/naming/ml-names";
import { shortened } from "../../../core/naming/shortened";
import { ENTERPRISE, mlConfig, PROFESSIONAL, WORKLOAD } from "../ml/ml-configs";

describe("names of an ML product", () => {
  const product = mlConfig(PROFESSIONAL);
  const ml = "edge-prod-b001-us-west-2-fraud-detection-realtime-ml";
  const cases: [string, string, string][] = [
    ["name", names.mlName(product), ml],
    ["stack", names.mlStackName(product), `${ml}-stack`],
    ["pinned stack", names.mlStackName({ ...product, deployment: { stack_name: "old" } }), "old"],
    ["parameter path", names.mlParameterPath(product), `/ml/${ml}`],
    ["report stem", names.mlReportStem(product), `${ml}-codecommit`],
    ["report stem with a VPC", names.scenario(mlConfig(ENTERPRISE)), "codecommit-direct"],
    ["VPC's parameters", names.vpcParameterPath(product), "/vpc/edge-prod-b001-us-west-2-vpc"],
    ["repository", names.mlNames(product).modelBuildRepository, `${ml}-model-build`],
    ["compliance log group", names.mlNames(product).complianceLogGroup, `${ml}-compliance-logs`],
    ["alarm", names.mlNames(product).unauthorizedApiCalls, `${ml}-unauthorized-api-calls`],
    ["other alarm", names.mlNames(product).rootAccountUsage, `${ml}-root-account-usage`],
    ["security topic", names.mlNames(product).securityAlertsTopic, `${ml}-security-alerts`],
    ["bucket that just fits", names.mlNames(product).artifactsBucket, `${ml}-artifacts`],
    ["role", names.mlRoleName(product, "sagemaker-execution"), `${ml}-sagemaker`],
    [
      "role that would be too long",
      names.mlRoleName(mlConfig(WORKLOAD), "sagemaker-execution"),
      "globalbank-prod-c001-us-west-2-demand-forecasting-regio-d21e28cd",
    ],
  ];
  for (const [what, actual, expected] of cases) it(what, () => assert.equal(actual, expected));
});

/** What AWS takes: S3's and IAM's rules are the strictest. */
const LEGAL: Record<string, RegExp> = {
  artifactsBucket: /^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$/,
  trailBucket: /^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$/,
  keyAlias: /^alias\/(?!aws\/)[a-zA-Z0-9/_-]{1,250}$/,
};
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,10}){0,2}$/);
const products = fc.record({
  prefix: fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/),
  tenant: fc.stringMatching(/^[a-z0-9]{4}$/),
  env: fc.constantFrom("prod", "dev", "test", "staging" as const),
  region: fc.constantFrom("us-west-2", "ap-southeast-5", "us-gov-west-1"),
  useCase: word,
  workload: fc.option(word, { nil: undefined }),
});

describe("names of any ML product", () => {
  it("are legal, fit into AWS's limits, and are distinct for distinct products", () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(products, ({ prefix, tenant, env, region, useCase, workload }) => {
        const product: names.NamedProduct = {
          client: {
            company_name: "x",
            company_prefix: prefix,
            tenant_id: tenant,
            account_id: "123456789012",
          },
          environment: { env, region },
          ml_product: { use_case: useCase, workload, source_control: "codecommit" },
        };
        const ml = names.mlName(product);
        const stages = ["model-build", "sagemaker-execution", "pipeline-start", "trail"] as const;
        const all = {
          ...names.mlNames(product),
          ...Object.fromEntries(stages.map((stage) => [`role ${stage}`, names.mlRoleName(product, stage)])),
        };
        for (const [kind, name] of Object.entries(all)) {
          assert.match(name, LEGAL[kind] ?? /^[a-z0-9][a-z0-9-]*[a-z0-9]$/, kind);
          const other = seen.get(`${kind} ${name}`);
          assert.ok(other === undefined || other === ml, `${kind} ${name}: ${ml} and ${other}`);
          seen.set(`${kind} ${name}`, ml);
        }
        const limits = names.ML_NAME_LIMITS;
        assert.ok(all.artifactsBucket.length <= limits.bucket && all.endpoint.length <= limits.endpoint);
        assert.ok(all.modelPackageGroup.length <= limits.modelPackageGroup);
        assert.ok(
          all.modelApprovedRule.length <= limits.rule && all.modelBuildSourceRule.length <= limits.rule,
        );
        assert.ok(stages.every((stage) => names.mlRoleName(product, stage).length <= limits.role));
        assert.ok(all.modelBuildPipeline.length <= limits.pipeline);
        assert.ok(all.runtimePrefix.length + 11 <= limits.endpoint);
        assert.ok(new Set(stages.map((stage) => names.mlRoleName(product, stage))).size === stages.length);
      }),
      { numRuns: 300 },
    );
  });

  it("stay as they are where they fit, and keep apart what begins alike", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9-]{1,80}[a-z0-9]$/),
        fc.stringMatching(/^[a-z0-9]{1,20}$/),
        fc.stringMatching(/^[a-z0-9]{1,20}$/),
        (start, a, b) => {
          const [left, right] = [shortened(start + a, 64), shortened(start + b, 64)];
          assert.ok(left.length <= 64);
          assert.equal(left === right, a === b);
          if (start.length + a.length <= 64) assert.equal(left, start + a);
        },
      ),
    );
  });
});
