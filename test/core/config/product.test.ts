import assert from "node:assert/strict";
import { loadConfigFile } from "../../../core/config/load-file";
import { productOf } from "../../../core/config/product";
import { loadMlConfigFile, loadMlPulumiConfig } from "../../../core/ml/config/load";
import { mlConfig, mlConfigFile, mlConfigText, STARTER } from "../ml/ml-configs";
import { options, problems, startup, withFile } from "./support";

describe("the product that a config is of", () => {
  const cases = [
    { name: "ml_product", root: { tier: { name: "enterprise" }, ml_product: {} }, product: "ml" },
    { name: "a tier that only ML products have", root: { tier: { name: "starter" } }, product: "ml" },
    { name: "a misspelt ml_product", root: { mlproduct: {}, client: {} }, product: "ml" },
    { name: "both", root: { ml_product: {}, security: {} }, product: "ml" },
    { name: "security", root: { security: {} }, product: "security" },
    {
      name: "a security profile, whatever else is misspelt",
      root: { tier: { name: "starter", security_profile: "startup-5" }, ml_produkt: {} },
      product: "security",
    },
    { name: "a tier that both have", root: { tier: { name: "enterprise" } }, product: "security" },
    { name: "nothing", root: {}, product: "security" },
    { name: "no mapping", root: ["ml_product"], product: "security" },
  ];
  for (const { name, root, product } of cases) {
    it(`is ${product} for ${name}`, () => assert.equal(productOf(root), product));
  }

  it("is said where a security config is wanted, with the place, and nothing else is", () => {
    const [problem, ...others] = problems(() => loadConfigFile(mlConfigFile(STARTER), options));
    assert.deepEqual(others, []);
    assert.match(problem?.message ?? "", /config of an ML product/);
    assert.equal(problem?.line, mlConfigText(STARTER).split("\n").indexOf("ml_product:") + 1);
  });

  it("is said where an ML product's config is wanted", () => {
    const [problem, ...others] = withFile("config.yaml", startup, (file) =>
      problems(() => loadMlConfigFile(file)),
    );
    assert.deepEqual(others, []);
    assert.match(problem?.message ?? "", /this is a security config/);
  });

  it("has the same config in a stack's file and in its values", () => {
    const sections = mlConfigText(STARTER)
      .replaceAll(/^(?=.)/gm, "  ")
      .replaceAll(/^ {2}(\w+):/gm, "  tierguard:$1:");
    const expected = mlConfig(STARTER);
    withFile("Pulumi.dev.yaml", `config:\n${sections}`, (file) => {
      assert.deepEqual(loadMlConfigFile(file), expected);
      const values = JSON.parse(JSON.stringify(expected)) as Record<string, unknown>;
      assert.deepEqual(loadMlPulumiConfig(values, file), expected);
      const wrong = { ...values, ml_product: { ...expected.ml_product, s3_prefix: "b" } };
      const [problem] = problems(() => loadMlPulumiConfig(wrong));
      assert.equal(problem?.path, "tierguard:ml_product.s3_prefix");
    });
  });
});
