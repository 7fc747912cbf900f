import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { actions } from "../../cli/actions/index";
import { ActionLog } from "../../cli/action-log";
import { startEmbeddedAws } from "../../local/aws/server";
import { filesIn, inFolder, tierguard } from "./run-cli";

const fixture = readFileSync(join(__dirname, "..", "fixtures", "config", "startup.yaml"), "utf8");
const externalId = "Partner+0f1e2d3c/4b5a";
const keyId = "AKIAQ7EXAMPLEHOSTILE";
const secret = "zZ9+hostile/secret+key+of+forty+chars/Zz9";
const token = `IQoJhostile${"Zz9/".repeat(30)}==`;

/** The fixture with values that no log may show, wherever a config takes text. */
const hostile = fixture
  .replace("company_name: Edge Corp", `company_name: "Edge ${keyId}"`)
  .replace("cost_center: Engineering", `cost_center: "Bearer ${token}"`)
  .replace(
    "  cross_account_roles: {}\n",
    `  cross_account_roles:\n    partner:\n      trusted_accounts: ["210987654321"]\n      external_id: ${externalId}\n`,
  );

const hidden = [externalId, encodeURIComponent(externalId), keyId, secret, token, "Zz9/Zz9/"];

function logsIn(folder: string): string {
  const logs = filesIn(folder).filter((file) => file.endsWith(".log"));
  assert.ok(logs.length > 0, "a log was written");
  return logs.map((file) => readFileSync(join(folder, file), "utf8")).join("");
}

describe("the log of an action", function () {
  this.timeout(120_000);

  it("tells neither credentials nor external ids, whichever action runs on a config full of them", () =>
    inFolder(async (folder) => {
      const aws = await startEmbeddedAws({ stateFile: join(folder, "aws.json"), accountId: "012345678901" });
      const env = {
        ...process.env,
        AWS_ENDPOINT_URL: aws.url,
        AWS_ACCESS_KEY_ID: keyId,
        AWS_SECRET_ACCESS_KEY: secret,
        AWS_SESSION_TOKEN: token,
        PULUMI_CONFIG_PASSPHRASE: secret,
      };
      try {
        for (const { id } of actions.filter(({ run }) => run !== undefined)) {
          await inFolder(async (own) => {
            writeFileSync(join(own, "config.yaml"), hostile);
            const argv = [id, "--config", "config.yaml", "--verbose", "--json"];
            const { exitCode, stderr } = await tierguard(own, argv, undefined, env);
            assert.notEqual(exitCode, 2, stderr);
            const told = `${logsIn(own)}${stderr}`;
            assert.match(told, new RegExp(` INFO +${id} of config.yaml`));
            for (const value of hidden) assert.ok(!told.includes(value), `${id} tells ${value}:\n${told}`);
          });
        }
      } finally {
        await aws.close();
      }
    }));

  it("does not tell an external id that is wrong", () =>
    inFolder(async (folder) => {
      for (const [index, wrong] of ["4711008150", '"bad id 4711008150"'].entries()) {
        writeFileSync(join(folder, `${index}.yaml`), hostile.replace(externalId, wrong));
        const { exitCode } = await tierguard(folder, ["validate-config", "--config", `${index}.yaml`]);
        assert.equal(exitCode, 2);
      }
      const condition = "\n            Condition: { StringEquals: { sts:ExternalId: 4711008150 } }";
      const trust = hostile.replace("Action: sts:AssumeRole", `$&${condition}`);
      assert.notEqual(trust, hostile);
      writeFileSync(join(folder, "trust.yaml"), trust);
      assert.equal((await tierguard(folder, ["validate-config", "--config", "trust.yaml"])).exitCode, 2);
      const told = logsIn(folder);
      assert.match(told, /ExternalId.*: must be text or a list, but is a number/);
      assert.match(told, /external_id: must be text, but is a number/);
      assert.match(told, /external_id: this is not an external id/);
      assert.ok(!told.includes("4711008150"), told);
    }));

  it("hides what comes over several lines, in several calls, before and after it is known", () =>
    inFolder((folder) => {
      const { privateKey } = generateKeyPairSync("rsa", {
        modulusLength: 2048,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
      });
      const shown: string[] = [];
      const show = (line: string) => shown.push(line);
      const log = new ActionLog({ action: "any", output: folder, verbose: true, show });
      log.info(`before: ${externalId}`);
      log.hide({ externalIds: [externalId] });
      log.open("any");
      for (const line of privateKey.trim().split("\n")) log.info(line);
      log.critical(new Error(`no ${externalId}\n${privateKey}`).stack!);
      log.debug(`Authorization: Bearer abcdefgh12345678\nafter it`);
      const told = `${readFileSync(log.path!, "utf8")}${shown.slice(1).join("\n")}`;
      for (const line of privateKey.trim().split("\n").slice(1, -1)) assert.ok(!told.includes(line), told);
      assert.ok(!told.includes(externalId) && !told.includes("abcdefgh"), told);
      assert.match(told, /Error: no \[external id\]\n/);
      assert.match(told, / {4}at .*log-masking\.test\.ts/);
      assert.match(told, / {4}after it/);
      return Promise.resolve();
    }));
});
