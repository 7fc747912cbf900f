import assert from "node:assert/strict";
import { readConfigFile } from "../../../core/config/load-file";
import { placeProblems } from "../../../core/config/place-problems";
import { options, positionOf, startup, withFile, withoutSecurity } from "./support";

describe("problems that are found after the config was loaded", () => {
  const path = "security.iam_groups.ml_engineers.policy_assignments.s3";

  it("are placed in the config's file by their path", () =>
    withFile("config.yaml", startup, (file) => {
      const { source } = readConfigFile(file, options);
      const list = "security.iam_groups.data_scientists.assumable_roles[0]";
      const placed = placeProblems(
        [
          { path, message: "a" },
          { path: list, message: "b" },
          { path: "", message: "c" },
        ],
        source,
      );
      assert.deepEqual(placed, [
        { file, path, message: "a", ...positionOf(startup, "level3") },
        { file, path: list, message: "b", ...positionOf(startup, "aml_engineer\n    ml_engineers") },
        { path: "", message: "c" },
      ]);
    }));

  it("are placed in the overrides or the master definitions, whichever says it", () => {
    const overrides =
      "security_overrides:\n  iam_groups:\n    ml_engineers:\n      policy_assignments: { s3: level4 }\n";
    withFile("config.yaml", `${withoutSecurity}${overrides}`, (file) => {
      const { source } = readConfigFile(file, options);
      const ecr = "security.iam_groups.data_scientists.policy_assignments.ecr";
      const [own, master] = placeProblems(
        [
          { path, message: "a" },
          { path: ecr, message: "b" },
        ],
        source,
      );
      assert.deepEqual([own?.file, own?.path], [file, path.replace("security", "security_overrides")]);
      assert.match(master?.file ?? "", /master\/startup-5\.yaml$/);
      assert.equal(master?.line, positionOf(startup, "ecr: level1").line);
    });
  });
});
