import type * as pulumi from "@pulumi/pulumi";
import { BucketObjectv2 } from "@pulumi/aws/s3/bucketObjectv2";
import { Stack } from "@pulumi/aws-native/cloudformation";
import type { AwsConnection } from "../aws/connection";
import { stackRequest } from "../aws/preflight/request";
import type { Delivery } from "../core/template/delivery";
import { referencesIn } from "../core/template/open-references";
import { createAwsNativeProvider, createAwsProvider } from "./aws-settings";
import { guardLeftover } from "./leftover-guard";
import { Preflight } from "./preflight";
import type { RenderedStack } from "./rendered-stack";
import { rootCauseHook } from "./root-cause-hook";
import { Watched } from "./watched";

type Target = RenderedStack["blueprint"]["config"];

/**
 * Registers under a component the one CloudFormation stack that makes all of it, preceded by a pre-check and followed by
 * one watched resource for each that can be compared with what AWS has.
 */
export function registerStack(component: pulumi.ComponentResource, parts: StackParts): Stack {
  const { name, connection, rendered } = parts;
  const { blueprint, watched } = rendered;
  const stack = createStack(component, parts);
  for (const resource of watched) {
    new Watched(
      `${name}-${resource.logicalId}`,
      { ...resource, connection, stackName: blueprint.stackName },
      // What only watches loses nothing when it goes, and must go when its resource leaves the config.
      { parent: component, dependsOn: [stack], protect: false },
    );
  }
  return stack;
}

/** What a stack of a component is made of. */
export interface StackParts {
  /** The component's name, with which the names of its resources begin. */
  name: string;
  rendered: RenderedStack;
  connection: AwsConnection;
  /** Whether the caller protects the component, whatever the environment. */
  protect: boolean;
}

/** The CloudFormation stack, with the pre-check and the template's object that it depends on. */
function createStack(
  component: pulumi.ComponentResource,
  { name, rendered, connection, protect }: StackParts,
): Stack {
  const { blueprint, delivery } = rendered;
  const guard = protect || blueprint.protect ? guardLeftover(name) : undefined;
  const preflight = new Preflight(
    `${name}-preflight`,
    {
      connection,
      ...stackRequest({
        blueprint,
        resources: rendered.watched,
        templateBucket: delivery.kind === "s3" ? delivery.bucket : undefined,
      }),
    },
    { parent: component, hooks: guard?.preflightHooks },
  );
  const names = Object.fromEntries(
    namedBeforehand(rendered).map(({ logicalId, identifier }) => [logicalId, identifier]),
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

/** The resources whose names are not AWS's to give. */
function namedBeforehand({ watched }: RenderedStack) {
  return watched.filter(({ identifier }) => referencesIn(identifier).size === 0);
}

/** The provider that the caller gave or inherited for the type's package, else one of the component's own. */
function providerOf(component: pulumi.Resource, type: string, create: () => pulumi.ProviderResource) {
  return component.getProvider(type) ?? create();
}

function templateInput(
  component: pulumi.ComponentResource,
  name: string,
  config: Target,
  delivery: Delivery,
) {
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
