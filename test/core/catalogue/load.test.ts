import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadCatalogue } from "../../../core/catalogue/load";
import { InvalidInputError } from "../../../core/errors";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { shippedCatalogue, startupConfig, templatesDirectory } from "../startup-config";

const valid = `service: s3
id: level9
slug: listing
description: List buckets
audience: Testers
cannot:
  - read anything
statements:
  - Sid: ListBuckets
    Effect: Allow
    Action:
      - s3:ListBucket
    Resource:
      - arn:\${AWS::Partition}:s3:::\${company_prefix}-\${env}-\${tenant_id}-*
`;

describe("loadCatalogue", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "tierguard-catalogue-"));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  }

  /** What is wrong, as `file:line:column: path: message`, without the directory. */
  function problems(): string[] {
    try {
      assert.ok(Array.isArray(loadCatalogue(directory).templates));
    } catch (error) {
      assert.ok(error instanceof InvalidInputError);
      return error.message
        .split("\n")
        .slice(1)
        .map((line) => line.trim().replaceAll(`${directory}/`, ""));
    }
    return [];
  }

  it("has every shipped template under the name that a config gives", () => {
    for (const { service, id, slug, file } of shippedCatalogue.templates) {
      assert.equal(shippedCatalogue.find(service, id)?.file, file);
      assert.equal(file, join(templatesDirectory, service, `${slug === "" ? id : `${id}-${slug}`}.yaml`));
    }
    assert.deepEqual(shippedCatalogue.index.s3, ["level1", "level2", "level3", "level4"]);
    assert.equal(shippedCatalogue.index.constructor, undefined);
    assert.equal(shippedCatalogue.find("s3", "level99"), undefined);
  });

  it("is not disturbed by a broken file that the config does not name, and says once what is wrong with one that it names", () => {
    cpSync(templatesDirectory, directory, { recursive: true });
    write("s3/level9-listing.yaml", valid.replace("Effect: Allow", "Effect: Alow"));
    const catalogue = loadCatalogue(directory);
    assert.equal(buildBlueprint(startupConfig(), catalogue).groups.length, 5);
    const naming = startupConfig((config) => {
      for (const name of ["data_scientists", "ml_engineers"])
        config.security.iam_groups[name]!.policy_assignments!.s3 = "level9";
    });
    assert.throws(
      () => buildBlueprint(naming, catalogue),
      (error) => {
        assert.ok(error instanceof InvalidInputError);
        assert.equal(error.problems.length, 1, error.message);
        assert.match(error.message, /s3\/level9-listing\.yaml:\d+:\d+: statements\[0\]\.Effect/);
        return true;
      },
    );
  });

  it("takes a new file without any code", () => {
    cpSync(templatesDirectory, directory, { recursive: true });
    write("s3/level9-listing.yaml", valid);
    const catalogue = loadCatalogue(directory);
    assert.ok(catalogue.index.s3?.includes("level9"));
    const blueprint = buildBlueprint(
      startupConfig((config) => {
        config.security.service_roles.glue_etl!.policy_assignments!.s3 = "level9";
      }),
      catalogue,
    );
    const policy = blueprint.policies.find(({ logicalId }) => logicalId === "PolicyS3Level9");
    assert.equal(policy?.name, "techcorp-dev-a001-policy-s3-level9-listing");
    assert.deepEqual(policy?.document.Statement[0]?.Resource, [
      "arn:${AWS::Partition}:s3:::techcorp-dev-a001-*",
    ]);
  });

  it("takes a new service too", () => {
    write(
      "step-functions/level1.yaml",
      valid.replace("s3\nid: level9\nslug: listing", "step-functions\nid: level1"),
    );
    assert.deepEqual(loadCatalogue(directory).index["step-functions"], ["level1"]);
  });

  const wrong: [string, string, string, RegExp][] = [
    [
      "an unknown placeholder",
      "s3/level9-listing.yaml",
      valid.replace("${env}", "${stage}"),
      /^s3\/level9-listing\.yaml:14:9: statements\[0\]\.Resource\[0\]: unknown placeholder \$\{stage\} \(known are \$\{company_prefix\}/,
    ],
    [
      "CloudFormation's name of the account",
      "s3/level9-listing.yaml",
      valid.replace("${env}", "${AWS::AccountId}"),
      /:14:9: .*write \$\{account_id\}/,
    ],
    [
      "a placeholder without an end",
      "s3/level9-listing.yaml",
      valid.replace("${tenant_id}-*", "${tenant_id"),
      /:14:9: .*no closing brace/,
    ],
    [
      "a placeholder in a condition key",
      "s3/level9-listing.yaml",
      `${valid}    Condition:\n      StringEquals:\n        aws:ResourceTag/\${x}: y\n`,
      /:17:.*unknown placeholder \$\{x\}/,
    ],
    [
      "CloudFormation's escape",
      "s3/level9-listing.yaml",
      valid.replace("${env}", "${!env}"),
      /unknown placeholder \$\{!env\}/,
    ],
    [
      "an unknown key",
      "s3/level9-listing.yaml",
      valid.replace("audience:", "audiense: x\naudience:"),
      /:5:11: audiense: unknown key "audiense" \(allowed are service, id/,
    ],
    [
      "a missing key",
      "s3/level9-listing.yaml",
      valid.replace("audience: Testers\n", ""),
      /"audience" is missing/,
    ],
    [
      "a missing Sid",
      "s3/level9-listing.yaml",
      valid.replace("Sid: ListBuckets\n    ", ""),
      /statements\[0\]: "Sid" is missing/,
    ],
    [
      "NotAction",
      "s3/level9-listing.yaml",
      valid.replace("    Action:", "    NotAction:"),
      /unknown key "NotAction"/,
    ],
    [
      "every action",
      "s3/level9-listing.yaml",
      valid.replace("s3:ListBucket", '"*"'),
      /:12:9: statements\[0\]\.Action\[0\]/,
    ],
    [
      "a hard-coded partition",
      "s3/level9-listing.yaml",
      valid.replace("${AWS::Partition}", "aws"),
      /:14:9: statements\[0\]\.Resource\[0\]/,
    ],
    [
      "a file name that says another id",
      "s3/level8-listing.yaml",
      valid,
      /^s3\/level8-listing\.yaml:2:5: id: .*level9-listing\.yaml/,
    ],
    [
      "a folder of another service",
      "ecr/level9-listing.yaml",
      valid,
      /^ecr\/level9-listing\.yaml:1:10: service: "s3" is not the folder's name \(write ecr\)/,
    ],
    [
      "a bare Null operator",
      "s3/level9-listing.yaml",
      `${valid}    Condition:\n      Null:\n        aws:username: "true"\n`,
      /write "Null" in quotes/,
    ],
    [
      "a duplicate key",
      "s3/level9-listing.yaml",
      valid.replace("id: level9", "id: level9\nid: level8"),
      /:3:1: .*unique/,
    ],
    ["text that is not YAML", "s3/level9-listing.yaml", "{", /^s3\/level9-listing\.yaml:1:/],
    ["an empty file", "s3/level9-listing.yaml", "", /must be object/],
    ["another ending", "s3/level9-listing.yml", valid, /is no template file/],
    ["a folder with a strange name", "S3!/level9-listing.yaml", valid, /lower-case letters/],
    [
      "a file that is far too large",
      "s3/level9-listing.yaml",
      valid + "#".repeat(300_000),
      /has 3\d{5} bytes/,
    ],
  ];
  for (const [name, file, text, expected] of wrong) {
    it(`refuses ${name}`, () => {
      write(file, text);
      assert.match(problems().join("\n"), expected);
    });
  }

  it("refuses two templates with one id, whatever their slugs", () => {
    write("s3/level9-listing.yaml", valid);
    write("s3/level9-other.yaml", valid.replace("slug: listing", "slug: other"));
    assert.match(problems().join("\n"), /s3 has another template with the id level9/);
  });

  it("refuses two statements with one Sid", () => {
    write("s3/level9-listing.yaml", valid + valid.slice(valid.indexOf("  - Sid")));
    assert.match(problems().join("\n"), /:15:10: statements\[1\]\.Sid: "ListBuckets"/);
  });

  it("says each thing once, with what may stand there", () => {
    write("s3/level9-listing.yaml", valid.replace("s3:ListBucket", '"*"'));
    assert.deepEqual(problems(), [
      's3/level9-listing.yaml:12:9: statements[0].Action[0]: "*" can\'t stand here (Actions, such as s3:GetObject or s3:Get*)',
    ]);
  });

  it("tells all problems of all files at once", () => {
    write("s3/level8-listing.yaml", valid);
    write("s3/level9-listing.yaml", valid.replace("${env}", "${stage}").replace("${tenant_id}", "${tenant}"));
    const found = problems().join("\n");
    for (const what of [
      /another template with the id/,
      /its id and slug say/,
      /\$\{stage\}/,
      /\$\{tenant\}/,
    ]) {
      assert.match(found, what);
    }
  });

  it("says that the directory is not there", () => {
    assert.throws(() => loadCatalogue(join(directory, "none")), /does not exist/);
  });

  it("gives up on aliases that multiply", () => {
    const lines = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefgh"
        .split("")
        .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${"abcdefg"[i]}`).join(",")}]`),
    ];
    write("s3/level9-listing.yaml", lines.join("\n"));
    assert.equal(problems().length, 1);
  });
});
