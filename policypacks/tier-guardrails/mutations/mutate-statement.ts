import { isObject, type JsonObject } from "../../../core/config/source";

/** One thing broken in a statement, by the kind of what was broken. */
export interface StatementMutation {
  kind: string;
  /** Undefined where the statement is taken out. */
  statement: JsonObject | undefined;
}

/** Everything that can be broken in one statement of a permissions policy, one at a time. */
export function mutateStatement(statement: JsonObject): StatementMutation[] {
  const { Effect, Action, Condition, Resource } = statement;
  const actions = [Action].flat().map(String);
  if (Effect !== "Allow") return [{ kind: "a Deny is taken out", statement: undefined }];
  const [first = ""] = actions;
  const [service] = first.split(":");
  return [
    {
      kind: "the actions become those of a whole service",
      statement: { ...statement, Action: `${service}:*` },
    },
    { kind: "the actions become all of AWS", statement: { ...statement, Action: "*" } },
    ...(JSON.stringify(Resource) === '["*"]'
      ? []
      : [{ kind: "the resource becomes *", statement: { ...statement, Resource: "*" } }]),
    {
      kind: "the resource becomes another tenant's",
      statement: { ...statement, Resource: "arn:aws:s3:::other-prod-z999-data/*" },
    },
    { kind: "an action is misspelt", statement: { ...statement, Action: [...actions, `${first}X`] } },
    { kind: "Action becomes NotAction", statement: inverted(statement, "Action") },
    { kind: "Resource becomes NotResource", statement: inverted(statement, "Resource") },
    ...(isObject(Condition) ? conditionMutations(statement, Condition) : []),
  ];
}

function inverted(statement: JsonObject, element: "Action" | "Resource"): JsonObject {
  const { [element]: value, ...rest } = statement;
  return { ...rest, [`Not${element}`]: value };
}

function conditionMutations(statement: JsonObject, condition: JsonObject): StatementMutation[] {
  const unconditional = Object.fromEntries(
    Object.entries(statement).filter(([name]) => name !== "Condition"),
  );
  const keys = Object.values(condition).flatMap((tests) => Object.keys(tests as object));
  return [
    { kind: `a condition on ${keys.join(" and ")} is taken out`, statement: unconditional },
    {
      kind: "a condition's key is misspelt",
      statement: {
        ...statement,
        Condition: JSON.parse(
          JSON.stringify(condition).replaceAll(`"${keys[0]}"`, `"${keys[0]}X"`),
        ) as JsonObject,
      },
    },
  ];
}

/** Everything that can be broken in a trust policy, one at a time. */
export function mutateTrust(statement: JsonObject): StatementMutation[] {
  const { Condition: condition, ...unconditional } = statement;
  const { Principal: principal } = statement;
  const ofService = isObject(principal) && principal.Service !== undefined;
  return [
    { kind: "everybody is trusted", statement: { ...statement, Principal: "*" } },
    {
      kind: "another account is trusted",
      statement: { ...unconditional, Principal: { AWS: "arn:aws:iam::999999999999:root" } },
    },
    ...(ofService
      ? [
          {
            kind: "a service that is not on the list is trusted",
            statement: { ...statement, Principal: { Service: "ec2.amazonaws.com" } },
          },
        ]
      : []),
    ...(condition === undefined
      ? []
      : [
          {
            kind: ofService
              ? "a trust policy's condition on the source account is taken out"
              : "a trust policy's condition on MFA or the external id is taken out",
            statement: unconditional,
          },
        ]),
  ];
}
