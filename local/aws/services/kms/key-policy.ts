import { statementsOf } from "../../authorization/policy-model";
import type { Asking } from "../../authorization/principal-match";
import { conditionContext } from "../../authorization/authorise";
import { resourcePolicyVerdict } from "../../authorization/resource-policy";
import { AwsError, type CallContext } from "../../service";
import { checkPolicyDocument } from "../iam/policy-grammar";
import { principalExists } from "../iam/principals";
import { malformedPolicy } from "./errors";
import { kmsArn } from "./key-record";

const MAX_BYTES = 32_768;

/** The policy of a key that is made with none: the account's own policies decide. */
export function defaultKeyPolicy({ partition, caller }: CallContext): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${caller.accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
}

/**
 * Throws MalformedPolicyDocumentException where a text is no policy, names principals that are not there, or would let
 * nobody change it again.
 */
export function checkKeyPolicy(
  text: string,
  key: { id: string; bypassLockoutCheck?: boolean },
  context: CallContext,
): void {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    throw new AwsError("LimitExceededException", `The key policy is larger than ${MAX_BYTES} bytes.`);
  }
  try {
    checkPolicyDocument(text, "resource");
  } catch (error) {
    throw error instanceof AwsError ? malformedPolicy(error.message) : error;
  }
  const named = statementsOf(text).flatMap(({ principal, notPrincipal }) => [
    ...(principal?.AWS ?? []),
    ...(notPrincipal?.AWS ?? []),
  ]);
  if (named.some((value) => !principalExists(context, value))) {
    throw malformedPolicy("Policy contains a statement with one or more invalid principals.");
  }
  if (key.bypassLockoutCheck !== true && !canBeChanged(text, key.id, named, context)) {
    throw malformedPolicy("The new key policy will not allow you to update the key policy in the future.");
  }
}

/**
 * Whether the caller could put another policy. A caller whose rights are not judged stands for whoever of the account
 * the policy names.
 */
function canBeChanged(text: string, id: string, named: readonly string[], context: CallContext): boolean {
  const { caller, partition } = context;
  const own = { accountId: caller.accountId, arn: caller.arn };
  const anybody = [`arn:${partition}:iam::${caller.accountId}:root`, ...named].map((arn) => ({
    ...own,
    arn,
  }));
  const asking: Asking[] = caller.policies === undefined ? anybody : [own];
  const request = {
    action: "kms:PutKeyPolicy",
    resource: kmsArn(context, id),
    context: conditionContext(context, "kms"),
  };
  return asking.some((one) => {
    const verdict = resourcePolicyVerdict(text, one, request);
    return verdict === "direct" || verdict === "account";
  });
}
