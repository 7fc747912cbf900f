import assert from "node:assert/strict";
import { join } from "node:path";
import { createLocalEnvironment, type TestEnvironment } from "../../../local/test-environment";
import { describeWithEngine } from "../../with-engine";

const fixtures = join(__dirname, "..", "..", "fixtures");

describeWithEngine("a program, by the real engine", function () {
  this.timeout(120_000);
  let environment: TestEnvironment;
  const run = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await environment.pulumi(args);
    return { exitCode, output: stdout + stderr };
  };
  const setFailure = (kind: string) => run("config", "set", "fail", kind);

  before(async () => {
    environment = await createLocalEnvironment({ directory: join(fixtures, "plain-program") });
    assert.equal((await run("stack", "init", "dev")).exitCode, 0);
  });
  after(() => environment.close());
  afterEach(() => run("config", "rm", "fail"));

  it("is started with its nodeargs, options, project and stack, and what it prints is shown", async () => {
    const { exitCode, output } = await run("preview");
    assert.equal(exitCode, 0, output);
    assert.match(output, /said by the program/);
    assert.match(output, /title\s*: "a program"/);
    assert.match(output, /typescript: "false"/);
    assert.match(output, /project\s*: "plain-program"/);
    assert.match(output, /stack\s*: "dev"/);
    assert.doesNotMatch(output, /warning/);
  });

  it("gets its secrets, which are shown to nobody", async () => {
    await run("config", "set", "--secret", "password", "hunter2");
    const { exitCode, output } = await run("preview");
    assert.equal(exitCode, 0, output);
    assert.match(output, /secret\s*: \[secret\]/);
    assert.doesNotMatch(output, /hunter2/);
  });

  it("that throws stops the engine, which says why once", async () => {
    await setFailure("throw");
    const { exitCode, output } = await run("preview");
    assert.notEqual(exitCode, 0);
    assert.equal(output.split("Error: thrown by the program").length, 2, output);
  });

  it("that ends with an exit code stops the engine, which says the code", async () => {
    await setFailure("exit");
    const { exitCode, output } = await run("preview");
    assert.notEqual(exitCode, 0);
    assert.match(output, /Program exited with non-zero exit code: 3/);
  });

  it("is judged by a policy pack that is written for Node", async () => {
    const { exitCode, output } = await run("preview", "--policy-pack", join(fixtures, "policy-pack"));
    assert.notEqual(exitCode, 0);
    assert.match(output, /this stack is not good enough/);
  });

  it("has its dependencies listed by pulumi about", async () => {
    const { exitCode, output } = await run("about");
    assert.equal(exitCode, 0, output);
    assert.match(output, /@pulumi\/pulumi\s+3\.\d+/);
    assert.match(output, new RegExp(`version='${process.version}'`));
  });
});
