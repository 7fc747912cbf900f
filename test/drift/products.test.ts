import assert from "node:assert/strict";
import { inParallel } from "../../aws/in-parallel";
import type { WatchedArgs } from "../../aws/watched-args";
import { deployProduct } from "./deployed-product";
import { assertCounted, plantsTable } from "./count-plants";
import { countProductPlants, PRODUCTS } from "./count-product-plants";
import { asAwsHasIt } from "./as-aws-has-it";
import { differences, judge } from "./judge-plant";
import { PRODUCT_PLANTS } from "./product-plants";
import { UNPLANTED } from "./product-plants/unplanted";
import { recorded } from "./deployed-stack";
import { renderProduct } from "./deployed-product";

const AT_ONCE = 30;

/** Types whose resources show what is changed of others, or by which others work: their drift is planted one by one. */
const ALONE = /^AWS::(KMS|EC2)::/;

/** Types that a service looks at before it takes a change of another resource: theirs is over before that is tried. */
const LOOKED_AT = /^AWS::(IAM|S3|SNS|SSM|Logs)::/;

type Deployed = Awaited<ReturnType<typeof deployProduct>>;

async function judgeAll(deployed: Deployed, state: WatchedArgs): Promise<number> {
  const count = PRODUCT_PLANTS[state.type]!(state, state).length;
  for (let index = 0; index < count; index++) {
    const filled = await asAwsHasIt(deployed.aws, state);
    await judge(deployed, { ...state }, PRODUCT_PLANTS[state.type]!(filled, state)[index]!, deployed.clients);
  }
  return count;
}

describe("drift of ML products that is planted one change at a time", function () {
  this.timeout(900_000);
  for (const configName of PRODUCTS) {
    describe(configName, () => {
      let deployed: Deployed;
      before(async () => {
        deployed = await deployProduct(configName);
      });
      after(() => deployed?.close());
      const states = () => deployed.states as unknown as WatchedArgs[];
      const noDrift = async () => {
        const found = await inParallel(
          deployed.states,
          async (state) => (await differences(deployed, state)).names,
        );
        assert.deepEqual(found.flat(), []);
      };

      it("is nowhere after the deployment, and nothing is left unchecked", async () => {
        await noDrift();
        assert.deepEqual(deployed.said, []);
      });

      it("is found, named and put back, and nothing else is touched", async () => {
        const alone = states().filter(({ type }) => ALONE.test(type));
        const others = states().filter(({ type }) => !ALONE.test(type));
        const lookedAt = others.filter(({ type }) => LOOKED_AT.test(type));
        const users = others.filter(({ type }) => !LOOKED_AT.test(type));
        let planted = 0;
        for (const state of alone) planted += await judgeAll(deployed, state);
        for (const together of [lookedAt, users]) {
          for (const count of await inParallel(together, (state) => judgeAll(deployed, state), AT_ONCE)) {
            planted += count;
          }
        }
        const { changes, harmless } = countProductPlants(configName);
        assert.equal(planted, changes + harmless, "as many as the documentation says");
      });

      it("is nowhere when all is put back", noDrift);
    });
  }

  it("is planted in every property that a template sets, but for what AWS never changes", () => {
    for (const configName of PRODUCTS) {
      for (const resource of renderProduct(configName).watched) {
        const { type, properties, logicalId } = resource;
        const state = recorded(resource);
        const found = PRODUCT_PLANTS[type]!(state, state).flatMap((plant) => plant.found);
        const planted = new Set(found.map((name) => name.replace(/\[.*/, "")));
        const missing = Object.keys(properties).filter(
          (name) => !planted.has(name) && !(UNPLANTED[type] ?? []).includes(name),
        );
        assert.deepEqual(missing, [], `${logicalId} (${type})`);
      }
    }
  });

  it("is counted in the documentation", () =>
    assertCounted("planted-products", plantsTable(PRODUCTS, countProductPlants)));
});
