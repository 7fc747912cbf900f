import { AwsError, type CallContext } from "../service";
import type { AuthenticatedCaller } from "./caller-record";
import { cloudControlPermissions, cloudFormationPermissions } from "./cloudformation-permissions";
import { cloudtrailPermissions } from "./cloudtrail-permissions";
import { cloudwatchPermissions } from "./cloudwatch-permissions";
import { codebuildPermissions } from "./codebuild-permissions";
import { codecommitPermissions } from "./codecommit-permissions";
import { codepipelinePermissions } from "./codepipeline-permissions";
import { ec2Permissions } from "./ec2-permissions";
import { type AccessRequest, evaluate } from "./evaluate";
import { eventsPermissions } from "./events-permissions";
import { iamPermissions } from "./iam-permissions";
import { kmsPermissions } from "./kms-permissions";
import { logsPermissions } from "./logs-permissions";
import type { ConditionValues, Permission, PermissionRule } from "./permission";
import type { ServiceDefinition } from "../protocol/service-definition";
import type { PolicyDocument } from "./policy-model";
import { roleOfSession } from "./principal-match";
import { resourcePolicyVerdict } from "./resource-policy";
import { s3Permissions } from "./s3-permissions";
import { sagemakerPermissions } from "./sagemaker-permissions";
import { snsPermissions } from "./sns-permissions";
import { ssmPermissions } from "./ssm-permissions";
import type { ConditionContext } from "./variables";

/** STS needs no right for who one is, and judges the assumption of roles itself, by the trust policy too. */
const RULES: Record<string, PermissionRule> = {
  cloudcontrol: cloudControlPermissions,
  cloudformation: cloudFormationPermissions,
  cloudtrail: cloudtrailPermissions,
  cloudwatch: cloudwatchPermissions,
  codebuild: codebuildPermissions,
  codecommit: codecommitPermissions,
  codepipeline: codepipelinePermissions,
  ec2: ec2Permissions,
  events: eventsPermissions,
  iam: iamPermissions,
  kms: kmsPermissions,
  logs: logsPermissions,
  s3: s3Permissions,
  sagemaker: sagemakerPermissions,
  sns: snsPermissions,
  ssm: ssmPermissions,
  sts: () => [],
};

/** How the reason begins where the caller's own policies are silent. */
const NOT_ALLOWED = "because no identity-based policy allows";

/** A call whose rights are judged. */
export interface JudgedCall {
  service: string;
  operation: string;
  protocol: ServiceDefinition["protocol"];
}

/** One right that was asked of a caller whose rights are enforced. */
export interface AskedRight {
  action: string;
  /** An ARN, or `*` where the action knows no resources. */
  resource: string;
}

/**
 * Throws AccessDenied, as AWS says it, where the caller's rights are judged and do not suffice for a call.
 * @param asked Gets each right that the call needs.
 */
export function authorise(
  { service, operation, protocol }: JudgedCall,
  input: Record<string, unknown>,
  context: CallContext,
  asked: (right: AskedRight) => void,
): void {
  if (context.caller.policies === undefined) return;
  const rule = RULES[service];
  const permissions = rule?.(operation, input, context) ?? [
    { action: `${service}:${operation}`, resources: ["*"] },
  ];
  for (const permission of permissions) {
    for (const resource of permission.resources) {
      asked({ action: permission.action, resource });
      const values = conditionContext(context, service, permission.context);
      const request = { action: permission.action, resource, context: values };
      const reason = refusalBesidePolicy(context.caller, request, permission.resourcePolicy);
      if (reason !== undefined) throw accessDenied(protocol, context, permission.action, resource, reason);
    }
  }
}

