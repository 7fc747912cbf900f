import { join } from "node:path";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { loadCatalogue } from "../../core/catalogue/load";
import { loadConfigFile } from "../../core/config/load-file";
import type { JsonObject } from "../../core/config/source";
import { environmentOfConfig, type JudgedEnvironment } from "../../core/guardrails/environment";
import type { Verdict, Violation } from "../../core/guardrails/guardrail";
import { judgeBy } from "../../core/guardrails/judge";
import { readTemplate } from "../../core/guardrails/read-template";
import { guardrails } from "../../core/guardrails/rules";
import type { JudgedStack, Subject } from "../../core/guardrails/subject";
import { buildBlueprint } from "../../core/security/build-blueprint";
import { renderTemplate } from "../../core/template/render-template";

const root = join(__dirname, "..", "..");

/** The environment of the tests: edge's dev environment in us-west-1. */
export const environment: JudgedEnvironment = {
  tier: "startup",
  companyPrefix: "edge",
  env: "dev",
  tenantId: "b001",
  region: "us-west-1",
  accountId: "123456789012",
  quotas: {},
  exemptions: [],
};

/** The tags that everything of that environment has. */
export const TAGS: Readonly<Record<string, string>> = {
  Company: "edge",
  Environment: "dev",
  ManagedBy: "tierguard",
  Stem: "edge-dev-b001-us-west-1-startup-sec",
  TenantId: "b001",
  Tier: "startup",
};

/** A stack of that environment with which nothing is wrong. */
export const stack: JudgedStack = {
  name: "edge-dev-b001-us-west-1-startup-sec-stack",
  tags: TAGS,
  terminationProtection: true,
  protect: true,
  region: "us-west-1",
  accounts: ["123456789012"],
  delivery: "inline",
};

/** A template of these resources. */
export function templateOf(resources: JsonObject, parameters: JsonObject = {}): Subject {
  const raw = {
    AWSTemplateFormatVersion: "2010-09-09",
    ...(Object.keys(parameters).length === 0 ? {} : { Parameters: parameters }),
    Resources: resources,
  };
  const { accountId, region } = environment;
  return { template: readTemplate(raw, { accountId, region }) };
}

/** What a guardrail says. */
export function verdictOn(
  name: string,
  subject: Subject,
  options: { environment?: JudgedEnvironment | null; configured?: Record<string, unknown> } = {},
): Verdict {
  const guardrail = guardrails.find((candidate) => candidate.name === name);
  if (guardrail === undefined) throw new Error(`there is no guardrail ${name}`);
  const given = options.environment === undefined ? environment : options.environment;
  const context = { data: referenceData(), ...(given === null ? {} : { environment: given }) };
  return judgeBy(guardrail, subject, { context, configured: options.configured });
}

/** The violations of a verdict; none where it is no violation. */
export function violationsOf(verdict: Verdict): readonly Violation[] {
  return verdict.result === "violation" ? verdict.violations : [];
}

/** A role that a service takes, with a template's other properties. */
export function role(properties: JsonObject = {}): JsonObject {
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: "edge-dev-b001-role-worker",
      AssumeRolePolicyDocument: trust({ Service: ["lambda.amazonaws.com"] }),
      Tags: Object.entries(TAGS).map(([Key, Value]) => ({ Key, Value })),
      ...properties,
    },
  };
}

/** A trust policy of one statement. */
export function trust(principal: unknown, condition?: JsonObject): JsonObject {
  const statement = { Effect: "Allow", Principal: principal, Action: ["sts:AssumeRole"] };
  return {
    Version: "2012-10-17",
    Statement: [condition === undefined ? statement : { ...statement, Condition: condition }],
  };
}

/** A group with one inline policy of these statements. */
export function group(...statements: JsonObject[]): JsonObject {
  return {
    Type: "AWS::IAM::Group",
    Properties: {
      GroupName: "edge-dev-b001-group-people",
      Policies: [{ PolicyName: "rights", PolicyDocument: { Version: "2012-10-17", Statement: statements } }],
    },
  };
}

/** A statement that is allowed to everybody who reads it: one action on the tenant's own buckets. */
export const OWN_OBJECTS: JsonObject = {
  Sid: "Read",
  Effect: "Allow",
  Action: ["s3:GetObject"],
  Resource: ["arn:aws:s3:::edge-dev-b001-data/*"],
};

/** The template and environment of a shipped config. */
export function shipped(profile: string): { raw: JsonObject; environment: JudgedEnvironment } {
  const catalogue = loadCatalogue(join(root, "policy-templates"));
  const masterDirectory = join(root, "configs");
  const config = loadConfigFile(join(masterDirectory, `${profile}.yaml`), {
    masterDirectory,
    catalogue: catalogue.index,
  });
  const template = renderTemplate(buildBlueprint(config, catalogue));
  return {
    raw: JSON.parse(JSON.stringify(template)) as JsonObject,
    environment: environmentOfConfig(config),
  };
}
