import assert from "node:assert/strict";
import { variants } from "./rendered";

describe("regions that lack a type of a product", () => {
  const noted = (name: string) =>
    variants[name]!()
      .blueprint.notes.filter(({ path }) => path === "environment.region")
      .map(({ message }) => message);

  it("are noted with the type", () => {
    const [message, ...others] = noted("a region of China");
    assert.deepEqual(others, []);
    assert.match(message!, /not known to have AWS::SageMaker::ModelPackageGroup in cn-north-1/);
  });

  it("are no other than those that are known", () => {
    for (const name of Object.keys(variants)) {
      if (name !== "a region of China") assert.deepEqual(noted(name), [], name);
    }
  });
});
