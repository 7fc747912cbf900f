import type { AnalysedPrincipal } from "../principals";
import type { ReferenceData } from "../reference/reference-data";
import type { TenantPlace } from "../rule";
import { hasWildcard } from "../wildcard";
import { GivenPermissions } from "./given-permissions";
import type { EscalationPath } from "./path";
import { type Reach, reachOf } from "./path-reach";
import { escalationPaths } from "./paths";
import type { AllowedScope } from "./rights";
import { StackIdentities } from "./stack-identities";

/** One step by which a principal comes to what its config does not give it. */
export interface Escalation {
  /** Whose rights are raised in the end. */
  principal: AnalysedPrincipal;
  /** Who takes the step: the principal itself, or somebody that it has become. */
  actor: AnalysedPrincipal;
  /** Undefined where a role can be passed, but no known way uses it: that, too, is unknown. */
  path?: EscalationPath;
  reach: Reach;
}

/**
 * Every step by which somebody comes to a permission that the config did not give: by any chain of allowed actions,
 * passes and assumptions. Roles that one may assume, and services' roles that one may pass by their names, belong to the
 * grant and are followed. Conditions are taken to hold, so that none is missed; what can't be followed is listed with
 * the extent `unknown`. Who has everything, as by AdministratorAccess, can't escalate.
 */
export function findEscalations(
  principals: readonly AnalysedPrincipal[],
  { tenant, data }: { tenant: TenantPlace; data: ReferenceData },
): Escalation[] {
  const stack = new StackIdentities(principals, tenant, data);
  return principals
    .filter((principal) => !stack.rights(principal).everything)
    .flatMap((principal) => new Search(principal, stack).run());
}

class Search {
  readonly #found = new Map<string, Escalation>();
  readonly #given: ReadonlySet<AnalysedPrincipal>;
  #permissions: GivenPermissions | undefined;
  #reached: Set<AnalysedPrincipal>;

  constructor(
    private readonly principal: AnalysedPrincipal,
    private readonly stack: StackIdentities,
  ) {
    this.#given = stack.closure([principal]);
    this.#reached = new Set(this.#given);
  }

  run(): Escalation[] {
    let before = -1;
    while (before !== this.#reached.size && !this.#hasEverything()) {
      before = this.#reached.size;
      this.#takeSteps();
    }
    this.#reportAdministrators();
    return [...this.#found.values()];
  }

  #hasEverything(): boolean {
    return [...this.#reached].some((identity) => this.stack.rights(identity).everything);
  }

  #takeSteps(): void {
    for (const actor of [...this.#reached]) {
      for (const path of escalationPaths) {
        for (const reach of reachOf(path, { stack: this.stack, actor, reached: this.#reached })) {
          this.#reach(actor, reach, path);
        }
      }
      for (const scope of this.#unexplainedPasses(actor)) {
        const what = `whatever ${scope.pattern} names, passed to a service`;
        this.#note(actor, { what, extent: "unknown", scope });
      }
    }
    this.#reached = this.stack.closure(this.#reached);
  }

  /** Whoever is reached acts from then on, but only a permission that was not given counts. */
  #reach(actor: AnalysedPrincipal, reach: Reach, path: EscalationPath): void {
    if (reach.identity === undefined) return this.#note(actor, reach, path);
    this.#reached.add(reach.identity);
    this.#permissions ??= new GivenPermissions(
      [...this.#given].flatMap((identity) => this.stack.permissions(identity)),
    );
    const permission = this.#permissions.lacks(this.stack.permissions(reach.identity));
    if (permission === undefined) return;
    this.#note(actor, { ...reach, what: `${reach.what}, such as ${permission}` }, path);
  }

  /** Passes of roles that nobody knows, which no path made use of. */
  #unexplainedPasses(actor: AnalysedPrincipal): AllowedScope[] {
    const explained = new Set(
      [...this.#found.values()].filter(({ path }) => path?.effect === "pass").map(({ reach }) => reach.scope),
    );
    return this.stack
      .rights(actor)
      .scopes("iam:PassRole")
      .filter((scope) => hasWildcard(scope.pattern) || !this.stack.isKnown(scope.pattern))
      .filter((scope) => !explained.has(scope));
  }

  #note(actor: AnalysedPrincipal, reach: Reach, path?: EscalationPath): void {
    const key = [path?.id, actor.name, reach.what].join("\n");
    if (this.#found.has(key)) return;
    const escalation = { principal: this.principal, actor, reach };
    this.#found.set(key, path === undefined ? escalation : { ...escalation, path });
  }

  /** A role with everything in somebody's grant is an escalation, whatever led to it. */
  #reportAdministrators(): void {
    for (const actor of this.#reached) {
      for (const role of this.stack.granted(actor)) {
        if (!this.stack.rights(role).everything) continue;
        const scope = this.#scopeTo(actor, role);
        if (scope === undefined) continue;
        this.#note(actor, {
          identity: role,
          what: `everything, as ${role.name}`,
          extent: "everything",
          scope,
        });
      }
    }
  }

  #scopeTo(actor: AnalysedPrincipal, role: AnalysedPrincipal): AllowedScope | undefined {
    const rights = this.stack.rights(actor);
    const own = ["sts:AssumeRole", "iam:PassRole"].flatMap((action) => rights.scopes(action));
    const policy = {
      name: "trust",
      origin: "config",
      source: role.trustSource!,
      document: role.trust!,
    } as const;
    const [statement] = role.trust!.statements;
    return (
      own.find(({ pattern }) => pattern === role.arn) ??
      own.find(({ pattern }) => hasWildcard(pattern)) ??
      (statement && { pattern: role.arn, policy, statement })
    );
  }
}
