import type { AnalysedBlueprint } from "../analysis/principals";
import type { RoleBlueprint } from "../security/blueprint";
import type { Statement } from "../security/policy-document";
import { byText } from "../text-order";
import { describeConditions } from "../wording/condition-words";
import { servicePrincipalName } from "../wording/service-names";

/** Whoever may assume a role. */
export interface Assumer {
  kind: "group" | "service" | "account";
  /** Unique among all: logical id of a group, principal of a service, id of an account. */
  id: string;
  /** What people call it. */
  label: string;
}

/** That somebody may assume a role. */
export interface Assumption {
  by: Assumer;
  /** Logical id. */
  role: string;
  /** What follows `only`: `with MFA`, `with the agreed external id`. The id itself is not in it. */
  conditions: string[];
}

/**
 * Who may assume which role, by the trust policies and by the groups that name the role in turn. A role that trusts
 * the environment's own account and that no group names is assumed by the account itself.
 */
export function assumptions(blueprint: AnalysedBlueprint): Assumption[] {
  return blueprint.roles.flatMap((role) =>
    role.trustPolicy.Statement.filter(({ Effect }) => Effect === "Allow").flatMap((statement) =>
      assumers(statement, role, blueprint).map((by) => ({
        by,
        role: role.logicalId,
        conditions: describeConditions(statement.Condition),
      })),
    ),
  );
}

function assumers(
  { Principal }: Statement,
  role: RoleBlueprint,
  { groups, config }: AnalysedBlueprint,
): Assumer[] {
  if (Principal === undefined) return [];
  if (Principal === "*") return [{ kind: "account", id: "*", label: "anybody" }];
  const own = config.client.account_id;
  const services = [Principal.Service ?? []].flat().sort(byText);
  const accounts = [Principal.AWS ?? []].flat().map(accountOf).sort(byText);
  const members = groups.filter(({ assumableRoles }) => assumableRoles.includes(role.configName));
  return [
    ...services.map((id): Assumer => ({ kind: "service", id, label: servicePrincipalName(id) })),
    ...accounts.flatMap((id): Assumer[] => {
      if (id !== own) return [{ kind: "account", id, label: `account ${id}` }];
      if (members.length === 0) return [{ kind: "account", id, label: "this account" }];
      return members.map(({ logicalId, configName }) => ({
        kind: "group",
        id: logicalId,
        label: configName,
      }));
    }),
  ];
}

/** `arn:…:iam::123456789012:root` → `123456789012`; another principal stays whole. */
function accountOf(principal: string): string {
  return /:iam::(\d{12}):root$/.exec(principal)?.[1] ?? principal;
}
