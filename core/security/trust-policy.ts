import { report, type BlueprintContext } from "./blueprint-context";
import { readConfigDocument, type ConfigDocument } from "./config-document";
import type { PolicyDocument, Statement } from "./policy-document";

/**
 * Services that say for which account they take a role, and whose documentation puts `aws:SourceAccount` into the
 * trust policy ("Cross-service confused deputy prevention" in the developer guides of SageMaker AI, CodeBuild,
 * CodePipeline and Bedrock). The others would no longer get their role under that condition.
 */
export const SERVICES_WITH_SOURCE_ACCOUNT: ReadonlySet<string> = new Set([
  "bedrock.amazonaws.com",
  "codebuild.amazonaws.com",
  "codepipeline.amazonaws.com",
  "sagemaker.amazonaws.com",
]);

/** The trust policy of a service role: only AWS services, and for this account alone where the service supports it. */
export function serviceTrust(
  context: BlueprintContext,
  document: ConfigDocument,
  path: string,
): PolicyDocument {
  const trust = readConfigDocument(context, document, path);
  trust.Statement.forEach((statement, index) =>
    checkServiceStatement(context, statement, `${path}.Statement[${index}]`),
  );
  const accountId = context.config.client.account_id;
  return { ...trust, Statement: trust.Statement.map((statement) => forAccount(statement, accountId)) };
}

/** The trust policy of a role that people of the account assume: their group names the role's ARN in turn. */
export function accountTrust(accountId: string, requireMfa: boolean): PolicyDocument {
  return assumeRoleTrust([accountId], requireMfa ? { Bool: { "aws:MultiFactorAuthPresent": "true" } } : {});
}

/** The trust policy of a cross-account role: named accounts, with the external id that was agreed on. */
export function crossAccountTrust(
  trustedAccounts: readonly string[],
  externalId: string,
  requireMfa: boolean,
): PolicyDocument {
  return assumeRoleTrust(trustedAccounts, {
    ...(requireMfa ? { Bool: { "aws:MultiFactorAuthPresent": "true" } } : {}),
    StringEquals: { "sts:ExternalId": externalId },
  });
}

function assumeRoleTrust(
  accountIds: readonly string[],
  condition: NonNullable<Statement["Condition"]>,
): PolicyDocument {
  const roots = [...new Set(accountIds)].sort().map((id) => `arn:\${AWS::Partition}:iam::${id}:root`);
  const statement: Statement = { Effect: "Allow", Principal: { AWS: roots }, Action: ["sts:AssumeRole"] };
  const conditions = Object.keys(condition).length === 0 ? {} : { Condition: condition };
  return { Version: "2012-10-17", Statement: [{ ...statement, ...conditions }] };
}

function checkServiceStatement(context: BlueprintContext, statement: Statement, path: string): void {
  const { Principal } = statement;
  const kinds = typeof Principal === "object" ? Object.keys(Principal) : [];
  if (kinds.length !== 1 || kinds[0] !== "Service") {
    report(
      context,
      `${path}.Principal`,
      "a service role trusts services alone",
      "write `Service: lambda.amazonaws.com`",
    );
  }
  for (const service of services(statement)) {
    if (!/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(service)) {
      report(
        context,
        `${path}.Principal.Service`,
        `"${service}" is not a service's principal`,
        "such as lambda.amazonaws.com",
      );
    }
  }
  if (statement.Action.some((action) => action !== "sts:AssumeRole")) {
    report(context, `${path}.Action`, "a service takes its role with sts:AssumeRole and nothing else");
  }
  if (statement.Resource !== undefined) {
    report(context, `${path}.Resource`, "a trust policy has no Resource");
  }
}

function services({ Principal }: Statement): string[] {
  return typeof Principal === "object" ? [Principal.Service ?? []].flat() : [];
}

function forAccount(statement: Statement, accountId: string): Statement {
  const supported = services(statement).every((service) => SERVICES_WITH_SOURCE_ACCOUNT.has(service));
  const conditions = Object.values(statement.Condition ?? {});
  const named = conditions.some((keys) =>
    Object.keys(keys).some((key) => /^aws:Source(Account|Arn)$/i.test(key)),
  );
  if (!supported || named || statement.Effect === "Deny") return statement;
  return {
    ...statement,
    Condition: {
      ...statement.Condition,
      StringEquals: { ...statement.Condition?.StringEquals, "aws:SourceAccount": accountId },
    },
  };
}
