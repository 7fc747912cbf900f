import type { Guardrail } from "../guardrail";
import { administratorAccess } from "./administrator-access";
import { knownTemplate } from "./known-template";
import { noUsersOrKeys } from "./no-users-or-keys";
import { noWildcards } from "./no-wildcards";

/** Every guardrail, in the order of the documentation. */
export const guardrails: readonly Guardrail[] = [
  knownTemplate,
  noWildcards,
  administratorAccess,
  noUsersOrKeys,
];
