import type { Operations } from "../service";
import { createStack } from "./actions/create-stack";
import { createChangeSet } from "./actions/create-change-set";
import { deleteStack } from "./actions/delete-stack";
import { describeChangeSet, listChangeSets } from "./actions/describe-change-sets";
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
import {
  describeStackDriftDetectionStatus,
  describeStackResourceDrifts,
  detectStackDrift,
  detectStackResourceDrift,
} from "./actions/drift";
import { deleteChangeSet, executeChangeSet } from "./actions/execute-change-set";
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
  CreateChangeSet: createChangeSet,
  CreateStack: createStack,
  DeleteChangeSet: deleteChangeSet,
  DeleteStack: deleteStack,
  DescribeChangeSet: describeChangeSet,
  DescribeStackDriftDetectionStatus: describeStackDriftDetectionStatus,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResource: describeStackResource,
  DescribeStackResourceDrifts: describeStackResourceDrifts,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  DetectStackDrift: detectStackDrift,
  DetectStackResourceDrift: detectStackResourceDrift,
  ExecuteChangeSet: executeChangeSet,
  GetStackPolicy: getStackPolicy,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListChangeSets: listChangeSets,
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
