import assert from "node:assert/strict";
import { stringify } from "yaml";
import { buildMlBlueprint } from "../../../../core/ml/build-ml-blueprint";
import { loadMlConfigFile } from "../../../../core/ml/config/load";
import { productWithDefaults } from "../../../../core/ml/config/with-defaults";
import { renderMlTemplate } from "../../../../core/ml/template/render-ml-template";
import { withFile } from "../../config/support";
import { ENTERPRISE, mlConfigFile, mlConfigNames, STARTER } from "../ml-configs";
import { variants } from "../rendered";

describe("the config of an ML product with its defaults", () => {
  for (const [name, render] of Object.entries(variants)) {
    it(`is a config that means the same: ${name}`, () => {
      const { blueprint, template } = render();
      const complete = productWithDefaults(blueprint.config);
      const loaded = withFile("ml.yaml", stringify(complete), loadMlConfigFile);
      assert.deepEqual(renderMlTemplate(buildMlBlueprint(loaded)), template);
      assert.deepEqual(productWithDefaults(loaded), complete, "all is filled in at once");
    });
  }

  it("says what the framework asks for, and what the tier does", () => {
    const { ml_product: product } = productWithDefaults(loadMlConfigFile(mlConfigFile(ENTERPRISE)));
    assert.equal(product.log_retention_days, 365);
    assert.equal(product.vpc_endpoints, "create");
    assert.deepEqual(product.compliance, { trail: "create" });
    const starter = productWithDefaults(loadMlConfigFile(mlConfigFile(STARTER)));
    assert.equal(starter.ml_product.log_retention_days, 90);
    assert.equal(starter.ml_product.compliance_framework, "general");
    assert.ok(!("vpc_endpoints" in starter.ml_product));
  });

  it("changes nothing in what it is given", () => {
    for (const name of mlConfigNames) {
      const config = loadMlConfigFile(mlConfigFile(name));
      const before = JSON.stringify(config);
      productWithDefaults(config);
      assert.equal(JSON.stringify(config), before);
    }
  });
});
