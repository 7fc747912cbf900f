import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfigFile } from "../../../core/config/load-file";
import { load, options, problems, startup, withFile } from "./support";

interface Case {
  name: string;
  content: string | Buffer;
  line?: number;
  column?: number;
  says: RegExp;
  hint?: RegExp;
}

const bomb = [
  "a: &a [x, x, x, x, x, x, x, x, x, x]",
  ..."bcdefgh".split("").map((letter, index) => {
    const before = "abcdefg"[index];
    return `${letter}: &${letter} [${Array(10).fill(`*${before}`).join(", ")}]`;
  }),
].join("\n");

const cases: Case[] = [
  { name: "an empty file", content: "", line: 1, column: 1, says: /^is empty$/ },
  { name: "comments alone", content: "# nothing\n---\n", line: 1, column: 1, says: /^is empty$/ },
  { name: "prose", content: "hello world", line: 1, column: 1, says: /a single value, not the sections/ },
  { name: "a list", content: "- tier\n", line: 1, column: 1, says: /a list, not the sections/ },
  { name: "a bracket that is never closed", content: "tier: {name: startup\n", says: /^is not YAML: / },
  {
    name: "a wrong indentation",
    content: "tier:\n  name: a\n version: b\n",
    line: 3,
    says: /^is not YAML: /,
  },
  {
    name: "a tab as indentation",
    content: "tier:\n\tname: startup\n",
    line: 2,
    column: 1,
    says: /a tab is used to indent/,
    hint: /spaces/,
  },
  {
    name: "a key twice",
    content: `${startup}\ntags:\n  a: b\n`,
    line: startup.split("\n").length + 1,
    column: 1,
    says: /this key is here twice/,
  },
  {
    name: "two documents",
    content: "tier: {}\n---\ntier: {}\n",
    line: 2,
    says: /a second document begins here/,
    hint: /one document/,
  },
  { name: "an alias bomb", content: bomb, says: /holds more than 50000 values/ },
  { name: "an alias of itself", content: "tier: &t [*t]\n", says: /nested more than 40 deep/ },
  {
    name: "an alias without an anchor",
    content: "tier: *t\n",
    line: 1,
    column: 7,
    says: /\*t has no anchor before it/,
  },
  {
    name: "deep nesting",
    content: `tier: ${"[".repeat(5000)}`,
    says: /nested more than 40 deep/,
  },
  {
    name: "a tag of a program",
    content: "tier: !!js/function x\n",
    line: 1,
    says: /the tag .*js\/function is not understood/,
  },
  {
    name: "a tag of its own",
    content: "tier: !secret x\n",
    line: 1,
    says: /the tag !secret is not understood/,
  },
  {
    name: "a merge key",
    content: "tier: &t {name: startup}\nclient:\n  <<: *t\n",
    line: 3,
    column: 3,
    says: /merge keys/,
  },
  { name: "a mapping as key", content: "? {a: b}\n: c\n", line: 1, says: /a key must be text/ },
  { name: "a NUL", content: "tier:\n  na\0me: x\n", line: 2, column: 5, says: /U\+0000/ },
  { name: "an escape character", content: "tier: \x1b[31m\n", line: 1, column: 7, says: /U\+001B/ },
  { name: "bytes that are no UTF-8", content: Buffer.from([0x74, 0xff, 0xfe, 0x3a]), says: /not UTF-8/ },
  {
    name: "a project file of Pulumi",
    content: "name: x\nruntime: nodejs\nconfig:\n",
    line: 3,
    says: /config has no keys/,
  },
  {
    name: "a project file of Pulumi without config",
    content: "name: x\nruntime: nodejs\n",
    says: /is a Pulumi project file/,
    hint: /Pulumi.dev.yaml/,
  },
];

describe("a file that is no config", () => {
  for (const { name, content, line, column, says, hint } of cases) {
    it(`is refused with its reason: ${name}`, () => {
      const [problem, ...others] = problems(() => load(content));
      assert.ok(problem);
      assert.match(problem.message, says);
      assert.match(problem.file ?? "", /config\.yaml$/);
      if (line !== undefined) assert.equal(problem.line, line);
      if (column !== undefined) assert.equal(problem.column, column);
      if (hint !== undefined) assert.match(problem.hint ?? "", hint);
      assert.deepEqual(others, []);
    });
  }

  it("may have a byte order mark, CRLF and aliases, and is a config all the same", () => {
    const text = startup
      .replace("s3: level3", "s3: &level level3")
      .replace("tags:", "tags:\n  level: *level")
      .replaceAll("\n", "\r\n");
    assert.equal(load(`\uFEFF${text}`).tags?.level, "level3");
  });

  it("is refused by its size before it is read", () => {
    withFile("large.yaml", "", (file) => {
      truncateSync(file, 100 * 1024 * 1024);
      const [problem] = problems(() => loadConfigFile(file, options));
      assert.match(problem!.message, /has 100\.0 MiB, more than the 1 MiB that is read/);
    });
  });

  it("is judged quickly even where a megabyte of it is made to be slow", () => {
    const hostile = [
      Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join("\n"),
      `a: &a 1\nb: [${Array(40_000).fill("*a").join(",")}]`,
      `a: &a [${Array(900).fill("x").join(",")}]\nb: [${Array(900).fill("*a").join(",")}]`,
    ];
    for (const text of hostile) {
      const begun = process.cpuUsage();
      assert.notEqual(problems(() => load(text)).length, 0);
      const { user } = process.cpuUsage(begun);
      assert.ok(user < 8_000_000, `${user / 1000} ms for ${text.slice(0, 20)}`);
    }
  });

  const folder = (run: (path: string) => void): void => {
    const path = mkdtempSync(join(tmpdir(), "tierguard-config-"));
    try {
      run(path);
    } finally {
      rmSync(path, { recursive: true });
    }
  };

  it("is refused where it is not there, is a folder, or lies below a file", () => {
    folder((path) => {
      writeFileSync(join(path, "file"), "");
      const reasons = [
        [join(path, "none.yaml"), /no such file/],
        [path, /is a folder/],
        [join(path, "file", "x"), /not a folder/],
      ] as const;
      for (const [file, says] of reasons) {
        const [problem] = problems(() => loadConfigFile(file, options));
        assert.equal(problem?.file, file);
        assert.match(problem.message, says);
      }
    });
  });
});
