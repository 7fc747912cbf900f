import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { Config } from "../../core/config/schema";
import { INFORMATIVE_RIGHTS } from "../../core/operator-policy/informative-rights";
import type { Variant } from "../../core/operator-policy/variants";
import { nameOf } from "./life-template";
import type { LifeStep } from "./life-step";
import { OperatorProof, type Removal } from "./operator-proof";
import { securitySubject } from "./security-subject";

/** Many lives are lived, and how long they take is nobody's promise. */
const TIMEOUT = 10 * 60_000;

const CONFIGS = join(__dirname, "..", "..", "configs");

function shipped(file: string, change: (config: Config) => void = () => undefined): Config {
  const config = parse(readFileSync(join(CONFIGS, file), "utf8")) as Config;
  change(config);
  return config;
}

const metered = (config: Config): void => {
  config.license = { provider: "metering" };
};
const bounded = (config: Config): void => {
  config.security.permission_boundary_arn = `arn:aws:iam::${config.client.account_id}:policy/company-boundary`;
  config.license = { provider: "license-manager" };
};

/** Rights whose removal some variant answered by saying that something is not known. */
const informative = new Set<string>();
const KNOWN = new Set(
  INFORMATIVE_RIGHTS.flatMap(({ sid, rights }) => rights.map((right) => `${sid} ${right}`)),
);

const key = ({ sid, action }: Removal) => `${sid} ${action}`;
const DENIED = /not authorized to perform|AccessDenied|denied/;

/** What the boundary keeps an operator from, who may otherwise write roles. */
const beyondTheBoundary: LifeStep[] = [
  {
    name: "make a role without the boundary",
    kind: "writes",
    async run({ aws, blueprint }) {
      const [role] = blueprint.roles;
      await (
        await aws.iam()
      ).createRole({
        RoleName: `${role!.name}-beyond`,
        AssumeRolePolicyDocument: JSON.stringify(role!.trustPolicy),
      });
    },
  },
  {
    name: "take the boundary off a role",
    kind: "writes",
    async run({ aws, template }) {
      const role = Object.values(template.Resources).find(({ Type }) => Type === "AWS::IAM::Role")!;
      await (await aws.iam()).deleteRolePermissionsBoundary({ RoleName: nameOf(role) });
    },
  },
];

describe("the operator's policy, enforced through the whole life of a stack", function () {
  this.timeout(TIMEOUT);
  const directory = mkdtempSync(join(tmpdir(), "tierguard-proof-"));
  after(() => rmSync(directory, { recursive: true, force: true }));
  const folder = () => mkdtempSync(join(directory, "life-"));

  const cases: [Variant, string, Config][] = [
    ["dev", "without a boundary, with a metered licence", shipped("enterprise-12.yaml", metered)],
    ["prod", "within a boundary, with a contract's licence", shipped("enterprise-12.yaml", bounded)],
    ["staging", "without a boundary", shipped("enterprise-12.yaml")],
    ["read-only", "with a metered licence", shipped("enterprise-12.yaml", metered)],
  ];
  for (const [variant, what, config] of cases) {
    describe(`for ${variant}, ${what}`, () => {
      const proof = new OperatorProof(securitySubject(config, variant), variant, folder());

      it("is enough for all that its holder does", () => proof.live());

      it("has nothing that could be left out", async () => {
        const removals = await proof.removals();
        assert.ok(removals.length > 30);
        const said = removals.filter(({ effect }) => effect === "unknown").map(key);
        for (const right of said) informative.add(right);
        assert.deepEqual(removals.filter(({ effect }) => effect === "nothing").map(key), []);
        assert.deepEqual(
          said.filter((right) => !KNOWN.has(right)),
          [],
        );
      });

      it("lets nobody do what the variant is not for", async () => {
        const others = proof.others.filter(({ only }) => only !== "reads");
        const steps = config.security.permission_boundary_arn === undefined ? others : beyondTheBoundary;
        for (const step of steps) await assert.rejects(proof.tries(step), DENIED, step.name);
      });

      if (variant !== "dev") return;
      it("is judged by steps that can be lived again, and then do and say the same", async () => {
        for (const lived of proof.lived) {
          assert.deepEqual(await proof.again(lived), lived.said, lived.step.name);
        }
      });
    });
  }

  it("writes nothing for prod in a session without MFA", async () => {
    const proof = new OperatorProof(securitySubject(shipped("enterprise-12.yaml"), "prod"), "prod", folder());
    await assert.rejects(proof.live({ mfa: false }), /^Error: upload the template: .*s3:PutObject/);
    assert.deepEqual(
      proof.lived.map(({ step }) => step.name),
      ["pre-check", "forecast"],
    );
  });

  for (const [file, variant] of [
    ["startup-5.yaml", "dev"],
    ["medium-10.yaml", "prod"],
    ["enterprise-12.yaml", "prod"],
  ] as const) {
    it(`is enough for all of ${file}, for ${variant}`, async () => {
      const config = shipped(file, (each) => {
        each.deployment = { template_bucket: "templates-of-the-proof", ...each.deployment };
      });
      const proof = new OperatorProof(securitySubject(config, variant, { whole: true }), variant, folder());
      const only = [
        "forecast",
        "upload the template",
        "create the stack",
        "read each resource",
        "delete the stack and list what is left",
      ];
      await proof.live({ only });
      assert.deepEqual(
        proof.lived.map(({ step }) => step.name),
        only,
      );
    });
  }

  // In a suite of its own, since a suite's own tests come before those of the suites in it.
  describe("the page of AWS rights", () => {
    it("names all rights without which something is only said not to be known", () => {
      assert.deepEqual([...informative].sort(), [...KNOWN].sort());
    });
  });
});
