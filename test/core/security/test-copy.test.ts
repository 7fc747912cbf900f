import assert from "node:assert/strict";
import { matchesWildcard } from "../../../core/analysis/wildcard";
import { testCopyOf } from "../../../core/config/test-copy";
import { buildOperatorPolicy } from "../../../core/operator-policy/build-policy";
import { stackName, stem } from "../../../core/naming/stack-names";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { renderTemplate } from "../../../core/template/render-template";
import { watchedResources } from "../../../core/template/watched-resources";
import { shippedConfig, shippedConfigNames } from "../shipped-configs";
import { shippedCatalogue, startupConfig } from "../startup-config";

const suffix = "x1y2z3";

/** Every text in a value, at whatever depth. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
}

describe("a test copy", () => {
  for (const tier of shippedConfigNames) {
    describe(`of ${tier}`, () => {
      const config = shippedConfig(tier);
      const copy = testCopyOf(config, suffix);
      const original = buildBlueprint(config, shippedCatalogue);
      const blueprint = buildBlueprint(copy, shippedCatalogue);
      const template = renderTemplate(blueprint);
      const { client, environment } = config;
      const scope = `${client.company_prefix}-${environment.env}-${client.tenant_id}`;
      const target = { accountId: client.account_id, region: environment.region };

      it("has the environment's names with the suffix at the end", () => {
        const namesOf = ({ groups, roles }: typeof original) => [...groups, ...roles].map(({ name }) => name);
        assert.deepEqual(
          namesOf(blueprint),
          namesOf(original).map((name) => `${name}-${suffix}`),
        );
        for (const { name } of blueprint.policies) assert.ok(name.endsWith(`-${suffix}`), name);
        assert.deepEqual(
          blueprint.groups.map(({ logicalId }) => logicalId),
          original.groups.map(({ logicalId }) => logicalId),
        );
      });

      it("shares no name with the environment", () => {
        const identifiers = (of: typeof original) =>
          watchedResources(renderTemplate(of), target).map(({ type, identifier }) => `${type} ${identifier}`);
        const environments = new Set(identifiers(original));
        assert.deepEqual(
          identifiers(blueprint).filter((identifier) => environments.has(identifier)),
          [],
        );
      });

      it("names no role, group or policy of the environment in any grant or trust", () => {
        const named = texts(template).filter((text) => /:iam::/.test(text) && text.includes(`${scope}-`));
        assert.ok(named.length > 0);
        assert.deepEqual(
          named.filter((text) => !text.endsWith(`-${suffix}`)),
          [],
        );
      });

      it("has a stem with the suffix before -sec, which its stack and parameters have", () => {
        const expected = `${scope}-${environment.region}-${config.tier.name}-${suffix}-sec`;
        assert.equal(stem(copy), expected);
        assert.equal(blueprint.stem, expected);
        assert.equal(blueprint.stackName, `${expected}-stack`);
        assert.equal(blueprint.tags.Stem, expected);
        const parameters = watchedResources(template, target).filter(
          ({ type }) => type === "AWS::SSM::Parameter",
        );
        for (const { identifier } of parameters) assert.ok(identifier.startsWith(`/security/${expected}/`));
      });

      it("lies within what the operator's policy lets write", () => {
        const policy = buildOperatorPolicy(config, "dev");
        const patterns = policy.Statement.flatMap(({ Resource }) => Resource ?? []).filter(
          (resource) => resource !== "*",
        );
        const covered = (arn: string) => patterns.some((pattern) => matchesWildcard(pattern, arn));
        const account = `arn:aws:iam::${client.account_id}`;
        const cloudFormation = `arn:aws:cloudformation:${environment.region}:${client.account_id}`;
        const arns = [
          ...blueprint.groups.map(({ name }) => `${account}:group/${name}`),
          ...blueprint.roles.map(({ name }) => `${account}:role/${name}`),
          ...blueprint.policies.map(({ name }) => `${account}:policy/${name}`),
          `${cloudFormation}:stack/${blueprint.stackName}/some-id`,
          `arn:aws:ssm:${environment.region}:${client.account_id}:parameter/security/${blueprint.stem}/StackId`,
        ];
        assert.deepEqual(
          arns.filter((arn) => !covered(arn)),
          [],
        );
      });
    });
  }

  it("of prod is not protected", () => {
    const prod = startupConfig((config) => (config.environment.env = "prod"));
    assert.equal(buildBlueprint(prod, shippedCatalogue).protect, true);
    assert.equal(buildBlueprint(testCopyOf(prod, suffix), shippedCatalogue).protect, false);
  });

  it("has a stack of its own where the environment's has a pinned name", () => {
    const pinned = startupConfig((config) => (config.deployment = { stack_name: "our-stack" }));
    assert.equal(stackName(pinned), "our-stack");
    const copy = testCopyOf(pinned, suffix);
    assert.equal(stackName(copy), `${stem(copy)}-stack`);
  });

  it("keeps the environment's permission boundary, which it only uses", () => {
    const boundary = "arn:aws:iam::123456789012:policy/techcorp-dev-a001-policy-boundary";
    const bounded = startupConfig((config) => (config.security.permission_boundary_arn = boundary));
    const { roles } = buildBlueprint(testCopyOf(bounded, suffix), shippedCatalogue);
    for (const role of roles) assert.equal(role.permissionsBoundary, boundary);
  });

  for (const wrong of ["", "x1y2z", "x1y2z3a", "X1Y2Z3", "x1-2z3", "../../", "x1y2z3\n"]) {
    it(`has no suffix ${JSON.stringify(wrong)}`, () => {
      assert.throws(() => testCopyOf(startupConfig(), wrong), { code: "test-suffix", exitCode: 2 });
    });
  }
});
