import type { Operations } from "../service";
import { createStack } from "./actions/create-stack";
import { deleteStack } from "./actions/delete-stack";
import {
  describeStackEvents,
  describeStackResource,
  describeStackResources,
  listStackResources,
} from "./actions/describe-resources";
import {
  describeStacks,
  getStackPolicy,
  listStacks,
  setStackPolicy,
  updateTerminationProtection,
} from "./actions/describe-stacks";
import { cancelUpdateStack, continueUpdateRollback, rollbackStack } from "./actions/rollbacks";
import {
  getTemplate,
  getTemplateSummary,
  listExports,
  listImports,
  validateTemplate,
} from "./actions/templates";
import { updateStack } from "./actions/update-stack";

/** CloudFormation's operations. */
export const operations: Operations = {
  CancelUpdateStack: cancelUpdateStack,
  ContinueUpdateRollback: continueUpdateRollback,
  CreateStack: createStack,
  DeleteStack: deleteStack,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResource: describeStackResource,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  GetStackPolicy: getStackPolicy,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListExports: listExports,
  ListImports: listImports,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
  RollbackStack: rollbackStack,
  SetStackPolicy: setStackPolicy,
  UpdateStack: updateStack,
  UpdateTerminationProtection: updateTerminationProtection,
  ValidateTemplate: validateTemplate,
};
