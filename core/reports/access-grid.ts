import { accessMatrix } from "../analysis/access-matrix";
import type { AccessRow } from "../analysis/access-row";
import { ACCESS_LEVELS, type AccessLevel } from "../analysis/reference/access-level";
import type { ReferenceData } from "../analysis/reference/reference-data";
import { hasWildcard } from "../analysis/wildcard";
import type { AnalysedBlueprint } from "../analysis/principals";
import type { PrincipalBlueprint } from "../security/blueprint";
import { byText } from "../text-order";
import { joinWords } from "../wording/join-words";
import { describeConditions } from "../wording/condition-words";
import { describeResources, type HomePlace } from "../wording/resource-words";
import { serviceName } from "../wording/service-names";
import type { Reference } from "./environment-view";

/** What somebody may do in one service. */
export interface AccessCell {
  /** By own rights. */
  own: AccessLevel[];
  /** In a role that may be assumed, and not by own rights. */
  through: AccessLevel[];
}

/** Some rights in one service that hold for the same resources under the same conditions. */
export interface AccessDetail {
  service: string;
  levels: AccessLevel[];
  /** In words. */
  resources: string;
  /** What is taken out of them, in words; empty where nothing is. */
  except: string;
  /** What follows `only`, each in words. */
  conditions: string[];
}

/** One group or role. */
export interface AccessGridRow {
  /** Logical id. */
  id: string;
  configName: string;
  kind: AccessRow["kind"];
  /** Whether it may do everything in the account: there are no cells then. */
  everything: boolean;
  /** One for each service of the grid. */
  cells: AccessCell[];
  /** Roles that it may assume, at once or through others. */
  reaches: Reference[];
  /** AWS's own policies that it has: they may reach services that the grid does not have. */
  awsManagedPolicies: string[];
  details: AccessDetail[];
}

/** Who may do what, for one blueprint. */
export interface AccessGrid {
  /** The date of AWS's service authorization reference, `YYYY-MM-DD`. */
  referenceDate: string;
  services: { prefix: string; title: string }[];
  rows: AccessGridRow[];
}

/**
 * The access matrix as a grid of principals and services. Its services are those that the catalogue's templates and
 * the config's own policies name: AWS's own policies, some of which reach into every service there is, are judged in
 * these alone, so that the grid stays one that people can read.
 */
export function accessGrid(blueprint: AnalysedBlueprint, data: ReferenceData): AccessGrid {
  const principals: PrincipalBlueprint[] = [...blueprint.groups, ...blueprint.roles];
  const services = servicesOf(principals, data);
  const matrix = accessMatrix(blueprint, limited(data, services));
  const byName = new Map(principals.map((principal) => [principal.name, principal]));
  const reference = (name: string): Reference => {
    const { logicalId: id, configName: label } = byName.get(name)!;
    return { id, label };
  };
  const { client, environment } = blueprint.config;
  const words = new MatrixWords({ accountId: client.account_id, region: environment.region });
  return {
    referenceDate: matrix.referenceDate,
    services: services.map((prefix) => ({ prefix, title: serviceName(prefix) })),
    rows: matrix.principals.map(({ name, kind, reaches }): AccessGridRow => {
      const rows = matrix.rows.filter(({ principal }) => principal === name);
      const own = rows.filter(({ via }) => via.length === 0);
      const { id, label: configName } = reference(name);
      return {
        id,
        configName,
        kind,
        everything: own.some(({ service, level }) => service === "*" && level === "permissions-management"),
        cells: services.map((service) => cellOf(rows, service)),
        reaches: reaches.map(reference),
        awsManagedPolicies: byName.get(name)!.awsManagedPolicies,
        details: detailsOf(own, words),
      };
    }),
  };
}

/** Prefixes of the services that the blueprint's own policies name, as people order them. */
function servicesOf(principals: readonly PrincipalBlueprint[], data: ReferenceData): string[] {
  const actions = principals.flatMap(({ grants }) =>
    grants.flatMap(({ document }) => document.Statement.flatMap(({ Action }) => Action)),
  );
  const prefixes = new Set(actions.map((action) => action.split(":")[0]!.toLowerCase()));
  const order = (a: string, b: string) => byText(serviceName(a).toLowerCase(), serviceName(b).toLowerCase());
  return [...prefixes].filter((prefix) => data.services.includes(prefix)).sort(order);
}

