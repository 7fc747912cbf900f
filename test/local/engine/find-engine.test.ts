import assert from "node:assert/strict";
import { delimiter, join } from "node:path";
import { findEngine } from "../../../local/engine/find-engine";
import { compareVersions, ENGINE_VERSION } from "../../../local/engine/pulumi-version";
import { TemporaryFolder } from "../temporary-folder";

const saying = (version: string) => `#!/bin/sh\necho "${version}"\n`;
const atHome = `versions/${ENGINE_VERSION}/bin/pulumi`;

interface Case {
  name: string;
  /** File to text, below a temporary folder. */
  files: Record<string, string>;
  /** Folders of PATH. */
  path?: string[];
  /** PULUMI_HOME and HOME, below the folder. */
  env?: Record<string, string>;
  /** File that is found. */
  finds?: string;
  version?: string;
  note?: RegExp;
}

const cases: Case[] = [
  {
    name: "takes the pulumi on PATH before the one in PULUMI_HOME",
    files: { "bin/pulumi": saying("v3.300.1"), [`home/${atHome}`]: saying(`v${ENGINE_VERSION}`) },
    path: ["empty", "bin"],
    env: { PULUMI_HOME: "home" },
    finds: "bin/pulumi",
    version: "3.300.1",
  },
  {
    name: "does not take npm's script in node_modules/.bin for the CLI",
    files: { "node_modules/.bin/pulumi": saying("v3.300.1"), [`home/${atHome}`]: saying("v1.0.0") },
    path: ["node_modules/.bin"],
    env: { PULUMI_HOME: "home" },
    finds: `home/${atHome}`,
    version: ENGINE_VERSION,
  },
  {
    name: "does not take a script for Node for the CLI",
    files: { "bin/pulumi": "#!/usr/bin/env node\nconsole.log('v3.300.1')\n" },
    path: ["bin"],
    env: { PULUMI_HOME: "home" },
  },
  {
    name: "says that the pulumi on PATH is too old, and looks on",
    files: { "old/pulumi": saying("v3.60.0"), "new/pulumi": saying("v3.258.0") },
    path: ["old", "new"],
    finds: "new/pulumi",
    version: "3.258.0",
    note: /old\/pulumi is not used: it is Pulumi 3\.60\.0, and 3\.\d+\.0 or newer is needed/,
  },
  {
    name: "says that a pulumi does not answer, and takes the one in PULUMI_HOME",
    files: { "bin/pulumi": "#!/bin/sh\nexit 3\n", [`home/${atHome}`]: saying("v3.258.0") },
    path: ["bin"],
    env: { PULUMI_HOME: "home" },
    finds: `home/${atHome}`,
    note: /bin\/pulumi is not used: it does not answer/,
  },
  {
    name: "looks in ~/.pulumi where PULUMI_HOME is not set",
    files: { [`user/.pulumi/${atHome}`]: saying("v3.258.0") },
    env: { HOME: "user" },
    finds: `user/.pulumi/${atHome}`,
    version: ENGINE_VERSION,
  },
  { name: "does not take an empty file", files: { [`home/${atHome}`]: "" }, env: { PULUMI_HOME: "home" } },
  { name: "finds nothing where there is nothing", files: {}, env: { PULUMI_HOME: "home" } },
];

describe("looking for the Pulumi engine", () => {
  for (const { name, files, path = [], env = {}, finds, version, note } of cases) {
    it(name, () => {
      const folder = new TemporaryFolder();
      try {
        for (const [file, text] of Object.entries(files)) folder.write(file, text);
        const inFolder = (relative: string) => join(folder.path, relative);
        const places = Object.entries(env).map(([variable, place]) => [variable, inFolder(place)]);
        const { engine, notes } = findEngine({
          HOME: folder.path,
          PATH: path.map(inFolder).join(delimiter),
          ...Object.fromEntries(places),
        } as NodeJS.ProcessEnv);
        assert.equal(engine?.path, finds === undefined ? undefined : inFolder(finds));
        if (version !== undefined) assert.equal(engine?.version, version);
        assert.match(notes.join("\n"), note ?? /^$/);
      } finally {
        folder.remove();
      }
    });
  }
});

describe("comparing versions of the engine", () => {
  const order: [string, string, number][] = [
    ["3.258.0", "3.258.0", 0],
    ["3.9.0", "3.10.0", -1],
    ["4.0.0", "3.999.9", 1],
    ["3.258.1-alpha.2", "3.258.1", 0],
  ];
  for (const [first, second, expected] of order) {
    it(`${first} and ${second}`, () => assert.equal(Math.sign(compareVersions(first, second)), expected));
  }
});
