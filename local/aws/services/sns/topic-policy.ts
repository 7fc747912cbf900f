import { statementsOf } from "../../authorization/policy-model";
import { AwsError, type CallContext } from "../../service";
import { principalExists } from "../iam/principals";
import { checkPolicyDocument } from "../iam/policy-grammar";
import { invalidParameter } from "./errors";
import { type TopicRecord, topicArn } from "./topic-record";

/** What a topic's policy may speak of (SNS Developer Guide, "Amazon SNS policy keys and actions"). */
const ACTIONS = [
  "addpermission",
  "deletetopic",
  "getdataprotectionpolicy",
  "gettopicattributes",
  "listsubscriptionsbytopic",
  "listtagsforresource",
  "publish",
  "putdataprotectionpolicy",
  "receive",
  "removepermission",
  "settopicattributes",
  "subscribe",
];

const MAX_BYTES = 30_720;

/** The policy that a topic has until it is given another: its owner alone. */
export function defaultPolicy(context: CallContext, name: string): string {
  const actions = [
    "GetTopicAttributes",
    "SetTopicAttributes",
    "AddPermission",
    "RemovePermission",
    "DeleteTopic",
    "Subscribe",
    "ListSubscriptionsByTopic",
    "Publish",
  ];
  return JSON.stringify({
    Version: "2008-10-17",
    Id: "__default_policy_ID",
    Statement: [
      {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: actions.map((action) => `SNS:${action}`),
        Resource: topicArn(context, name),
        Condition: { StringEquals: { "AWS:SourceOwner": context.caller.accountId } },
      },
    ],
  });
}

/** The policy in force. */
export function policyOf(topic: TopicRecord, context: CallContext): string {
  return topic.attributes.Policy ?? defaultPolicy(context, topic.name);
}

/** Throws InvalidParameter where a document is no policy of a topic of the account. */
export function checkTopicPolicy(text: string, context: CallContext): void {
  if (Buffer.byteLength(text) > MAX_BYTES) throw invalidParameter("Policy Error: Policy is too long");
  try {
    checkPolicyDocument(text, "resource");
  } catch (error) {
    throw error instanceof AwsError ? invalidParameter(`Policy Error: ${error.message}`) : error;
  }
  for (const { actions = [], principal, notPrincipal } of statementsOf(text)) {
    const foreign = actions.some((action) => !isOfTopics(action));
    if (foreign) throw invalidParameter("Policy statement action out of service scope!");
    const named = [...(principal?.AWS ?? []), ...(notPrincipal?.AWS ?? [])];
    if (named.some((value) => !principalExists(context, value))) {
      throw invalidParameter("Policy Error: PrincipalNotFound");
    }
  }
}

function isOfTopics(action: string): boolean {
  const [vendor, name = ""] = action.toLowerCase().split(":");
  return vendor === "sns" && (name.includes("*") || ACTIONS.includes(name));
}
