import { iamPaths } from "./iam-paths";
import { identityCenterPaths } from "./identity-center-paths";
import { passPaths } from "./pass-paths";
import type { EscalationPath } from "./path";
import { resourcePaths, takeoverPaths } from "./takeover-paths";

/** Every published way by which a principal raises its own rights that the analysis looks for. */
export const escalationPaths: readonly EscalationPath[] = [
  ...iamPaths,
  ...identityCenterPaths,
  ...passPaths,
  ...takeoverPaths,
  ...resourcePaths,
];
