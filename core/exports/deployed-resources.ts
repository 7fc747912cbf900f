import { IntrinsicResolver } from "../template/resolve-intrinsics";
import type { Template, TemplateValue } from "../template/cloudformation";
import type { Blueprint, PrincipalBlueprint } from "../security/blueprint";

/** What the account will have of a template's resources: every value as AWS will hold it, and their ARNs. */
export class DeployedResources {
  readonly #resolver: IntrinsicResolver;

  constructor(
    { config }: Blueprint,
    private readonly template: Template,
  ) {
    const { region } = config.environment;
    this.#resolver = new IntrinsicResolver(template, { accountId: config.client.account_id, region });
  }

  /** The properties of a group or a role in CloudFormation's shape, with lists that are empty where there is nothing. */
  principal({ logicalId }: PrincipalBlueprint): Record<string, unknown> {
    return { ManagedPolicyArns: [], Policies: [], ...this.properties(logicalId) };
  }

  /** The properties of a resource in CloudFormation's shape. */
  properties(logicalId: string): Record<string, unknown> {
    const properties = this.template.Resources[logicalId]!.Properties as TemplateValue;
    return this.#resolver.resolve(properties) as Record<string, unknown>;
  }

  /** The ARN that the stack will give out for a group, role or policy. */
  arn(logicalId: string): string {
    return this.#resolver.resolve(this.template.Outputs[`${logicalId}Arn`]!.Value) as string;
  }
}