/** Why a caller may not do something to a resource that may have a policy of its own; undefined where it may. */
function refusalBesidePolicy(
  caller: AuthenticatedCaller,
  request: AccessRequest,
  resourcePolicy: Permission["resourcePolicy"],
): string | undefined {
  const reason = refusal(caller, request);
  if (resourcePolicy === undefined) return reason;
  const verdict = resourcePolicyVerdict(resourcePolicy.document, caller, request);
  if (verdict === "denied") return "with an explicit deny in a resource-based policy";
  if (verdict === "direct") return reason?.startsWith(NOT_ALLOWED) ? undefined : reason;
  if (verdict === "not-mentioned" && resourcePolicy.required) {
    return reason ?? `because no resource-based policy allows the ${request.action} action`;
  }
  return reason;
}

/** Why a caller may not do something, in AWS's words; undefined where it may. */
export function refusal(caller: AuthenticatedCaller, request: AccessRequest): string | undefined {
  const layers: [string, readonly PolicyDocument[] | undefined][] = [
    ["identity-based policy", caller.policies as PolicyDocument[] | undefined],
    ["permissions boundary", caller.boundary === undefined ? undefined : [caller.boundary]],
    ["session policy", caller.sessionPolicies?.length ? caller.sessionPolicies : undefined],
  ];
  const verdicts = layers.map(([name, policies]) => ({
    name,
    verdict: policies === undefined ? "allowed" : evaluate(policies, request),
  }));
  const denied = verdicts.find(({ verdict }) => verdict === "denied");
  if (denied !== undefined) {
    return `with an explicit deny in ${denied.name === "identity-based policy" ? "an" : "a"} ${denied.name}`;
  }
  const silent = verdicts.find(({ verdict }) => verdict === "not-mentioned");
  return silent === undefined ? undefined : `because no ${silent.name} allows the ${request.action} action`;
}

/** The services of one protocol word a refusal alike. */
function accessDenied(
  protocol: JudgedCall["protocol"],
  { caller }: CallContext,
  action: string,
  resource: string,
  reason: string,
): AwsError {
  const message = `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
  if (protocol === "ec2-query") {
    const text = `You are not authorized to perform this operation. ${message}`;
    return new AwsError("UnauthorizedOperation", text, 403);
  }
  return protocol.startsWith("json-")
    ? new AwsError("AccessDeniedException", message, 400)
    : new AwsError("AccessDenied", message, 403);
}

/** Condition keys of a call: the global ones, the caller's own, and those of the operation. */
export function conditionContext(
  context: Pick<CallContext, "caller" | "region" | "partition" | "now">,
  service: string,
  values: ConditionValues = {},
): ConditionContext {
  const caller = context.caller as AuthenticatedCaller;
  const now = context.now();
  const all: ConditionValues = {
    "aws:PrincipalArn": roleOfSession(caller.arn),
    "aws:PrincipalAccount": caller.accountId,
    "aws:PrincipalType": principalType(caller.arn),
    "aws:userid": caller.userId,
    "aws:username": caller.userName,
    "aws:ResourceAccount": caller.accountId,
    "aws:RequestedRegion": service === "iam" ? globalRegion(context.partition) : context.region,
    // The loopback stands in for TLS: a policy that asks for TLS is meant for the real AWS.
    "aws:SecureTransport": "true",
    "aws:SourceIp": "127.0.0.1",
    "aws:CurrentTime": now.toISOString(),
    "aws:EpochTime": String(Math.floor(now.getTime() / 1000)),
    ...Object.fromEntries(Object.entries(caller.tags ?? {}).map(([k, v]) => [`aws:PrincipalTag/${k}`, v])),
    ...caller.context,
    ...values,
  };
  const result = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(all)) {
    if (value === undefined) continue;
    result.set(key.toLowerCase(), typeof value === "string" ? [value] : value);
  }
  return result;
}

function principalType(arn: string): string {
  if (arn.endsWith(":root")) return "Account";
  return arn.includes(":assumed-role/") ? "AssumedRole" : "User";
}

function globalRegion(partition: string): string {
  if (partition === "aws-cn") return "cn-north-1";
  return partition === "aws-us-gov" ? "us-gov-west-1" : "us-east-1";
}
