import { type AwsClients, connectToAws } from "../../aws/clients";
import type { AwsConnection } from "../../aws/connection";
import type { Config } from "../../core/config/schema";
import { testCopyOf } from "../../core/config/test-copy";
import type { Blueprint } from "../../core/security/blueprint";
import { chooseDelivery, type Delivery } from "../../core/template/delivery";
import { templateJson } from "../../core/template/serialize";
import type { WatchedResource } from "../../core/template/watched-resource";
import { watchedResources } from "../../core/template/watched-resources";
import type { ActionContext } from "../action";
import type { StackWish } from "../automation/open-stack";
import { placed, render } from "../render";
import { awsConnection } from "../stack-settings";

/** What is deployed or deleted: an environment, or a test copy of it. */
export interface DeploymentTarget {
  config: Config;
  blueprint: Blueprint;
  delivery: Delivery;
  /** The template's resources as the account should have them. */
  resources: readonly WatchedResource[];
  /** How many outputs the template has. */
  outputs: number;
  connection: AwsConnection;
  aws: AwsClients;
  /** The Pulumi stack that it belongs to. */
  pulumi: StackWish;
}

/**
 * All that can be told of a deployment without asking anybody.
 * @param testSuffix of the test copy that is meant; the environment itself is where it is left out.
 * @throws InvalidInputError where the config can't be rendered or delivered.
 */
export function deploymentTarget(context: ActionContext, testSuffix?: string): DeploymentTarget {
  const config = testSuffix === undefined ? context.config : testCopyOf(context.config, testSuffix);
  const { source, catalogue, file, options } = context;
  const { blueprint, template } = render({ config, source, catalogue });
  const { region } = config.environment;
  const { deployment } = config;
  const delivery = placed(context, () =>
    chooseDelivery(templateJson(template), { deployment, stem: blueprint.stem, region }),
  );
  const connection = awsConnection(file, config);
  return {
    ...{ config, blueprint, delivery, connection },
    resources: watchedResources(template, { accountId: config.client.account_id, region }),
    outputs: Object.keys(template.Outputs).length,
    aws: connectToAws(connection, { onCall: context.onAwsCall }),
    pulumi: { file, config, ...(typeof options.stack === "string" ? { stack: options.stack } : {}) },
  };
}

/** Where the template is uploaded to; undefined where it is sent with the call. */
export function templateObject({ delivery }: DeploymentTarget): { bucket: string; key: string } | undefined {
  return delivery.kind === "s3" ? { bucket: delivery.bucket, key: delivery.key } : undefined;
}
