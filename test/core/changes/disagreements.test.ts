import assert from "node:assert/strict";
import type { ChangeSetChange } from "../../../core/changes/change-set";
import { changeSetDisagreements, engineDisagreements } from "../../../core/changes/disagreements";
import type { ResourceChange } from "../../../core/changes/resource-change";

const ours = (change: ResourceChange["change"], ...properties: string[]): ResourceChange => ({
  logicalId: "A",
  type: "AWS::IAM::Role",
  name: "a",
  change,
  properties: properties.map((property) => ({ property, item: "", change: "changed" })),
});
const theirs = (
  action: ChangeSetChange["action"],
  replacement: ChangeSetChange["replacement"] = "no",
  ...properties: string[]
): ChangeSetChange => ({
  logicalId: "A",
  type: "AWS::IAM::Role",
  physicalId: "a",
  action,
  replacement,
  properties: properties.map((property) => ({
    attribute: property === "Tags" || property === "Metadata" ? property : "Properties",
    property: property === "Metadata" ? "" : property,
    path: "",
    recreates: "never",
    dynamic: false,
  })),
});

describe("changeSetDisagreements", () => {
  const cases: {
    name: string;
    ours: ResourceChange[];
    theirs: ChangeSetChange[];
    rows: [string, string][];
  }[] = [
    { name: "the same addition", ours: [ours("Add")], theirs: [theirs("Add")], rows: [] },
    {
      name: "the same properties, each of them told several times",
      ours: [ours("Modify", "Policies", "Tags")],
      theirs: [theirs("Modify", "no", "Tags", "Policies", "Policies")],
      rows: [],
    },
    {
      name: "the same replacement",
      ours: [ours("Replace", "Path")],
      theirs: [theirs("Modify", "yes", "Path")],
      rows: [],
    },
    {
      name: "a replacement that CloudFormation is not sure of",
      ours: [ours("Modify", "Path")],
      theirs: [theirs("Modify", "maybe", "Path")],
      rows: [["Modify Path", "Modify or Replace Path"]],
    },
    {
      name: "what CloudFormation alone sees",
      ours: [],
      theirs: [theirs("Modify", "no", "Metadata")],
      rows: [["no change", "Modify Metadata"]],
    },
    {
      name: "what it does not see",
      ours: [ours("Modify", "Policies")],
      theirs: [],
      rows: [["Modify Policies", "no change"]],
    },
    {
      name: "another property",
      ours: [ours("Modify", "Policies")],
      theirs: [theirs("Modify", "no", "Path")],
      rows: [["Modify Policies", "Modify Path"]],
    },
    {
      name: "another action",
      ours: [ours("Remove")],
      theirs: [theirs("Modify", "no", "Path")],
      rows: [["Remove", "Modify Path"]],
    },
  ];
  for (const { name, ours: mine, theirs: other, rows } of cases) {
    it(`${rows.length === 0 ? "finds none in" : "finds"} ${name}`, () =>
      assert.deepEqual(
        changeSetDisagreements(mine, other),
        rows.map(([our, their]) => ({ with: "CloudFormation", logicalId: "A", ours: our, theirs: their })),
      ));
  }
});

describe("engineDisagreements", () => {
  it("finds what one of both alone would change, and nothing where both do the same", () => {
    const found = engineDisagreements(
      [
        ours("Modify", "Policies"),
        { ...ours("Add"), logicalId: "B" },
        { ...ours("Replace"), logicalId: "C" },
      ],
      [
        { logicalId: "A", change: "update" },
        { logicalId: "C", change: "update" },
        { logicalId: "D", change: "delete" },
      ],
    );
    assert.deepEqual(
      found.map(({ logicalId, ours: our, theirs: their }) => [logicalId, our, their]),
      [
        ["B", "Add", "no change"],
        ["C", "Replace", "Modify"],
        ["D", "no change", "Remove"],
      ],
    );
  });
});
