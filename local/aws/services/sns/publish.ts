import type * as Sns from "@aws-sdk/client-sns";
import { serviceMay } from "../../authorization/resource-policy";
import { AwsError, type CallContext } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { invalidParameter } from "./errors";
import { noteMessage } from "./message-record";
import { subscriptionsOf } from "./subscription-record";
import { policyOf } from "./topic-policy";
import { existingTopic, topicArn } from "./topic-record";

const MAX_BYTES = 262_144;
const SUBJECT_LENGTH = 100;

/** Publish: every confirmed subscriber is sent the message. */
export function publish(input: Sns.PublishInput, context: CallContext): Sns.PublishResponse {
  refuseUnsupported(input, ["MessageStructure", "PhoneNumber", "MessageAttributes"]);
  const arn = input.TopicArn ?? input.TargetArn;
  if (arn === undefined)
    throw invalidParameter("TopicArn or TargetArn Reason: no value for required parameter");
  const topic = topicArn(context, existingTopic(context, arn).name);
  if (input.Message === "") throw invalidParameter("Empty message");
  if (Buffer.byteLength(input.Message!) > MAX_BYTES) throw invalidParameter("Message too long");
  if (input.Subject !== undefined && !/^[\u0020-\u007e]+$/.test(input.Subject))
    throw invalidParameter("Subject");
  if ((input.Subject?.length ?? 0) > SUBJECT_LENGTH) throw invalidParameter("Subject");
  let MessageId: string = context.requestId;
  for (const { confirmed, protocol, endpoint } of subscriptionsOf(context, topic)) {
    if (!confirmed) continue;
    MessageId = noteMessage(context, {
      topicArn: topic,
      protocol,
      endpoint,
      subject: input.Subject ?? "AWS Notification Message",
      message: input.Message!,
    });
  }
  return { MessageId };
}

/**
 * Publishes on behalf of a resource of the account, as a service does: by the topic's policy alone.
 * Throws AuthorizationError where that does not let it.
 */
export function publishAsService(
  service: string,
  message: { topicArn: string; sourceArn: string; subject?: string; message: string },
  context: CallContext,
): void {
  const topic = existingTopic(context, message.topicArn);
  const request = {
    action: "sns:Publish",
    resource: message.topicArn,
    sourceArn: message.sourceArn,
    sourceAccount: context.caller.accountId,
  };
  if (!serviceMay(policyOf(topic, context), service, request)) {
    throw new AwsError(
      "AuthorizationErrorException",
      `${service} is not authorized to perform: SNS:Publish on resource: ${message.topicArn}`,
      403,
    );
  }
  publish({ TopicArn: message.topicArn, Subject: message.subject, Message: message.message }, context);
}
