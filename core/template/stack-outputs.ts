import type { Blueprint } from "../security/blueprint";
import type { TemplateOutput, TemplateValue } from "./cloudformation";

/** What the stack says of itself, as a CloudFormation output and as an SSM parameter; other stacks rely on the key. */
export interface StackOutput {
  key: string;
  /** What it is, in a word or two; the key and the parameter's name say of what. */
  description: string;
  value: TemplateValue;
}

/** The stack's id and the ARN of every group, role and policy, in the order of their keys. */
export function stackOutputs({ groups, roles, policies }: Blueprint): StackOutput[] {
  const arn = (description: string, logicalId: string, value: TemplateValue): StackOutput => ({
    key: `${logicalId}Arn`,
    description,
    value,
  });
  const outputs: StackOutput[] = [
    { key: "StackId", description: "Stack id", value: { Ref: "AWS::StackId" } },
    ...groups.map(({ logicalId }) => arn("Group ARN", logicalId, { "Fn::GetAtt": [logicalId, "Arn"] })),
    ...roles.map(({ logicalId }) => arn("Role ARN", logicalId, { "Fn::GetAtt": [logicalId, "Arn"] })),
    ...policies.map(({ logicalId }) => arn("Policy ARN", logicalId, { Ref: logicalId })),
  ];
  return outputs.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The template's `Outputs`. */
export function renderOutputs(outputs: readonly StackOutput[]): Record<string, TemplateOutput> {
  return Object.fromEntries(
    outputs.map(({ key, description, value }) => [key, { Description: description, Value: value }]),
  );
}
