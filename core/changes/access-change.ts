import { type Static, Type } from "@sinclair/typebox";

const closed = { additionalProperties: false } as const;

const PatternSetSchema = Type.Object(
  { negated: Type.Boolean(), values: Type.Array(Type.String()) },
  { ...closed, description: "Patterns, or where negated all but these" },
);

const ConditionSchema = Type.Object(
  { operator: Type.String(), key: Type.String(), values: Type.Array(Type.String()) },
  { ...closed, description: "One test of a Condition block" },
);

const PolicySourceSchema = Type.Object(
  {
    kind: Type.Union([
      Type.Literal("inline"),
      Type.Literal("managed"),
      Type.Literal("trust"),
      Type.Literal("resource"),
    ]),
    name: Type.String(),
  },
  { ...closed, description: "The policy that says it" },
);

const AffectedHolderSchema = Type.Object(
  {
    kind: Type.Union([
      Type.Literal("group"),
      Type.Literal("role"),
      Type.Literal("user"),
      Type.Literal("resource"),
    ]),
    name: Type.String({ description: "Name in AWS" }),
    through: Type.Array(PolicySourceSchema),
  },
  closed,
);

const judged = {
  for: Type.Array(AffectedHolderSchema, { minItems: 1 }),
  wider: Type.Boolean({
    description: "Whether somebody may do more than before; false only where the opposite is certain",
  }),
  why: Type.String({ description: "Why it is wider or not; empty where there is nothing to say" }),
};

const Direction = Type.Union([Type.Literal("given"), Type.Literal("taken")]);

const GrantChangeSchema = Type.Object(
  {
    kind: Type.Literal("grant"),
    change: Direction,
    effect: Type.Union([Type.Literal("Allow"), Type.Literal("Deny")]),
    actions: PatternSetSchema,
    resources: Type.Optional(PatternSetSchema),
    principals: Type.Optional(PatternSetSchema),
    conditions: Type.Array(ConditionSchema),
    ...judged,
  },
  {
    ...closed,
    description: "Actions that are given or taken away; with principals, who may assume or use it",
  },
);

const AttachmentChangeSchema = Type.Object(
  { kind: Type.Literal("attachment"), change: Direction, policyArn: Type.String(), ...judged },
  { ...closed, description: "A policy that is none of the stack's is attached or detached" },
);

const SettingChangeSchema = Type.Object(
  {
    kind: Type.Union([Type.Literal("boundary"), Type.Literal("session-duration"), Type.Literal("tag")]),
    key: Type.String({ description: "Of a tag; empty for the others" }),
    before: Type.String({ description: "ARN, seconds, or a tag's value; empty where there was none" }),
    after: Type.String(),
    ...judged,
  },
  { ...closed, description: "A setting of a role that limits what a session in it may do, or for how long" },
);

/** JSON Schema of one change of what somebody may do. */
export const AccessChangeSchema = Type.Union([
  GrantChangeSchema,
  AttachmentChangeSchema,
  SettingChangeSchema,
]);

/** Someone whom a change of access is about, and by which policies. */
export type AffectedHolder = Static<typeof AffectedHolderSchema>;
/** Actions that are given or taken away. A `Deny` that is taken away lets through what it denied. */
export type GrantChange = Static<typeof GrantChangeSchema>;
/** A policy that is none of the stack's is attached or detached. */
export type AttachmentChange = Static<typeof AttachmentChangeSchema>;
/** A setting of a role that limits what a session in it may do, or for how long. */
export type SettingChange = Static<typeof SettingChangeSchema>;
/** One change of what somebody may do. */
export type AccessChange = Static<typeof AccessChangeSchema>;
