import { assumptionsOf } from "../assumptions";
import { grantsOf, type PrincipalGrant } from "../principal-grants";
import type { AnalysedPrincipal } from "../principals";
import type { ReferenceData } from "../reference/reference-data";
import type { TenantPlace } from "../rule";
import { hasWildcard } from "../wildcard";
import { mayPassTo, Rights, sourcesOf, trustedServices } from "./rights";

/** The groups and roles of a stack, with what leads from one to another by config. */
export class StackIdentities {
  readonly roles: readonly AnalysedPrincipal[];
  readonly #rights = new Map<AnalysedPrincipal, Rights>();
  readonly #granted = new Map<AnalysedPrincipal, readonly AnalysedPrincipal[]>();
  readonly #permissions = new Map<AnalysedPrincipal, readonly PrincipalGrant[]>();
  readonly #byArn: ReadonlyMap<string, AnalysedPrincipal>;

  constructor(
    readonly all: readonly AnalysedPrincipal[],
    readonly tenant: TenantPlace,
    private readonly data: ReferenceData,
  ) {
    this.roles = all.filter(({ kind }) => kind !== "group");
    this.#byArn = new Map(all.map((identity) => [identity.arn, identity]));
  }

  byArn(arn: string): AnalysedPrincipal | undefined {
    return this.#byArn.get(arn);
  }

  /** Whether a role is one of the stack, or one that its own stack's config is judged for. */
  isKnown(arn: string): boolean {
    return this.#byArn.has(arn) || this.tenant.rolesElsewhere?.includes(arn) === true;
  }

  rights(identity: AnalysedPrincipal): Rights {
    let rights = this.#rights.get(identity);
    if (rights === undefined) this.#rights.set(identity, (rights = new Rights(identity, this.data)));
    return rights;
  }

  /** Every permission of an identity, with its scope. */
  permissions(identity: AnalysedPrincipal): readonly PrincipalGrant[] {
    let permissions = this.#permissions.get(identity);
    if (permissions === undefined) {
      this.#permissions.set(identity, (permissions = grantsOf(identity, this.data)));
    }
    return permissions;
  }

  /**
   * Roles that are part of an identity's grant: those that it may assume, those that it may pass by name, and those of
   * builds that it may start by name.
   */
  granted(identity: AnalysedPrincipal): readonly AnalysedPrincipal[] {
    let granted = this.#granted.get(identity);
    if (granted === undefined) {
      granted = [
        ...assumptionsOf(identity, this.roles).map(({ role }) => role),
        ...this.#passedByName(identity),
        ...this.#startedByName(identity),
      ];
      this.#granted.set(identity, granted);
    }
    return granted;
  }

  /** An identity with all that its grant leads to, over any number of roles. */
  closure(identities: Iterable<AnalysedPrincipal>): Set<AnalysedPrincipal> {
    const closed = new Set(identities);
    // A set that grows while it is walked through is walked to its end.
    for (const identity of closed) for (const role of this.granted(identity)) closed.add(role);
    return closed;
  }

  #passedByName(identity: AnalysedPrincipal): AnalysedPrincipal[] {
    return this.rights(identity)
      .scopes("iam:PassRole")
      .filter(({ pattern }) => !hasWildcard(pattern))
      .flatMap(({ pattern, statement }) => {
        const role = this.#byArn.get(pattern);
        if (role === undefined) return [];
        const taken = trustedServices(role).some((service) => mayPassTo(statement.conditions, service));
        return taken ? [role] : [];
      });
  }

  /** A build runs whatever its starter says; its role is known where it trusts that very project and no other. */
  #startedByName(identity: AnalysedPrincipal): AnalysedPrincipal[] {
    const started = START_BUILD.flatMap((action) => this.rights(identity).scopes(action));
    return this.roles.filter((role) => {
      const sources = sourcesOf(role, "codebuild.amazonaws.com") ?? [];
      return (
        sources.length > 0 && sources.every((source) => started.some(({ pattern }) => pattern === source))
      );
    });
  }
}

const START_BUILD = ["codebuild:StartBuild", "codebuild:StartBuildBatch"];
