import assert from "node:assert/strict";
import { join } from "node:path";
import { openStack } from "../../../cli/automation/open-stack";
import { assertPacksRan } from "../../../cli/automation/policy-packs";
import type { PulumiStack } from "../../../cli/automation/pulumi-stack";
import { loadAs } from "../../../cli/load";
import { stem } from "../../../core/naming/stack-names";
import { createLocalEnvironment, type TestEnvironment } from "../../../local/test-environment";
import { shippedConfigFile } from "../../core/shipped-configs";
import { describeWithEngine } from "../../with-engine";

const strict = join(__dirname, "..", "..", "fixtures", "policy-pack");

describe("policy packs that were asked for", () => {
  const cases: { name: string; asked: string[]; ran?: string[]; fails: boolean }[] = [
    { name: "are no matter where none was", asked: [], fails: false },
    { name: "are enough where all ran", asked: ["/a", "/b"], ran: ["a", "b"], fails: false },
    { name: "are missed where one of two ran", asked: ["/a", "/b"], ran: ["a"], fails: true },
    { name: "are missed where none ran", asked: ["/a"], ran: [], fails: true },
    { name: "are missed where the engine does not say", asked: ["/a"], fails: true },
  ];
  for (const { name, asked, ran, fails } of cases) {
    it(name, () => {
      const judge = () => assertPacksRan(asked, ran);
      if (fails) assert.throws(judge, { code: "policy-pack-not-loaded", exitCode: 1 });
      else judge();
    });
  }
});

describeWithEngine("policy packs, by the real engine", function () {
  this.timeout(120_000);
  const own = { ...process.env };
  let environment: TestEnvironment;
  let stack: PulumiStack;
  before(async () => {
    environment = await createLocalEnvironment();
    Object.assign(process.env, environment.env);
    const file = shippedConfigFile("startup-5");
    const { config } = loadAs("security", file);
    stack = await openStack({ file, config, stem: stem(config) }, "pretend");
  });
  after(async () => {
    stack?.close();
    for (const name of Object.keys(process.env)) if (!(name in own)) delete process.env[name];
    Object.assign(process.env, own);
    await environment?.close();
  });

  it("refuse what breaks one of their mandatory rules, with an exit code of its own", async () => {
    await assert.rejects(stack.preview({ policyPacks: [strict] }), {
      code: "guardrail-violated",
      exitCode: 6,
      message: /no-stack-is-good-enough \(policy-pack\)[^]*this stack is not good enough/,
    });
  });

  it("refuse everything where one can't be loaded", async () => {
    const missing = join(environment.projectDir, "no-such-pack");
    await assert.rejects(stack.preview({ policyPacks: [missing] }), {
      exitCode: 1,
      message: /no-such-pack/,
    });
  });
});
