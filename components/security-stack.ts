import * as pulumi from "@pulumi/pulumi";
import type { AwsConnection } from "../aws/connection";
import type { Catalogue } from "../core/catalogue/load";
import type { Config } from "../core/config/schema";
import { arnsOf } from "./arns";
import { connectionOf } from "./aws-settings";
import { withErrorsForPeople } from "./errors-for-people";
import { registerStack } from "./register-stack";
import { renderStack } from "./rendered-stack";

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
    const stack = registerStack(this, { name, rendered, connection, protect: options.protect === true });
    this.stackName = stack.stackName.apply((deployed) => deployed ?? blueprint.stackName);
    this.stackId = stack.stackId;
    this.arns = stack.urn.apply(() => arnsOf(watched, args.config));
    this.registerOutputs({ stackName: this.stackName, stackId: this.stackId, arns: this.arns });
  }
}
