import assert from "node:assert/strict";
import type { Config } from "../../../core/config/schema";
import { InvalidInputError } from "../../../core/errors";
import { buildOperatorPolicy } from "../../../core/operator-policy/build-policy";
import { LEFT_OUT, STATEMENTS } from "../../../core/operator-policy/rights";
import { type Variant, VARIANTS, variantOf } from "../../../core/operator-policy/variants";
import type { Statement } from "../../../core/security/policy-document";
import { policySize } from "../../../core/security/policy-size";
import { findings } from "../catalogue/service-authorization";
import { startupConfig } from "../startup-config";

const ACCOUNT = "123456789012";
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/techcorp-boundary`;
const SCOPE = "techcorp-dev-a001";

const variants = Object.keys(VARIANTS) as Variant[];

const withBucket = (config: Config): void => {
  config.deployment = {
    template_bucket: "techcorp-templates",
    template_prefix: "/solutions/master-solution/templates/",
  };
};
const withBoundary =
  (arn = BOUNDARY) =>
  (config: Config): void => {
    config.security.permission_boundary_arn = arn;
  };
const withLicence =
  (provider: "metering" | "license-manager") =>
  (config: Config): void => {
    config.license = { provider };
  };
const everything = (config: Config): void => {
  for (const change of [withBucket, withBoundary(), withLicence("license-manager")]) change(config);
};

const configs: Record<string, (config: Config) => void> = {
  "a plain config": () => undefined,
  "a template bucket": withBucket,
  "a permission boundary": withBoundary(),
  "a boundary named like the tenant's policies": withBoundary(
    `arn:aws:iam::${ACCOUNT}:policy/${SCOPE}-policy-boundary`,
  ),
  "a licence by metering": withLicence("metering"),
  "a licence by License Manager": withLicence("license-manager"),
  everything,
};

const build = (change: (config: Config) => void, variant: Variant) =>
  buildOperatorPolicy(startupConfig(change), variant).Statement;
const find = (statements: Statement[], sid: string) => statements.find(({ Sid }) => Sid === sid);
const allowed = (statements: Statement[]) =>
  statements.flatMap(({ Effect, Action }) => (Effect === "Allow" ? Action : []));
const isWriting = (sid: string | undefined) =>
  STATEMENTS.find((statement) => statement.sid === sid)?.writes === true;

/** Every action knows this key (IAM User Guide, global condition keys), so that the reference lists it at none. */
function withoutMfa(statement: Statement): Statement {
  const Condition = { ...statement.Condition };
  delete Condition.Bool;
  return { ...statement, Condition };
}

describe("the operator's policy", () => {
  for (const [name, change] of Object.entries(configs)) {
    for (const variant of variants) {
      it(`of ${name}, for ${variant}, is what AWS's reference takes, and * where it gives no type`, () => {
        const statements = build(change, variant);
        assert.deepEqual(statements.map(withoutMfa).flatMap(findings), []);
        const sids = statements.map(({ Sid }) => Sid);
        assert.equal(new Set(sids).size, sids.length);
        const size = policySize({ Version: "2012-10-17", Statement: statements });
        assert.ok(size <= 6144, `${size} characters`);
      });
    }
  }

  it("names nothing outside the tenant, the region and the account", () => {
    const resources = new Set(build(everything, "dev").flatMap(({ Resource }) => Resource ?? []));
    assert.deepEqual(
      [...resources].sort(),
      [
        "*",
        `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/${SCOPE}-us-east-1-*-sec-stack/*`,
        `arn:aws:iam::${ACCOUNT}:group/${SCOPE}-group-*`,
        `arn:aws:iam::${ACCOUNT}:policy/${SCOPE}-policy-*`,
        BOUNDARY,
        `arn:aws:iam::${ACCOUNT}:role/${SCOPE}-role-*`,
        `arn:aws:iam::${ACCOUNT}:role/${SCOPE}-xacct-*`,
        `arn:aws:iam::${ACCOUNT}:role/sec-provisioner-dev-role`,
        "arn:aws:s3:::techcorp-templates",
        `arn:aws:s3:::techcorp-templates/solutions/master-solution/templates/${SCOPE}-us-east-1-*`,
        `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/security/${SCOPE}-us-east-1-*`,
      ].sort(),
    );
  });

  it("covers a stack whose name is pinned", () => {
    const pinned = build((config) => (config.deployment = { stack_name: "legacy-iam" }), "dev");
    assert.deepEqual(find(pinned, "CloudFormationManagement")?.Resource, [
      `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/${SCOPE}-us-east-1-*-sec-stack/*`,
      `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/legacy-iam/*`,
    ]);
  });

  it("has the partition of the region", () => {
    const statements = build((config) => (config.environment.region = "us-gov-west-1"), "dev");
    const arns = statements.flatMap(({ Resource }) => Resource ?? []).filter((arn) => arn !== "*");
    assert.deepEqual(
      arns.filter((arn) => !arn.startsWith("arn:aws-us-gov:")),
      [],
    );
  });

  it("says nothing of S3, a boundary or a licence where the config does not", () => {
    const actions = allowed(build(() => undefined, "dev"));
    assert.deepEqual(
      actions.filter((action) => /^(s3|license-manager|aws-marketplace):/.test(action)),
      [],
    );
    assert.deepEqual(
      find(
        build(() => undefined, "dev"),
        "BoundaryRead",
      ),
      undefined,
    );
  });

  const licences = {
    metering: ["aws-marketplace:RegisterUsage"],
    "license-manager": ["license-manager:CheckoutLicense", "license-manager:CheckInLicense"],
  } as const;
  for (const [provider, actions] of Object.entries(licences)) {
    for (const variant of variants) {
      it(`asks for the licence by ${provider}, for ${variant}, with or without MFA`, () => {
        const licence = find(build(withLicence(provider as "metering"), variant), "Licence");
        assert.deepEqual(licence, { Sid: "Licence", Effect: "Allow", Action: actions, Resource: ["*"] });
      });
    }
  }

  it("for staging differs from dev by the deletion of stacks alone", () => {
    const [dev, staging] = [allowed(build(everything, "dev")), allowed(build(everything, "staging"))];
    assert.deepEqual(
      dev.filter((action) => !staging.includes(action)),
      ["iam:RemoveUserFromGroup", "cloudformation:DeleteStack", "cloudformation:DeleteResource"],
    );
    assert.deepEqual(
      staging.filter((action) => !dev.includes(action)),
      [],
    );
  });

  it("for prod has dev's rights, with MFA on exactly the statements that write", () => {
    const prod = build(everything, "prod");
    assert.deepEqual(allowed(prod), allowed(build(everything, "dev")));
    for (const { Sid, Condition } of prod) {
      const asks = Condition?.Bool?.["aws:MultiFactorAuthPresent"] === "true";
      assert.equal(asks, isWriting(Sid), Sid);
    }
  });

  it("for readers has no statement that writes", () => {
    const readers = build(everything, "read-only");
    assert.deepEqual(
      readers.filter(({ Sid }) => isWriting(Sid)),
      [],
    );
    const writing =
      /:(Create|Put|Delete|Update|Attach|Detach|Add|Remove|Tag|Untag|Execute|Set|Continue|Rollback)/;
    assert.deepEqual(
      allowed(readers).filter((action) => writing.test(action)),
      [],
    );
  });

  it("gives roles rights only within the boundary, and never takes it off", () => {
    const bounded = build(withBoundary(), "dev");
    assert.deepEqual(find(bounded, "IAMRoleGrants")?.Condition, {
      StringEquals: { "iam:PermissionsBoundary": BOUNDARY },
    });
    assert.ok(!allowed(bounded).includes("iam:DeleteRolePermissionsBoundary"));
    const unbounded = build(() => undefined, "dev");
    assert.equal(find(unbounded, "IAMRoleGrants")?.Condition, undefined);
    assert.ok(allowed(unbounded).includes("iam:DeleteRolePermissionsBoundary"));
  });

  it("keeps the boundary's policy from its holder, where it is named like the tenant's own", () => {
    const own = `arn:aws:iam::${ACCOUNT}:policy/${SCOPE}-policy-boundary`;
    const denial = find(build(withBoundary(own), "dev"), "BoundaryKept");
    assert.equal(denial?.Effect, "Deny");
    assert.deepEqual(denial?.Resource, [own]);
    assert.equal(find(build(withBoundary(), "dev"), "BoundaryKept"), undefined);
  });

  it("gives nobody what is left out on purpose", () => {
    const given = variants.flatMap((variant) => allowed(build(everything, variant)));
    const leftOut = Object.keys(LEFT_OUT).flatMap((actions) => actions.split(", "));
    assert.deepEqual(
      leftOut.filter((action) => given.includes(action)),
      [],
    );
  });

  it("refuses names so long that no managed policy takes them", () => {
    const long = startupConfig((config) => {
      everything(config);
      config.deployment!.template_prefix = "p".repeat(512);
      config.deployment!.stack_name = "s".repeat(128);
      config.security.permission_boundary_arn = `arn:aws:iam::${ACCOUNT}:policy/${"b".repeat(512)}`;
    });
    assert.throws(
      () => buildOperatorPolicy(long, "prod"),
      (error) => error instanceof InvalidInputError && /a managed policy takes 6144/.test(error.message),
    );
  });

  const operators = { dev: "dev", test: "dev", staging: "staging", prod: "prod" } as const;
  for (const [env, variant] of Object.entries(operators)) {
    it(`of a ${env} environment is ${variant}'s unless another is asked for`, () => {
      assert.equal(variantOf({ env: env as "dev", region: "us-east-1" }), variant);
    });
  }
});
