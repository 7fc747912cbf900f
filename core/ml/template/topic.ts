import type { Statement } from "../../security/policy-document";
import type { TemplateResource } from "../../template/cloudformation";
import { renderDocument } from "../../template/render-document";
import { renderTags } from "../../template/render-resources";
import type { MlBlueprint } from "../blueprint";
import { tlsOnly } from "./tls-only";

/** A topic that tells one address by e-mail. */
export interface TopicArgs {
  logicalId: string;
  name: string;
  email: string;
  /** Who publishes: a service, on behalf of these resources of the account. */
  publisher: { service: string; sources: readonly string[] };
}

/** A topic, its subscription, and its policy: the publisher alone, over encrypted connections. */
export function renderTopic(blueprint: MlBlueprint, args: TopicArgs): Record<string, TemplateResource> {
  const { arns, config, tags } = blueprint;
  const { logicalId, name, email, publisher } = args;
  const topic = [arns.topic(name)];
  const publish: Statement = {
    Sid: "Publish",
    Effect: "Allow",
    Principal: { Service: publisher.service },
    Action: ["sns:Publish"],
    Resource: topic,
    Condition: {
      ArnEquals: { "aws:SourceArn": [...publisher.sources] },
      StringEquals: { "aws:SourceAccount": config.client.account_id },
    },
  };
  const document = { Version: "2012-10-17" as const, Statement: [publish, tlsOnly(["sns:Publish"], topic)] };
  return {
    [logicalId]: { Type: "AWS::SNS::Topic", Properties: { TopicName: name, Tags: renderTags(tags) } },
    [`${logicalId}Policy`]: {
      Type: "AWS::SNS::TopicPolicy",
      Properties: { PolicyDocument: renderDocument(document), Topics: [{ Ref: logicalId }] },
    },
    [`${logicalId}Subscription`]: {
      Type: "AWS::SNS::Subscription",
      Properties: { Endpoint: email, Protocol: "email", TopicArn: { Ref: logicalId } },
    },
  };
}
