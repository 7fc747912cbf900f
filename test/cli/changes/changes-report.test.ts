import assert from "node:assert/strict";
import { changesReport } from "../../../cli/reports/changes-report";
import { maskFor } from "../../../core/masking";
import { allow, group, inline, role, trust } from "../../core/changes/stack-of";
import { elementsOf, readPage } from "../reports/page";
import { previewOf } from "./preview-of";

const HOSTILE = `</code><script>alert(1)</script><img src=x onerror="alert(1)">\u202E`;

const page = (preview: ReturnType<typeof previewOf>, externalIds: string[] = []) =>
  changesReport({ preview, made: new Date(0), mask: maskFor({ externalIds }) });

const texts = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("the HTML report of show-changes", () => {
  const preview = previewOf(
    [group("g", inline({ p: [allow("s3:Get*")] })), role("r")],
    [
      group("g", inline({ p: [allow("s3:*", "*", { Condition: { StringEquals: { k: HOSTILE } } })] })),
      role("r", { Path: "/x/" }),
    ],
    {
      disagreements: [{ with: "Pulumi", logicalId: HOSTILE, ours: "Add", theirs: "no change" }],
      drift: {
        changed: [],
        gone: [{ logicalId: HOSTILE, type: "AWS::IAM::Group", name: HOSTILE }],
        access: [],
        attachedByHand: [{ policyArn: HOSTILE, kind: "user", name: HOSTILE }],
        notChecked: [{ logicalId: "RoleR", type: "AWS::IAM::Role", reason: HOSTILE }],
      },
    },
  );

  it("is well-formed, leads only to what is there, and has headings in their order", () => {
    const elements = readPage(page(preview));
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    assert.equal(new Set(ids).size, ids.length);
    for (const { attributes } of elementsOf(elements, "a"))
      assert.ok(ids.includes(attributes.href!.slice(1)));
    const levels = elements.flatMap(({ name }) => /^h([1-6])$/.exec(name)?.[1] ?? []).map(Number);
    levels.forEach((level, index) => assert.ok(index === 0 || level <= levels[index - 1]! + 1));
  });

  it("shows what comes from a config or from AWS as text", () => {
    const html = page(preview);
    assert.deepEqual(
      readPage(html).filter(({ name }) => name === "script" || name === "img"),
      [],
    );
    assert.ok(!html.includes("\u202E") && html.includes("[U+202E]"));
  });

  it("says what is wider, what is blocked, and what was done by hand", () => {
    const text = texts(page(preview));
    assert.match(text, /1 change lets somebody do more than before\./);
    assert.match(text, /group g wider by inline policy p may now s3:\* on \* if k StringEquals/);
    assert.match(text, /Roler r AWS::IAM::Role Replace REPLACE-BLOCKED a change of Path/);
    assert.match(text, /by hand user/);
  });

  it("leaves out the sections that have nothing to say", () => {
    const html = page(previewOf([group("g")], [group("g")]));
    assert.match(texts(html), /Nobody gets more than before\./);
    assert.doesNotMatch(html, /id="(drift|disagreements|unknown)"/);
  });

  it("shows no external id", () => {
    const before = [
      role("r", trust({ AWS: "123456789012" }, { StringEquals: { "sts:ExternalId": "agreed-text-1" } })),
    ];
    const after = [
      role("r", trust({ AWS: "123456789012" }, { StringEquals: { "sts:ExternalId": "agreed-text-2" } })),
    ];
    const html = page(previewOf(before, after), ["agreed-text-1", "agreed-text-2"]);
    assert.doesNotMatch(html, /agreed-text/);
    assert.match(html, /\[external id\]/);
  });
});
