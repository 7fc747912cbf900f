import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

/** Why the AWS command line can't be tested with; undefined where it can. Versions before these don't know AWS_ENDPOINT_URL. */
function whyNoAwsCli(): string | undefined {
  const { stdout } = spawnSync("aws", ["--version"], { encoding: "utf8" });
  const [, version, major, minor] = /^aws-cli\/((\d+)\.(\d+)\S*)/.exec(stdout ?? "") ?? [];
  if (version === undefined) return "there is no aws on PATH: `pip install awscli` brings one";
  const recent = Number(minor) >= (major === "1" ? 29 : 13);
  return recent ? undefined : `aws ${version} does not know AWS_ENDPOINT_URL: 1.29 and 2.13 do`;
}

/**
 * `describe` for tests that run AWS's own command line. Where there is none they are skipped, and the title says why;
 * with CI=true that is a failure.
 */
export function describeWithAwsCli(title: string, define: (this: Mocha.Suite) => void): void {
  const reason = whyNoAwsCli();
  if (reason === undefined) describe(title, define);
  else if (process.env["CI"] === "true")
    describe(title, () => it("has the AWS command line", () => assert.fail(reason)));
  else describe.skip(`${title} (skipped: ${reason})`, define);
}
