import { byText } from "../text-order";
import type { AccessMatrix, AccessRow, MatrixPrincipal } from "./access-row";
import { rolePaths, type RolePath } from "./assumptions";
import { conditionText } from "./condition-text";
import { grantsOf, type PrincipalGrant } from "./principal-grants";
import { type AnalysedBlueprint, type AnalysedPrincipal, principalsOf } from "./principals";
import { ACCESS_LEVELS } from "./reference/access-level";
import type { ReferenceData } from "./reference/reference-data";

/**
 * Who may do what: every group and role of a blueprint by service, access level and scope, by itself and through the
 * roles that it may assume. What a Deny takes away is taken away; what it takes away in part stands as an exception.
 */
export function accessMatrix(blueprint: AnalysedBlueprint, data: ReferenceData): AccessMatrix {
  const principals = principalsOf(blueprint, data);
  const roles = principals.filter(({ kind }) => kind !== "group");
  const grants = new Map(principals.map((principal) => [principal, grantsOf(principal, data)]));
  const rows: AccessRow[] = [];
  const listed: MatrixPrincipal[] = [];
  for (const principal of principals) {
    const paths = rolePaths(principal, roles);
    listed.push(listedPrincipal(principal, paths));
    for (const grant of grants.get(principal)!) rows.push(row(principal, grant));
    for (const path of paths) {
      for (const grant of grants.get(path.roles.at(-1)!)!) rows.push(row(principal, grant, path));
    }
  }
  return { referenceDate: data.date, principals: listed, rows: rows.sort(byPlace(listed)) };
}

function listedPrincipal(principal: AnalysedPrincipal, paths: readonly RolePath[]): MatrixPrincipal {
  const { name, kind, arn, boundary, unknownPolicies } = principal;
  const reaches = paths.map(({ roles }) => roles.at(-1)!.name).sort(byText);
  const common = { name, kind, arn, reaches, unknownPolicies };
  return boundary === undefined ? common : { ...common, boundary };
}

function row({ name, kind }: AnalysedPrincipal, grant: PrincipalGrant, path?: RolePath): AccessRow {
  const trust = path?.conditions.map(conditionText) ?? [];
  return {
    principal: name,
    kind,
    via: path?.roles.map((role) => role.name) ?? [],
    ...grant,
    conditions: [...new Set([...grant.conditions, ...trust])].sort(byText),
  };
}

/** Principals in the order of the blueprint, their own rights first. */
function byPlace(principals: readonly MatrixPrincipal[]): (a: AccessRow, b: AccessRow) => number {
  const order = new Map(principals.map(({ name }, index) => [name, index]));
  const levels = new Map(ACCESS_LEVELS.map((level, index) => [level, index]));
  const key = (list: readonly string[]) => list.join("\n");
  return (a, b) =>
    order.get(a.principal)! - order.get(b.principal)! ||
    a.via.length - b.via.length ||
    byText(key(a.via), key(b.via)) ||
    byText(a.service, b.service) ||
    levels.get(a.level)! - levels.get(b.level)! ||
    byText(key(a.scope), key(b.scope)) ||
    byText(key(a.conditions), key(b.conditions)) ||
    byText(key(a.except), key(b.except));
}
