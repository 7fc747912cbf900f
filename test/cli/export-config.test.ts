import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Config } from "../../core/config/schema";
import { shippedConfig, shippedConfigFile, shippedConfigNames } from "../core/shipped-configs";
import { filesIn, inFolder, tierguard } from "./run-cli";

const fixtures = join(__dirname, "..", "fixtures", "config");

async function succeeds(folder: string, ...argv: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await tierguard(folder, argv);
  assert.equal(exitCode, 0, stderr);
  return stdout;
}

const written = (folder: string) => filesIn(folder).filter((file) => !file.endsWith(".log"));
const readIn = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");

/** The template that a config gives. */
async function templateOf(folder: string, config: string, output: string): Promise<string> {
  await succeeds(folder, "create-prov-template", "--config", config, "--output", output);
  const file = written(join(folder, output)).find((path) => path.startsWith("templates/"));
  return readIn(join(folder, output), file!);
}

/** A config that builds on the master definitions of its tier, and changes a few. */
function withOverrides(name: string): string {
  const { tier, client, environment, deployment } = shippedConfig(name);
  return JSON.stringify({
    tier,
    client: { ...client, tenant_id: "0o17" },
    environment,
    deployment,
    security_overrides: {
      permission_boundary_arn: `arn:aws:iam::${client.account_id}:policy/boundary`,
      iam_groups: { business_consumers: { policy_assignments: { bedrock: null } } },
      assumable_roles: { aml_engineer: { require_mfa: true } },
      security_profiles: {
        [name]: { enabled_groups: ["data_scientists", "ml_engineers", "business_consumers"] },
      },
    },
  });
}

describe("export-config", function () {
  // Each case starts processes, and a busy machine may take its time.
  this.timeout(120_000);

  for (const name of shippedConfigNames) {
    for (const [kind, text] of [
      ["as it is shipped", readFileSync(shippedConfigFile(name), "utf8")],
      ["with overrides of the master definitions", withOverrides(name)],
    ] as const) {
      it(`writes ${name}, ${kind}, as a config that means the same`, () =>
        inFolder(async (folder) => {
          writeFileSync(join(folder, "own.yaml"), text);
          const stdout = await succeeds(folder, "export-config", "--config", "own.yaml", "--output", "out");
          const [path, ...others] = written(join(folder, "out"));
          assert.deepEqual(others, []);
          assert.match(path!, /^configs\/[a-z0-9-]+-sec-config\.yaml$/);
          assert.ok(stdout.startsWith(`Wrote out/${path}\n`), stdout);
          const exported = readIn(folder, `out/${path}`);
          const config = parse(exported) as Config & { security_overrides?: object };
          assert.equal(config.security_overrides, undefined);
          assert.deepEqual(config.quotas, {
            managed_policies_per_role: 10,
            role_trust_policy_characters: 2048,
          });
          assert.equal(config.deployment!.delivery, "auto");
          for (const role of Object.values(config.security.assumable_roles)) {
            assert.equal(typeof role.max_session_duration, "number");
            assert.equal(typeof role.require_mfa, "boolean");
          }

          await succeeds(folder, "export-config", "--config", `out/${path}`, "--output", "again");
          assert.equal(readIn(folder, `again/${path}`), exported);
          const template = await templateOf(folder, "own.yaml", "first");
          assert.equal(await templateOf(folder, `out/${path}`, "second"), template);
        }));
    }
  }

  it("writes the six sections of a stack's config, the overrides in them", () =>
    inFolder(async (folder) => {
      const sections = JSON.parse(withOverrides("startup-5")) as Record<string, unknown>;
      const entries = Object.entries(sections).map(([key, value]) => [`tierguard:${key}`, value]);
      writeFileSync(
        join(folder, "Pulumi.dev.yaml"),
        JSON.stringify({ config: Object.fromEntries(entries) as object }),
      );
      await succeeds(folder, "export-config", "--stack", "dev", "--output", "out");
      const [path] = written(join(folder, "out"));
      const { client, security } = parse(readIn(folder, `out/${path}`)) as Config;
      assert.equal(client.tenant_id, "0o17");
      assert.equal(security.assumable_roles.aml_engineer!.require_mfa, true);
      assert.equal(security.iam_groups.business_consumers!.policy_assignments!.bedrock, undefined);
    }));

  it("does not write over the config that it reads, but over what it wrote itself", () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, "configs"));
      const path = "configs/edge-dev-b001-us-west-1-startup-sec-config.yaml";
      const own = readFileSync(join(fixtures, "startup.yaml"), "utf8");
      writeFileSync(join(folder, path), own);
      const { exitCode, stderr } = await tierguard(folder, ["export-config", "--config", path]);
      assert.equal(exitCode, 2);
      assert.match(stderr, /is the config itself.*\n +name another folder with --output/);
      assert.equal(readIn(folder, path), own);

      renameSync(join(folder, path), join(folder, "own.yaml"));
      await succeeds(folder, "export-config", "--config", "own.yaml");
      await succeeds(folder, "export-config", "--config", path);
    }));

  it("--dry-run writes nothing but the log, and says what it would", () =>
    inFolder(async (folder) => {
      const config = shippedConfigFile("medium-10");
      const stdout = await succeeds(folder, "export-config", "--config", config, "--dry-run");
      assert.match(stdout, /^Would write configs\/edge-prod-b001-us-west-1-medium-sec-config\.yaml\n/);
      assert.deepEqual(written(folder), []);
    }));
});
