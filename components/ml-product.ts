import * as pulumi from "@pulumi/pulumi";
import type { AwsConnection } from "../aws/connection";
import type { MlConfig } from "../core/ml/config/schema";
import { mlParameterPath } from "../core/naming/ml-names";
import { connectionOf } from "./aws-settings";
import { withErrorsForPeople } from "./errors-for-people";
import { registerStack } from "./register-stack";
import { renderProduct } from "./rendered-product";

const TYPE = "tierguard:ml:MlProduct";

/** What an MlProduct is made of. */
export interface MlProductArgs {
  /** One product's validated config. */
  readonly config: MlConfig;
  /**
   * How the pre-check and the watched resources reach AWS. By default as the stack's `aws-native:` config says;
   * to be given where an explicit aws-native provider with other settings is.
   */
  readonly connection?: AwsConnection;
}

/** Never undefined, as mocks of the provider may leave the property out. */
function byKey(outputs: readonly { outputKey?: string; outputValue?: string }[] | undefined) {
  return Object.fromEntries(
    (outputs ?? []).map(({ outputKey = "", outputValue = "" }) => [outputKey, outputValue]),
  );
}

/**
 * The infrastructure of one ML product: a single CloudFormation stack that creates, changes and deletes everything,
 * preceded by a pre-check and followed by one watched resource for each role, policy and parameter of which every value
 * is known beforehand.
 * Throws RunError, before anything is registered, where the config can't be rendered or delivered.
 */
export class MlProduct extends pulumi.ComponentResource {
  /** The CloudFormation stack's name. */
  readonly stackName: pulumi.Output<string>;
  /** The CloudFormation stack's ARN. */
  readonly stackId: pulumi.Output<string>;
  /** SSM parameters with everything's ARN lie under this path, which ends without a slash. */
  readonly parameterPath: pulumi.Output<string>;
  /** What the stack publishes, as its outputs name it: every ARN, and the ids of the endpoints. */
  readonly outputs: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: MlProductArgs, options: pulumi.ComponentResourceOptions = {}) {
    const { config } = args;
    const rendered = withErrorsForPeople(() => renderProduct(config));
    const connection = withErrorsForPeople(() => args.connection ?? connectionOf(config.environment));
    super(TYPE, name, {}, options);
    const stack = registerStack(this, { name, rendered, connection, protect: options.protect === true });
    this.stackName = stack.stackName.apply((deployed) => deployed ?? rendered.blueprint.stackName);
    this.stackId = stack.stackId;
    this.parameterPath = stack.urn.apply(() => mlParameterPath(config));
    this.outputs = stack.outputs.apply(byKey);
    const { stackName, stackId, parameterPath, outputs } = this;
    this.registerOutputs({ stackName, stackId, parameterPath, outputs });
  }
}
