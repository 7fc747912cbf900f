import type { AnalysedPrincipal } from "../principals";
import { isWithinTenant } from "../tenant-names";
import { hasWildcard, matchesArn, overlapsArn } from "../wildcard";
import type { EscalationPath, PathEffect } from "./path";
import { type AllowedScope, mayPassTo, sourcesOf, trustsService } from "./rights";
import type { StackIdentities } from "./stack-identities";

/** What one step of an escalation leads to. */
export interface Reach {
  /** The role or group whose rights are reached; undefined for all else. */
  identity?: AnalysedPrincipal;
  /** What is reached, in words. */
  what: string;
  /** `everything`: any right at all; `unknown`: rights that the config does not know. */
  extent: "identity" | "everything" | "unknown" | "resource";
  /** What allows the step. */
  scope: AllowedScope;
}

/** The state in which a step is looked for. */
export interface Situation {
  stack: StackIdentities;
  /** Who takes the step. */
  actor: AnalysedPrincipal;
  /** Whoever is reached so far, the actor among them. */
  reached: ReadonlySet<AnalysedPrincipal>;
}

/** What a path leads to for an actor; empty where an action is missing or nothing is gained. */
export function reachOf(path: EscalationPath, situation: Situation): Reach[] {
  const [first = [], ...others] = path.actions;
  const { stack, actor, reached } = situation;
  const rights = stack.rights(actor);
  const scopes = first.flatMap((action) => rights.scopes(action));
  if (scopes.length === 0) return [];
  // Whoever can do the rest is somebody that the actor has become already, so that one of them suffices.
  const possible = others.every((list) =>
    [...reached].some((identity) => list.some((action) => stack.rights(identity).scopes(action).length > 0)),
  );
  return possible ? EFFECTS[path.effect](path, scopes, situation) : [];
}

type Effect = (path: EscalationPath, scopes: readonly AllowedScope[], situation: Situation) => Reach[];

const EFFECTS: Record<PathEffect, Effect> = {
  pass: passed,
  takeover: takenOver,
  "write-policy": written,
  "remove-policy": removed,
  become: become,
  "open-resource": (_path, scopes) =>
    scopes.map((scope) => ({ what: `every action on ${scope.pattern}`, extent: "resource", scope })),
};

function passed(
  { service }: EscalationPath,
  _scopes: readonly AllowedScope[],
  situation: Situation,
): Reach[] {
  const { stack, actor, reached } = situation;
  return stack
    .rights(actor)
    .scopes("iam:PassRole")
    .filter(({ statement }) => mayPassTo(statement.conditions, service!))
    .flatMap((scope) => {
      const { pattern } = scope;
      if (!hasWildcard(pattern)) return stack.isKnown(pattern) ? [] : [unknown(`the role ${pattern}`, scope)];
      const roles = stack.roles.filter(
        (role) => matchesArn(pattern, role.arn) && trustsService(role, service!) && !reached.has(role),
      );
      return [
        ...roles.map((role) => identity(role, scope)),
        unknown(`whatever role ${pattern} names`, scope),
      ];
    });
}

function takenOver(
  { service }: EscalationPath,
  scopes: readonly AllowedScope[],
  { stack, reached }: Situation,
): Reach[] {
  return scopes.flatMap((scope) => {
    const trusting = stack.roles.filter(
      (role) => trustsService(role, service!) && actsFor(role, service!, scope.pattern),
    );
    const roles = trusting.filter((role) => !reached.has(role)).map((role) => identity(role, scope));
    const known = trusting.length > 0 && isWithinTenant(scope.pattern, stack.tenant);
    return known ? roles : [...roles, unknown(`the role that ${scope.pattern} has`, scope)];
  });
}

/** Whether a service may take a role for something that a pattern names. */
function actsFor(role: AnalysedPrincipal, service: string, pattern: string): boolean {
  return sourcesOf(role, service)?.some((source) => overlapsArn(source, pattern)) ?? true;
}

function written(path: EscalationPath, scopes: readonly AllowedScope[], situation: Situation): Reach[] {
  return scopes
    .filter(({ pattern }) => isOwn(path, pattern, situation))
    .map((scope) => ({
      what: "any permission at all",
      extent: "everything",
      scope,
    }));
}

/** Whether an action on IAM can be about somebody who is reached. People in a group are users. */
function isOwn({ target }: EscalationPath, pattern: string, { reached }: Situation): boolean {
  if (target === "user") return true;
  const own = [...reached];
  if (target !== "policy") {
    return own.some(
      ({ kind, arn }) => (kind === "group") === (target === "group") && overlapsArn(pattern, arn),
    );
  }
  // What else a pattern of policies names may be attached to a person who is in the group.
  return (
    hasWildcard(pattern) ||
    own.some(({ policyArns, boundary }) => [...policyArns, boundary].some((arn) => arn === pattern))
  );
}

function removed(path: EscalationPath, scopes: readonly AllowedScope[], situation: Situation): Reach[] {
  const aboutBoundary = path.id.endsWith("boundary");
  return scopes.flatMap((scope): Reach[] => {
    if (path.target === "user") return [unknown("what a user's own policies and boundary forbid", scope)];
    const freed = [...situation.reached].some(
      (reached) =>
        isOwn(path, scope.pattern, { ...situation, reached: new Set([reached]) }) &&
        (aboutBoundary ? reached.boundary !== undefined : hasDeny(reached)),
    );
    const what = aboutBoundary ? "what the boundary keeps out" : "what a Deny forbids";
    return freed ? [unknown(what, scope)] : [];
  });
}

function hasDeny({ policies }: AnalysedPrincipal): boolean {
  return policies.some(({ document }) => document.statements.some(({ effect }) => effect === "Deny"));
}

/** IAM's own variable: everybody may be allowed what is about their own user. */
const OWN_USER = /:user\/([^*?]*\/)?\$\{aws:username\}$/;

function become(
  { target, id }: EscalationPath,
  scopes: readonly AllowedScope[],
  { stack, reached }: Situation,
): Reach[] {
  return scopes.flatMap((scope): Reach[] => {
    const { pattern } = scope;
    if (target === "permission-set")
      return [unknown("whatever permission sets allow, in every account", scope)];
    if (target === "user") {
      return OWN_USER.test(pattern) ? [] : [unknown(`the rights of the users ${pattern}`, scope)];
    }
    const known = stack.byArn(pattern);
    // Whether a role of the stack can be assumed, its trust policy says: what it allows is part of the grant.
    const named =
      id === "sts-assume-role" ? [] : candidates(stack, target).filter(({ arn }) => matchesArn(pattern, arn));
    const gained = named.filter((candidate) => !reached.has(candidate)).map((one) => identity(one, scope));
    return known === undefined ? [...gained, unknown(`whatever ${target} ${pattern} names`, scope)] : gained;
  });
}

function candidates(stack: StackIdentities, target: EscalationPath["target"]): AnalysedPrincipal[] {
  return stack.all.filter(({ kind }) => (kind === "group") === (target === "group"));
}

function identity(role: AnalysedPrincipal, scope: AllowedScope): Reach {
  return { identity: role, what: `what ${role.name} may do`, extent: "identity", scope };
}

function unknown(what: string, scope: AllowedScope): Reach {
  return { what, extent: "unknown", scope };
}
