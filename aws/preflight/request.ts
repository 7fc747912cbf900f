import type { AwsConnection } from "../connection";
import type { WantedName } from "../existing-names";

/** What a deployment is going to do, as far as it must be checked before the stack is touched. */
export interface PreflightRequest {
  connection: AwsConnection;
  /** The account that the config names. */
  accountId: string;
  /** The region that the config names. */
  region: string;
  stackName: string;
  stem: string;
  /** True where `deployment.stack_name` names the stack, so that its stem may be another (a tier change). */
  pinnedName: boolean;
  /** The system tags that a stack of ours carries. */
  tags: Record<string, string>;
  /** Every name that the template claims. */
  names: WantedName[];
  permissionBoundaryArn?: string;
  /** Where the template is delivered through S3. */
  templateBucket?: string;
}
