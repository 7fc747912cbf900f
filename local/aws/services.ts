import * as cloudControlClient from "@aws-sdk/client-cloudcontrol";
import * as cloudFormationClient from "@aws-sdk/client-cloudformation";
import * as cloudTrailClient from "@aws-sdk/client-cloudtrail";
import * as cloudWatchClient from "@aws-sdk/client-cloudwatch";
import * as logsClient from "@aws-sdk/client-cloudwatch-logs";
import * as codebuildClient from "@aws-sdk/client-codebuild";
import * as codecommitClient from "@aws-sdk/client-codecommit";
import * as codepipelineClient from "@aws-sdk/client-codepipeline";
import * as ec2Client from "@aws-sdk/client-ec2";
import * as eventsClient from "@aws-sdk/client-eventbridge";
import * as iamClient from "@aws-sdk/client-iam";
import * as kmsClient from "@aws-sdk/client-kms";
import * as licenseManagerClient from "@aws-sdk/client-license-manager";
import * as marketplaceMeteringClient from "@aws-sdk/client-marketplace-metering";
import * as s3Client from "@aws-sdk/client-s3";
import * as sagemakerClient from "@aws-sdk/client-sagemaker";
import * as snsClient from "@aws-sdk/client-sns";
import * as ssmClient from "@aws-sdk/client-ssm";
import * as stsClient from "@aws-sdk/client-sts";
import { operations as cloudControl } from "./cloud-control/operations";
import { operations as cloudFormation } from "./cloudformation/operations";
import type { ServiceDefinition } from "./protocol/service-definition";
import { operations as cloudTrail } from "./services/cloudtrail/operations";
import { operations as cloudWatch } from "./services/cloudwatch/operations";
import { operations as codebuild } from "./services/codebuild/operations";
import { operations as codecommit } from "./services/codecommit/operations";
import { operations as codepipeline } from "./services/codepipeline/operations";
import { operations as ec2 } from "./services/ec2/operations";
import { operations as events } from "./services/events/operations";
import { operations as iam } from "./services/iam/operations";
import { operations as kms } from "./services/kms/operations";
import { operations as licenseManager } from "./services/license-manager/operations";
import { operations as logs } from "./services/logs/operations";
import { operations as marketplaceMetering } from "./services/marketplace-metering/operations";
import { operations as s3 } from "./services/s3/operations";
import { operations as sagemaker } from "./services/sagemaker/operations";
import { operations as sns } from "./services/sns/operations";
import { operations as ssm } from "./services/ssm/operations";
import { operations as sts } from "./services/sts/operations";

