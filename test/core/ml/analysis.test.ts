import assert from "node:assert/strict";
import { analyse } from "../../../core/analysis/analyse";
import { accessMatrix } from "../../../core/analysis/access-matrix";
import type { Finding } from "../../../core/analysis/finding";
import { matrixDifference } from "../../../core/analysis/matrix-difference";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import type { Exemption } from "../../../core/config/exemption-schema";
import type { MlBlueprint } from "../../../core/ml/blueprint";
import { readMlConfigFile } from "../../../core/ml/config/load";
import type { MlConfig } from "../../../core/ml/config/schema";
import { buildMlBlueprint } from "../../../core/ml/build-ml-blueprint";
import { productPlace } from "../../../core/ml/product-place";
import type { Statement } from "../../../core/security/policy-document";
import { withFile } from "../config/support";
import { ENTERPRISE, mlConfigText, STARTER } from "./ml-configs";
import { rendered, variants } from "./rendered";

const data = referenceData();
const S3 = "techcorp-prod-a001-us-west-2-customer-churn-ml-s3";
const ML = "techcorp-prod-a001-us-west-2-customer-churn-ml";
const project = (name: string) => `arn:aws:codebuild:us-west-2:123456789012:project/${name}`;

function analysed(blueprint: MlBlueprint, today = "2026-01-01") {
  return analyse(blueprint, { data, tenant: productPlace(blueprint.config), today });
}

/** The starter tier, in which one role has this statement too. */
function planted(role: string, statement: Omit<Statement, "Effect">): Finding[] {
  const { blueprint } = rendered(STARTER);
  const document = {
    Version: "2012-10-17" as const,
    Statement: [{ Effect: "Allow" as const, ...statement }],
  };
  const roles = blueprint.roles.map((one) =>
    one.configName === role
      ? { ...one, grants: [...one.grants, { name: "planted", source: "planted", document }] }
      : one,
  );
  return analysed({ ...blueprint, roles }).findings;
}

const sharedBucket = (config: MlConfig): void => {
  config.ml_product.s3_prefix = "shared-bucket/solutions";
};

