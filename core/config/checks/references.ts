import { hintFor } from "../nearest";
import { own, type Path } from "../source";
import { type Check, type CheckContext, entries } from "./check-context";

interface Reference {
  names: readonly (string | undefined)[] | undefined;
  path: Path;
  /** What is referred to. */
  targets: object | undefined;
  /** "group", "service role", … */
  noun: string;
}

function checkReferences({ names, path, targets, noun }: Reference, { report }: CheckContext): void {
  if (targets === undefined) return;
  names?.forEach((name, index) => {
    if (name === undefined || Object.hasOwn(targets, name)) return;
    const hint = hintFor(name, Object.keys(targets), `defined ${noun}s`);
    report([...path, index], "value", `there is no ${noun} ${name}`, hint);
  });
}

function checkAssignments(
  assignments: { readonly [service: string]: string | undefined } | undefined,
  path: Path,
  { catalogue, report }: CheckContext,
): void {
  for (const [service, id] of entries(assignments)) {
    const ids = own(catalogue, service);
    if (ids === undefined) {
      const hint = hintFor(service, Object.keys(catalogue), "services with policy templates");
      report([...path, service], "key", `there is no policy template for ${service}`, hint);
    } else if (!ids.includes(id)) {
      report([...path, service], "value", `${service} has no ${id}`, `${service} has ${ids.join(", ")}`);
    }
  }
}

/** Everything that a config refers to exists: groups, roles, policy templates. */
export const checkReferencesOfConfig: Check = (context) => {
  const { config, report } = context;
  const security = config.security;
  const at = (...steps: string[]): Path => ["security", ...steps];
  const roles = security?.assumable_roles;

  for (const [name, group] of entries(security?.iam_groups)) {
    const path = at("iam_groups", name);
    checkAssignments(group.policy_assignments, [...path, "policy_assignments"], context);
    const names = group.assumable_roles;
    checkReferences(
      { names, path: [...path, "assumable_roles"], targets: roles, noun: "assumable role" },
      context,
    );
  }
  for (const [name, role] of entries(security?.service_roles)) {
    checkAssignments(role.policy_assignments, at("service_roles", name, "policy_assignments"), context);
  }
  for (const [name, role] of entries(roles)) {
    const group = role.mirrors_group;
    const groups = security?.iam_groups;
    if (group === undefined || groups === undefined || Object.hasOwn(groups, group)) continue;
    const hint = hintFor(group, Object.keys(groups), "defined groups");
    report(at("assumable_roles", name, "mirrors_group"), "value", `there is no group ${group}`, hint);
  }
  for (const [name, profile] of entries(security?.security_profiles)) {
    const lists = [
      ["enabled_groups", security?.iam_groups, "group"],
      ["enabled_service_roles", security?.service_roles, "service role"],
      ["enabled_assumable_roles", roles, "assumable role"],
      ["enabled_cross_account_roles", security?.cross_account_roles, "cross-account role"],
    ] as const;
    for (const [list, targets, noun] of lists) {
      const path = at("security_profiles", name, list);
      checkReferences({ names: profile[list], path, targets, noun }, context);
    }
  }
};
