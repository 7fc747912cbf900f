import { type ConfigSource, isObject, type JsonObject, own, type Part, type Path } from "../../config/source";
import type { Problem } from "../../errors";

/** Where a template would be deployed, and the quotas that AWS has raised there. */
export interface ValidationTarget {
  /** 12 digits. */
  accountId: string;
  region: string;
  /** Managed policies that a role may have attached, where AWS has raised it. */
  attachedPoliciesOfRole?: number;
  /** Characters of a role's trust policy, where AWS has raised it. */
  trustPolicyCharacters?: number;
}

/** One entry of `Resources` that is a mapping with a type. */
export interface ParsedResource {
  logicalId: string;
  type: string;
  path: Path;
  body: JsonObject;
}

/** What every check of a template works with; problems are collected, each with its place. */
export class TemplateContext {
  readonly problems: Problem[] = [];
  readonly template: JsonObject;
  /** Whether resources depend on each other in a circle: following references has no end then. */
  cyclic = false;

  constructor(
    private readonly source: ConfigSource,
    readonly target: ValidationTarget,
  ) {
    this.template = isObject(source.value) ? source.value : {};
  }

  /** Notes a problem at a path of the template. */
  report(path: Path, part: Part, message: string, hint?: string): void {
    this.problems.push({ ...this.source.place(path, part), message, hint });
  }

  /** The entries of a top-level section; none where it is missing or no mapping. */
  section(name: string): JsonObject {
    const section = own(this.template, name);
    return isObject(section) ? section : {};
  }

  /** Every resource that has a type. */
  resources(): ParsedResource[] {
    return Object.entries(this.section("Resources")).flatMap(([logicalId, body]) => {
      const type = isObject(body) ? own(body, "Type") : undefined;
      if (!isObject(body) || typeof type !== "string") return [];
      return [{ logicalId, type, path: ["Resources", logicalId], body }];
    });
  }

  /** Whether a macro rewrites the template before it is deployed, so that names in it can't be judged. */
  get transformed(): boolean {
    return Object.hasOwn(this.template, "Transform");
  }
}
