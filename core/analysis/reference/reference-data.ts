import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ParsedDocument, parsePolicy } from "../statement";
import { ACCESS_LEVELS, type AccessLevel } from "./access-level";
import type { AccessLevelsFile, ManagedPoliciesFile } from "./extract-files";
import { type ActionEntry, readServiceFile, type ResourceTypeEntry } from "./iam-data-files";
import { readManagedPolicy } from "./managed-policy-file";

/** An action as the matrix needs it. */
export interface KnownAction {
  /** With its service: `s3:GetObject`. */
  id: string;
  /** The prefix of the id. */
  service: string;
  level: AccessLevel;
}

/** All that the reference says of one service; keys are lower case. */
export interface ServiceDetails {
  actions: Readonly<Record<string, ActionEntry>>;
  resourceTypes: Readonly<Record<string, ResourceTypeEntry>>;
}

/** A managed policy of AWS's. */
export interface AwsManagedPolicy {
  /** With its path after `policy/`. */
  name: string;
  versionId: string;
  document: ParsedDocument;
}

/** AWS's service authorization reference and managed policies; each part is read when it is first asked for. */
export interface ReferenceData {
  /** When AWS's reference was read, `YYYY-MM-DD`: it stands in every report. */
  readonly date: string;
  /** Prefixes of all services, in order. */
  readonly services: readonly string[];
  /** The actions of a service, by their names in lower case; undefined where there is no such service. */
  actions(service: string): ReadonlyMap<string, KnownAction> | undefined;
  /** Resource types and condition keys of a service. */
  details(service: string): ServiceDetails;
  /** A policy by its name with the path after `policy/`; undefined where AWS has none of that name. */
  managedPolicy(name: string): AwsManagedPolicy | undefined;
}

let loaded: ReferenceData | undefined;

/** The reference that is installed, the same object for every caller. */
export function referenceData(): ReferenceData {
  return (loaded ??= new InstalledReference());
}

class InstalledReference implements ReferenceData {
  readonly #levels = readExtract<AccessLevelsFile>("access-levels.json");
  readonly #actions = new Map<string, ReadonlyMap<string, KnownAction>>();
  readonly #details = new Map<string, ServiceDetails>();
  readonly #policies = new Map<string, AwsManagedPolicy>();
  #places: ManagedPoliciesFile["policies"] | undefined;

  readonly date = this.#levels.updatedAt;
  readonly services = Object.keys(this.#levels.services);

  actions(service: string): ReadonlyMap<string, KnownAction> | undefined {
    const levels = this.#levels.services[service];
    if (levels === undefined || !Object.hasOwn(this.#levels.services, service)) return undefined;
    return cached(this.#actions, service, () => {
      const actions = ACCESS_LEVELS.flatMap((level) =>
        (levels[level]?.split(" ") ?? []).map((name) => ({ id: `${service}:${name}`, service, level })),
      );
      return new Map(actions.map((action) => [action.id.slice(service.length + 1).toLowerCase(), action]));
    });
  }

  details(service: string): ServiceDetails {
    return cached(this.#details, service, () => ({
      actions: readServiceFile("actions", service),
      resourceTypes: readServiceFile("resourceTypes", service),
    }));
  }

  managedPolicy(name: string): AwsManagedPolicy | undefined {
    this.#places ??= readExtract<ManagedPoliciesFile>("managed-policies.json").policies;
    const last = name.slice(name.lastIndexOf("/") + 1);
    const [path, versionId, offset, length] = (Object.hasOwn(this.#places, last) && this.#places[last]) || [];
    if (path !== name || versionId === undefined) return undefined;
    return cached(this.#policies, name, () => ({
      name,
      versionId,
      document: parsePolicy(readManagedPolicy(offset!, length!)),
    }));
  }
}

function cached<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = make();
  values.set(key, value);
  return value;
}

function readExtract<File>(name: string): File {
  return JSON.parse(readFileSync(join(__dirname, name), "utf8")) as File;
}
