import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WatchedArgs } from "../../aws/watched-args";
import { inParallel } from "../../aws/in-parallel";
import { compareProperties, differenceName } from "../../core/drift/compare-properties";
import type { Values } from "../../provider/resource-behaviour";
import { shippedConfigNames } from "../core/shipped-configs";
import { type DeployedTier, deployTier, urnOf } from "./deployed-tier";
import { countPlants, plantsTable } from "./count-plants";
import { type Plant, plantsOf } from "./plants";

const PAGE = join(__dirname, "..", "..", "docs", "drift.md");
const AT_ONCE = 60;

async function differences(tier: DeployedTier, state: Values): Promise<{ names: string[]; live: Values }> {
  const { type, properties, identifier } = state as unknown as WatchedArgs;
  const live = await tier.behaviour.read(identifier, state, urnOf(state));
  const now = (live.props as unknown as WatchedArgs).properties;
  assert.deepEqual(live.inputs, live.props);
  return { names: compareProperties(type, properties, now).map(differenceName), live: live.props };
}

/** Plants one change, and judges what is found of it and that it is put back. */
async function judge(tier: DeployedTier, state: Values, { title, found, plant }: Plant): Promise<void> {
  const [iam, ssm] = await Promise.all([tier.aws.iam(), tier.aws.ssm()]);
  const context = `somebody ${title} of ${String(state.logicalId)}`;
  await plant({ iam, ssm });
  const drift = await differences(tier, state);
  assert.deepEqual(drift.names, found, context);
  assert.equal(tier.behaviour.diff(drift.live, state).changes, found.length > 0, context);
  if (found.length === 0) return;
  await tier.behaviour.update(urnOf(state), drift.live, state);
  assert.deepEqual((await differences(tier, state)).names, [], `${context}: not put back`);
}

describe("drift that is planted one change at a time", function () {
  this.timeout(120_000);
  for (const configName of shippedConfigNames) {
    describe(configName, () => {
      let tier: DeployedTier;
      before(async () => {
        tier = await deployTier(configName);
      });
      after(() => tier?.close());

      it("is nowhere after the deployment", async () => {
        for (const state of tier.states) assert.deepEqual((await differences(tier, state)).names, []);
      });

      it("is found, named and put back, and nothing else is touched", async () => {
        let planted = 0;
        await inParallel(
          tier.states,
          async (state) => {
            for (const plant of plantsOf(state as unknown as WatchedArgs)) {
              await judge(tier, state, plant);
              planted++;
            }
          },
          AT_ONCE,
        );
        const { changes, harmless } = countPlants(configName);
        assert.equal(planted, changes + harmless, "as many as the documentation says");
      });

      it("is nowhere when all is put back", async () => {
        for (const state of tier.states) assert.deepEqual((await differences(tier, state)).names, []);
      });
    });
  }

  it("is read after AWS has throttled, and after it has failed once", async () => {
    const tier = await deployTier("startup-5");
    try {
      for (const code of ["ThrottlingException", "ServiceInternalErrorException"]) {
        const error = { code, message: "later", status: code.startsWith("T") ? 429 : 502 };
        await tier.fault({ service: "cloudcontrol", operation: "GetResource", error, times: 2 });
        const names = await inParallel(tier.states, async (state) => (await differences(tier, state)).names);
        assert.deepEqual(names.flat(), []);
      }
    } finally {
      await tier.close();
    }
  });

  it("is counted in the documentation", () => {
    const text = readFileSync(PAGE, "utf8");
    const table = plantsTable(shippedConfigNames);
    const written = text.replace(/(<!-- planted -->\n)[\s\S]*?(\n<!-- \/planted -->)/, `$1\n${table}$2`);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(PAGE, written);
    else assert.equal(text, written, "UPDATE_GOLDEN=1 npx mocha test/drift/matrix.test.ts writes it anew");
  });
});
