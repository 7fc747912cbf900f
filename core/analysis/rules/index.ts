import type { PolicyRule } from "../rule";
import { duplicateSid } from "./duplicate-sid";
import { invertedElement } from "./inverted-element";
import { missingVersion } from "./missing-version";
import { needlessWildcard } from "./needless-wildcard";
import { outsideTenant } from "./outside-tenant";
import { redundantStatement } from "./redundant-statement";
import { resourceMismatch } from "./resource-mismatch";
import { shadowedStatement } from "./shadowed-statement";
import { unknownAction } from "./unknown-action";
import { unknownConditionKey } from "./unknown-condition-key";
import { wholeServiceAction } from "./whole-service-action";
import { wildcardMissesAction } from "./wildcard-misses-action";

/** Every rule that judges a policy by itself. */
export const policyRules: readonly PolicyRule[] = [
  missingVersion,
  duplicateSid,
  unknownAction,
  wildcardMissesAction,
  wholeServiceAction,
  needlessWildcard,
  resourceMismatch,
  unknownConditionKey,
  invertedElement,
  outsideTenant,
  redundantStatement,
  shadowedStatement,
];