/** Every service of the embedded AWS. */
export const services: readonly ServiceDefinition[] = [
  {
    name: "iam",
    signingNames: ["iam"],
    targetPrefix: "AWSIdentityManagementV20100508",
    apiVersion: "2010-05-08",
    xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/",
    protocol: "query",
    client: iamClient,
    operations: iam,
  },
  {
    name: "sts",
    signingNames: ["sts"],
    targetPrefix: "AWSSecurityTokenServiceV20110615",
    apiVersion: "2011-06-15",
    xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    protocol: "query",
    client: stsClient,
    operations: sts,
  },
  {
    name: "ssm",
    signingNames: ["ssm"],
    targetPrefix: "AmazonSSM",
    apiVersion: "2014-11-06",
    xmlNamespace: "http://ssm.amazonaws.com/doc/2014-11-06/",
    protocol: "json-1.1",
    client: ssmClient,
    operations: ssm,
  },
  {
    name: "s3",
    signingNames: ["s3"],
    targetPrefix: "AmazonS3",
    apiVersion: "2006-03-01",
    xmlNamespace: "http://s3.amazonaws.com/doc/2006-03-01/",
    protocol: "rest-xml",
    client: s3Client,
    operations: s3,
  },
  {
    name: "cloudformation",
    signingNames: ["cloudformation"],
    targetPrefix: "CloudFormation",
    apiVersion: "2010-05-15",
    xmlNamespace: "http://cloudformation.amazonaws.com/doc/2010-05-15/",
    protocol: "query",
    client: cloudFormationClient,
    operations: cloudFormation,
  },
  {
    name: "cloudcontrol",
    signingNames: ["cloudcontrolapi", "cloudcontrol"],
    targetPrefix: "CloudApiService",
    apiVersion: "2021-09-30",
    xmlNamespace: "http://cloudcontrolapi.amazonaws.com/doc/2021-09-30/",
    protocol: "json-1.0",
    client: cloudControlClient,
    operations: cloudControl,
  },
  {
    name: "aws-marketplace",
    signingNames: ["aws-marketplace"],
    targetPrefix: "AWSMPMeteringService",
    apiVersion: "2016-01-14",
    xmlNamespace: "http://marketplace-metering.amazonaws.com/doc/2016-01-14/",
    protocol: "json-1.1",
    client: marketplaceMeteringClient,
    operations: marketplaceMetering,
  },
  {
    name: "license-manager",
    signingNames: ["license-manager"],
    targetPrefix: "AWSLicenseManager",
    apiVersion: "2018-08-01",
    xmlNamespace: "http://license-manager.amazonaws.com/doc/2018-08-01/",
    protocol: "json-1.1",
    client: licenseManagerClient,
    operations: licenseManager,
  },
  {
    name: "ec2",
    signingNames: ["ec2"],
    targetPrefix: "AmazonEC2",
    apiVersion: "2016-11-15",
    xmlNamespace: "http://ec2.amazonaws.com/doc/2016-11-15/",
    protocol: "ec2-query",
    client: ec2Client,
    operations: ec2,
  },
  {
    name: "kms",
    signingNames: ["kms"],
    targetPrefix: "TrentService",
    apiVersion: "2014-11-01",
    xmlNamespace: "http://kms.amazonaws.com/doc/2014-11-01/",
    protocol: "json-1.1",
    client: kmsClient,
    operations: kms,
  },
  {
    name: "logs",
    signingNames: ["logs"],
    targetPrefix: "Logs_20140328",
    apiVersion: "2014-03-28",
    xmlNamespace: "http://logs.amazonaws.com/doc/2014-03-28/",
    protocol: "json-1.1",
    client: logsClient,
    operations: logs,
  },
  {
    name: "events",
    signingNames: ["events"],
    targetPrefix: "AWSEvents",
    apiVersion: "2015-10-07",
    xmlNamespace: "http://events.amazonaws.com/doc/2015-10-07/",
    protocol: "json-1.1",
    client: eventsClient,
    operations: events,
  },
  {
    name: "sagemaker",
    signingNames: ["sagemaker"],
    targetPrefix: "SageMaker",
    apiVersion: "2017-07-24",
    xmlNamespace: "http://sagemaker.amazonaws.com/doc/2017-07-24/",
    protocol: "json-1.1",
    client: sagemakerClient,
    operations: sagemaker,
  },
  {
    name: "codecommit",
    signingNames: ["codecommit"],
    targetPrefix: "CodeCommit_20150413",
    apiVersion: "2015-04-13",
    xmlNamespace: "http://codecommit.amazonaws.com/doc/2015-04-13/",
    protocol: "json-1.1",
    client: codecommitClient,
    operations: codecommit,
  },
  {
    name: "codebuild",
    signingNames: ["codebuild"],
    targetPrefix: "CodeBuild_20161006",
    apiVersion: "2016-10-06",
    xmlNamespace: "http://codebuild.amazonaws.com/doc/2016-10-06/",
    protocol: "json-1.1",
    client: codebuildClient,
    operations: codebuild,
  },
  {
    name: "codepipeline",
    signingNames: ["codepipeline"],
    targetPrefix: "CodePipeline_20150709",
    apiVersion: "2015-07-09",
    xmlNamespace: "http://codepipeline.amazonaws.com/doc/2015-07-09/",
    protocol: "json-1.1",
    client: codepipelineClient,
    operations: codepipeline,
  },
  {
    name: "sns",
    signingNames: ["sns"],
    targetPrefix: "AmazonSimpleNotificationService",
    apiVersion: "2010-03-31",
    xmlNamespace: "http://sns.amazonaws.com/doc/2010-03-31/",
    protocol: "query",
    client: snsClient,
    operations: sns,
  },
  {
    name: "cloudtrail",
    signingNames: ["cloudtrail"],
    targetPrefix: "CloudTrail_20131101",
    apiVersion: "2013-11-01",
    xmlNamespace: "http://cloudtrail.amazonaws.com/doc/2013-11-01/",
    protocol: "json-1.1",
    client: cloudTrailClient,
    operations: cloudTrail,
  },
  {
    name: "cloudwatch",
    signingNames: ["monitoring"],
    targetPrefix: "GraniteServiceVersion20100801",
    apiVersion: "2010-08-01",
    xmlNamespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
    protocol: "query",
    client: cloudWatchClient,
    operations: cloudWatch,
  },
];
