import assert from "node:assert/strict";
import type { WatchedArgs } from "../../aws/watched-args";
import { inParallel } from "../../aws/in-parallel";
import { shippedConfigNames } from "../core/shipped-configs";
import type { DeployedStack } from "./deployed-stack";
import { deployTier } from "./deployed-tier";
import { assertCounted, countPlants, plantsTable } from "./count-plants";
import { differences, judge } from "./judge-plant";
import { plantsOf } from "./plants";

const AT_ONCE = 60;

describe("drift that is planted one change at a time", function () {
  this.timeout(120_000);
  for (const configName of shippedConfigNames) {
    describe(configName, () => {
      let tier: DeployedStack;
      before(async () => {
        tier = await deployTier(configName);
      });
      after(() => tier?.close());

      it("is nowhere after the deployment", async () => {
        for (const state of tier.states) assert.deepEqual((await differences(tier, state)).names, []);
      });

      it("is found, named and put back, and nothing else is touched", async () => {
        let planted = 0;
        const [iam, ssm] = await Promise.all([tier.aws.iam(), tier.aws.ssm()]);
        await inParallel(
          tier.states,
          async (state) => {
            for (const plant of plantsOf(state as unknown as WatchedArgs)) {
              await judge(tier, state, plant, { iam, ssm });
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

  it("is counted in the documentation", () => assertCounted("planted", plantsTable(shippedConfigNames)));
});
