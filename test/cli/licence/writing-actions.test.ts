import assert from "node:assert/strict";
import { join } from "node:path";
import { action } from "../../../cli/action";
import { keepAnswer } from "../../../cli/licence/remembered-answer";
import { runAction } from "../../../cli/run-action";
import { ExitCode, TierguardError } from "../../../core/errors";
import type { Memory } from "../../../core/licence/memory";
import { inFolder } from "../run-cli";
import { ACCOUNT, LicensedProduct, manager } from "./licensed-product";

const DAY = 24 * 60 * 60_000;

interface Run {
  /** Whether the action was let pass. */
  ran: boolean;
  error: unknown;
  messages: string;
}

/** Runs an action that says it writes to AWS, in this process, as the command line does. */
async function write(product: LicensedProduct, options: Record<string, unknown> = {}): Promise<Run> {
  const run: Run = { ran: false, error: undefined, messages: "" };
  const writing = action({
    id: "write",
    title: "Write",
    summary: "Writes",
    options: [],
    effect: "writes",
    dryRun: "write nothing",
    run: () => {
      run.ran = true;
      return {};
    },
    describe: () => [],
  });
  const before = { ...process.env };
  Object.assign(process.env, product.env);
  const message = (line: string) => (run.messages += `${line}\n`);
  const files = { config: join(product.folder, "config.yaml"), output: join(product.folder, "out") };
  try {
    await runAction(writing, { ...files, ...options }, { message, logged: () => undefined });
  } catch (error) {
    run.error = error;
  } finally {
    for (const name of Object.keys(product.env)) delete process.env[name];
    Object.assign(process.env, before);
  }
  return run;
}

async function withProduct(use: (product: LicensedProduct) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const product = await LicensedProduct.start(folder);
    try {
      product.useLicenseManager();
      await use(product);
    } finally {
      await product.aws.close();
    }
  });
}

/** As if an earlier action had been answered. */
function remembered(product: LicensedProduct, memory: Memory): void {
  const { productSku, keyFingerprint, entitlement } = manager;
  const about = { provider: "license-manager", productSku, keyFingerprint, entitlement } as const;
  const subject = { accountId: ACCOUNT, product: about, endpoint: product.aws.url };
  keepAnswer(join(product.folder, "state", "tierguard"), subject, memory);
}

describe("the licence of an action that writes to AWS", function () {
  this.timeout(60_000);

  it("lets it pass once AWS has said that the account is entitled", () =>
    withProduct(async (product) => {
      await product.licence();
      const { ran, error, messages } = await write(product);
      assert.deepEqual([ran, error, messages], [true, undefined, ""]);
      assert.equal((await product.calls()).length, 2);
    }));

  it("stops it with exit code 5 before it begins, where AWS says that the account is not entitled", () =>
    withProduct(async (product) => {
      await product.licence(0);
      for (let round = 0; round < 2; round++) {
        const { ran, error } = await write(product);
        assert.equal(ran, false);
        assert.ok(error instanceof TierguardError);
        assert.deepEqual([error.code, error.exitCode], ["not-entitled", ExitCode.NotEntitled]);
        assert.match(error.message, /^nothing was changed: this account is not entitled to 1a2b3c4d/);
        assert.match(error.hint ?? "", /subscribe to the product.*asked again after/);
      }
      // Once and once more, since another action may have held the last unit; then it is remembered.
      assert.equal((await product.calls()).length, 2);
      assert.match(product.logs(), / ERROR +nothing was changed/);
    }));

  it("lets it pass where it would write nothing, and warns", () =>
    withProduct(async (product) => {
      await product.licence(0);
      const { ran, error, messages } = await write(product, { dryRun: true });
      assert.deepEqual([ran, error], [true, undefined]);
      assert.match(
        messages,
        /^warning: licence: this account is not entitled.*\n.*actions that write to AWS are refused/,
      );
    }));

  it("lets it pass where the entitlement is not known, and warns before it begins", () =>
    withProduct(async (product) => {
      const { ran, error, messages } = await write(product);
      assert.deepEqual([ran, error], [true, undefined]);
      assert.match(messages, /^warning: licence: .*is not known: this account has no licence/);
      assert.match(messages, /the grace window ends/);
    }));

  it("is louder after the grace window, and still lets it pass", () =>
    withProduct(async (product) => {
      const now = Date.now();
      remembered(product, {
        answer: { verdict: "entitled" },
        asked: now - 8 * DAY,
        firstAsked: now - 30 * DAY,
        lastEntitled: now - 8 * DAY,
      });
      const { ran, error, messages } = await write(product);
      assert.deepEqual([ran, error], [true, undefined]);
      assert.match(
        messages,
        /^WARNING: licence: .*is not known.*\n +the grace window ended .*AWS last confirmed/,
      );
      assert.match(product.logs(), / ERROR +licence: /);
    }));

  it("forgives no refusal for a good answer of an hour ago", () =>
    withProduct(async (product) => {
      await product.licence(0);
      const hourAgo = Date.now() - 3_600_001;
      remembered(product, {
        answer: { verdict: "entitled" },
        asked: hourAgo,
        firstAsked: hourAgo,
        lastEntitled: hourAgo,
      });
      const { ran, error } = await write(product);
      assert.equal(ran, false);
      assert.equal((error as TierguardError).exitCode, ExitCode.NotEntitled);
    }));
});
