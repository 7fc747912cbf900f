import assert from "node:assert/strict";
import fc from "fast-check";
import { conditionsNotImplied } from "../../../core/changes/condition-implication";
import { coverage } from "../../../core/changes/grant-coverage";
import { statementsOf } from "../../../core/changes/policy-statement";
import { applies } from "../../../local/aws/authorization/evaluate";
import { conditionsHold } from "../../../local/aws/authorization/conditions";
import { statementsOf as modelOf } from "../../../local/aws/authorization/policy-model";
import { conditionOperator, conditionValue, contextOf, some } from "./policy-generators";

const resources = [
  "*",
  "arn:aws:s3:::*",
  "arn:aws:s3:::a*",
  "arn:aws:s3:::a/?",
  "arn:aws:s3:::a/x",
  "arn:aws:s3:::a/${aws:username}",
  "arn:aws:s3:::a/${aws:username}*",
  "arn:aws:s3:::a/?????????????",
  "arn:aws:s3:::a/${*}",
  "arn:aws:*:::a/x",
  "arn:aws:s*a/x",
  "arn:aws:kms:${aws:username}:1:key/k",
  "arn:aws:kms:*:1:key/k",
  "arn:aws:kms:r:?:key/k",
  "arn:aws:kms:*:*:key/?*",
  "arn:aws:kms:*:*:key/*?",
  "arn:aws:kms:*",
];
const asked = [
  "*",
  "arn:aws:s3:::a",
  "arn:aws:s3:::a/x",
  "arn:aws:s3:::a/*",
  "arn:aws:s3:::a/xy",
  "arn:aws:s3:::b",
  "arn:aws:kms:r:1:key/k",
  "arn:aws:kms:r:s:1:key/k",
  "arn:aws:kms:r:12:key/k",
  "arn:aws:kms:r:2:key/",
];
const contexts = [undefined, "x", "xy", "*", "r", "r:s", "x/y"].map(
  (name) => new Map(name === undefined ? [] : [["aws:username", [name]]]),
);
const allow = (member: object) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:*", ...member }],
});

describe("resources that cover others", () => {
  const sets = resources.flatMap((resource) => [{ Resource: resource }, { NotResource: resource }]);
  it("match whatever those match, each pattern and what it leaves out against each other", () => {
    let covering = 0;
    for (const wide of sets) {
      for (const narrow of sets) {
        const [general, special] = [statementsOf(allow(wide)), statementsOf(allow(narrow))];
        if (!coverage(special[0]!, general).covered) continue;
        covering++;
        const [wideModel, narrowModel] = [modelOf(allow(wide))[0]!, modelOf(allow(narrow))[0]!];
        for (const resource of asked) {
          for (const context of contexts) {
            const request = { action: "s3:Get", resource, context };
            if (!applies(narrowModel, request)) continue;
            assert.ok(
              applies(wideModel, request),
              JSON.stringify({ wide, narrow, resource, context: [...context] }),
            );
          }
        }
      }
    }
    assert.ok(covering > 100, `only ${covering} pairs`);
  });

  const cases: [wide: object, narrow: object, covered: boolean][] = [
    [{ Resource: "arn:aws:s3:::a/*" }, { Resource: "arn:aws:s3:::a/${aws:username}/*" }, true],
    [
      { Resource: "arn:aws:s3:::a/${aws:username}/*" },
      { Resource: "arn:aws:s3:::a/${aws:username}/x" },
      true,
    ],
    [{ Resource: "arn:aws:s3:::a/${aws:username}/*" }, { Resource: "arn:aws:s3:::a/*" }, false],
    [{ Resource: ["arn:aws:s3:::a", "arn:aws:s3:::a/*"] }, { Resource: "arn:aws:s3:::a/b" }, true],
    [{ Resource: "arn:aws:kms:*:*:key/?*" }, { Resource: "arn:aws:kms:*:*:key/*?" }, true],
    [{ NotResource: "arn:aws:s3:::a" }, { Resource: "arn:aws:s3:::b*" }, true],
    [{ NotResource: "arn:aws:s3:::a" }, { Resource: "arn:aws:s3:::*" }, false],
    [{ NotResource: "arn:aws:s3:::a" }, { NotResource: "arn:aws:s3:::a*" }, true],
    [{ Resource: "*" }, { NotResource: "arn:aws:s3:::a*" }, true],
  ];
  for (const [wide, narrow, covered] of cases) {
    it(`${JSON.stringify(wide)} ${covered ? "covers" : "is not shown to cover"} ${JSON.stringify(narrow)}`, () => {
      assert.equal(coverage(statementsOf(allow(narrow))[0]!, statementsOf(allow(wide))).covered, covered);
    });
  }
});

