import * as pulumi from "@pulumi/pulumi";
import { BucketObjectv2 } from "@pulumi/aws/s3/bucketObjectv2";
import { Stack } from "@pulumi/aws-native/cloudformation";
import type { AwsConnection } from "../aws/connection";
import type { Catalogue } from "../core/catalogue/load";
import type { Config } from "../core/config/schema";
import { arnsOf } from "./arns";
import { connectionOf, createAwsNativeProvider, createAwsProvider } from "./aws-settings";
import type { Delivery } from "../core/template/delivery";
import { withErrorsForPeople } from "./errors-for-people";
import { guardLeftover } from "./leftover-guard";
import { Preflight } from "./preflight";
import { type RenderedStack, renderStack } from "./rendered-stack";
import { rootCauseHook } from "./root-cause-hook";
import { Watched } from "./watched";

const TYPE = "tierguard:security:SecurityStack";

/** What a SecurityStack is made of. */
export interface SecurityStackArgs {
  /** One environment's validated config. */
  readonly config: Config;
  /** The policy templates that the config names. */
  readonly catalogue: Catalogue;
  /**
   * How the pre-check and the watched resources reach AWS. By default as the stack's `aws-native:` config says;
   * to be given where an explicit aws-native provider with other settings is.
   */
  readonly connection?: AwsConnection;
}

/**
 * The IAM of one environment: a single CloudFormation stack that creates, changes and deletes everything, preceded by
 * a pre-check and followed by one watched resource for each group, role, policy and parameter in it.
 * Throws RunError, before anything is registered, where the config can't be rendered or delivered.
 */
export class SecurityStack extends pulumi.ComponentResource {
  /** The CloudFormation stack's name. */
  readonly stackName: pulumi.Output<string>;
  /** The CloudFormation stack's ARN. */
  readonly stackId: pulumi.Output<string>;
  /** The ARN of every group, role and policy, by its logical id. */
  readonly arns: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: SecurityStackArgs, options: pulumi.ComponentResourceOptions = {}) {
    const rendered = withErrorsForPeople(() => renderStack(args.config, args.catalogue));
    const connection = withErrorsForPeople(() => args.connection ?? connectionOf(args.config.environment));
    super(TYPE, name, {}, options);
    const { blueprint, watched } = rendered;
    const stack = createStack(this, { name, rendered, connection, protect: options.protect === true });
    for (const resource of watched) {
      new Watched(
        `${name}-${resource.logicalId}`,
        { ...resource, connection, stackName: blueprint.stackName },
        // What only watches loses nothing when it goes, and must go when its resource leaves the config.
        { parent: this, dependsOn: [stack], protect: false },
      );
    }
    this.stackName = stack.stackName.apply((deployed) => deployed ?? blueprint.stackName);
    this.stackId = stack.stackId;
    this.arns = stack.urn.apply(() => arnsOf(watched, args.config));
    this.registerOutputs({ stackName: this.stackName, stackId: this.stackId, arns: this.arns });
  }
}

interface StackParts {
  name: string;
  rendered: RenderedStack;
  connection: AwsConnection;
  /** Whether the caller protects the component, whatever the environment. */
  protect: boolean;
}

/** The CloudFormation stack, with the pre-check and the template's object that it depends on. */
function createStack(component: SecurityStack, { name, rendered, connection, protect }: StackParts): Stack {
  const { blueprint, delivery } = rendered;
  const guard = protect || blueprint.protect ? guardLeftover(name) : undefined;
  const preflight = new Preflight(`${name}-preflight`, preflightRequest(rendered, connection), {
    parent: component,
    hooks: guard?.preflightHooks,
  });
  const names = Object.fromEntries(
    rendered.watched.map(({ logicalId, identifier }) => [logicalId, identifier]),
  );
  const explained = { connection, stackName: blueprint.stackName, names };
  const template = templateInput(component, name, blueprint.config, delivery);
  return new Stack(
    `${name}-stack`,
    {
      stackName: blueprint.stackName,
      capabilities: ["CAPABILITY_NAMED_IAM"],
      enableTerminationProtection: blueprint.protect,
      tags: Object.keys(blueprint.tags)
        .sort()
        .map((key) => ({ key, value: blueprint.tags[key]! })),
      ...template.input,
    },
    {
      parent: component,
      provider: providerOf(component, "aws-native:cloudformation:Stack", () =>
        createAwsNativeProvider(`${name}-aws-native`, blueprint.config, { parent: component }),
      ),
      dependsOn: [preflight, ...template.dependsOn],
      protect: guard !== undefined,
      // IAM names are unique: a new stack can't hold them while the old one does.
      deleteBeforeReplace: true,
      // Never undefined, which can't be sent: mocks of the provider may leave the property out.
      replacementTrigger: preflight.leftoverStackId.apply((id) => id ?? ""),
      transforms: guard?.stackTransforms,
      hooks: { onError: [rootCauseHook(`${name}-root-cause`, explained)] },
    },
  );
}

function preflightRequest({ blueprint, watched, delivery }: RenderedStack, connection: AwsConnection) {
  const { client, environment, deployment, security } = blueprint.config;
  return {
    connection,
    accountId: client.account_id,
    region: environment.region,
    stackName: blueprint.stackName,
    stem: blueprint.stem,
    pinnedName: deployment?.stack_name !== undefined,
    tags: blueprint.tags,
    names: watched.map(({ logicalId, type, identifier }) => ({ logicalId, type, identifier })),
    permissionBoundaryArn: security.permission_boundary_arn,
    templateBucket: delivery.kind === "s3" ? delivery.bucket : undefined,
  };
}

/** The provider that the caller gave or inherited for the type's package, else one of the component's own. */
function providerOf(component: pulumi.Resource, type: string, create: () => pulumi.ProviderResource) {
  return component.getProvider(type) ?? create();
}

function templateInput(component: SecurityStack, name: string, config: Config, delivery: Delivery) {
  if (delivery.kind === "inline") return { input: { templateBody: delivery.body }, dependsOn: [] };
  const object = new BucketObjectv2(
    `${name}-template`,
    {
      bucket: delivery.bucket,
      key: delivery.key,
      content: delivery.body,
      contentType: "application/json",
    },
    {
      parent: component,
      provider: providerOf(component, "aws:s3/bucketObjectv2:BucketObjectv2", () =>
        createAwsProvider(`${name}-aws`, config, { parent: component }),
      ),
    },
  );
  return { input: { templateUrl: delivery.url }, dependsOn: [object] };
}
