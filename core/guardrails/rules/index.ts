import type { Guardrail } from "../guardrail";
import { administratorAccess } from "./administrator-access";
import { encryption } from "./encryption";
import { keyRotation } from "./key-rotation";
import { knownTemplate } from "./known-template";
import { logRetention } from "./log-retention";
import { noEscalation } from "./no-escalation";
import { noUsersOrKeys } from "./no-users-or-keys";
import { noWildcards } from "./no-wildcards";
import { onlyThroughStacks } from "./only-through-stacks";
import { permissionBoundary } from "./permission-boundary";
import { protectedInProd } from "./protected-in-prod";
import { quotasAndSize } from "./quotas-and-size";
import { regionAndAccount } from "./region-and-account";
import { requiredTags } from "./required-tags";
import { scopedNames } from "./scoped-names";
import { sessionDuration } from "./session-duration";
import { tierLimits } from "./tier-limits";
import { trustPolicies } from "./trust-policies";
import { validStatements } from "./valid-statements";
import { vpcEndpoints } from "./vpc-endpoints";

/** Every guardrail, in the order of the documentation. */
export const guardrails: readonly Guardrail[] = [
  knownTemplate,
  onlyThroughStacks,
  regionAndAccount,
  protectedInProd,
  tierLimits,
  scopedNames,
  noWildcards,
  validStatements,
  administratorAccess,
  noEscalation,
  noUsersOrKeys,
  trustPolicies,
  permissionBoundary,
  sessionDuration,
  requiredTags,
  quotasAndSize,
  keyRotation,
  encryption,
  logRetention,
  vpcEndpoints,
];
