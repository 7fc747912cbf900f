import assert from "node:assert/strict";
import { basename } from "node:path";
import { parse } from "yaml";
import { readProductFile } from "../../../../core/config/load-product";
import { loadMlConfigFile } from "../../../../core/ml/config/load";
import { ML_TIERS } from "../../../../core/ml/config/tiers";
import { mlConfigFileName } from "../../../../core/naming/ml-names";
import { schemaValidator } from "../../config/schema-validator";
import { options } from "../../config/support";
import { mlConfigFile, mlConfigNames, mlConfigText } from "../ml-configs";

/** The combinations, by their names without company, tenant and place. */
function combinations(): string[] {
  const cross = (...lists: string[][]): string[] =>
    lists.reduce((left, right) => left.flatMap((a) => right.map((b) => [a, b].filter(Boolean).join("-"))));
  const sources = ["codecommit", "s3"];
  return [
    ...cross(["customer-churn-ml", "fraud-detection-ml"], sources, ["", "workload"]),
    ...cross(["demand-forecasting-ml"], sources, ["standalone", "sgprov"], ["ssm", "direct"]),
    ...cross(
      ["demand-forecasting-ml"],
      [
        ...["codecommit-standalone-ssm-workload", "codecommit-sgprov-ssm-workload"],
        ...["codecommit-standalone-direct-rtb", "s3-standalone-direct-rtb"],
      ],
    ),
  ];
}

describe("the shipped configs of ML products", () => {
  it("are one of each combination", () => {
    const found = mlConfigNames.map((name) => name.replace(/^[a-z]+-prod-[abc]001-us-west-2-/, ""));
    assert.deepEqual(found.sort(), combinations().sort());
  });

  for (const name of mlConfigNames) {
    it(`${name} is valid, named by what it says, and accepted by its schema`, () => {
      const config = loadMlConfigFile(mlConfigFile(name));
      assert.equal(mlConfigFileName(config), `${name}.yaml`);
      assert.ok(Object.isFrozen(config.ml_product));
      const { product } = readProductFile(mlConfigFile(name), { security: () => options });
      assert.equal(product, "ml");
      const file = /schema=\.\.\/\.\.\/(\S+)/.exec(mlConfigText(name))![1]!;
      assert.equal(file, `schemas/ml-${config.tier.name}.schema.json`);
      const validate = schemaValidator(basename(file));
      assert.equal(validate(parse(mlConfigText(name))), true, JSON.stringify(validate.errors));
    });
  }

  it("of one tier are refused by the schemas of the others", () => {
    for (const tier of ML_TIERS) {
      const validate = schemaValidator(`ml-${tier}.schema.json`);
      for (const name of mlConfigNames) {
        const config = parse(mlConfigText(name)) as { tier: { name: string } };
        assert.equal(validate(config), config.tier.name === tier, `${name} as ${tier}`);
      }
    }
  });
});
