import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { readLiveResource } from "../../aws/live-resource";
import { canonicalProperties } from "../../core/drift/canonical-properties";
import type { Template } from "../../core/template/cloudformation";
import { embeddedAccount } from "../aws/embedded-account";
import { shippedConfig, shippedConfigFile, shippedConfigNames } from "../core/shipped-configs";
import { filesIn, inFolder, tierguard } from "./run-cli";

type Document = Record<string, unknown>;
type Shipped = ReturnType<typeof shippedConfig>;

const region = "us-east-1";
const hyphened = (names: readonly string[]) => names.map((name) => name.replaceAll("_", "-"));
const scope = ({ client, environment }: Shipped) =>
  `${client.company_prefix}-${environment.env}-${client.tenant_id}`;
const profileOf = ({ security, tier }: Shipped) => security.security_profiles[tier.security_profile]!;

/** What is exported, how its files are named, and what AWS calls it. */
const exported: {
  id: string;
  folder: string;
  type: string;
  /** Names that must be there, told from the config alone; undefined where it takes rendering to know them. */
  names: (config: Shipped) => string[] | undefined;
}[] = [
  {
    id: "export-groups",
    folder: "groups",
    type: "AWS::IAM::Group",
    names: (config) => hyphened(profileOf(config).enabled_groups).map((name) => `group-${name}`),
  },
  {
    id: "export-roles",
    folder: "roles",
    type: "AWS::IAM::Role",
    names: (config) => {
      const profile = profileOf(config);
      const roles = [...profile.enabled_service_roles, ...profile.enabled_assumable_roles];
      return [
        ...hyphened(roles).map((name) => `role-${name}`),
        ...hyphened(profile.enabled_cross_account_roles).map((name) => `xacct-${name}`),
      ];
    },
  },
  {
    id: "export-service-policies",
    folder: "policies",
    type: "AWS::IAM::ManagedPolicy",
    names: () => undefined,
  },
];

function read(path: string): Document {
  return JSON.parse(readFileSync(path, "utf8")) as Document;
}

async function run(folder: string, id: string, config: string, ...argv: string[]) {
  return tierguard(folder, [id, "--config", config, ...argv]);
}

/** Everything that the three actions write for a config, and its template, in one folder. */
async function exportAll(folder: string, config: string): Promise<Template> {
  for (const id of ["create-prov-template", ...exported.map((action) => action.id)]) {
    const { exitCode, stderr } = await run(folder, id, config);
    assert.equal(exitCode, 0, stderr);
  }
  const template = filesIn(join(folder, "templates"))[0]!;
  return parse(readFileSync(join(folder, "templates", template), "utf8")) as Template;
}

