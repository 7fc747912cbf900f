import assert from "node:assert/strict";
import type { MlConfig } from "../../../core/ml/config/schema";
import { STARTER } from "./ml-configs";
import { rendered } from "./rendered";

describe("two products with the same ml_name", () => {
  const product = (useCase: string, workload?: string) =>
    rendered(STARTER, ({ ml_product: section }: MlConfig) => {
      section.use_case = useCase;
      if (workload !== undefined) section.workload = workload;
    });

  it("are told apart by a tag of the stack and of everything in it", () => {
    const [one, other] = [product("customer-churn"), product("customer", "churn")];
    assert.equal(one.blueprint.stem, other.blueprint.stem);
    assert.equal(one.blueprint.stackName, other.blueprint.stackName);
    assert.equal(one.blueprint.tags.MlProduct, "customer-churn");
    assert.equal(other.blueprint.tags.MlProduct, "customer/churn");
    const bucket = other.template.Resources.ArtifactsBucket!.Properties;
    assert.ok(JSON.stringify(bucket.Tags).includes('"customer/churn"'));
  });
});
