import { deploymentReport, type DeploymentReportData } from "../../../cli/reports/deployment-report";
import { policyReport } from "../../../cli/reports/policy-report";
import { templateReport } from "../../../cli/reports/template-report";
import { externalIdsOf, maskFor } from "../../../core/masking";
import type { ViewSources } from "../../../core/reports/environment-view";

const made = new Date("2026-11-25T00:43:54.123Z");
const figures = { deliveredBytes: 113_708, resources: 93, outputs: 47 };

/** A deployment of an environment that did something of every kind, with a text of one's own in all that AWS says. */
export function deploymentData(sources: ViewSources, said = ""): DeploymentReportData {
  return {
    ...sources,
    ...figures,
    begun: made,
    duration: 48_233,
    stackId: `arn:aws:cloudformation:us-east-1:123456789012:stack/x/1${said}`,
    changes: [
      { done: "created", type: "AWS::IAM::Group", logicalId: `GroupX${said}`, name: `x${said}` },
      {
        done: "updated",
        type: "AWS::IAM::Role",
        logicalId: "RoleY",
        name: "y",
        properties: [`Policies${said}`],
      },
      { done: "replaced", type: `AWS::IAM::Role${said}`, logicalId: "RoleZ", name: "" },
      { done: "deleted", type: "AWS::SSM::Parameter", logicalId: "ParameterZ", name: "/z" },
    ],
    stackOutputs: {
      StackId: `arn:aws:cloudformation:x${said}`,
      [`RoleYArn${said}`]: "arn:aws:iam::1:role/y",
    },
    forecast: [
      { check: "account", status: "ok", sentence: `the caller is of the account${said}` },
      { check: "bucket", status: "failing", sentence: "there is no bucket", todo: `create it${said}` },
      { check: "quotas", status: "unknown", sentence: "not known: how many roles there are" },
    ],
    remains: {
      ours: [
        { kind: "policy", identifier: `arn:aws:iam::1:policy/old${said}`, why: `its tag says so${said}` },
      ],
      unclaimed: [{ kind: "group", identifier: "edge-group", why: "its name begins so" }],
      unknown: [`which roles there are: AccessDenied: no${said}`],
    },
    mask: maskFor({ externalIds: externalIdsOf(sources.blueprint.config) }),
  };
}

/** The same, which failed. */
export function failedDeploymentData(sources: ViewSources, said = ""): DeploymentReportData {
  const event = (second: number, logicalId: string, status: string) => ({
    timestamp: new Date(made.getTime() + second * 1000),
    logicalId: `${logicalId}${said}`,
    physicalId: "",
    type: `AWS::IAM::Role${said}`,
    status: `${status}${said === "" ? "" : said}`,
    reason: `the reason${said}`,
  });
  return {
    ...deploymentData(sources, said),
    changes: [],
    stackOutputs: {},
    failure: {
      message: `RoleY could not be created${said}`,
      rootCause: {
        logicalId: `RoleY${said}`,
        type: "AWS::IAM::Role",
        physicalId: `y${said}`,
        status: "CREATE_FAILED",
        reason: `The maximum number is exceeded${said}`,
      },
      events: [event(2, "Stack", "ROLLBACK_IN_PROGRESS"), event(1, "RoleY", "CREATE_FAILED")],
    },
  };
}

/** One report of each kind. */
export function sampleReports(sources: ViewSources, said = ""): Record<string, string> {
  const mask = maskFor({ externalIds: externalIdsOf(sources.blueprint.config) });
  return {
    template: templateReport({ ...sources, figures, made, mask }),
    policies: policyReport({ ...sources, made, mask }),
    deployment: deploymentReport(deploymentData(sources, said)),
    "failed deployment": deploymentReport(failedDeploymentData(sources, said)),
  };
}
