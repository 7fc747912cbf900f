import { PolicyTemplateSchema } from "../catalogue/schema";
import { ChangePreviewSchema } from "../changes/change-preview";
import { mlConfigFileSchema } from "../ml/config/file-schema";
import { ML_TIERS } from "../ml/config/tiers";
import { shareSections } from "./common-schema";
import { configFileSchema, type JsonSchema } from "./file-schema";
import { NAMESPACE } from "./stack-source";
import { TIERS } from "./tier-limits";

const DIALECT = "http://json-schema.org/draft-07/schema#";
const banner = (source: string) => `Generated from ${source} by \`npm run gen\`: do not edit.`;

/** One tier of one product: what its files are called, what they are for, and its config files' schema. */
interface TierSchema {
  file: string;
  title: string;
  source: string;
  schema: JsonSchema;
}

function fileSchema({ file, title, source, schema }: TierSchema): JsonSchema {
  return {
    $schema: DIALECT,
    $id: `${file}.schema.json`,
    $comment: banner(source),
    title: `${title}: config file`,
    ...schema,
  };
}

/** The same sections as keys of a stack's config; keys of other namespaces are not judged. */
function stackSchema({ file, title, source, schema }: TierSchema): JsonSchema {
  const { properties, required } = schema as { properties: JsonSchema; required: string[] };
  const sections = Object.entries(properties).map(([section, body]) => [`${NAMESPACE}:${section}`, body]);
  return {
    $schema: DIALECT,
    $id: `${file}.stack.schema.json`,
    $comment: banner(source),
    title: `${title}: Pulumi stack file`,
    type: "object",
    required: ["config"],
    properties: {
      config: {
        type: "object",
        title: "config of the stack",
        required: required.map((section) => `${NAMESPACE}:${section}`),
        properties: Object.fromEntries(sections) as JsonSchema,
        patternProperties: { [`^(?!${NAMESPACE}:).+:.+$`]: {} },
        additionalProperties: false,
      },
    },
  };
}

/** For the files of `policy-templates/`. */
function templateSchema(): JsonSchema {
  return {
    $schema: DIALECT,
    $id: "policy-template.schema.json",
    $comment: banner("core/catalogue/schema.ts"),
    ...PolicyTemplateSchema,
  };
}

/** For what `tierguard show-changes --json` prints as its `result`. */
function previewSchema(): JsonSchema {
  return {
    $schema: DIALECT,
    $id: "show-changes.schema.json",
    $comment: banner("core/changes/change-preview.ts"),
    ...ChangePreviewSchema,
  };
}

/** A product's files: one for each tier and its stack files, and one with the sections that all tiers have alike. */
function productFiles(
  common: string,
  source: string,
  tiers: readonly Omit<TierSchema, "source">[],
): (readonly [string, JsonSchema])[] {
  const shared = shareSections(
    common,
    tiers.map(({ schema }) => schema),
  );
  const files = tiers.flatMap((tier, index) => {
    const own = { ...tier, source, schema: shared.schemas[index]! };
    return [
      [`${tier.file}.schema.json`, fileSchema(own)] as const,
      [`${tier.file}.stack.schema.json`, stackSchema(own)] as const,
    ];
  });
  const definitions = {
    $schema: DIALECT,
    $id: common,
    $comment: banner(source),
    definitions: shared.definitions,
  };
  return [...files, [common, definitions] as const];
}

/** The files of `schemas/` by name, as text. */
export function schemaFiles(): Record<string, string> {
  const schemas = [
    ...productFiles(
      "common.schema.json",
      "core/config/schema.ts",
      TIERS.map((tier) => ({
        file: tier,
        title: `tierguard ${tier} tier`,
        schema: configFileSchema(tier),
      })),
    ),
    ...productFiles(
      "ml-common.schema.json",
      "core/ml/config/schema.ts",
      ML_TIERS.map((tier) => ({
        file: `ml-${tier}`,
        title: `tierguard ML products, ${tier} tier`,
        schema: mlConfigFileSchema(tier),
      })),
    ),
    ["policy-template.schema.json", templateSchema()] as const,
    ["show-changes.schema.json", previewSchema()] as const,
  ];
  return Object.fromEntries(
    schemas.map(([name, schema]) => [name, `${JSON.stringify(schema, undefined, 2)}\n`]),
  );
}
