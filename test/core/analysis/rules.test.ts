import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { judgePolicy } from "../../../core/analysis/judge-policies";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import type { JudgedPolicy, PolicyRule } from "../../../core/analysis/rule";
import { policyRules } from "../../../core/analysis/rules";
import { parsePolicy } from "../../../core/analysis/statement";
import { actionRuleCases } from "./action-rule-cases";
import { documentRuleCases } from "./document-rule-cases";
import { allow, documentOf, type Plain } from "./planted";

const data = referenceData();
const tenant = { partition: "aws", region: "us-east-1", account: "123456789012", scope: "edge-prod-b001" };

/** What a rule says of a document, as `Sid: message`. */
function judged(id: string, document: Plain, kind: JudgedPolicy["kind"] = "identity"): string[] {
  const policy: JudgedPolicy = {
    name: "planted",
    origin: "config",
    source: "planted",
    document: parsePolicy(document),
    kind,
  };
  const rules = policyRules.filter((rule) => rule.id === id);
  assert.equal(rules.length, 1, id);
  return judgePolicy({ policy, principals: ["somebody"] }, { data, tenant, rules }).map(
    ({ statement, message }) =>
      statement === undefined ? message : `${statement.sid ?? statement.index}: ${message}`,
  );
}

const cases = [...actionRuleCases, ...documentRuleCases];

describe("policy rules", () => {
  for (const [rule, name, document, expected] of cases) {
    it(`${rule} ${name}`, () => {
      const messages = judged(rule, document);
      assert.equal(messages.length, expected.length, messages.join("\n"));
      expected.forEach((pattern, index) => assert.match(messages[index]!, pattern));
    });
  }

  it("have a case each that passes and one that fails", () => {
    for (const { id } of policyRules) {
      const own = cases.filter(([rule]) => rule === id);
      assert.ok(
        own.some(([, , , expected]) => expected.length === 0) &&
          own.some(([, , , expected]) => expected.length > 0),
        id,
      );
    }
  });

  it("are the files of their folder, under their ids", () => {
    const files = readdirSync(join(__dirname, "..", "..", "..", "core", "analysis", "rules"));
    const ids = files.filter((file) => file !== "index.ts").map((file) => file.replace(/\.ts$/, ""));
    assert.deepEqual(policyRules.map(({ id }) => id).sort(), ids.sort());
  });

  it("say something of themselves", () => {
    for (const { id, title, why, remediation } of policyRules) {
      for (const text of [title, why, remediation]) assert.ok(text.length > 15, id);
    }
  });

  it("judge statements in their one and their list form alike", () => {
    const statement = allow("s3:*", "*");
    for (const { id } of policyRules) {
      const listed = documentOf({ ...statement, Action: ["s3:*"], Resource: ["*"] });
      assert.deepEqual(judged(id, { Version: "2012-10-17", Statement: statement }), judged(id, listed), id);
    }
  });

  it("count as violated where one throws", () => {
    const broken: PolicyRule = {
      ...policyRules[0]!,
      judge: () => {
        throw new Error("out of order");
      },
    };
    const policy: JudgedPolicy = {
      name: "x",
      origin: "config",
      source: "x",
      document: parsePolicy(documentOf()),
      kind: "identity",
    };
    const [finding] = judgePolicy({ policy, principals: [] }, { data, tenant, rules: [broken] });
    assert.match(finding!.message, /could not judge this policy: out of order/);
    assert.equal(finding!.severity, "error");
  });
});
