import assert from "node:assert/strict";
import { findStack } from "../../../aws/deployed-stack";
import { takeWayOut } from "../../../aws/recovery/take-way-out";
import { type WayOut, wayOut } from "../../../aws/recovery/way-out";
import { embeddedAccount } from "../embedded-account";

const COMMAND = "--stack-name edge --region us-west-1";

describe("the way out of a stack's state", () => {
  const cases: { status: string; kind: WayOut["kind"]; command?: string; skip?: string[] }[] = [
    { status: "CREATE_COMPLETE", kind: "none" },
    { status: "UPDATE_COMPLETE", kind: "none" },
    { status: "UPDATE_ROLLBACK_COMPLETE", kind: "none" },
    { status: "IMPORT_ROLLBACK_COMPLETE", kind: "none" },
    { status: "ROLLBACK_COMPLETE", kind: "delete", command: `delete-stack ${COMMAND}` },
    { status: "ROLLBACK_FAILED", kind: "delete", command: `delete-stack ${COMMAND}` },
    { status: "CREATE_FAILED", kind: "delete", command: `delete-stack ${COMMAND}` },
    { status: "DELETE_FAILED", kind: "delete", command: `delete-stack ${COMMAND}` },
    { status: "REVIEW_IN_PROGRESS", kind: "delete", command: `delete-stack ${COMMAND}` },
    {
      status: "UPDATE_ROLLBACK_FAILED",
      kind: "continue-rollback",
      command: `continue-update-rollback ${COMMAND}`,
    },
    {
      status: "UPDATE_ROLLBACK_FAILED",
      kind: "continue-rollback",
      skip: ["A", "B"],
      command: `continue-update-rollback ${COMMAND} --resources-to-skip A B`,
    },
    { status: "UPDATE_FAILED", kind: "roll-back", command: `rollback-stack ${COMMAND}` },
    { status: "UPDATE_IN_PROGRESS", kind: "wait" },
    { status: "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", kind: "wait" },
    { status: "SOMETHING_NEW", kind: "unknown" },
  ];
  for (const { status, kind, command, skip } of cases) {
    it(`${status}: ${kind}${skip === undefined ? "" : ", leaving some out"}`, () => {
      const way = wayOut({ name: "edge", status }, { region: "us-west-1", skip });
      assert.equal(way.kind, kind);
      const given = "command" in way ? way.command : undefined;
      assert.equal(given, command === undefined ? undefined : `aws cloudformation ${command}`);
    });
  }

  describe("while somebody works on it", () => {
    const account = embeddedAccount("us-west-1");

    it("is to wait until that is done", async () => {
      await account.fault({ service: "iam", operation: "CreateGroup", delayMs: 500, times: 1 });
      const Group = { Type: "AWS::IAM::Group", Properties: { GroupName: "slow" } };
      const creation = account.deploy({ name: "edge", template: { Resources: { Group } }, tags: {} });
      let stack;
      do stack = await findStack(account.aws, "edge");
      while (stack === undefined);
      const way = wayOut(stack, { region: "us-west-1" });
      const { signal } = new AbortController();
      assert.equal(await takeWayOut(account.aws, stack, way, { skip: [], signal }), "CREATE_COMPLETE");
      await creation;
    });
  });
});