describe("the analysis of ML products", () => {
  for (const [name, render] of Object.entries(variants)) {
    it(`finds nothing in ${name}`, () => {
      const { findings, exempted } = analysed(render().blueprint);
      assert.deepEqual([findings, exempted], [[], []]);
    });
  }

  const escalations: [
    name: string,
    role: string,
    statement: Omit<Statement, "Effect">,
    expected: RegExp[],
  ][] = [
    [
      "a pipeline that runs the other build, by its name",
      "build_pipeline",
      { Action: ["codebuild:StartBuild"], Resource: [project(`${ML}-model-deploy`)] },
      [],
    ],
    [
      "a job that runs a build",
      "sagemaker_execution",
      { Action: ["codebuild:StartBuild"], Resource: [project(`${ML}-*`)] },
      [
        /gives \S+-ml-sagemaker what \S+-ml-build may do, such as/,
        /gives \S+-ml-sagemaker what \S+-ml-deploy may do, such as/,
      ],
    ],
    [
      "a pipeline that runs a build of which nobody knows the role",
      "build_pipeline",
      { Action: ["codebuild:StartBuild"], Resource: [project(`${ML}-other`)] },
      [/gives \S+-ml-build-pipe the role that \S+-ml-other has/],
    ],
    [
      "a build that passes another role",
      "model_build",
      {
        Action: ["iam:PassRole"],
        Resource: [`arn:aws:iam::123456789012:role/${ML}-deploy`],
        Condition: { StringEquals: { "iam:PassedToService": "codebuild.amazonaws.com" } },
      },
      [],
    ],
    [
      "a build that passes any role to jobs",
      "model_build",
      { Action: ["iam:PassRole"], Resource: [`arn:aws:iam::123456789012:role/${ML}-*`] },
      [/whatever role \S+-ml-\* names/],
    ],
    [
      "a build that writes its own policies",
      "model_build",
      { Action: ["iam:PutRolePolicy"], Resource: [`arn:aws:iam::123456789012:role/${ML}-build`] },
      [/any permission at all/],
    ],
  ];
  for (const [name, role, statement, expected] of escalations) {
    it(`${expected.length === 0 ? "lets be" : "finds"} ${name}`, () => {
      const messages = planted(role, statement)
        .filter(({ rule }) => ["privilege-escalation", "unknown-reach"].includes(rule))
        .map(({ message }) => message);
      for (const pattern of expected)
        assert.ok(
          messages.some((one) => pattern.test(one)),
          messages.join("\n"),
        );
      if (expected.length === 0) assert.deepEqual(messages, []);
    });
  }

  it("finds what lies in another product of the same tenant", () => {
    const other = "arn:aws:s3:::techcorp-prod-a001-us-west-2-other-product-ml-artifacts/*";
    const found = planted("model_build", { Action: ["s3:GetObject"], Resource: [other] });
    assert.deepEqual(
      found.map(({ rule, policy }) => [rule, policy]),
      [["outside-tenant", "planted"]],
    );
  });

  it("finds nothing in a key of the tenant's names in a bucket that is not the tenant's", () => {
    const key = `arn:aws:s3:::other/${ML}-data`;
    const found = planted("model_build", { Action: ["s3:GetObject"], Resource: [key] });
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ["outside-tenant"],
    );
  });

  it("says where in the config a finding comes from", () => {
    const text = mlConfigText(S3).replace(/s3_prefix: .*/, "s3_prefix: shared-bucket/solutions");
    withFile("ml.yaml", text, (file) => {
      const { config, source } = readMlConfigFile(file);
      const tenant = productPlace(config);
      const { findings } = analyse(buildMlBlueprint(config), {
        data,
        tenant,
        today: "2026-01-01",
        origins: { source },
      });
      const line = text.split("\n").findIndex((one) => one.includes("s3_prefix")) + 1;
      assert.equal(findings.length, 4);
      for (const { place } of findings) {
        assert.deepEqual(place, { file, line, column: 14, path: "ml_product.s3_prefix" });
      }
    });
  });

  it("compares products of different names role by role, shortened names too", () => {
    const placed = (name: string) => {
      const { blueprint } = rendered(name);
      return { matrix: accessMatrix(blueprint, data), place: productPlace(blueprint.config) };
    };
    const workload = ENTERPRISE.replace("standalone-direct-rtb", "standalone-ssm-workload");
    assert.deepEqual(matrixDifference(placed(ENTERPRISE), placed(workload)), { gained: [], lost: [] });
    const { gained } = matrixDifference(placed(ENTERPRISE), placed(STARTER));
    assert.ok(gained.some(({ actions }) => actions.includes("kms:Decrypt")));
  });
});

describe("exemptions of ML products", () => {
  const exemption: Exemption = {
    rule: "outside-tenant",
    principal: "build_pipeline",
    policy: "source",
    reason: "the code lies in a bucket of the whole company",
    expires: "2026-06-30",
  };
  const withExemptions = (...exemptions: Exemption[]) =>
    rendered(S3, (config) => {
      sharedBucket(config);
      config.exemptions = exemptions;
    }).blueprint;

  it("take out the findings of the role that they name, and keep them in the report", () => {
    const { findings, exempted } = analysed(withExemptions(exemption));
    assert.deepEqual(
      findings.map(({ principals }) => principals),
      [[`${ML}-deploy-pipe`], [`${ML}-deploy-pipe`]],
    );
    assert.equal(exempted.length, 2);
    for (const one of exempted) {
      assert.deepEqual(one.principals, [`${ML}-build-pipe`]);
      assert.deepEqual(one.exemption, { reason: exemption.reason, expires: "2026-06-30" });
    }
  });

  it("count until their last day, and are findings after it", () => {
    const blueprint = withExemptions(exemption);
    assert.equal(analysed(blueprint, "2026-06-30").exempted.length, 2);
    const { findings, exempted } = analysed(blueprint, "2026-07-01");
    assert.deepEqual(exempted, []);
    const expired = findings.filter(({ rule }) => rule === "expired-exemption");
    assert.deepEqual(
      expired.map(({ severity, principals, source }) => [severity, principals, source]),
      [["error", [`${ML}-build-pipe`], "exemptions[0]"]],
    );
  });

  it("are findings where nothing needs them", () => {
    const { findings } = analysed(rendered(STARTER, (config) => (config.exemptions = [exemption])).blueprint);
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [["unused-exemption", "warning"]],
    );
  });
});
