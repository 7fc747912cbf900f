import { filledIn } from "../catalogue/filled-in";
import { substitutePlaceholders } from "../catalogue/placeholders";
import type { PolicyTemplate } from "../catalogue/policy-template";
import { InvalidInputError } from "../errors";
import { roleName } from "../naming/stack-names";
import type { Grant } from "./blueprint";
import { ownEntry, report, type BlueprintContext } from "./blueprint-context";
import { byText } from "../text-order";
import { inThisCopy } from "./own-names";
import type { PolicyDocument, Statement } from "./policy-document";

/** The grants of a `policy_assignments` section, in the order of their services. Unknown templates are reported. */
export function templateGrants(
  context: BlueprintContext,
  assignments: Record<string, string> | undefined,
  path: string,
): Grant[] {
  return Object.entries(assignments ?? {})
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([service, id]) => {
      if (context.catalogue.index[service]?.includes(id)) return templateGrant(context, service, id);
      reportUnknownTemplate(context, service, id, `${path}.${service}`);
      return [];
    });
}

/** The grant of a template, or none where its file is not valid, which is reported. */
function templateGrant(context: BlueprintContext, service: string, id: string): Grant[] {
  const template = validTemplate(context, service, id);
  if (template === undefined) return [];
  const { slug, file, document } = template;
  const fill = (text: string) => inThisCopy(substitutePlaceholders(text, context.values), context.config);
  return [
    {
      name: `${service}-${id}`,
      source: file,
      template: { service, id, slug },
      document: {
        ...document,
        Statement: document.Statement.map((statement) => filledIn(statement, fill)),
      },
    },
  ];
}

function validTemplate(context: BlueprintContext, service: string, id: string): PolicyTemplate | undefined {
  try {
    return context.catalogue.find(service, id);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    // Several groups may use the same template: its problems are said once.
    context.problems.push(...error.problems.filter((problem) => !context.problems.includes(problem)));
    return undefined;
  }
}

function reportUnknownTemplate(context: BlueprintContext, service: string, id: string, path: string): void {
  const { index } = context.catalogue;
  const ids = index[service];
  if (ids === undefined) {
    report(
      context,
      path,
      `there are no policy templates for ${service}`,
      `there are some for ${Object.keys(index).join(", ")}`,
    );
  } else {
    report(context, path, `${service} has no policy template ${id}`, `${service} has ${ids.join(", ")}`);
  }
}

/**
 * The roles among `names` that exist in this environment. A name without a definition is reported; a role that the
 * profile leaves out is left out here too, so that no right waits for a role of that name.
 */
export function assumableRoles(context: BlueprintContext, names: readonly string[], path: string): string[] {
  const { security, tier } = context.config;
  const enabled = ownEntry(security.security_profiles, tier.security_profile)?.enabled_assumable_roles ?? [];
  names.forEach((name, index) => {
    if (ownEntry(security.assumable_roles, name) === undefined) {
      const defined = Object.keys(security.assumable_roles).join(", ");
      report(
        context,
        `${path}[${index}]`,
        `there is no assumable role ${name}`,
        `assumable_roles defines ${defined}`,
      );
    }
  });
  return [...new Set(names)].filter((name) => enabled.includes(name)).sort(byText);
}

/** The right to assume exactly these roles, or nothing where there are none. */
export function assumeRolesGrant(
  context: BlueprintContext,
  roles: readonly string[],
  source: string,
): Grant[] {
  if (roles.length === 0) return [];
  const account = context.config.client.account_id;
  const statement: Statement = {
    Sid: "AssumeRoles",
    Effect: "Allow",
    Action: ["sts:AssumeRole"],
    Resource: roles.map(
      (role) => `arn:\${AWS::Partition}:iam::${account}:role/${roleName(context.config, role)}`,
    ),
  };
  const document: PolicyDocument = { Version: "2012-10-17", Statement: [statement] };
  return [{ name: "assume-roles", source, document }];
}
