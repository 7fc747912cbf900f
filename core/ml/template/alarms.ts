import type { TemplateResource, TemplateValue } from "../../template/cloudformation";
import { renderTags } from "../../template/render-resources";
import type { MlBlueprint } from "../blueprint";
import { arnOutput, NOTHING, refOutput, type TemplateFamily } from "./family";
import { renderTopic } from "./topic";
import { LOG_GROUP_LOGICAL_ID } from "./trail";

/** Seconds over which events are counted; one is enough for an alarm. */
const PERIOD_SECONDS = 300;

/** What is watched for, with patterns as in CIS AWS Foundations Benchmark 4.1 and 4.3. */
export const WATCHES = [
  {
    logicalId: "UnauthorizedApiCalls",
    name: "unauthorizedApiCalls",
    metric: "UnauthorizedAPICalls",
    description: "Somebody called what they may not call",
    pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  },
  {
    logicalId: "RootAccountUsage",
    name: "rootAccountUsage",
    metric: "RootAccountUsage",
    description: "Somebody used the root user",
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  },
] as const;

type Watch = (typeof WATCHES)[number];

/** Names the metrics' namespace, one a product, so that no product's alarm counts another's events. */
function namespaceOf({ stem }: MlBlueprint): string {
  return `Tierguard/${stem}`;
}

function renderFilter(blueprint: MlBlueprint, watch: Watch): TemplateResource {
  const { compliance, names } = blueprint;
  const own = compliance?.trail === "create";
  const logGroup: TemplateValue = own ? { Ref: LOG_GROUP_LOGICAL_ID } : (compliance?.logGroup ?? "");
  return {
    Type: "AWS::Logs::MetricFilter",
    Properties: {
      FilterName: names[watch.name],
      FilterPattern: watch.pattern,
      LogGroupName: logGroup,
      MetricTransformations: [
        { MetricName: watch.metric, MetricNamespace: namespaceOf(blueprint), MetricValue: "1" },
      ],
    },
  };
}

function renderAlarm(blueprint: MlBlueprint, watch: Watch): TemplateResource {
  return {
    Type: "AWS::CloudWatch::Alarm",
    Properties: {
      AlarmName: blueprint.names[watch.name],
      AlarmActions: [{ Ref: "SecurityAlertsTopic" }],
      AlarmDescription: watch.description,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      EvaluationPeriods: 1,
      MetricName: watch.metric,
      Namespace: namespaceOf(blueprint),
      Period: PERIOD_SECONDS,
      Statistic: "Sum",
      Tags: renderTags(blueprint.tags),
      Threshold: 1,
      TreatMissingData: "notBreaching",
    },
  };
}

/** The two metric filters, the two alarms, and the topic that they tell. */
export const renderAlarms: TemplateFamily = (blueprint) => {
  const { compliance, alertsEmail, names, arns } = blueprint;
  if (compliance === undefined || alertsEmail === undefined) return NOTHING;
  const resources: Record<string, TemplateResource> = renderTopic(blueprint, {
    logicalId: "SecurityAlertsTopic",
    name: names.securityAlertsTopic,
    email: alertsEmail,
    publisher: {
      service: "cloudwatch.amazonaws.com",
      sources: WATCHES.map(({ name }) => arns.alarm(names[name])),
    },
  });
  for (const watch of WATCHES) {
    resources[`${watch.logicalId}Filter`] = renderFilter(blueprint, watch);
    resources[`${watch.logicalId}Alarm`] = renderAlarm(blueprint, watch);
  }
  return {
    resources,
    outputs: [
      refOutput("Topic", "SecurityAlertsTopic"),
      ...WATCHES.map(({ logicalId }) => arnOutput("Alarm", `${logicalId}Alarm`)),
    ],
  };
};
