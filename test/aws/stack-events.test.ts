import assert from "node:assert/strict";
import { describeRootCause, rootCause, type StackEvent } from "../../aws/stack-events";

const START = Date.parse("2026-01-02T03:04:05Z");

function event(second: number, logicalId: string, status: string, reason = ""): StackEvent {
  return {
    timestamp: new Date(START + second * 1000),
    logicalId,
    physicalId: `name-of-${logicalId}`,
    type: "AWS::IAM::Role",
    status,
    reason,
  };
}

describe("root cause of a failed stack operation", () => {
  const cases: { name: string; events: StackEvent[]; cause: string | undefined }[] = [
    { name: "no failure", events: [event(1, "A", "CREATE_COMPLETE")], cause: undefined },
    {
      name: "the earliest failure of several",
      events: [
        event(9, "Stack", "CREATE_FAILED", "The following resource(s) failed to create: [A, B]."),
        event(5, "B", "CREATE_FAILED", "limit exceeded"),
        event(4, "A", "CREATE_FAILED", "malformed"),
      ],
      cause: "A",
    },
    {
      name: "cancellations are no cause, even when they come first",
      events: [
        event(5, "B", "CREATE_FAILED", "malformed"),
        event(4, "A", "CREATE_FAILED", "Resource creation cancelled"),
        event(3, "C", "UPDATE_FAILED", "Resource update cancelled"),
      ],
      cause: "B",
    },
    {
      name: "of two at the same time the one that AWS lists last",
      events: [event(4, "B", "UPDATE_FAILED", "later"), event(4, "A", "UPDATE_FAILED", "first")],
      cause: "A",
    },
  ];
  for (const { name, events, cause } of cases) {
    it(name, () => assert.equal(rootCause(events)?.logicalId, cause));
  }

  it("is said with the resource, what was tried and AWS's own reason", () => {
    const cause = rootCause([event(1, "RoleX", "CREATE_FAILED", "Invalid principal in policy")]);
    assert.equal(
      describeRootCause(cause!),
      "RoleX (AWS::IAM::Role name-of-RoleX) could not be created: Invalid principal in policy",
    );
  });
});
