import { type Static, Type } from "@sinclair/typebox";
import { TEMPLATE_NAME_PATTERN } from "./policy-template";

const strict = { additionalProperties: false };

const oneOrMore = (pattern: string, description: string) => {
  const item = Type.String({ pattern, maxLength: 2048, description });
  return Type.Union([item, Type.Array(item, { minItems: 1 })], { description });
};

const name = (description: string) =>
  Type.String({ pattern: TEMPLATE_NAME_PATTERN, maxLength: 48, description });

/**
 * One statement of a policy template, under IAM's own keys. `*` is no action here. A whole service (`s3:*`) is no matter
 * of form: the analysis and the guardrails refuse it, who can say whom it reaches and what to write instead.
 */
export const TemplateStatementSchema = Type.Object(
  {
    Sid: Type.String({
      pattern: "^[A-Za-z0-9]{1,64}$",
      description: "Says in a word what the statement is for; unique in the file",
    }),
    Effect: Type.Unsafe<"Allow" | "Deny">({ type: "string", enum: ["Allow", "Deny"] }),
    Action: oneOrMore(
      "^[a-z][a-z0-9-]*:([A-Z][A-Za-z0-9]*\\*?|\\*)$",
      "Actions, such as s3:GetObject or s3:Get*",
    ),
    Resource: oneOrMore(
      "^(\\*|arn:\\$\\{AWS::Partition\\}:.+)$",
      "ARNs that begin with arn:${AWS::Partition}:, or * for actions to which AWS gives no resource type",
    ),
    Condition: Type.Optional(
      Type.Record(
        Type.String({
          pattern:
            "^((ForAllValues|ForAnyValue):)?(String|Numeric|Date|Bool|Binary|IpAddress|NotIpAddress|Arn|Null)[A-Za-z]*$",
        }),
        Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })]), {
          minProperties: 1,
        }),
        {
          additionalProperties: false,
          minProperties: 1,
          description: "IAM condition block; values are strings",
        },
      ),
    ),
  },
  strict,
);

/** A file of the catalogue, `policy-templates/{service}/{id}-{slug}.yaml`. */
export const PolicyTemplateSchema = Type.Object(
  {
    service: name("The folder that the file lies in, and the key under policy_assignments"),
    id: name("What a config names, such as level2; unique in its service"),
    slug: Type.Optional(
      name("Says what the template allows; part of the file's and the managed policy's name"),
    ),
    description: Type.String({
      minLength: 1,
      maxLength: 300,
      description: "What it allows, in one sentence",
    }),
    audience: Type.String({ minLength: 1, maxLength: 300, description: "Who it is for" }),
    cannot: Type.Array(Type.String({ minLength: 1, maxLength: 300 }), {
      minItems: 1,
      description: "What its holder still can't do, one thing an entry",
    }),
    statements: Type.Array(TemplateStatementSchema, { minItems: 1 }),
  },
  {
    ...strict,
    title: "tierguard policy template",
    description:
      "A least-privilege IAM policy of the catalogue. ${company_prefix}, ${env}, ${tenant_id}, ${account_id} and ${region} " +
      "are replaced by the config's values; ${AWS::Partition} and IAM's policy variables (${aws:username}) stay.",
  },
);

/** One statement as a template file has it: what may be a list may be a text too. */
export type TemplateStatement = Static<typeof TemplateStatementSchema>;
/** The content of one template file. */
export type PolicyTemplateFile = Static<typeof PolicyTemplateSchema>;
