import { type Static, Type } from "@sinclair/typebox";

const closed = { additionalProperties: false } as const;

const Statements = Type.Array(Type.Record(Type.String(), Type.Unknown()));

const PropertyChangeSchema = Type.Object(
  {
    property: Type.String({ description: "CloudFormation property, such as ManagedPolicyArns" }),
    item: Type.String({
      description:
        "The inline policy's name, the tag's key or the attached policy's ARN; empty where it is one value",
    }),
    change: Type.Union([Type.Literal("added"), Type.Literal("removed"), Type.Literal("changed")]),
    before: Type.Optional(Type.Unknown({ description: "Canonical; absent where it was added" })),
    after: Type.Optional(Type.Unknown({ description: "Canonical; absent where it was removed" })),
    statements: Type.Optional(
      Type.Object(
        { added: Statements, removed: Statements },
        { ...closed, description: "Of a policy document: the statements, or parts of them, that differ" },
      ),
    ),
  },
  closed,
);

const BlockedSchema = Type.Object(
  {
    property: Type.String({ description: "The property that can't be changed; empty where it is the name" }),
    reason: Type.String(),
    wayOut: Type.String(),
  },
  { ...closed, description: "Why AWS will refuse the change" },
);

/** JSON Schema of one resource that differs. */
export const ResourceChangeSchema = Type.Object(
  {
    logicalId: Type.String(),
    type: Type.String({ description: "CloudFormation type" }),
    name: Type.String({ description: "Name or ARN in AWS: as it is now, or for a new one as it will be" }),
    change: Type.Union([
      Type.Literal("Add"),
      Type.Literal("Modify"),
      Type.Literal("Replace"),
      Type.Literal("Remove"),
    ]),
    properties: Type.Array(PropertyChangeSchema, {
      description: "Of a resource that is there before and after",
    }),
    blocked: Type.Optional(BlockedSchema),
  },
  closed,
);

/** One property, or one part of it, that differs. */
export type PropertyChange = Static<typeof PropertyChangeSchema>;
/** Why AWS will refuse a change before it has done anything. */
export type Blocked = Static<typeof BlockedSchema>;
/** One resource that is created, changed, replaced or deleted. */
export type ResourceChange = Static<typeof ResourceChangeSchema>;
