import assert from "node:assert/strict";
import fc from "fast-check";
import { codeSpan, markdownReport } from "../../../cli/changes/markdown-report";
import { allow, attached, group, inline, managed, role } from "../../core/changes/stack-of";
import { previewOf } from "./preview-of";

const A = "arn:aws:s3:::a";

/** The text in a code span, as CommonMark reads it (0.31.2, 6.1); undefined where the text is not one span alone. */
function spanContent(markdown: string): string | undefined {
  const fence = /^`+/.exec(markdown)![0];
  const rest = markdown.slice(fence.length);
  const end = [...rest.matchAll(/`+/g)].find((run) => run[0].length === fence.length);
  if (end === undefined || end.index + fence.length !== rest.length) return undefined;
  const content = rest.slice(0, end.index);
  return /^ .* $/.test(content) && content.trim() !== "" ? content.slice(1, -1) : content;
}

describe("codeSpan", () => {
  it("lets no text out of its span, nor change it", () => {
    const text = fc.string({ unit: fc.constantFrom("`", "a", " ", "<", "|", "*", "@", "\\") });
    fc.assert(
      fc.property(text, (value) => {
        const content = spanContent(codeSpan(value));
        assert.ok(content !== undefined, codeSpan(value));
        if (value.trim() !== "") assert.equal(content, value);
      }),
    );
  });

  it("shows characters that nobody would see", () => {
    assert.equal(codeSpan("a\u202Eb\u200Bc\nd\r"), "`a\\u{202e}b\\u{200b}c d\\u{d}`");
  });
});

describe("markdownReport", () => {
  it("says that nothing changes, and no more", () => {
    const text = markdownReport(previewOf([group("g")], [group("g")]));
    assert.match(
      text,
      /^<!-- tierguard show-changes edge-dev-stack -->\n## `edge-dev-stack`: no resource changes\n/,
    );
    assert.match(text, /Nobody gets more than before\./);
    assert.doesNotMatch(text, /###|<details>/);
  });

  it("puts what widens access on top, then what is blocked, and folds the rest", () => {
    const text = markdownReport(
      previewOf(
        [group("g", inline({ p: [allow("s3:Get*", A)] })), role("r"), managed("m", allow("ecr:Get*"))],
        [
          group("g", { ...inline({ p: [allow("s3:*", A)] }), ...attached("m") }),
          role("r", { Path: "/x/" }),
          managed("m", allow("ecr:Get*")),
        ],
      ),
    );
    const titles = [...text.matchAll(/^### (.*)$|<summary>(.*)<\/summary>/gm)].map(
      (match) => match[1] ?? match[2],
    );
    assert.deepEqual(titles, [
      "Wider access (2)",
      "Blocked: AWS will refuse these (1)",
      "Other changes of access (1)",
      "Resources (1)",
    ]);
    assert.match(text, /\*\*2 changes let somebody do more than before\.\*\*/);
    assert.match(
      text,
      /- `group g` \*\*may now\*\* `s3:\*`\n {2}- on `arn:aws:s3:::a`\n {2}- through `inline policy p`\n {2}- why: `not allowed before`/,
    );
    assert.match(
      text,
      /- \*\*Replace\*\* `Roler` \(`AWS::IAM::Role` `r`\)\n {2}- \*\*REPLACE-BLOCKED\*\* `a change of Path/,
    );
  });

  it("says which way it went, which guardrails are violated, and what was done by hand", () => {
    const text = markdownReport(
      previewOf([], [], {
        changeSet: { way: "templates only", reason: "cloudformation:CreateChangeSet is denied" },
        engine: {
          stack: "dev",
          warnings: [],
          violations: [{ policy: "no-star", pack: "tier-guardrails", mandatory: true, message: "`*` <b>" }],
        },
        drift: {
          changed: [],
          gone: [{ logicalId: "GroupG", type: "AWS::IAM::Group", name: "g" }],
          access: [],
          attachedByHand: [{ policyArn: "arn:p", kind: "user", name: "eve" }],
          notChecked: [{ logicalId: "RoleR", type: "AWS::IAM::Role", reason: "reading it is denied" }],
        },
      }),
    );
    assert.match(text, /- compared: `templates only, because cloudformation:CreateChangeSet is denied`/);
    assert.match(text, /- Pulumi: `ended by a guardrail, 1 guardrail violated`/);
    assert.match(text, /- `no-star` \(`tier-guardrails`, mandatory\): `` `\*` <b> ``/);
    assert.match(text, /- \*\*deleted\*\* `GroupG` \(`g`\)\n- `user eve` \*\*has by hand\*\* `arn:p`/);
    assert.match(text, /<summary>Not checked \(1\)<\/summary>\n\n- `RoleR`: `reading it is denied`/);
  });

  it("fits into one comment, and says what it leaves out", () => {
    const after = Array.from({ length: 2_000 }, (_, index) =>
      group(`g${index}`, inline({ p: [allow(`s3:Get${index}`)] })),
    );
    const text = markdownReport(previewOf([], after));
    assert.ok(text.length < 65_536, String(text.length));
    assert.match(text, /### Wider access \(2000\)/);
    assert.match(text, /\n- and \d+ more: see the report\n/);
  });
});