describe("conditions that imply others", () => {
  const conditionsIn = (operator: string, values: string[]) => ({ [operator]: { "aws:k": values } });
  it("hold in no context in which those do not", () => {
    let implied = 0;
    const values = some(conditionValue, 2);
    fc.assert(
      fc.property(
        conditionOperator,
        conditionOperator,
        fc.boolean(),
        values,
        values,
        some(contextOf("aws:k", "aws:username"), 8),
        (first, second, same, narrowValues, wideValues, given) => {
          const wide = allow({ Condition: conditionsIn(same ? first : second, wideValues), Resource: "*" });
          const narrow = allow({ Condition: conditionsIn(first, narrowValues), Resource: "*" });
          if (conditionsNotImplied(statementsOf(narrow)[0]!, statementsOf(wide)[0]!).length > 0) return;
          implied++;
          for (const context of given) {
            if (!conditionsHold(modelOf(narrow)[0]!, context)) continue;
            assert.ok(conditionsHold(modelOf(wide)[0]!, context), JSON.stringify([...context]));
          }
        },
      ),
      { numRuns: 40_000 },
    );
    assert.ok(implied > 500, `only ${implied} pairs`);
  });

  const cases: [narrow: object, wide: object, implied: boolean][] = [
    [{ Bool: { "aws:MultiFactorAuthPresent": "true" } }, {}, true],
    [{}, { Bool: { "aws:MultiFactorAuthPresent": "true" } }, false],
    [
      { Bool: { "aws:MultiFactorAuthPresent": true } },
      { BoolIfExists: { "AWS:multifactorauthpresent": "true" } },
      true,
    ],
    [
      { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } },
      { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      false,
    ],
    [
      { StringEquals: { "aws:RequestedRegion": ["a"] } },
      { StringEquals: { "aws:RequestedRegion": ["a", "b"] } },
      true,
    ],
    [
      { StringEquals: { "aws:RequestedRegion": ["a", "b"] } },
      { StringEquals: { "aws:RequestedRegion": ["a"] } },
      false,
    ],
    [{ StringNotEquals: { k: ["a", "b"] } }, { StringNotEquals: { k: "a" } }, true],
    [{ StringNotEquals: { k: "a" } }, { StringNotEquals: { k: ["a", "b"] } }, false],
    [{ StringEquals: { k: "ab" } }, { StringLike: { k: "a*" } }, true],
    [{ StringEquals: { k: "a*" } }, { StringLike: { k: "a?" } }, true],
    [{ StringLike: { k: "a*" } }, { StringEquals: { k: "a*" } }, false],
    [
      { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } },
      { NumericLessThan: { "aws:MultiFactorAuthAge": "7200" } },
      true,
    ],
    [
      { NumericLessThan: { "aws:MultiFactorAuthAge": "7200" } },
      { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } },
      false,
    ],
    [
      { DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } },
      { DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } },
      true,
    ],
  ];
  for (const [narrow, wide, implied] of cases) {
    it(`${JSON.stringify(narrow)} ${implied ? "implies" : "is not shown to imply"} ${JSON.stringify(wide)}`, () => {
      const [given, wanted] = [narrow, wide].map((Condition) => statementsOf(allow({ Condition }))[0]!);
      assert.equal(conditionsNotImplied(given!, wanted!).length === 0, implied);
    });
  }
});
