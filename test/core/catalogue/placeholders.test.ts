import assert from "node:assert/strict";
import fc from "fast-check";
import { placeholderProblems, substitutePlaceholders } from "../../../core/catalogue/placeholders";

const values = {
  company_prefix: "edge",
  env: "prod",
  tenant_id: "b001",
  account_id: "123456789012",
  region: "us-west-1",
};

describe("placeholders", () => {
  const kept = [
    "${AWS::Partition}",
    "${aws:username}",
    "${aws:PrincipalTag/team}",
    "${aws:username, 'none'}",
    "${*}",
    "${?}",
    "${$}",
  ];
  for (const text of kept) {
    it(`keeps ${text}`, () => {
      assert.deepEqual(placeholderProblems(text), []);
      assert.equal(substitutePlaceholders(text, values), text);
    });
  }

  const refused = [
    "${}",
    "${ env }",
    "${ENV}",
    "${AWS::StackId}",
    "${Resource.Arn}",
    "${!env}",
    "${aws:}",
    "${__proto__}",
    "${env",
    "${${env}}",
  ];
  for (const text of refused) {
    it(`refuses ${text}`, () => assert.notDeepEqual(placeholderProblems(text), []));
  }

  it("fills in every placeholder, as often as it stands there", () => {
    const text = "${company_prefix}-${env}-${tenant_id}-${region}-${account_id}-${env}";
    assert.equal(substitutePlaceholders(text, values), "edge-prod-b001-us-west-1-123456789012-prod");
  });

  it("leaves text without placeholders as it is, and finds nothing wrong in it", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes("${")),
        (text) => {
          assert.deepEqual(placeholderProblems(text), []);
          assert.equal(substitutePlaceholders(text, values), text);
        },
      ),
    );
  });
});
