import assert from "node:assert/strict";
import fc from "fast-check";
import { compareAccess } from "../../../core/changes/compare-access";
import type { WatchedResource } from "../../../core/template/watched-resource";
import { evaluate } from "../../../local/aws/authorization/evaluate";
import { change, request, some, type Statement, statements } from "./policy-generators";

const document = (list: Statement[]) => ({ Version: "2012-10-17", Statement: list });

function group(policies: Record<string, Statement[]>): WatchedResource[] {
  const Policies = Object.entries(policies).map(([PolicyName, list]) => ({
    PolicyName,
    PolicyDocument: document(list),
  }));
  return [{ logicalId: "Group", type: "AWS::IAM::Group", identifier: "g", properties: { Policies } }];
}

describe("a change that is not marked as wider", () => {
  it("allows no request that was refused before, alone and beside what else allows or denies", function () {
    this.timeout(60_000);
    let judged = 0;
    fc.assert(
      fc.property(change, statements, some(request, 12), ([before, after], others, requests) => {
        const changes = compareAccess(group({ p: before }), group({ p: after }));
        if (changes.some(({ wider }) => wider)) return;
        if (changes.length > 0) judged++;
        for (const asked of requests) {
          const was = evaluate([document(before), document(others)], asked);
          const is = evaluate([document(after), document(others)], asked);
          const { action, resource, context } = asked;
          const told = JSON.stringify({ action, resource, context: [...context], was, is });
          assert.ok(is !== "allowed" || was === "allowed", told);
        }
      }),
      { numRuns: 4_000 },
    );
    assert.ok(judged > 300, `only ${judged} cases were changes that are not wider`);
  });

  it("is one where nothing changed but the policy, the order, the Sid and the spelling of statements", () => {
    const respelt = (list: Statement[]) =>
      list
        .map(({ Condition, ...rest }, index) => ({
          Sid: `S${index}`,
          ...rest,
          Condition: { ...(Condition as object) },
        }))
        .reverse();
    fc.assert(
      fc.property(statements, fc.nat(3), (list, cut) => {
        const moved = respelt(list);
        const after = group({ a: moved.slice(0, cut), b: moved.slice(cut) });
        assert.deepEqual(compareAccess(group({ p: list }), after), []);
      }),
      { numRuns: 500 },
    );
  });
});
