import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { S3 } from "@aws-sdk/client-s3";
import { parse } from "yaml";
import { guardrails } from "../../core/guardrails/rules";
import { createLocalEnvironment } from "../../local/test-environment";
import { bundle } from "../../policypacks/tier-guardrails/bundle.cjs";
import { emptyAccount } from "../end-to-end/environment";
import { TemporaryFolder } from "../local/temporary-folder";
import { describeWithEngine } from "../with-engine";

const root = join(__dirname, "..", "..");
const pack = join(root, "policypacks", "tier-guardrails");

/** Findings as the engine prints them: policy and resource, with the lines below. */
function findings(output: string): string[] {
  return output.split(/\n\s+- \[mandatory\] {2}/).slice(1);
}

describeWithEngine("the policy pack, by the real engine", function () {
  this.timeout(240_000);

  it("as a bundle, finds each planted violation in one program that leaves the component out", async () => {
    const temporary = new TemporaryFolder();
    const folder = join(temporary.path, "bundle");
    await bundle(folder);
    // What npm would install for the folder, which has nothing else.
    for (const name of ["@pulumi/policy", "@pulumi/pulumi", "@grpc/grpc-js"]) {
      const link = join(folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, "node_modules", name), link);
    }
    const environment = await createLocalEnvironment({
      directory: join(root, "test", "fixtures", "planted-violations"),
      accountId: "123456789012",
      region: "us-west-1",
    });
    try {
      assert.equal((await environment.pulumi(["stack", "init", "dev"])).exitCode, 0);
      const { exitCode, stdout, stderr } = await environment.pulumi(["preview", "--policy-pack", folder]);
      const output = stdout + stderr;
      assert.notEqual(exitCode, 0, output);
      const found = findings(output);
      // The embedded AWS's provider has no IAM beside stacks: a unit test has it.
      const exempt = new Set(["only-through-stacks"]);
      for (const { name } of guardrails.filter((guardrail) => !exempt.has(guardrail.name))) {
        assert.ok(
          found.some((finding) => finding.startsWith(name)),
          `${name} found nothing:\n${output}`,
        );
      }
      const wildcard = found.find((finding) => /^no-wildcards .*: inline\)/.test(finding));
      for (const part of [
        /s3:\* allows every action of s3/,
        /edge-prod-b001-group-data-scientists/,
        /planted, statement Planted/,
        /Resources\.People\.Properties\.Policies\[0\]\.PolicyDocument\.Statement\[0\]/,
        /Name the actions that are needed/,
      ]) {
        assert.match(wildcard ?? "", part);
      }
      const about = (rule: string, resource: string) =>
        found.filter(
          (finding) => finding.startsWith(rule) && finding.split("\n")[0]!.endsWith(`: ${resource})`),
        );
      assert.equal(about("no-wildcards", "uploaded").length, about("no-wildcards", "inline").length);
      assert.match(about("known-template", "unseen").join(), /no single S3 object of this program shows/);
      assert.match(about("known-template", "unknown").join(), /can't be known during preview/);
    } finally {
      await environment.close();
      temporary.remove();
    }
  });

  for (const profile of ["startup-5", "medium-10", "enterprise-12"]) {
    it(`passes ${profile} without a warning`, async () => {
      const account = await emptyAccount();
      try {
        const text = readFileSync(join(root, "configs", `${profile}.yaml`), "utf8");
        const { tier, client, environment, deployment } = parse(text) as Record<string, object>;
        const where = { ...environment, region: "us-west-1" };
        const bucket = (deployment as { template_bucket?: string } | undefined)?.template_bucket;
        if (bucket !== undefined) {
          const s3 = new S3({
            endpoint: account.endpoint,
            region: "us-west-1",
            forcePathStyle: true,
            credentials: { accessKeyId: "test", secretAccessKey: "test" },
          });
          await s3.createBucket({ Bucket: bucket });
        }
        account.configure({
          tier,
          client: { ...client, account_id: "123456789012" },
          environment: where,
          deployment,
        });
        const { exitCode, output } = await account.pulumi("preview", "--policy-pack", pack);
        assert.equal(exitCode, 0, output);
        assert.match(output, /✅ tier-guardrails/);
        assert.doesNotMatch(output, /\[advisory\]|warning/);
      } finally {
        await account.close();
      }
    });
  }
});
