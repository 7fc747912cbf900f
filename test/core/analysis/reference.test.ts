import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expandActions } from "../../../core/analysis/expand-actions";
import { accessLevel } from "../../../core/analysis/reference/access-level";
import { extractFiles } from "../../../core/analysis/reference/extract-files";
import { referenceData } from "../../../core/analysis/reference/reference-data";

const data = referenceData();
const folder = join(__dirname, "..", "..", "..", "core", "analysis", "reference");

describe("extracts of the reference", () => {
  for (const [name, text] of Object.entries(extractFiles())) {
    it(`${name} is what the installed package says; npm run gen writes it anew`, () => {
      assert.ok(readFileSync(join(folder, name), "utf8") === text);
    });
  }
});

describe("access levels", () => {
  const cases: [string, string][] = [
    ["List", "list"],
    ["Read", "read"],
    ["Write", "write"],
    ["Permissions management, Write", "permissions-management"],
    ["Tagging, Write", "tagging"],
  ];
  for (const [words, level] of cases) it(words, () => assert.equal(accessLevel(words), level));
  it("refuses a level that it does not know", () => assert.throws(() => accessLevel("Sing"), RangeError));
});

describe("AWS's managed policies", () => {
  it("are found by their names with their paths", () => {
    assert.equal(data.managedPolicy("job-function/Billing")?.name, "job-function/Billing");
  });
  it("are none without the path", () => assert.equal(data.managedPolicy("Billing"), undefined));
  it("are none that AWS does not have", () => assert.equal(data.managedPolicy("constructor"), undefined));
  it("have the newest document", () => {
    const { document } = data.managedPolicy("AdministratorAccess")!;
    assert.deepEqual(document.statements[0]?.action, { negated: false, patterns: ["*"] });
  });
});

describe("expansion of actions", () => {
  const named = (...patterns: string[]) => expandActions({ negated: false, patterns }, data);

  it("takes a wildcard apart, without regard to case", () => {
    const { ids } = named("S3:getobject?cl", "s3:GetBucketA*");
    assert.deepEqual([...ids].sort(), ["s3:GetBucketAbac", "s3:GetBucketAcl", "s3:GetObjectAcl"]);
  });
  it("takes wildcards in the service's name", () => {
    assert.ok(named("ss*:GetParameter").ids.has("ssm:GetParameter"));
  });
  it("leaves * alone as everything", () => assert.equal(named("*").everything, true));
  it("finds nothing for an unknown action or service", () => {
    assert.equal(named("s3:GetObjekt", "constructor:Get*", "nothing:*").ids.size, 0);
  });
  it("takes NotAction as all the others", () => {
    const { ids, everything } = expandActions({ negated: true, patterns: ["iam:*", "sts:*"] }, data);
    assert.equal(everything, false);
    assert.ok(ids.has("s3:GetObject"));
    assert.ok(![...ids].some((id) => /^(iam|sts):/.test(id)));
  });
});
