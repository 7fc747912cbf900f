import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { INFORMATIVE_RIGHTS } from "../../core/operator-policy/informative-rights";
import type { Variant } from "../../core/operator-policy/variants";
import { ENTERPRISE, PROFESSIONAL, STARTER } from "../core/ml/ml-configs";
import { OperatorProof, type Removal } from "./operator-proof";
import { productSubject } from "./product-subject";

/** Many lives are lived, and how long they take is nobody's promise. */
const TIMEOUT = 10 * 60_000;

const STARTER_S3 = "techcorp-prod-a001-us-west-2-customer-churn-ml-s3";

const key = ({ sid, action }: Removal) => `${sid} ${action}`;
const DENIED = /not authorized to perform|AccessDenied|denied/;

/** Rights that the embedded AWS does not ask for, with who says that AWS does. */
const ASKED_BY_AWS_ALONE: Readonly<Record<string, string>> = {
  "LogsRead logs:GetDataProtectionPolicy":
    "the read handler of AWS::Logs::LogGroup declares it (CloudFormation's registry schema)",
  "AliasManagement kms:UpdateAlias":
    "the alias of a key that is gone for good is pointed at the one that the stack makes anew (its update handler declares it)",
  "BucketContent s3:DeleteObject":
    "whoever deletes objects always needs it, versions or not (Amazon S3 API Reference, DeleteObjects, Permissions)",
};

/** Rights without which something is only said not to be known. */
const INFORMATIVE = new Set([
  ...INFORMATIVE_RIGHTS.flatMap(({ sid, rights }) => rights.map((right) => `${sid} ${right}`)),
  "BucketRead s3:ListBucketVersions",
  "KeyRolesRead iam:GetRole",
  "KeyUsersRead iam:GetUser",
  "ModelPackageRead sagemaker:ListModelPackages",
  "NetworkRead ec2:DescribeRouteTables",
  "NetworkRead ec2:DescribeSubnets",
  "NetworkRead ec2:DescribeVpcs",
  "RuntimeList sagemaker:ListEndpointConfigs",
  "RuntimeList sagemaker:ListEndpoints",
  "RuntimeList sagemaker:ListModels",
  "VpcRead ec2:DescribeVpcAttribute",
]);

describe("the policies of an ML product's operator, enforced through the whole life of its stack", function () {
  this.timeout(TIMEOUT);
  const directory = mkdtempSync(join(tmpdir(), "tierguard-proof-"));
  after(() => rmSync(directory, { recursive: true, force: true }));
  const proofOf = (name: string, variant: Variant) =>
    new OperatorProof(productSubject(name, variant), variant, mkdtempSync(join(directory, "life-")));

  for (const name of [STARTER_S3, PROFESSIONAL]) {
    it(`are enough for all that their holder does with ${name}, for dev`, () => proofOf(name, "dev").live());
  }

  const cases: [Variant, string][] = [
    ["dev", STARTER],
    ["prod", ENTERPRISE],
  ];
  for (const [variant, name] of cases) {
    describe(`for ${variant}, ${name}`, () => {
      const proof = proofOf(name, variant);

      it("are enough for all that their holder does", () => proof.live());

      it("have nothing that could be left out", async () => {
        const removals = await proof.removals();
        assert.ok(removals.length > 100);
        const of = (effect: Removal["effect"]) =>
          removals.filter((removal) => removal.effect === effect).map(key);
        const kept = removals.map(key).filter((right) => Object.hasOwn(ASKED_BY_AWS_ALONE, right));
        assert.deepEqual(of("nothing").sort(), kept.sort());
        assert.deepEqual(
          of("unknown").filter((right) => !INFORMATIVE.has(right)),
          [],
        );
      });
    });
  }

  describe(`for read-only, ${STARTER}`, () => {
    const proof = proofOf(STARTER, "read-only");

    it("are enough to look at a stack that somebody else deployed", () => proof.live());

    it("neither deploy, change, recover nor delete it", async () => {
      const steps = proof.others.filter(({ only, apart }) => only !== "reads" && apart !== true);
      assert.ok(steps.length > 5);
      for (const step of steps) await assert.rejects(proof.tries(step), DENIED, step.name);
    });
  });

  it("write nothing for prod in a session without MFA", async () => {
    const proof = proofOf(ENTERPRISE, "prod");
    await assert.rejects(proof.live({ mfa: false }), /^Error: upload the template: .*s3:PutObject/);
    assert.deepEqual(
      proof.lived.map(({ step }) => step.name),
      ["pre-check", "forecast"],
    );
  });
});
