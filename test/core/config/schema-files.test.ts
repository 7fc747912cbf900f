import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { VALIDATORS_FILE, validatorsModule } from "../../../core/config/compiled-validators";
import { schemaFiles } from "../../../core/config/schema-files";
import { schemaFolder, schemaValidator } from "./schema-validator";
import { edited, startup } from "./support";

const files = schemaFiles();

interface SchemaNode {
  definitions?: Record<string, SchemaNode>;
  $ref?: string;
  allOf?: SchemaNode[];
  properties?: Record<string, SchemaNode>;
  additionalProperties?: SchemaNode | boolean;
  description?: string;
}

describe("the schemas in schemas/", () => {
  it("are what npm run gen writes, and nothing else is there", () => {
    assert.deepEqual(readdirSync(schemaFolder).sort(), Object.keys(files).sort());
    for (const [name, text] of Object.entries(files)) {
      assert.ok(
        readFileSync(join(schemaFolder, name), "utf8") === text,
        `${name} is not up to date: run npm run gen`,
      );
    }
  });

  it("are compiled to the validators that are loaded: run npm run gen", () => {
    assert.ok(readFileSync(VALIDATORS_FILE, "utf8") === validatorsModule());
  });

  it("accept a config file and a stack's file", () => {
    const config = parse(startup) as Record<string, unknown>;
    assert.equal(schemaValidator("startup.schema.json")(config), true);
    const keys: [string, unknown][] = Object.entries(config).map(([key, value]) => [
      `tierguard:${key}`,
      value,
    ]);
    const stack = { encryptionsalt: "x", config: { ...Object.fromEntries(keys), "aws:region": "us-west-1" } };
    assert.equal(schemaValidator("startup.stack.schema.json")(stack), true);
  });

  const wrong = [
    ["an unknown section", edited(startup, "tags:", "tagz:")],
    ["another tier", edited(startup, "name: startup", "name: medium")],
    ["an unquoted account id", edited(startup, '"012345678901"', "012345678901")],
    ["a bad name", edited(startup, "    ml_engineers:\n", "    ML: {}\n    ml_engineers:\n")],
    ["two missing sections", "tier: { name: startup, security_profile: startup-5 }"],
  ] as const;
  for (const [name, text] of wrong) {
    it(`refuse ${name}`, () => assert.equal(schemaValidator("startup.schema.json")(parse(text)), false));
  }

  for (const name of ["common.schema.json", "ml-common.schema.json", "ml-enterprise.schema.json"]) {
    it(`describe every field of the sections in ${name}`, () => {
      const schema = JSON.parse(files[name]!) as SchemaNode;
      const bare: string[] = [];
      const walk = (node: SchemaNode, path: string): void => {
        for (const [key, field] of Object.entries(node.properties ?? {})) {
          const elsewhere = field.$ref !== undefined || field.allOf !== undefined;
          if (field.description === undefined && !elsewhere) bare.push(`${path}${key}`);
          walk(field, `${path}${key}.`);
        }
        if (typeof node.additionalProperties === "object") walk(node.additionalProperties, `${path}*.`);
      };
      walk(schema, "");
      for (const [section, definition] of Object.entries(schema.definitions ?? {}))
        walk(definition, `${section}.`);
      assert.deepEqual(
        bare.filter((path) => !/trust_policy|custom_p/.test(path)),
        [],
      );
    });
  }
});
