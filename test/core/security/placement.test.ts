import assert from "node:assert/strict";
import fc from "fast-check";
import type { Grant } from "../../../core/security/blueprint";
import { placeGroupGrants } from "../../../core/security/place-group-grants";
import type { PolicyDocument, Statement } from "../../../core/security/policy-document";
import { policySize, statementSize } from "../../../core/security/policy-size";
import { splitDocument } from "../../../core/security/split-document";

const statements: fc.Arbitrary<Statement> = fc.record({
  Sid: fc.stringMatching(/^[A-Za-z]{1,12}$/),
  Effect: fc.constantFrom("Allow", "Deny"),
  Action: fc.array(fc.stringMatching(/^s3:[A-Z][a-z]{2,20}$/), { minLength: 1, maxLength: 30 }),
  Resource: fc.array(fc.stringMatching(/^arn:\$\{AWS::Partition\}:s3:::[a-z]{3,40}$/), {
    minLength: 1,
    maxLength: 8,
  }),
});

const documents: fc.Arbitrary<PolicyDocument> = fc
  .array(statements, { minLength: 1, maxLength: 12 })
  .map((Statement) => ({ Version: "2012-10-17", Statement }));

const grants: fc.Arbitrary<Grant[]> = fc
  .array(fc.tuple(documents, fc.boolean()), { maxLength: 10 })
  .map((list) =>
    list.map(([document, shared], index): Grant => {
      const name = `s3-level${index}`;
      const grant = { name, source: "test", document };
      return shared ? { ...grant, template: { service: "s3", id: `level${index}`, slug: "" } } : grant;
    }),
  );

const total = (list: Grant[]) => list.reduce((sum, { document }) => sum + policySize(document), 0);

describe("policySize", () => {
  it("counts as IAM does: no whitespace, the longest partition", () => {
    const document: PolicyDocument = {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:${AWS::Partition}:s3:::a b"] },
      ],
    };
    const asStored =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws-us-gov:s3:::ab"]}]}';
    assert.equal(policySize(document), asStored.length);
  });
});

describe("placeGroupGrants", () => {
  it("loses nothing, and is over the limit only where nothing more can move", () => {
    fc.assert(
      fc.property(grants, (list) => {
        const { inline, managed } = placeGroupGrants(list, 5120);
        assert.deepEqual(new Set([...inline, ...managed]), new Set(list));
        assert.equal(inline.length + managed.length, list.length);
        assert.ok(managed.every(({ template }) => template !== undefined));
        assert.ok(total(inline) <= 5120 || inline.every(({ template }) => template === undefined));
      }),
    );
  });

  it("moves the largest first, and no more than it must", () => {
    fc.assert(
      fc.property(grants, (list) => {
        const { inline, managed } = placeGroupGrants(list, 5120);
        const smallestMoved = Math.min(...managed.map(({ document }) => policySize(document)));
        const movable = inline.filter(({ template }) => template !== undefined);
        assert.ok(movable.every(({ document }) => policySize(document) <= smallestMoved));
        if (managed.length > 0) assert.ok(total(inline) + smallestMoved > 5120);
      }),
    );
  });

  it("does not depend on the order of the grants", () => {
    fc.assert(
      fc.property(grants, (list) => {
        const names = (reordered: Grant[]) =>
          placeGroupGrants(reordered, 5120)
            .managed.map(({ name }) => name)
            .sort();
        assert.deepEqual(names([...list].reverse()), names(list));
      }),
    );
  });
});

describe("splitDocument", () => {
  it("never widens: all parts together are the same statements in the same order", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const parts = splitDocument(document, 6144);
        assert.deepEqual(
          parts.flatMap(({ Statement }) => Statement),
          document.Statement,
        );
      }),
    );
  });

  it("has no part over the limit but one statement that is too large by itself", () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 200, max: 2000 }), (document, limit) => {
        for (const part of splitDocument(document, limit)) {
          assert.ok(policySize(part) <= limit || part.Statement.length === 1);
        }
      }),
    );
  });

  it("leaves a document alone that fits", () => {
    fc.assert(
      fc.property(documents, (document) => {
        assert.deepEqual(splitDocument(document, policySize(document)), [document]);
      }),
    );
  });

  it("knows what a statement adds", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const sum = document.Statement.reduce((size, statement) => size + statementSize(statement), 0);
        const frame = policySize({ ...document, Statement: [] });
        assert.equal(policySize(document), frame + sum + document.Statement.length - 1);
      }),
    );
  });
});
