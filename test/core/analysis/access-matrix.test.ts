import assert from "node:assert/strict";
import { accessMatrix } from "../../../core/analysis/access-matrix";
import type { AccessRow } from "../../../core/analysis/access-row";
import { matrixCsv } from "../../../core/analysis/matrix-csv";
import { matrixTable } from "../../../core/analysis/matrix-table";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import type { Config } from "../../../core/config/schema";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { shippedConfig } from "../shipped-configs";
import { shippedCatalogue } from "../startup-config";

const data = referenceData();

function matrixOf(name: string, change?: (config: Config) => void) {
  return accessMatrix(buildBlueprint(shippedConfig(name, change), shippedCatalogue), data);
}

function rowsOf(rows: readonly AccessRow[], principal: string, via: string[] = []): AccessRow[] {
  return rows.filter((row) => row.principal.endsWith(principal) && row.via.join() === via.join());
}

describe("access matrix", () => {
  const enterprise = matrixOf("enterprise-12");

  it("says of which date AWS's reference is", () => {
    assert.match(enterprise.referenceDate, /^\d{4}-\d\d-\d\d$/);
  });

  it("has every group and role", () => {
    const { groups, roles } = buildBlueprint(shippedConfig("enterprise-12"), shippedCatalogue);
    assert.deepEqual(
      enterprise.principals.map(({ name }) => name),
      [...groups, ...roles].map(({ name }) => name),
    );
  });

  it("gives administrators everything, in a row a level", () => {
    const rows = rowsOf(enterprise.rows, "group-platform-administrators");
    assert.deepEqual(
      rows.map(({ service, level, scope, actions, complete }) => [service, level, scope, actions, complete]),
      ["list", "read", "write", "permissions-management", "tagging"].map((level) => [
        "*",
        level,
        ["*"],
        ["*"],
        true,
      ]),
    );
  });

  it("reads AWS's managed policies from their documents", () => {
    const rows = rowsOf(enterprise.rows, "group-security-team");
    const levels = new Set(rows.map(({ level }) => level));
    assert.ok(levels.has("list") && levels.has("read"));
    assert.ok(
      rows.every(({ sources }) =>
        sources.every(
          (source) => source.startsWith("arn:aws:iam::aws:policy/") || source.startsWith("security."),
        ),
      ),
    );
    const s3 = rows.find(({ service, level }) => service === "s3" && level === "list");
    assert.deepEqual(s3?.scope, ["*"]);
  });

  it("follows the roles that a group may assume, with the conditions of their trust", () => {
    const rows = rowsOf(enterprise.rows, "group-ai-governance", ["globalbank-prod-g001-role-model-approver"]);
    const decide = rows.find(({ actions }) => actions.includes("sagemaker:UpdateModelPackage"));
    assert.deepEqual(decide?.conditions, ["Bool aws:MultiFactorAuthPresent = true"]);
    assert.deepEqual(decide?.scope, [
      "arn:aws:sagemaker:us-east-1:123456789012:model-package/globalbank-prod-g001-*",
    ]);
  });

  it("lets nobody into a role that they may not assume", () => {
    const approver = "globalbank-prod-g001-role-model-approver";
    const reaching = enterprise.principals.filter(({ reaches }) => reaches.includes(approver));
    assert.deepEqual(
      reaching.map(({ name }) => name),
      ["globalbank-prod-g001-group-ai-governance", "globalbank-prod-g001-group-platform-administrators"],
    );
  });

  it("says what a Deny takes out of a scope", () => {
    const writes = rowsOf(enterprise.rows, "group-data-scientists").filter(({ actions }) =>
      actions.includes("s3:PutObject"),
    );
    assert.ok(writes.length > 0);
    for (const { except } of writes) assert.ok(except.some((text) => text.includes("/templates/")));
  });

  it("resolves the partition of the region", () => {
    const china = matrixOf("startup-5", (config) => (config.environment.region = "cn-north-1"));
    const arns = rowsOf(china.rows, "group-data-scientists").flatMap(({ scope }) => scope);
    assert.ok(arns.some((arn) => arn.startsWith("arn:aws-cn:s3:::")));
    assert.ok(arns.every((arn) => !arn.includes("${AWS::") && !arn.startsWith("arn:aws:")));
  });

  it("names an attached policy that AWS does not have as unknown", () => {
    const { principals, ...matrix } = matrixOf("startup-5", (config) => {
      config.security.iam_groups.data_scientists!.managed_policies = ["NoSuchPolicy"];
    });
    const [scientists] = principals.filter(({ name }) => name.endsWith("data-scientists"));
    assert.deepEqual(scientists?.unknownPolicies, ["NoSuchPolicy"]);
    assert.match(matrixTable({ principals, ...matrix }).join("\n"), /unknown: .*NoSuchPolicy/);
  });

  it("names the boundary that narrows the roles", () => {
    const arn = "arn:aws:iam::123456789012:policy/edge-boundary";
    const { principals } = matrixOf("startup-5", (config) => {
      config.security.permission_boundary_arn = arn;
    });
    for (const { kind, boundary } of principals) {
      assert.equal(boundary, kind === "group" ? undefined : arn);
    }
  });

  it("is the same for the same config, as data that JSON keeps whole", () => {
    assert.deepEqual(JSON.parse(JSON.stringify(enterprise)), matrixOf("enterprise-12"));
  });
});

describe("access matrix for people and programs", () => {
  const matrix = matrixOf("medium-10");

  it("is a table with a heading for each principal", () => {
    const lines = matrixTable(matrix);
    for (const { name } of matrix.principals)
      assert.ok(
        lines.some((line) => line.startsWith(name)),
        name,
      );
    assert.ok(lines.some((line) => /^ {2}through medium|^ {2}through /.test(line)));
  });

  it("is CSV with a line for each row", () => {
    const lines = matrixCsv(matrix).split("\r\n");
    assert.equal(lines.length, matrix.rows.length + 2);
    assert.match(lines[0]!, /^principal,kind,via,service,level,scope/);
  });

  it("is never a formula to a spreadsheet", () => {
    const row = { ...matrix.rows[0]!, principal: "=HYPERLINK(1)", service: 'a"b' };
    assert.match(matrixCsv({ rows: [row] }), /\r\n'=HYPERLINK\(1\),group,[^,]*,"a""b",/);
  });
});
