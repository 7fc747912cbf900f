import assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  escapeReferences,
  fillReferences,
  referencesIn,
  referenceTo,
} from "../../../core/template/open-references";

const values = new Map<string, string | readonly string[]>([
  ["KmsKey.Arn", "arn:aws:kms:us-west-2:123456789012:key/1"],
  ["SubnetIds", ["subnet-1", "subnet-2"]],
  ["Topic", "arn:aws:sns:us-west-2:123456789012:alerts"],
]);

describe("references in watched resources", () => {
  const cases: { name: string; value: unknown; names: string[]; filled: unknown }[] = [
    { name: "a text without any", value: "plain", names: [], filled: "plain" },
    { name: "one that is all of a text", value: "${Topic}", names: ["Topic"], filled: values.get("Topic") },
    {
      name: "one inside a text, of an attribute",
      value: { Key: "x-${KmsKey.Arn}-y" },
      names: ["KmsKey.Arn"],
      filled: { Key: `x-${String(values.get("KmsKey.Arn"))}-y` },
    },
    {
      name: "one to a list, as an item",
      value: ["first", "${SubnetIds}"],
      names: ["SubnetIds"],
      filled: ["first", "subnet-1", "subnet-2"],
    },
    { name: "one without a value stays", value: "${Other}", names: ["Other"], filled: "${Other}" },
    { name: "somebody's own text that looks like one", value: "${!Topic}", names: [], filled: "${Topic}" },
    { name: "that of a text that was escaped twice", value: "${!!Topic}", names: [], filled: "${!Topic}" },
    { name: "what IAM reads as a variable", value: "${aws:username}", names: [], filled: "${aws:username}" },
    { name: "numbers and nothing", value: [1, null, true], names: [], filled: [1, null, true] },
  ];
  for (const { name, value, names, filled } of cases) {
    it(name, () => {
      assert.deepEqual([...referencesIn(value)], names);
      assert.deepEqual(fillReferences(value, values), filled);
    });
  }

  it("are found as they are written", () => {
    assert.deepEqual([...referencesIn(referenceTo("KmsKey.Arn"))], ["KmsKey.Arn"]);
  });

  it("are in no text of somebody's own, which comes back as it was", () => {
    const piece = fc.constantFrom(
      "${",
      "}",
      "!",
      "Topic",
      "KmsKey.Arn",
      "AWS::StackId",
      "$",
      "a:b",
      " ",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const escaped = escapeReferences(text);
        assert.deepEqual([...referencesIn(escaped)], []);
        assert.equal(fillReferences(escaped, values), text);
      }),
    );
  });
});
