import { guardrail, notApplicable, verdictOf } from "../guardrail";
import { resourcesOf } from "../subject";

/** Keys change their material every year. */
export const keyRotation = guardrail({
  name: "key-rotation",
  forbids: "Symmetric KMS keys without rotation.",
  why: "What leaks of a key's material reads everything that was ever encrypted with it, unless it changes.",
  remediation: "Set EnableKeyRotation: true.",
  examples: { bad: "EnableKeyRotation: false", good: "EnableKeyRotation: true" },
  enforcement: "mandatory",
  options: {},
  judge(subject) {
    const keys = resourcesOf(subject, "AWS::KMS::Key").filter(({ properties }) =>
      isSymmetric(properties.KeySpec),
    );
    if (keys.length === 0) return notApplicable("there is no symmetric key");
    return verdictOf(
      keys
        .filter(({ properties }) => properties.EnableKeyRotation !== true)
        .map(({ logicalId, path }) => ({
          principals: [logicalId],
          path: [...path, "Properties", "EnableKeyRotation"],
          message: "the key does not rotate",
          instead: this.remediation,
        })),
    );
  },
});

/** AWS rotates no other keys (KMS Developer Guide, "Rotate AWS KMS keys"). */
function isSymmetric(spec: unknown): boolean {
  return spec === undefined || spec === "SYMMETRIC_DEFAULT";
}
