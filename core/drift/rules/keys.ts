import { canonicalDocument } from "../canonical-document";
import type { RulesByType } from "./type-rules";

/** From the types' registry schemas (`readOnlyProperties`, `writeOnlyProperties`, `default`) and KMS's API reference. */
export const KEY_RULES: RulesByType = {
  "AWS::KMS::Alias": { leftOut: [], defaults: {}, unreadable: [], emptyIsNothing: true },
  "AWS::KMS::Key": {
    leftOut: ["Arn", "KeyId"],
    defaults: {
      Enabled: true,
      EnableKeyRotation: false,
      KeySpec: "SYMMETRIC_DEFAULT",
      KeyUsage: "ENCRYPT_DECRYPT",
      MultiRegion: false,
      Origin: "AWS_KMS",
      Tags: [],
    },
    unreadable: ["BypassPolicyLockoutSafetyCheck", "PendingWindowInDays", "RotationPeriodInDays"],
    // KMS shows it of keys that rotate.
    filledIn: ["RotationPeriodInDays"],
    canonical: { KeyPolicy: canonicalDocument },
    emptyIsNothing: true,
  },
};
