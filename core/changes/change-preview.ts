import { type Static, Type } from "@sinclair/typebox";
import { AccessChangeSchema } from "./access-change";
import { ChangeSetChangeSchema } from "./change-set";
import { DisagreementSchema } from "./disagreements";
import { ResourceChangeSchema } from "./resource-change";

const closed = { additionalProperties: false } as const;

const Reason = Type.Object(
  { logicalId: Type.String(), type: Type.String(), reason: Type.String() },
  { ...closed, description: "A resource of which nobody can say whether it differs, and why" },
);

const DriftSchema = Type.Object(
  {
    changed: Type.Array(ResourceChangeSchema, {
      description: "Deployed template against the account: what was changed behind the stack's back",
    }),
    gone: Type.Array(
      Type.Object({ logicalId: Type.String(), type: Type.String(), name: Type.String() }, closed),
    ),
    access: Type.Array(AccessChangeSchema, { description: "Who may do more or less than the template says" }),
    attachedByHand: Type.Array(
      Type.Object({ policyArn: Type.String(), kind: Type.String(), name: Type.String() }, closed),
      { description: "Whom the stack's policies are attached to although the template does not say so" },
    ),
    notChecked: Type.Array(Reason),
  },
  closed,
);

const EngineSchema = Type.Object(
  {
    stack: Type.String({ description: "The Pulumi stack" }),
    counts: Type.Optional(
      Type.Object(
        {
          created: Type.Integer(),
          changed: Type.Integer(),
          replaced: Type.Integer(),
          deleted: Type.Integer(),
          unchanged: Type.Integer(),
        },
        { ...closed, description: "Absent where a guardrail ended the preview" },
      ),
    ),
    warnings: Type.Array(Type.String()),
    violations: Type.Array(
      Type.Object(
        { policy: Type.String(), pack: Type.String(), mandatory: Type.Boolean(), message: Type.String() },
        closed,
      ),
    ),
  },
  { ...closed, description: "What `pulumi preview` says, and what its policy packs find violated" },
);

/** JSON Schema of what show-changes finds; the version changes when a reader of it would have to. */
export const ChangePreviewSchema = Type.Object(
  {
    version: Type.Literal(1),
    config: Type.String({ description: "The config file" }),
    stack: Type.Object(
      { name: Type.String(), id: Type.String(), region: Type.String(), status: Type.String() },
      closed,
    ),
    changes: Type.Object(
      {
        resources: Type.Array(ResourceChangeSchema),
        access: Type.Array(AccessChangeSchema, { description: "Wider ones first" }),
        notCompared: Type.Array(Reason),
      },
      { ...closed, description: "Config against deployed template: what a deployment changes" },
    ),
    changeSet: Type.Union(
      [
        Type.Object({ way: Type.Literal("change set"), changes: Type.Array(ChangeSetChangeSchema) }, closed),
        Type.Object({ way: Type.Literal("templates only"), reason: Type.String() }, closed),
      ],
      { description: "What CloudFormation says, or why it says nothing" },
    ),
    engine: EngineSchema,
    disagreements: Type.Array(DisagreementSchema),
    drift: DriftSchema,
    reports: Type.Optional(
      Type.Array(Type.String(), { description: "Paths of the files that were written" }),
    ),
    counts: Type.Object(
      {
        add: Type.Integer(),
        modify: Type.Integer(),
        replace: Type.Integer(),
        remove: Type.Integer(),
        wider: Type.Integer(),
        blocked: Type.Integer(),
        drifted: Type.Integer(),
        notChecked: Type.Integer(),
      },
      closed,
    ),
  },
  { ...closed, title: "Result of show-changes" },
);

/** What a deployment of a config would change, beside what is deployed and what the account has. */
export type ChangePreview = Static<typeof ChangePreviewSchema>;

/** What of a stack is not as its template says. */
export type Drift = ChangePreview["drift"];

/** Counts what a preview found. */
export function countPreview({
  changes,
  drift,
}: Pick<ChangePreview, "changes" | "drift">): ChangePreview["counts"] {
  const of = (kind: ChangePreview["changes"]["resources"][number]["change"]) =>
    changes.resources.filter(({ change }) => change === kind).length;
  return {
    add: of("Add"),
    modify: of("Modify"),
    replace: of("Replace"),
    remove: of("Remove"),
    wider: changes.access.filter(({ wider }) => wider).length,
    blocked: changes.resources.filter(({ blocked }) => blocked !== undefined).length,
    drifted: drift.changed.length + drift.gone.length,
    notChecked: drift.notChecked.length + changes.notCompared.length,
  };
}
