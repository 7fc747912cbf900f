import assert from "node:assert/strict";
import type { MlConfig } from "../../../../core/ml/config/schema";
import { type ChecklistItem, checklistOf } from "../../../../core/ml/review/checklist";
import { costDriversOf } from "../../../../core/ml/review/cost-drivers";
import type { ExemptedFinding, Finding } from "../../../../core/analysis/finding";
import type { GuardrailResult } from "../../../../core/guardrails/guardrail-result";
import { watchedResources } from "../../../../core/template/watched-resources";
import { ENTERPRISE, STARTER } from "../ml-configs";
import { rendered } from "../rendered";

const KEPT: GuardrailResult[] = ["key-rotation", "log-retention", "tls-only"].map((name) => ({
  name,
  forbids: "What is bad.",
  state: "kept",
  detail: "",
}));
const VIOLATED = KEPT.map((result): GuardrailResult => ({ ...result, state: "violated", detail: "bad" }));

const finding: Finding = {
  rule: "outside-tenant",
  severity: "error",
  principals: ["x-build-pipe"],
  policy: "source",
  source: "ml_product.build_pipeline.source",
  message: "it is not within the names",
  instead: "begin its name otherwise",
};
const exempted: ExemptedFinding = { ...finding, exemption: { reason: "one bucket", expires: "2030-01-01" } };

function checklist(
  name: string,
  {
    change,
    guardrails = KEPT,
    problems = [],
    ...analysis
  }: {
    change?: (config: MlConfig) => void;
    guardrails?: GuardrailResult[];
    problems?: string[];
    findings?: Finding[];
    exempted?: ExemptedFinding[];
  } = {},
): ChecklistItem[] {
  const { blueprint } = rendered(name, change);
  const judged = { guardrails, findings: [], exempted: [], ...analysis };
  return checklistOf({ blueprint, ...judged, templateProblems: problems, operatorPolicies: 2 });
}

const stateOf = (items: readonly ChecklistItem[], begin: string) =>
  items.find(({ text }) => text.startsWith(begin))!.state;

const cases: {
  name: string;
  items: () => ChecklistItem[];
  begin: string;
  state: ChecklistItem["state"];
}[] = [
  {
    name: "a valid template",
    items: () => checklist(STARTER),
    begin: "The template is valid",
    state: "passed",
  },
  {
    name: "a template that breaks a rule",
    items: () => checklist(STARTER, { problems: ["Resources.X is wrong"] }),
    begin: "The template is valid",
    state: "failed",
  },
  { name: "the starter's key", items: () => checklist(STARTER), begin: "The key is", state: "none" },
  { name: "the enterprise's key", items: () => checklist(ENTERPRISE), begin: "The key is", state: "passed" },
  {
    name: "a key that is not rotated",
    items: () => checklist(ENTERPRISE, { guardrails: VIOLATED }),
    begin: "The key is",
    state: "failed",
  },
  {
    name: "a rotation that nobody looked at",
    items: () => checklist(ENTERPRISE, { guardrails: [] }),
    begin: "The key is",
    state: "failed",
  },
  {
    name: "logs",
    items: () => checklist(STARTER),
    begin: "Logs are kept",
    state: "passed",
  },
  {
    name: "logs that go too early",
    items: () => checklist(STARTER, { guardrails: VIOLATED }),
    begin: "Logs are kept",
    state: "failed",
  },
  { name: "guardrails", items: () => checklist(STARTER), begin: "No guardrail", state: "passed" },
  {
    name: "a violated guardrail",
    items: () => checklist(STARTER, { guardrails: [...KEPT, ...VIOLATED] }),
    begin: "No guardrail",
    state: "failed",
  },
  {
    name: "guardrails that nobody asked",
    items: () => checklist(STARTER, { guardrails: [] }),
    begin: "No guardrail",
    state: "failed",
  },
  { name: "least privilege", items: () => checklist(STARTER), begin: "Roles have", state: "passed" },
  {
    name: "a right too many",
    items: () => checklist(STARTER, { findings: [finding] }),
    begin: "Roles have",
    state: "failed",
  },
  { name: "no exemption", items: () => checklist(STARTER), begin: "Exemptions", state: "none" },
  {
    name: "an exemption",
    items: () => checklist(STARTER, { exempted: [exempted] }),
    begin: "Exemptions",
    state: "open",
  },
  {
    name: "an expired exemption",
    items: () => checklist(STARTER, { findings: [{ ...finding, rule: "expired-exemption" }] }),
    begin: "Exemptions",
    state: "failed",
  },
  { name: "an address", items: () => checklist(ENTERPRISE), begin: "Alerts go", state: "passed" },
  { name: "no address in starter", items: () => checklist(STARTER), begin: "Alerts go", state: "none" },
  { name: "a subscription", items: () => checklist(ENTERPRISE), begin: "The address has", state: "open" },
  { name: "endpoints", items: () => checklist(ENTERPRISE), begin: "The VPC endpoints", state: "open" },
  { name: "no endpoints", items: () => checklist(STARTER), begin: "The VPC endpoints", state: "none" },
  { name: "a trail of its own", items: () => checklist(ENTERPRISE), begin: "CloudTrail", state: "passed" },
  { name: "the account's trail", items: () => checklist(STARTER), begin: "CloudTrail", state: "open" },
  { name: "tags", items: () => checklist(STARTER), begin: "Tags", state: "passed" },
  {
    name: "no tags",
    items: () => checklist(STARTER, { change: (config) => delete config.tags }),
    begin: "Tags",
    state: "failed",
  },
];

describe("the checklist before production", () => {
  for (const { name, items, begin, state } of cases) {
    it(`says of ${name}: ${state}`, () => assert.equal(stateOf(items(), begin), state));
  }

  it("leaves to people what no machine can know", () => {
    const open = checklist(STARTER).filter(({ state }) => state === "open");
    const texts = open.map(({ text }) => text).join("\n");
    for (const word of ["reviewed", "no wider ones", "approved", "test deployment", "Credentials", "image"]) {
      assert.ok(texts.includes(word), word);
    }
  });
});

describe("what costs", () => {
  const driversOf = (name: string) => {
    const { blueprint, template } = rendered(name);
    const where = { accountId: "123456789012", region: "us-west-2" };
    const drivers = costDriversOf(blueprint, watchedResources(template, where));
    return Object.fromEntries(drivers.map(({ what, count }) => [what, count]));
  };

  it("in starter is what runs and what is kept", () => {
    assert.deepEqual(driversOf(STARTER), {
      "Endpoint, made by the deploy pipeline": 1,
      "Build projects": 2,
      Pipelines: 2,
      Buckets: 1,
      "Log groups": 3,
    });
  });

  it("in enterprise is the key, the endpoints but for S3's, and what watches too", () => {
    const drivers = driversOf(ENTERPRISE);
    assert.equal(drivers["Interface endpoints"], 3);
    assert.equal(drivers.Keys, 1);
    assert.equal(drivers.Alarms, 2);
    assert.equal(drivers.Trails, 1);
  });
});
