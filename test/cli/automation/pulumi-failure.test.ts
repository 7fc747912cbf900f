import assert from "node:assert/strict";
import { explainPulumiFailure } from "../../../cli/automation/pulumi-failure";

const now = new Date("2026-11-25T00:58:00Z");
const explain = (text: string) => explainPulumiFailure(text, { stack: "dev", doing: "The deployment", now });

/** What Pulumi 3.258 prints, within what the Automation API puts around it. */
const cases = [
  {
    name: "no login",
    text: "code: -2\n stderr: Command failed with exit code 3: pulumi stack --stack dev\nerror: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions",
    code: "not-logged-in",
    says: [/not logged in/],
    hints: [/pulumi login/, /PULUMI_BACKEND_URL/],
  },
  {
    name: "no passphrase",
    text: "error: getting stack configuration: get stack secrets manager: passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE environment variables",
    code: "no-passphrase",
    says: [/passphrase .* is missing/],
    hints: [/PULUMI_CONFIG_PASSPHRASE_FILE/],
  },
  {
    name: "a wrong passphrase",
    text: "error: getting stack configuration: get stack secrets manager: incorrect passphrase",
    code: "wrong-passphrase",
    says: [/not that of the Pulumi stack/],
    hints: [/PULUMI_CONFIG_PASSPHRASE/],
  },
  {
    name: "a lock of a backend without a service",
    text: "error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.\n  file:///s/.pulumi/locks/organization/tierguard/dev/aaa.json: created by ana@ci-7 (pid 123) at 2026-11-25T00:50:00Z",
    code: "stack-locked",
    says: [/stack dev is locked by ana@ci-7, process 123, since 2026-11-25T00:50:00Z, 8 minutes ago/],
    hints: [/pulumi cancel --stack dev/, /surely/],
  },
  {
    name: "a lock of the service",
    text: "error: [409] Conflict: Another update is currently in progress.",
    code: "stack-locked",
    says: [/stack dev is locked$/],
    hints: [/pulumi cancel --stack dev/],
  },
  {
    name: "anything else, in Pulumi's own words",
    text: "warning: a warning\nerror: unable to open bucket file:///nope: stat /nope: no such file or directory\n  more of it\nwarning: another",
    code: "pulumi-failed",
    says: [/^The deployment failed. Pulumi says: unable to open bucket .*directory\n {2}more of it$/s],
    hints: [],
  },
];

describe("why a Pulumi command failed", () => {
  for (const { name, text, code, says, hints } of cases) {
    it(`explains ${name}`, () => {
      const error = explain(text);
      assert.equal(error.code, code);
      assert.equal(error.exitCode, 1);
      for (const expected of says) assert.match(error.message, expected);
      for (const expected of hints) assert.match(error.hint ?? "", expected);
    });
  }
});
