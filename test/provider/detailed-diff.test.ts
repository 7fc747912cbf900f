import assert from "node:assert/strict";
import { type DetailedDiff, detailedDiff } from "../../provider/detailed-diff";

const policy = (PolicyName: string, ...Action: string[]) => ({ PolicyDocument: { Action }, PolicyName });

describe("what changes, part by part", () => {
  const cases: { name: string; before: unknown; after: unknown; diff: DetailedDiff }[] = [
    { name: "nothing", before: { a: [1, { b: "x" }] }, after: { a: [1, { b: "x" }] }, diff: {} },
    {
      name: "members",
      before: { a: 1, b: 2, c: 3 },
      after: { b: 3, c: 3, d: 4 },
      diff: { "p.a": "delete", "p.b": "update", "p.d": "add" },
    },
    {
      name: "an insertion, which moves the others",
      before: ["b", "c"],
      after: ["a", "b", "c"],
      diff: { "p[0]": "add" },
    },
    {
      name: "a deletion, which moves the others",
      before: ["a", "b"],
      after: ["b"],
      diff: { "p[0]": "delete" },
    },
    { name: "one for another in its place", before: ["a"], after: ["b"], diff: { "p[0]": "update" } },
    {
      name: "something inside of an element that has a name",
      before: [policy("x", "s3:A", "s3:C")],
      after: [policy("x", "s3:A", "s3:B", "s3:C")],
      diff: { "p[0].PolicyDocument.Action[1]": "add" },
    },
    {
      name: "something inside of an element that has moved too",
      before: [policy("b", "s3:A")],
      after: [policy("a", "s3:A"), policy("b", "s3:B")],
      diff: { "p[0]": "update", "p[1]": "add" },
    },
    {
      name: "tags, by their keys",
      before: [{ Key: "A", Value: "1" }],
      after: [{ Key: "A", Value: "2" }],
      diff: { "p[0].Value": "update" },
    },
    {
      name: "elements that share a name",
      before: [policy("a", "s3:A"), policy("a", "s3:B")],
      after: [policy("a", "s3:A")],
      diff: { p: "update" },
    },
    {
      name: "keys that are no words",
      before: { 'aws:Tag/"A"': 1 },
      after: { 'aws:Tag/"A"': 2 },
      diff: { 'p["aws:Tag/\\"A\\""]': "update" },
    },
    { name: "a value of another kind", before: { a: "x" }, after: { a: ["x"] }, diff: { "p.a": "update" } },
  ];
  for (const { name, before, after, diff } of cases) {
    it(name, () => assert.deepEqual(detailedDiff("p", before, after), diff));
  }
});
