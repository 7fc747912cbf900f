import type { Guardrail } from "../guardrail";
import { administratorAccess } from "./administrator-access";
import { approvedDeployments } from "./approved-deployments";
import { encryption } from "./encryption";
import { keyRotation } from "./key-rotation";
import { knownTemplate } from "./known-template";
import { logRetention } from "./log-retention";
import { noEscalation } from "./no-escalation";
import { noOpenIngress } from "./no-open-ingress";
import { noUsersOrKeys } from "./no-users-or-keys";
import { noWildcards } from "./no-wildcards";
import { onlyThroughStacks } from "./only-through-stacks";
import { ownRoles } from "./own-roles";
import { permissionBoundary } from "./permission-boundary";
import { protectedInProd } from "./protected-in-prod";
import { quotasAndSize } from "./quotas-and-size";
import { recordedCalls } from "./recorded-calls";
import { regionAndAccount } from "./region-and-account";
import { requiredTags } from "./required-tags";
import { resourcePoliciesNameWho } from "./resource-policies";
import { scopedNames } from "./scoped-names";
import { sessionDuration } from "./session-duration";
import { tierLimits } from "./tier-limits";
import { tlsOnly } from "./tls-only";
import { toldAlerts } from "./told-alerts";
import { trustPolicies } from "./trust-policies";
import { unprivilegedBuilds } from "./unprivileged-builds";
import { validStatements } from "./valid-statements";
import { versionedBuckets } from "./versioned-buckets";
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
  ownRoles,
  sessionDuration,
  requiredTags,
  quotasAndSize,
  keyRotation,
  encryption,
  versionedBuckets,
  tlsOnly,
  resourcePoliciesNameWho,
  logRetention,
  recordedCalls,
  toldAlerts,
  vpcEndpoints,
  noOpenIngress,
  unprivilegedBuilds,
  approvedDeployments,
];
