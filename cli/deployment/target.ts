import { type AwsClients, connectToAws } from "../../aws/clients";
import type { AwsConnection } from "../../aws/connection";
import type { Catalogue } from "../../core/catalogue/policy-template";
import type { Config } from "../../core/config/schema";
import { testCopyOf } from "../../core/config/test-copy";
import type { MlBlueprint } from "../../core/ml/blueprint";
import type { MlConfig } from "../../core/ml/config/schema";
import type { Blueprint, StackBlueprint } from "../../core/security/blueprint";
import type { Template } from "../../core/template/cloudformation";
import { chooseDelivery, type Delivery } from "../../core/template/delivery";
import { templateJson } from "../../core/template/serialize";
import type { WatchedResource } from "../../core/template/watched-resource";
import { watchedResources } from "../../core/template/watched-resources";
import type { MlContext, ProductContext } from "../action";
import type { StackWish } from "../automation/open-stack";
import { placed, render, type Rendered, renderMl } from "../render";
import { awsConnection } from "../stack-settings";

/** What is deployed or deleted, whatever it is. */
interface TargetParts {
  /** The name with which its files begin. */
  fileStem: string;
  template: Template;
  delivery: Delivery;
  /** The template's resources as the account should have them. */
  resources: readonly WatchedResource[];
  connection: AwsConnection;
  aws: AwsClients;
  /** The Pulumi stack that it belongs to. */
  pulumi: StackWish;
}

/** An environment, or a test copy of it. */
export interface SecurityTarget extends TargetParts {
  product: "security";
  config: Config;
  blueprint: Blueprint;
  catalogue: Catalogue;
}

/** An ML product, or a test copy of it. */
export interface MlTarget extends TargetParts {
  product: "ml";
  config: MlConfig;
  blueprint: MlBlueprint;
}

/** What is deployed or deleted. */
export type DeploymentTarget = SecurityTarget | MlTarget;

/** The same config, or that of its test copy. */
function copied<C extends Config | MlConfig>(config: C, testSuffix: string | undefined): C {
  return testSuffix === undefined ? config : testCopyOf(config, testSuffix);
}

/** Which Pulumi stack a config belongs to. */
export function stackWish(
  { file, config, options }: Pick<ProductContext, "file" | "config" | "options">,
  { stem }: Pick<StackBlueprint, "stem">,
): StackWish {
  return { file, config, stem, ...(typeof options.stack === "string" ? { stack: options.stack } : {}) };
}

function partsOf(
  context: ProductContext,
  { blueprint, fileStem, template }: Rendered<StackBlueprint>,
): TargetParts {
  const { config, file } = context;
  const { region } = config.environment;
  const { deployment } = config;
  const delivery = placed(context, () =>
    chooseDelivery(templateJson(template), { deployment, stem: blueprint.stem, region }),
  );
  const connection = awsConnection(file, config);
  return {
    ...{ fileStem, template, delivery, connection },
    resources: watchedResources(template, { accountId: config.client.account_id, region }),
    aws: connectToAws(connection, { onCall: context.onAwsCall }),
    pulumi: stackWish(context, blueprint),
  };
}

/**
 * All that can be told of a deployment without asking anybody.
 * @param testSuffix of the test copy that is meant; the environment or product itself is where it is left out.
 * @throws InvalidInputError where the config can't be rendered or delivered.
 */
export function deploymentTarget(context: MlContext, testSuffix?: string): MlTarget;
export function deploymentTarget(context: ProductContext, testSuffix?: string): DeploymentTarget;
export function deploymentTarget(context: ProductContext, testSuffix?: string): DeploymentTarget {
  if (context.product === "ml") {
    const copy = { ...context, config: copied(context.config, testSuffix) };
    const rendered = renderMl(copy);
    return { product: "ml", config: copy.config, blueprint: rendered.blueprint, ...partsOf(copy, rendered) };
  }
  const copy = { ...context, config: copied(context.config, testSuffix) };
  const rendered = render(copy);
  const { config, catalogue } = copy;
  const { blueprint } = rendered;
  return { product: "security", config, blueprint, catalogue, ...partsOf(copy, rendered) };
}

/** Where the template is uploaded to; undefined where it is sent with the call. */
export function templateObject({ delivery }: DeploymentTarget): { bucket: string; key: string } | undefined {
  return delivery.kind === "s3" ? { bucket: delivery.bucket, key: delivery.key } : undefined;
}
