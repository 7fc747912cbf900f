import assert from "node:assert/strict";
import { inspect } from "node:util";
import { runtime } from "@pulumi/pulumi";
import { besideProvider } from "../../components/beside-provider";

describe("the program beside the start of its provider", () => {
  const asked: string[] = [];
  before(() =>
    runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: name, state: inputs as Record<string, unknown> }),
      call: ({ token }) => {
        asked.push(token);
        return {};
      },
    }),
  );

  it("asks for the provider, and gives what the program gives", async () => {
    assert.equal(await besideProvider(() => 7), 7);
    assert.deepEqual(asked, ["tierguard:index:start"]);
  });

  it("keeps an error and its place, without the frames that the engine's SDK can't print", async () => {
    const own = "    at render (/project/components/security-stack.ts:10:11)";
    const sdk =
      "    at async Stack.initializeAndRegisterOutputs (/project/node_modules/@pulumi/resource.ts:1598:22)";
    const thrown = new Error("broken");
    thrown.stack = `Error: broken\n${own}\n${sdk}`;
    const program = besideProvider(() => {
      throw thrown;
    });
    await assert.rejects(program, (error) => error === thrown);
    assert.equal(thrown.stack, `Error: broken\n${own}`);
    assert.match(inspect(thrown, { colors: true }), /security-stack/);
  });
});
