import type { Removal } from "./removals";

/** Deletions of what watches and tells. */
export const MONITORING_REMOVALS: Record<string, Removal> = {
  "AWS::CloudTrail::Trail": ({ cloudTrail }, { identifier: Name }) => cloudTrail.deleteTrail({ Name }),
  "AWS::CloudWatch::Alarm": ({ cloudWatch }, { identifier }) =>
    cloudWatch.deleteAlarms({ AlarmNames: [identifier] }),
  "AWS::Logs::LogGroup": ({ logs }, { identifier: logGroupName }) => logs.deleteLogGroup({ logGroupName }),
  "AWS::Logs::MetricFilter": ({ logs }, { properties }) =>
    logs.deleteMetricFilter({
      logGroupName: properties.LogGroupName as string,
      filterName: properties.FilterName as string,
    }),
  "AWS::SNS::Subscription": ({ sns }, { identifier: SubscriptionArn }) =>
    sns.unsubscribe({ SubscriptionArn }),
  "AWS::SNS::Topic": ({ sns }, { identifier: TopicArn }) => sns.deleteTopic({ TopicArn }),
};
