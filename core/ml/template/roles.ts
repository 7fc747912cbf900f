import type { TemplateResource } from "../../template/cloudformation";
import { renderManagedPolicy, renderRole } from "../../template/render-resources";
import { BOUNDARY_LOGICAL_ID } from "../permission-boundary";
import { arnOutput, refOutput, type TemplateFamily } from "./family";

/** Logical id of the parameter by which the security stack's role is found. */
export const EXECUTION_ROLE_PARAMETER = "SagemakerExecutionRoleArn";

/** One role a stage, the boundary of them all, and the security stack's role where the product uses it. */
export const renderRoles: TemplateFamily = ({ roles, tags, boundary, executionRole }) => {
  const resources: Record<string, TemplateResource> = {};
  for (const role of roles) {
    const rendered = renderRole(role, tags);
    // By reference, so that the boundary is there before the first role is.
    if (boundary !== undefined) rendered.Properties.PermissionsBoundary = { Ref: BOUNDARY_LOGICAL_ID };
    resources[role.logicalId] = rendered;
  }
  if (boundary !== undefined) resources[boundary.logicalId] = renderManagedPolicy(boundary);
  return {
    resources,
    ...(executionRole.parameter === undefined
      ? {}
      : {
          parameters: {
            [EXECUTION_ROLE_PARAMETER]: {
              Type: "AWS::SSM::Parameter::Value<String>",
              Description: "Role of the security stack that jobs and models run with",
              Default: executionRole.parameter,
            },
          },
        }),
    outputs: [
      ...roles.map(({ logicalId }) => arnOutput("Role", logicalId)),
      ...(boundary === undefined ? [] : [refOutput("Policy", boundary.logicalId)]),
    ],
  };
};
