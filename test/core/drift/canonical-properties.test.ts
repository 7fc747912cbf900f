import assert from "node:assert/strict";
import fc from "fast-check";
import {
  canonicalLive,
  canonicalProperties,
  type Properties,
} from "../../../core/drift/canonical-properties";
import { compareProperties, differenceName } from "../../../core/drift/compare-properties";

type Statement = Record<string, unknown>;
type Document = { Version: string; Statement: Statement[] };
type Role = Properties & { AssumeRolePolicyDocument: Document; Policies: object[]; Tags: object[] };

const ROLE = "AWS::IAM::Role";
const word = fc.stringMatching(/^[a-z]{1,6}$/);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });

const statement = (sid: number): fc.Arbitrary<Statement> =>
  fc.record({
    Sid: fc.constant(`S${sid}`),
    Effect: fc.constantFrom("Allow", "Deny"),
    Action: words.map((names) => names.map((name) => `s3:${name}`)),
    Resource: words.map((names) => names.map((name) => `arn:aws:s3:::${name}`)),
    Condition: fc.record({ StringLike: fc.record({ "aws:ResourceTag/A": words }) }),
  });
const document: fc.Arbitrary<Document> = fc.record({
  Version: fc.constant("2012-10-17"),
  Statement: fc.tuple(statement(1), statement(2)),
});
const role: fc.Arbitrary<Role> = fc.record({
  RoleName: word,
  AssumeRolePolicyDocument: document,
  MaxSessionDuration: fc.integer({ min: 3600, max: 43_200 }),
  Description: word,
  ManagedPolicyArns: words,
  Policies: fc
    .uniqueArray(word, { minLength: 1, maxLength: 3 })
    .chain((names) =>
      fc.tuple(
        ...names.map((PolicyName) =>
          fc.record({ PolicyName: fc.constant(PolicyName), PolicyDocument: document }),
        ),
      ),
    ),
  Tags: fc
    .uniqueArray(word, { minLength: 1, maxLength: 3 })
    .map((keys) => keys.map((Key) => ({ Key, Value: `v-${Key}` }))),
});

/** The same value in other words: lists and keys the other way round, single values without a list. */
function reworded(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) {
    const backwards = [...(value as unknown[])].reverse().map((item) => reworded(item, depth + 1));
    return depth > 1 && backwards.length === 1 && typeof backwards[0] === "string" ? backwards[0] : backwards;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reworded(member, depth + 1)]),
  );
}

/** Paths of everything in a value that is no list and no mapping. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
}

function changedAt(value: unknown, [head, ...rest]: (string | number)[]): unknown {
  if (head === undefined) return typeof value === "number" ? value + 1 : `${String(value)}-changed`;
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      String(index) === String(head) ? changedAt(item, rest) : (item as unknown),
    );
  }
  const members = value as Properties;
  return { ...members, [head]: changedAt(members[head], rest) };
}

const same = (a: Properties, b: Properties, type = ROLE) =>
  assert.deepEqual(canonicalProperties(type, a), canonicalProperties(type, b));

describe("the canonical form of properties", () => {
  it("is the same for a role in other words, and for its documents as texts", () =>
    fc.assert(
      fc.property(role, (properties) => {
        same(properties, reworded(properties) as Properties);
        const text = JSON.stringify(properties.AssumeRolePolicyDocument);
        same(properties, { ...properties, AssumeRolePolicyDocument: text });
        same(properties, { ...properties, AssumeRolePolicyDocument: encodeURIComponent(text) });
      }),
    ));

  it("changes nothing the second time", () =>
    fc.assert(
      fc.property(role, (properties) => {
        const once = canonicalProperties(ROLE, properties);
        assert.deepEqual(canonicalProperties(ROLE, once), once);
        assert.deepEqual(compareProperties(ROLE, properties, once), []);
      }),
    ));

  it("differs for any change of a value, in one property", () =>
    fc.assert(
      fc.property(role, fc.nat(), (properties, seed) => {
        const paths = leaves(properties);
        const path = paths[seed % paths.length]!;
        const changed = changedAt(properties, path) as Properties;
        const differences = compareProperties(ROLE, properties, changed);
        assert.deepEqual([...new Set(differences.map(({ property }) => property))], [path[0]]);
      }),
    ));

  it("differs for an addition to any list", () =>
    fc.assert(
      fc.property(role, (properties) => {
        const more = {
          ManagedPolicyArns: [...(properties.ManagedPolicyArns as string[]), "by-hand"],
          Policies: [...properties.Policies, { PolicyName: "by-hand", PolicyDocument: { Statement: [] } }],
          Tags: [...properties.Tags, { Key: "by-hand", Value: "" }],
        };
        for (const [property, value] of Object.entries(more)) {
          const names = compareProperties(ROLE, properties, { ...properties, [property]: value });
          assert.deepEqual(names.map(differenceName), [`${property}[by-hand]`]);
        }
      }),
    ));

  const equal: { name: string; type?: string; a: Properties; b: Properties }[] = [
    {
      name: "a role's defaults, written out and left out",
      a: { RoleName: "r" },
      b: {
        RoleName: "r",
        Path: "/",
        MaxSessionDuration: 3600,
        ManagedPolicyArns: [],
        Policies: [],
        Tags: [],
      },
    },
    { name: "an empty description", a: { Description: "" }, b: {} },
    { name: "numbers as texts", a: { MaxSessionDuration: "7200" }, b: { MaxSessionDuration: 7200 } },
    { name: "read-only attributes", a: { Arn: "a", RoleId: "i" }, b: {} },
    { name: "AWS's own tags", a: { Tags: [{ Key: "aws:cloudformation:stack-name", Value: "s" }] }, b: {} },
    {
      name: "AWS's own tags of a parameter",
      type: "AWS::SSM::Parameter",
      a: { Tags: { "aws:cloudformation:stack-id": "s" } },
      b: {},
    },
    {
      name: "whom a policy is attached to",
      type: "AWS::IAM::ManagedPolicy",
      a: { Groups: ["g"], Roles: ["r"], Users: ["u"], DefaultVersionId: "v3" },
      b: {},
    },
    { name: "a group's attributes", type: "AWS::IAM::Group", a: { Arn: "a" }, b: { Path: "/" } },
    {
      name: "a condition's boolean as a text, an empty condition and an empty Sid",
      a: {
        AssumeRolePolicyDocument: {
          Statement: { Sid: "", Effect: "Allow", Condition: { Bool: { x: true } }, Principal: { AWS: "a" } },
        },
      },
      b: {
        AssumeRolePolicyDocument: {
          Version: "2008-10-17",
          Statement: [{ Effect: "Allow", Condition: { Bool: { x: ["true"] } }, Principal: { AWS: ["a"] } }],
        },
      },
    },
  ];
  for (const { name, type = ROLE, a, b } of equal) {
    it(`is the same: ${name}`, () => same(a, b, type));
  }

  it("of what AWS has keeps what its answer does not show, and takes no more of a type without rules", () => {
    const expected = { Name: "/p", Description: "d", Tier: "Standard" };
    const live = canonicalLive("AWS::SSM::Parameter", { Name: "/p", Arn: "a" }, expected);
    assert.deepEqual(live, { DataType: "text", Description: "d", Name: "/p", Tags: {}, Tier: "Standard" });
    const unknown = canonicalLive("AWS::X::Y", { A: 2, Id: "own" }, { A: 1, WriteOnly: "w" });
    assert.deepEqual(unknown, { A: 2, WriteOnly: "w" });
  });
});
