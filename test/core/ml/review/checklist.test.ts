import assert from "node:assert/strict";
import type { MlConfig } from "../../../../core/ml/config/schema";
import { type ChecklistItem, checklistOf } from "../../../../core/ml/review/checklist";
import { costDriversOf } from "../../../../core/ml/review/cost-drivers";
import type { PostureCheck } from "../../../../core/ml/review/posture";
import { watchedResources } from "../../../../core/template/watched-resources";
import { ENTERPRISE, STARTER } from "../ml-configs";
import { rendered } from "../rendered";

const GOOD: PostureCheck[] = ["The key is rotated every year", "Logs are kept 90 days at least"].map(
  (title) => ({ title, state: "good", detail: "all" }),
);

function checklist(
  name: string,
  {
    change,
    posture = GOOD,
    problems = [],
  }: { change?: (config: MlConfig) => void; posture?: PostureCheck[]; problems?: string[] } = {},
): ChecklistItem[] {
  const { blueprint } = rendered(name, change);
  return checklistOf({ blueprint, posture, templateProblems: problems, operatorPolicies: 2 });
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
    items: () => checklist(ENTERPRISE, { posture: GOOD.map((check) => ({ ...check, state: "bad" })) }),
    begin: "The key is",
    state: "failed",
  },
  {
    name: "a rotation that nobody looked at",
    items: () => checklist(ENTERPRISE, { posture: [] }),
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
    items: () => checklist(STARTER, { posture: GOOD.map((check) => ({ ...check, state: "bad" })) }),
    begin: "Logs are kept",
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