describe("exports of groups, roles and policies", function () {
  // Each case starts processes, and a busy machine may take its time.
  this.timeout(180_000);
  const account = embeddedAccount(region);

  /** Creates the stack of a template that may be too large to go along with the request. */
  async function deploy({ Resources, ...rest }: Template): Promise<void> {
    // The parameters would take half of the time, and no export is of them.
    const kept = Object.entries(Resources).filter(([, { Type }]) => !Type.startsWith("AWS::SSM::"));
    const template = { ...rest, Resources: Object.fromEntries(kept) };
    const s3 = await account.aws.s3();
    const at = { Bucket: "templates", Key: "template.json" };
    await s3.createBucket({ Bucket: at.Bucket });
    await s3.putObject({ ...at, Body: JSON.stringify(template) });
    const cloudFormation = await account.aws.cloudFormation();
    const StackName = "exported";
    await cloudFormation.createStack({
      StackName,
      TemplateURL: `${account.server.url}/${at.Bucket}/${at.Key}`,
      Capabilities: ["CAPABILITY_NAMED_IAM"],
    });
    for (;;) {
      const { Stacks } = await cloudFormation.describeStacks({ StackName });
      const { StackStatus: status, StackStatusReason: reason } = Stacks![0]!;
      if (status === "CREATE_COMPLETE") return;
      assert.equal(status, "CREATE_IN_PROGRESS", reason);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  for (const name of shippedConfigNames) {
    it(`say of ${name} exactly what its deployment makes`, () =>
      inFolder(async (folder) => {
        const config = shippedConfig(name);
        const template = await exportAll(folder, shippedConfigFile(name));
        await deploy(template);
        for (const { folder: kind, type, names } of exported) {
          const files = filesIn(join(folder, kind));
          const expected = names(config)?.map((resource) => `${scope(config)}-${resource}.json`);
          if (expected !== undefined) assert.deepEqual(files, expected.sort());
          const ofType = Object.values(template.Resources).filter(({ Type }) => Type === type);
          assert.equal(files.length, ofType.length);
          for (const file of files) {
            const text = readFileSync(join(folder, kind, file), "utf8");
            const document = JSON.parse(text) as Document;
            assert.equal(text, `${JSON.stringify(document, null, 2)}\n`);
            const identifier = kind === "policies" ? String(document.Arn) : basename(file, ".json");
            const live = await readLiveResource(account.aws, { type, identifier, properties: {} });
            assert.ok(live.kind === "found", `${identifier} is not in the account`);
            const { properties } = live;
            assert.equal(document.Arn, properties.Arn ?? properties.PolicyArn);
            const told = canonicalProperties(type, document);
            // A policy's description could never be changed in AWS: only the export has it.
            if (kind === "policies") properties.Description = document.Description;
            for (const [key, value] of Object.entries(canonicalProperties(type, properties))) {
              if (!(key in told)) assert.ok(["Path", "RoleId", "GroupId", "PolicyId"].includes(key), key);
              else if (key !== "Tags") assert.deepEqual(told[key], value, `${file}: ${key}`);
            }
          }
        }
      }));
  }

  it("tell who may assume what, and whom a role mirrors", () =>
    inFolder(async (folder) => {
      await exportAll(folder, shippedConfigFile("enterprise-12"));
      const prefix = "globalbank-prod-g001";
      const group = read(join(folder, "groups", `${prefix}-group-data-scientists.json`));
      assert.deepEqual(
        (group.AssumableRoles as { RoleName: string; Arn: string }[]).map(({ Arn }) => Arn),
        ["adata-engineer", "aml-engineer"].map(
          (role) => `arn:aws:iam::123456789012:role/${prefix}-role-${role}`,
        ),
      );
      const kinds = filesIn(join(folder, "roles")).map((file) => {
        const role = read(join(folder, "roles", file));
        for (const assumer of role.AssumableByGroups as string[]) {
          const { AssumableRoles } = read(join(folder, "groups", `${assumer}.json`));
          assert.ok((AssumableRoles as { RoleName: string }[]).some((one) => one.RoleName === role.RoleName));
        }
        assert.ok((role.Tags as unknown[]).length >= 6);
        return String(role.Kind);
      });
      const count = (kind: string) => kinds.filter((one) => one === kind).length;
      assert.deepEqual(
        ["service", "cross-function", "elevation", "cross-account"].map((kind) => count(kind)),
        [5, 4, 3, 2],
      );
      const mirror = read(join(folder, "roles", `${prefix}-role-aml-engineer.json`));
      assert.deepEqual(mirror.MirrorsGroup, {
        ConfigName: "ml_engineers",
        GroupName: `${prefix}-group-ml-engineers`,
      });
      const policy = read(join(folder, "policies", `${prefix}-policy-s3-level2-project-buckets-only.json`));
      assert.ok((policy.AttachedToRoles as string[]).includes(`${prefix}-role-aml-engineer`));
    }));

  for (const { id, folder: kind, type } of exported) {
    it(`${id} counts its files, names those of an earlier run that do not belong, and leaves them`, () =>
      inFolder(async (folder) => {
        const word = type === "AWS::IAM::ManagedPolicy" ? "policy" : type.split("::")[2]!.toLowerCase();
        const own = `techcorp-dev-a001-${word}-gone.json`;
        const others = ["techcorp-dev-a002-group-x.json", "techcorp-dev-a001-iam-policy.json", "notes.txt"];
        mkdirSync(join(folder, kind));
        for (const file of [own, ...others]) writeFileSync(join(folder, kind, file), "{}");
        const config = shippedConfigFile("startup-5");
        const { stdout } = await run(folder, id, config);
        const [wrote, stale] = stdout.split(/^1 file there is of an earlier run.*\n/m) as [string, string];
        assert.equal(stale, `  ${kind}/${own}\n`);
        const paths = [...wrote.matchAll(/^ {2}(.+)$/gm)].map((match) => match[1]!);
        assert.match(wrote, new RegExp(`^Wrote ${paths.length} [a-z]+ to ${kind}:\n`));
        const there = filesIn(join(folder, kind)).map((file) => `${kind}/${file}`);
        assert.deepEqual(there, [...paths, ...[own, ...others].map((file) => `${kind}/${file}`)].sort());

        const json = await run(folder, id, config, "--json");
        const { result } = JSON.parse(json.stdout) as { result: Document };
        assert.deepEqual(result.paths, paths);
        assert.deepEqual(result.stale, [`${kind}/${own}`]);
        assert.equal(result.files, paths.length);
      }));

    it(`${id} --dry-run writes nothing but the log`, () =>
      inFolder(async (folder) => {
        const { exitCode, stdout } = await run(folder, id, shippedConfigFile("startup-5"), "--dry-run");
        assert.equal(exitCode, 0);
        assert.match(stdout, new RegExp(`^Would write \\d+ [a-z]+ to ${kind}:\n`));
        assert.deepEqual(
          filesIn(folder).map((file) => file.split("/")[0]),
          ["reports"],
        );
      }));

    it(`${id} fails where there is nothing to write, and where a file can't be written`, () =>
      inFolder(async (folder) => {
        const config = shippedConfig("startup-5", ({ security }) => {
          const profile = security.security_profiles["startup-5"]!;
          profile.enabled_groups = id === "export-groups" ? [] : profile.enabled_groups.slice(2, 3);
          profile.enabled_service_roles = [];
          profile.enabled_assumable_roles = [];
        });
        writeFileSync(join(folder, "empty.yaml"), JSON.stringify(config));
        const nothing = await run(folder, id, "empty.yaml");
        assert.equal(nothing.exitCode, 1);
        assert.match(nothing.stderr, /^no file was written: .* has no /);

        writeFileSync(join(folder, kind), "in the way");
        const refused = await run(folder, id, shippedConfigFile("startup-5"));
        assert.equal(refused.exitCode, 1);
        assert.match(refused.stderr, /can't be written: a part of the path is not a folder/);
      }));
  }
});
