import { isMembers } from "./canonical-document";
import { differenceName, type PropertyDifference } from "./compare-properties";
import type { DriftReport, NotChecked, ResourceDrift } from "./drift-report";
import type { CanonicalStatement } from "./statement-differences";

const list = (value: unknown): string =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).map(String).join(", ");

function subject(statement: CanonicalStatement): string {
  const principal = statement.Principal ?? statement.NotPrincipal;
  if (principal === undefined) return "";
  const who = isMembers(principal) ? Object.values(principal).map(list).join(", ") : list(principal);
  return statement.Principal === undefined ? ` everybody but ${who}` : ` ${who}`;
}

/** A statement of a policy in one line: `allow s3:GetObject on arn:… if {…}`. */
export function describeStatement(statement: CanonicalStatement): string {
  const { Effect, Action, NotAction, Resource, NotResource, Condition } = statement;
  const actions = Action === undefined ? `everything but ${list(NotAction)}` : list(Action);
  const where =
    Resource !== undefined
      ? ` on ${list(Resource)}`
      : NotResource === undefined
        ? ""
        : ` on everything but ${list(NotResource)}`;
  const condition = Condition === undefined ? "" : ` if ${JSON.stringify(Condition)}`;
  return `${list(Effect).toLowerCase()}${subject(statement)} ${actions}${where}${condition}`;
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function describeDifference(difference: PropertyDifference): string[] {
  const { change, expected, actual, statements } = difference;
  const name = differenceName(difference);
  if (statements !== undefined) {
    return [
      `${name} was ${change}`,
      ...statements.removed.map((statement) => `  - ${describeStatement(statement)}`),
      ...statements.added.map((statement) => `  + ${describeStatement(statement)}`),
    ];
  }
  // The item's own name says what an attachment is.
  if (expected === difference.item || actual === difference.item) return [`${name} was ${change}`];
  switch (change) {
    case "added":
      return [`${name} was added: ${shown(actual)}`];
    case "removed":
      return [`${name} was removed: ${shown(expected)}`];
    case "changed":
      return [`${name} was changed: ${shown(expected)} => ${shown(actual)}`];
  }
}

function describeResource(resource: ResourceDrift): string[] {
  const { logicalId, type, identifier, status, differences, note } = resource;
  return [
    `  ${type} ${identifier} (${logicalId}): ${status}${note === undefined ? "" : `; ${note}`}`,
    ...differences.flatMap(describeDifference).map((line) => `    ${line}`),
  ];
}

function describeNotChecked({ what, properties, resources, reason }: NotChecked): string {
  if (properties.length === 0) return `    ${what}: ${reason}`;
  const count = resources === 1 ? "1 resource" : `${resources} resources`;
  return `    ${properties.join(", ")} of ${what} (${count}): ${reason}`;
}

/** A report as people read it, a line an element. */
export function describeDrift({ stackName, counts, resources, notChecked }: DriftReport): string[] {
  const found = resources.filter(({ status }) => status === "drifted" || status === "deleted");
  const summary = `${counts.drifted} drifted, ${counts.deleted} deleted, ${counts["in-sync"]} in sync, ${counts["not-checked"]} not checked`;
  return [
    `${stackName}: ${summary}`,
    ...found.flatMap(describeResource),
    ...(notChecked.length === 0 ? [] : ["  not checked:", ...notChecked.map(describeNotChecked)]),
  ];
}
