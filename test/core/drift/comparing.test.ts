import assert from "node:assert/strict";
import { describeStatement } from "../../../core/drift/describe-drift";
import { planPutBack } from "../../../core/drift/put-back";
import { statementDifferences } from "../../../core/drift/statement-differences";

const GROUP = "AWS::IAM::Group";
const document = (...Statement: object[]) => ({ Version: "2012-10-17", Statement });
const allow = (Sid: string, Action: string[], Resource = ["*"]) => ({
  Sid,
  Effect: "Allow",
  Action,
  Resource,
});

describe("differences of policy documents", () => {
  const cases: { name: string; before: unknown; after: unknown; added: string[]; removed: string[] }[] = [
    {
      name: "none",
      before: document(allow("A", ["s3:X"])),
      after: document(allow("A", ["s3:X"])),
      added: [],
      removed: [],
    },
    {
      name: "an action more and one less in one statement",
      before: document(allow("A", ["s3:X", "s3:Y"])),
      after: document(allow("A", ["s3:Y", "s3:Z"])),
      added: ["allow s3:Z on *"],
      removed: ["allow s3:X on *"],
    },
    {
      name: "another resource",
      before: document(allow("A", ["s3:X"], ["a", "b"])),
      after: document(allow("A", ["s3:X"], ["a"])),
      added: [],
      removed: ["allow s3:X on b"],
    },
    {
      name: "a statement that differs in more than one member",
      before: document(allow("A", ["s3:X"], ["a"])),
      after: document(allow("A", ["s3:Y"], ["b"])),
      added: ["allow s3:Y on b"],
      removed: ["allow s3:X on a"],
    },
    {
      name: "a new document",
      before: undefined,
      after: document({
        Effect: "Deny",
        NotAction: ["s3:X"],
        NotResource: ["a"],
        Condition: { Bool: { m: true } },
      }),
      added: ['deny everything but s3:X on everything but a if {"Bool":{"m":["true"]}}'],
      removed: [],
    },
    {
      name: "another principal",
      before: document({ Effect: "Allow", Principal: { AWS: "a" }, Action: "sts:AssumeRole" }),
      after: document({ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }),
      added: ["allow * sts:AssumeRole"],
      removed: ["allow a sts:AssumeRole"],
    },
  ];
  for (const { name, before, after, added, removed } of cases) {
    it(name, () => {
      const found = statementDifferences(before, after);
      assert.deepEqual(
        { added: found.added.map(describeStatement), removed: found.removed.map(describeStatement) },
        { added, removed },
      );
    });
  }
});

describe("planning to put a group back", () => {
  const wanted = { GroupName: "g", ManagedPolicyArns: ["a", "b"] };
  const plan = (live: object, seen?: object) =>
    planPutBack(GROUP, {
      wanted,
      live: { GroupName: "g", ...live },
      seen: seen && { GroupName: "g", ...seen },
    });

  it("does nothing where AWS has what is wanted", () =>
    assert.deepEqual(plan(wanted, { ManagedPolicyArns: ["x"] }), {
      differences: [],
      unseen: [],
      patch: [],
      remake: false,
    }));

  it("puts back what was shown, additions too, and leaves what nobody was shown", () => {
    const { patch, unseen } = plan(
      { ManagedPolicyArns: ["a", "by-hand", "later"] },
      { ManagedPolicyArns: ["a", "by-hand"] },
    );
    assert.deepEqual(patch, [{ op: "add", path: "/ManagedPolicyArns", value: ["a", "b", "later"] }]);
    assert.deepEqual(
      unseen.map(({ item }) => item),
      ["later"],
    );
  });

  it("of a creation puts back all that is wanted, and takes nothing away", () => {
    const { patch, unseen } = plan({ ManagedPolicyArns: ["a", "by-hand"], Path: "/x/" });
    assert.deepEqual(patch, [
      { op: "add", path: "/ManagedPolicyArns", value: ["a", "b", "by-hand"] },
      { op: "add", path: "/Path", value: "/" },
    ]);
    assert.deepEqual(
      unseen.map(({ item }) => item),
      ["by-hand"],
    );
  });

  it("takes away a property that nobody wants", () => {
    const seen = { RoleName: "r", PermissionsBoundary: "p" };
    const { patch } = planPutBack("AWS::IAM::Role", { wanted: { RoleName: "r" }, seen, live: seen });
    assert.deepEqual(patch, [{ op: "remove", path: "/PermissionsBoundary" }]);
  });

  it("writes along what the service would lose, and makes anew what it can't change", () => {
    const parameter = { Name: "/p", Type: "String", Value: "v", Description: "d" };
    const type = "AWS::SSM::Parameter";
    const changed = { ...parameter, Value: "x" };
    assert.deepEqual(planPutBack(type, { wanted: parameter, seen: changed, live: changed }).patch, [
      { op: "add", path: "/Value", value: "v" },
      { op: "add", path: "/Description", value: "d" },
    ]);
    const remade = { ...parameter, Type: "StringList" };
    assert.equal(planPutBack(type, { wanted: parameter, seen: remade, live: remade }).remake, true);
  });
});
