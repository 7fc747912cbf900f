/** One resource of a template as the live account should show it: intrinsics resolved, in CloudFormation's property shape. */
export interface WatchedResource {
  logicalId: string;
  /** CloudFormation type, such as `AWS::IAM::Group`. */
  type: string;
  /** Cloud Control's primary identifier: group or role name, policy ARN, parameter name; `${LogicalId}` where AWS makes it up. */
  identifier: string;
  properties: Record<string, unknown>;
}