/** A reference that knows these services alone: of AWS's own policies, too, only what concerns them. */
function limited(data: ReferenceData, services: readonly string[]): ReferenceData {
  const known = new Set(services);
  const concerns = (pattern: string) => {
    const prefix = pattern.slice(0, Math.max(pattern.indexOf(":"), 0)).toLowerCase();
    return known.has(prefix) || hasWildcard(prefix) || prefix === "";
  };
  return {
    date: data.date,
    services,
    actions: (service) => (known.has(service) ? data.actions(service) : undefined),
    count: (service, level) => data.count(service, level),
    details: (service) => data.details(service),
    managedPolicy: (name) => {
      const policy = data.managedPolicy(name);
      const statements = policy?.document.statements.map((statement) => {
        const { negated, patterns } = statement.action;
        return negated
          ? statement
          : { ...statement, action: { negated, patterns: patterns.filter(concerns) } };
      });
      return policy && { ...policy, document: { ...policy.document, statements: statements! } };
    },
  };
}

function cellOf(rows: readonly AccessRow[], service: string): AccessCell {
  const levels = (of: readonly AccessRow[]) => {
    const found = new Set(
      of.filter((row) => row.service === service || row.service === "*").map(({ level }) => level),
    );
    return ACCESS_LEVELS.filter((level) => found.has(level));
  };
  const own = levels(rows.filter(({ via }) => via.length === 0));
  const through = levels(rows.filter(({ via }) => via.length > 0));
  return { own, through: through.filter((level) => !own.includes(level)) };
}

/** Rows that differ in their level alone become one. */
function detailsOf(rows: readonly AccessRow[], words: MatrixWords): AccessDetail[] {
  const details = new Map<string, AccessRow[]>();
  for (const row of rows) {
    const { service, scope, except, conditions } = row;
    const key = [service, scope.join(" "), except.join(" "), conditions.join(" ")].join("\n");
    const same = details.get(key);
    if (same === undefined) details.set(key, [row]);
    else same.push(row);
  }
  return [...details.values()].map((same) => {
    const { service, scope, except, conditions } = same[0]!;
    const found = new Set(same.map(({ level }) => level));
    return {
      service: service === "*" ? "every service" : serviceName(service),
      levels: ACCESS_LEVELS.filter((level) => found.has(level)),
      resources: words.resources(scope),
      except: joinWords(except.map((exception) => words.exception(exception))),
      conditions: conditions.map((condition) => words.condition(condition)),
    };
  });
}

/** Says what stands in the matrix; most of it stands there many times. */
class MatrixWords {
  readonly #said = new Map<string, string>();

  constructor(private readonly home: HomePlace) {}

  resources(patterns: readonly string[]): string {
    if (patterns.includes("*")) return "the whole account";
    return this.#once(patterns.join("\n"), () => describeResources(patterns, this.home).words);
  }

  /** The matrix has exceptions as text: a pattern, and `when` with the conditions of the Deny where it has some. */
  exception(text: string): string {
    const [pattern = "", ...when] = text.split(" when ");
    const conditions = when.join(" when ").split(" and ");
    const resources = this.resources([pattern]);
    if (when.length === 0) return resources;
    return `${resources}, ${joinWords(conditions.map((condition) => this.condition(condition)))}`;
  }

  /** The matrix has conditions as text: `StringEquals aws:ResourceTag/TenantId = b001`. */
  condition(text: string): string {
    return this.#once(`only ${text}`, () => {
      const [, operator = "", key = "", values = ""] = /^(\S+) (\S+) = (.*)$/s.exec(text) ?? [];
      const words = key === "" ? [] : describeConditions({ [operator]: { [key]: values.split(", ") } });
      return words[0] ?? `where ${text}`;
    });
  }

  #once(key: string, say: () => string): string {
    let words = this.#said.get(key);
    if (words === undefined) this.#said.set(key, (words = say()));
    return words;
  }
}
