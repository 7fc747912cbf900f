import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { watchedResources } from "../../../core/template/watched-resources";
import { ENTERPRISE } from "./ml-configs";
import { rendered } from "./rendered";

const samples = join(__dirname, "..", "..", "..", "configs", "ml", "samples");

/** Variables of the build project, as AWS will have them. */
function projectEnvironment(): Record<string, string> {
  const where = { accountId: "123456789012", region: "us-west-2" };
  const resources = watchedResources(rendered(ENTERPRISE).template, where);
  const project = resources.find(({ logicalId }) => logicalId === "ModelBuildProject")!;
  const { EnvironmentVariables: variables } = project.properties.Environment as {
    EnvironmentVariables: { Name: string; Value: string }[];
  };
  return Object.fromEntries(variables.map(({ Name, Value }) => [Name, Value]));
}

function commandsOf(repository: string): string[] {
  const text = readFileSync(join(samples, repository, "buildspec.yml"), "utf8");
  return (parse(text) as { phases: { build: { commands: string[] } } }).phases.build.commands;
}

function run(folder: string, command: string): { status: number | null; output: string } {
  const env = { PATH: process.env.PATH, AWS_REGION: "us-west-2", ...projectEnvironment() };
  const result = spawnSync("sh", ["-c", command], { cwd: folder, env, encoding: "utf8" });
  return { status: result.status, output: result.stdout + result.stderr };
}

describe("the sample repositories", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "tierguard-sample-"));
    cpSync(join(samples, "model-build"), folder, { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true }));

  const local = commandsOf("model-build").filter((command) => !command.startsWith("aws "));
  const read = (file: string) => readFileSync(join(folder, "build", file));

  it("train, test and pack a model on any machine", () => {
    assert.equal(local.length, 3);
    for (const command of local) {
      const { status, output } = run(folder, command);
      assert.equal(status, 0, output);
    }
    const { accuracy, customers } = JSON.parse(read("evaluation.json").toString()) as Record<string, number>;
    assert.ok(accuracy! > 0.8 && accuracy! < 1 && customers! > 50, String(accuracy));
  }).timeout(60_000);

  it("pack what SageMaker serves, under a name that its content gives", () => {
    const archive = gunzipSync(read("model.tar.gz")).toString("latin1");
    assert.match(archive, /^model\.json\0/);
    assert.match(archive, /\0code\/inference\.py\0/);
    const first = read("model-url.txt").toString();
    const bucket = "globalbank-prod-c001-us-west-2-demand-forecasting-ml-artifacts";
    assert.match(first, new RegExp(`^s3://${bucket}/models/[0-9a-f]{16}/model\\.tar\\.gz\\n$`));
    for (const command of local) assert.equal(run(folder, command).status, 0);
    assert.equal(read("model-url.txt").toString(), first);
  }).timeout(60_000);

  it("register for approval, which is all that the build role may", () => {
    const registration = JSON.parse(read("model-package.json").toString()) as Record<string, unknown>;
    assert.equal(registration.ModelApprovalStatus, "PendingManualApproval");
    assert.equal(
      registration.ModelPackageGroupName,
      "globalbank-prod-c001-us-west-2-demand-forecasting-ml-models",
    );
    assert.match(JSON.stringify(registration.InferenceSpecification), /"ModelDataUrl":"s3:\/\/globalbank-/);
  });

  it("end the build where the model is not good enough", () => {
    const command = local[1]!.replace("0.75", "0.999");
    const { status, output } = run(folder, command);
    assert.equal(status, 1);
    assert.match(output, /the model is not good enough/);
  });

  it("use no variable that the build project does not have", () => {
    const known = ["AWS_REGION", "INFERENCE_IMAGE", ...Object.keys(projectEnvironment())];
    const used = ["model-build", "model-deploy"].flatMap((repository) =>
      readdirSync(join(samples, repository))
        .filter((file) => /\.(py|yml)$/.test(file))
        .flatMap((file) => {
          const text = readFileSync(join(samples, repository, file), "utf8");
          return [...text.matchAll(/environ(?:\.get\(|\[)['"](\w+)['"]|\$\{?([A-Z][A-Z_]+)/g)];
        })
        .map(([, python, shell]) => python ?? shell!),
    );
    assert.ok(used.length > 5);
    assert.deepEqual(
      used.filter((name) => !known.includes(name)),
      [],
    );
  });
});
