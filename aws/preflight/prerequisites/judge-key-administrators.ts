import type { AwsFailure } from "../../aws-error";
import { bareName } from "../../existing-names";
import type { PreflightFindings } from "../findings";
import { failing, type Judgement, ok, unanswered, warning } from "../judgement";
import { isHeld } from "../names-to-look-up";
import type { FoundAdministrator } from "./findings";
import { isUser } from "./key-administrators";

const KEY = "ml_product.key_administrators";

/** What keeps a key from being made; of a key that is there it keeps a policy from being changed. */
function standsInTheWay(keyIsThere: boolean): typeof failing {
  return keyIsThere ? warning : failing;
}

function judgeExistence({ arn, found }: FoundAdministrator, keyIsThere: boolean): Judgement[] {
  const noun = isUser(arn) ? "user" : "role";
  if ("failure" in found) return [];
  if (found.value === arn) return [];
  const refusal = keyIsThere
    ? "KMS takes no new key policy that names it"
    : "KMS takes no key whose policy names it";
  const [there, todo] =
    found.value === undefined
      ? ["which does not exist", `create the ${noun} first, or take it out of the list`]
      : [`but the ${noun} of that name is ${found.value}`, "write its ARN as AWS has it"];
  return [standsInTheWay(keyIsThere)("key", `${KEY} names ${arn}, ${there}: ${refusal}`, todo)];
}

/** Those that AWS did not tell of, by the call that was refused and why. */
function judgeUntold(administrators: readonly FoundAdministrator[]): Judgement[] {
  return [true, false].flatMap((users) => {
    const untold = administrators.flatMap(({ arn, found }): { arn: string; failure: AwsFailure }[] =>
      "failure" in found && isUser(arn) === users ? [{ arn, failure: found.failure }] : [],
    );
    if (untold.length === 0) return [];
    const what = `whether the key's administrators exist: ${untold.map(({ arn }) => arn).join(", ")}`;
    const action = users ? "iam:GetUser" : "iam:GetRole";
    return [unanswered("key", { what, action, failure: untold[0]!.failure })];
  });
}

/** The user or the role's name behind a caller; undefined of root and of federated users, of whom nothing is certain. */
function isAdministrator(callerArn: string, administrators: readonly FoundAdministrator[]) {
  if (callerArn.includes(":user/")) return administrators.some(({ arn }) => arn === callerArn);
  // A session's ARN leaves out the path of its role, whose name is the account's only one.
  const role = /:assumed-role\/([^/]+)\//.exec(callerArn)?.[1];
  if (role === undefined) return undefined;
  return administrators.some(({ arn }) => !isUser(arn) && bareName(arn) === role);
}

function judgeCaller(
  administrators: readonly FoundAdministrator[],
  caller: PreflightFindings["caller"] | undefined,
  keyIsThere: boolean,
): Judgement[] {
  if (caller === undefined || "failure" in caller || keyIsThere) return [];
  const { arn } = caller.value;
  if (isAdministrator(arn, administrators) !== false) return [];
  const sentence = `${arn} deploys, and is none of ${KEY}: KMS takes no key whose policy its creator can't change afterwards`;
  return [failing("key", sentence, `add the role or user that deploys to ${KEY}, or deploy as one of them`)];
}

/** Judges whether KMS will take the product's key: its administrators must exist, and whoever deploys be one. Pure. */
export function judgeKeyAdministrators(
  administrators: readonly FoundAdministrator[] | undefined,
  {
    stackResources,
    caller,
  }: Pick<PreflightFindings, "stackResources"> & Partial<Pick<PreflightFindings, "caller">>,
): Judgement[] {
  if (administrators === undefined) return [];
  // Where the stack could not be read the key may be there.
  const keyIsThere =
    "failure" in stackResources ||
    stackResources.value.some((resource) => resource.type === "AWS::KMS::Key" && isHeld(resource));
  const judgements = [
    ...administrators.flatMap((one) => judgeExistence(one, keyIsThere)),
    ...judgeCaller(administrators, caller, keyIsThere),
    ...judgeUntold(administrators),
  ];
  if (judgements.length > 0) return judgements;
  return [ok("key", `all ${administrators.length} administrators of the product's key exist`)];
}
