import type * as SageMaker from "@aws-sdk/client-sagemaker";
import type { CallContext } from "../../service";
import { regionalArn } from "../regional-arn";
import { RegionalRecords } from "../regional-records";
import type { Tag } from "../tag-list";
import { validation } from "./input-rules";

/** A group of model packages, which are versions of one model. */
export interface ModelPackageGroupRecord {
  name: string;
  description?: string;
  /** ISO 8601. */
  created: string;
  createdBy: SageMaker.UserContext;
  /** Number of the newest version that there ever was: it is not given to another one. */
  versions: number;
  tags: Tag[];
}

type Scope = Pick<CallContext, "partition" | "region" | "caller">;

/** The groups of a region. */
export const modelPackageGroups = new RegionalRecords<ModelPackageGroupRecord>(
  "sagemaker.model-package-groups",
  ({ name }) => name,
);

/** ARN of a group. */
export function modelPackageGroupArn(scope: Scope, name: string): string {
  return regionalArn(scope, "sagemaker", `model-package-group/${name}`);
}

/** The group of a name or ARN. Throws ValidationException where there is none. */
export function existingGroup(nameOrArn: string, context: CallContext): ModelPackageGroupRecord {
  const name = nameOrArn.slice(nameOrArn.lastIndexOf("/") + 1);
  const arn = modelPackageGroupArn(context, name);
  const found = nameOrArn === name || nameOrArn === arn ? modelPackageGroups.find(context, name) : undefined;
  if (found === undefined) throw validation(`ModelPackageGroup ${arn} does not exist.`);
  return found;
}

/** Who did something, as SageMaker notes it of callers that are no user of a domain of it. */
export function userContext({ caller }: Pick<CallContext, "caller">): SageMaker.UserContext {
  return { IamIdentity: { Arn: caller.arn, PrincipalId: caller.userId } };
}
