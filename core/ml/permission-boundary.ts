import type { ManagedPolicyBlueprint, RoleBlueprint } from "../security/blueprint";
import type { Problem } from "../errors";
import { AWS_LIMITS } from "../security/aws-limits";
import type { Statement } from "../security/policy-document";
import { policySize } from "../security/policy-size";
import { byText } from "../text-order";

/** Logical id of the boundary. */
export const BOUNDARY_LOGICAL_ID = "PermissionBoundary";

/** Whether a pattern with `*` matches everything that another one does. */
function covers(pattern: string, other: string): boolean {
  const escaped = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`, "s").test(other);
}

/** What a name says it is of the product is the product's, whatever comes after; roles are passed by their whole name. */
function inScope(resource: string, stem: string): string {
  const end = resource.indexOf(`${stem}-`);
  if (end === -1 || resource.includes(":iam:")) return resource;
  return `${resource.slice(0, end + stem.length + 1)}*`;
}

/** `…:model/x-*` and `…:endpoint/x-*` → `…:*\/x-*`: each action reaches resources of its own types alone. */
function ofAnyType(resources: readonly string[]): string[] {
  const parts = resources.map((resource) => /^((?:[^:]*:){5})[a-z-]+\/([^/]+)$/.exec(resource));
  const types = new Map<string, number>();
  const keys = parts.map((part) => (part === null ? "" : `${part[1]}*/${part[2]}`));
  for (const key of keys) types.set(key, (types.get(key) ?? 0) + 1);
  return resources.map((resource, index) => {
    const key = keys[index]!;
    return key !== "" && types.get(key)! > 1 ? key : resource;
  });
}

function widest(resources: readonly string[], stem: string): string[] {
  const scoped = [...new Set(resources.map((resource) => inScope(resource, stem)))];
  const distinct = [...new Set(ofAnyType(scoped))];
  return distinct
    .filter((one) => !distinct.some((other) => other !== one && covers(other, one)))
    .sort(byText);
}

/** Statements of one service under one condition become one, so that the document is small and says each name once. */
function merged(statements: readonly Statement[], stem: string): Statement[] {
  const byScope = new Map<string, Statement[]>();
  for (const statement of statements) {
    const service = statement.Action[0]!.split(":")[0]!;
    const any = statement.Resource![0] === "*" ? "*" : "";
    const key = JSON.stringify([service, any, statement.Condition ?? {}]);
    byScope.set(key, [...(byScope.get(key) ?? []), statement]);
  }
  return [...byScope.entries()]
    .sort(([a], [b]) => byText(a, b))
    .map(([, group]) => {
      const [{ Condition } = { Condition: undefined }] = group;
      return {
        Effect: "Allow",
        Action: [...new Set(group.flatMap(({ Action }) => Action))].sort(byText),
        Resource: widest(
          group.flatMap(({ Resource }) => Resource ?? []),
          stem,
        ),
        ...(Condition === undefined ? {} : { Condition }),
      };
    });
}

/**
 * The most that any role of the product may ever do: what its roles do between them, on what bears the product's name.
 * A role that is given more later, or gives itself more, gets nothing by it.
 */
export function permissionBoundary(
  { name, stem }: { name: string; stem: string },
  roles: readonly RoleBlueprint[],
  problems: Problem[],
): ManagedPolicyBlueprint {
  const statements = roles.flatMap(({ grants }) => grants.flatMap(({ document }) => document.Statement));
  const document = { Version: "2012-10-17" as const, Statement: merged(statements, stem) };
  const size = policySize(document);
  if (size > AWS_LIMITS.managedPolicyCharacters) {
    problems.push({
      path: "ml_product.use_case",
      message: `the permission boundary has ${size} characters, at most ${AWS_LIMITS.managedPolicyCharacters} are allowed`,
      hint: "choose a shorter use_case, workload or s3_prefix: they are part of every name in it",
    });
  }
  const description = "The most that any role of the product may do";
  return { logicalId: BOUNDARY_LOGICAL_ID, name, description, document, reason: "boundary" };
}
