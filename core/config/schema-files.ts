import { PolicyTemplateSchema } from "../catalogue/schema";
import { ChangePreviewSchema } from "../changes/change-preview";
import { configFileSchema, type JsonSchema } from "./file-schema";
import { NAMESPACE } from "./stack-source";
import { TIERS, type TierName } from "./tier-limits";

const DIALECT = "http://json-schema.org/draft-07/schema#";
const banner = (source: string) => `Generated from ${source} by \`npm run gen\`: do not edit.`;
const BANNER = banner("core/config/schema.ts");

function title(tier: TierName, what: string): string {
  return `tierguard ${tier} tier: ${what}`;
}

function fileSchema(tier: TierName): JsonSchema {
  return {
    $schema: DIALECT,
    $id: `${tier}.schema.json`,
    $comment: BANNER,
    title: title(tier, "config file"),
    ...configFileSchema(tier),
  };
}

/** The same sections as keys of a stack's config; keys of other namespaces are not judged. */
function stackSchema(tier: TierName): JsonSchema {
  const { properties, required } = configFileSchema(tier) as { properties: JsonSchema; required: string[] };
  const sections = Object.entries(properties).map(([section, schema]) => [`${NAMESPACE}:${section}`, schema]);
  return {
    $schema: DIALECT,
    $id: `${tier}.stack.schema.json`,
    $comment: BANNER,
    title: title(tier, "Pulumi stack file"),
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

/** The files of `schemas/` by name, as text. */
export function schemaFiles(): Record<string, string> {
  const tiers = TIERS.flatMap((tier) => [
    [`${tier}.schema.json`, fileSchema(tier)] as const,
    [`${tier}.stack.schema.json`, stackSchema(tier)] as const,
  ]);
  const schemas = [
    ...tiers,
    ["policy-template.schema.json", templateSchema()] as const,
    ["show-changes.schema.json", previewSchema()] as const,
  ];
  return Object.fromEntries(
    schemas.map(([name, schema]) => [name, `${JSON.stringify(schema, undefined, 2)}\n`]),
  );
}
