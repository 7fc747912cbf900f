import assert from "node:assert/strict";
import type { Diagnostic } from "../../../cli/automation/engine-events";
import { warningLines } from "../../../cli/automation/warning-lines";

const COMPONENT = "urn:pulumi:dev::tierguard::tierguard:index:MlProduct";
const alias = `${COMPONENT}$tierguard:kms:Alias::ml-KmsAlias`;
const role = (name: string) => `${COMPONENT}$tierguard:iam:Role::ml-Role${name}`;
const preflight = `${COMPONENT}$tierguard:index:Preflight::ml-preflight`;
const warning = (message: string, urn?: string): Diagnostic => ({
  severity: "warning",
  message,
  ...(urn === undefined ? {} : { urn }),
});

const cases: [name: string, diagnostics: Diagnostic[], lines: string[]][] = [
  ["nothing", [], []],
  ["of the engine itself", [warning("old")], ["old"]],
  ["of the pre-check", [warning("the bucket is not versioned", preflight)], ["the bucket is not versioned"]],
  ["of a resource", [warning("not checked", alias)], ["ml-KmsAlias: not checked"]],
  [
    "the same of several",
    ["A", "B", "C", "D", "E"].map((name) => warning("not checked", role(name))),
    ["ml-RoleA, ml-RoleB, ml-RoleC and 2 more: not checked"],
  ],
  [
    "several, in the order in which they were said",
    [warning("b", alias), { severity: "error", message: "no" }, warning("a"), warning("b", role("A"))],
    ["ml-KmsAlias, ml-RoleA: b", "a"],
  ],
];

describe("warnings of an operation", () => {
  for (const [name, diagnostics, lines] of cases) {
    it(name, () => assert.deepEqual(warningLines(diagnostics), lines));
  }
});
