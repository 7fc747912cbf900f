import { type Static, Type } from "@sinclair/typebox";

const closed = { additionalProperties: false } as const;

const oneOf = <T extends string>(...values: T[]) => Type.Unsafe<T>({ type: "string", enum: values });

const ChangeSetPropertySchema = Type.Object(
  {
    attribute: Type.String({ description: "Properties, Tags, Metadata and so on" }),
    property: Type.String({ description: "CloudFormation property; empty where the attribute has none" }),
    path: Type.String({ description: "JSON pointer; empty where CloudFormation tells none" }),
    before: Type.Optional(Type.String({ description: "As text; absent where there was none" })),
    after: Type.Optional(Type.String({ description: "As text; absent where it is not known yet" })),
    recreates: oneOf("never", "maybe", "always"),
    dynamic: Type.Boolean({
      description: "Whether the value is known only once another resource was changed",
    }),
  },
  closed,
);

/** JSON Schema of what CloudFormation says that it would do with one resource. */
export const ChangeSetChangeSchema = Type.Object(
  {
    logicalId: Type.String(),
    type: Type.String(),
    physicalId: Type.String({ description: "Name or ARN; empty for a new one" }),
    action: oneOf("Add", "Modify", "Remove", "Import", "Dynamic", "SyncWithActual"),
    replacement: oneOf("no", "maybe", "yes"),
    properties: Type.Array(ChangeSetPropertySchema),
  },
  closed,
);

/** One place of a resource that CloudFormation says will change. */
export type ChangeSetProperty = Static<typeof ChangeSetPropertySchema>;
/** What CloudFormation says that it would do with one resource. */
export type ChangeSetChange = Static<typeof ChangeSetChangeSchema>;

/** Whether CloudFormation told what it would do. */
export type ChangeSetPreview =
  | { way: "change set"; changes: ChangeSetChange[] }
  /** Nobody asked CloudFormation, or it gave no answer, for this reason. */
  | { way: "templates only"; reason: string };
