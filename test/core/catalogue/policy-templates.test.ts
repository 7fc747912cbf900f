import assert from "node:assert/strict";
import { substitutePlaceholders } from "../../../core/catalogue/placeholders";
import type { Statement } from "../../../core/security/policy-document";
import { shippedCatalogue, startupConfig } from "../startup-config";
import { overlapsArn } from "../../../core/analysis/wildcard";
import { findings, SAMPLE } from "./service-authorization";

const values = {
  company_prefix: "edge",
  env: "prod",
  tenant_id: "b001",
  account_id: SAMPLE.account,
  region: SAMPLE.region,
};
const scope = "edge-prod-b001-";

function filledIn(statement: Statement): Statement {
  const fill = (text: string) =>
    substitutePlaceholders(text, values).replaceAll("${AWS::Partition}", SAMPLE.partition);
  return { ...statement, Resource: statement.Resource!.map(fill) };
}

describe("policy templates as AWS's service authorization reference sees them", () => {
  for (const template of shippedCatalogue.templates) {
    it(`${template.service} ${template.id}`, () => {
      const found: string[] = [];
      for (const statement of template.document.Statement) {
        for (const finding of findings(filledIn(statement))) found.push(`${statement.Sid}: ${finding}`);
      }
      assert.deepEqual(found, []);
    });
  }

  const wrong: [string, Statement, RegExp][] = [
    ["an action that does not exist", allow("s3:GetObjekt", "arn:aws:s3:::edge-*"), /is no action/],
    [
      "a resource of another type",
      allow("s3:GetObject", "arn:aws:lambda:us-east-1:123456789012:function:x"),
      /takes none of the resources/,
    ],
    ["a wildcard that AWS does not force", allow("s3:GetObject", "*"), /allowed on \*/],
    [
      "a resource where AWS knows none",
      allow("s3:ListAllMyBuckets", "arn:aws:s3:::edge-*"),
      /takes none of the resources/,
    ],
    [
      "a condition key of another service",
      {
        ...allow("s3:GetObject", "arn:aws:s3:::edge-*/*"),
        Condition: { StringEquals: { "iam:PassedToService": "x" } },
      },
      /condition key/,
    ],
  ];
  for (const [name, statement, expected] of wrong) {
    it(`the check sees ${name}`, () => {
      assert.match(findings(statement).join("\n"), expected);
    });
  }
});

describe("policy templates as a security engineer sees them", () => {
  const all = shippedCatalogue.templates.flatMap(({ service, id, document }) =>
    document.Statement.map((statement) => ({
      name: `${service} ${id} ${statement.Sid}`,
      statement: filledIn(statement),
    })),
  );

  /** Of those, the ones that the startup tier gives to somebody who is no administrator. */
  const { iam_groups: groups, service_roles: roles } = startupConfig().security;
  const assigned = [...Object.values(groups), ...Object.values(roles)].flatMap((holder) =>
    Object.entries(holder.policy_assignments ?? {}).map(([service, id]) => `${service} ${id} `),
  );
  const inStartup = all.filter(({ name }) => assigned.some((start) => name.startsWith(start)));

  /** What no name of a tenant can be in, with the reason. */
  const unscoped: Record<string, string> = {
    "arn:aws:bedrock:us-east-1::foundation-model/*": "AWS's own models",
    "arn:aws:ecr:us-east-1:*:repository/*": "images of other accounts, never of this one",
    "arn:aws:bedrock:us-east-1:123456789012:guardrail/*": "random ids: the tags decide",
    "arn:aws:bedrock:us-east-1:123456789012:prompt/*": "random ids: the tags decide",
    "arn:aws:kms:us-east-1:123456789012:key/*": "random ids: the alias decides",
    "arn:aws:cloudwatch:us-east-1:123456789012:alarm:*": "alarms are read by the list",
    "arn:aws:lambda:us-east-1:123456789012:event-source-mapping:*": "random ids: the function decides",
    "arn:aws:trustedadvisor:*:123456789012:checks/*": "checks are of the whole account",
    "arn:aws:glue:us-east-1:123456789012:catalog": "the account has one",
    "arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/*":
      "the account's groups, created by the first job",
    "arn:aws:logs:us-east-1:123456789012:log-group:/aws-glue/*":
      "the account's groups, streams named by the run",
  };

  it("allows nothing outside the tenant's names but what has a reason", () => {
    const outside = all
      .filter(({ statement }) => statement.Effect === "Allow")
      .flatMap(({ statement }) => statement.Resource!)
      .filter(
        (resource) => resource !== "*" && !resource.includes(scope) && !resource.includes("edge_prod_b001_"),
      );
    assert.deepEqual(
      [...new Set(outside)].filter((resource) => !(resource in unscoped)),
      [],
    );
  });

  it("decides by tag, alias or account where a name can't", () => {
    const byId = all.filter(({ statement }) =>
      statement.Resource!.some((resource) =>
        /(guardrail|prompt|key|ecr:us-east-1:\*:repository)\/\*$/.test(resource),
      ),
    );
    assert.ok(byId.length > 0);
    for (const { name, statement } of byId) assert.ok(statement.Condition, name);
  });

  it("has no action of IAM but PassRole, and none of STS", () => {
    const actions = all
      .flatMap(({ statement }) => statement.Action)
      .filter((action) => /^(iam|sts):/.test(action));
    assert.deepEqual([...new Set(actions)], ["iam:PassRole"]);
  });

  it("passes only named service roles of the tenant, and each only to the service that it trusts", () => {
    const passes = all.filter(({ statement }) => statement.Action.includes("iam:PassRole"));
    assert.ok(passes.length > 0);
    for (const { name, statement } of passes) {
      assert.deepEqual(statement.Action, ["iam:PassRole"], name);
      const service = statement.Condition?.StringEquals?.["iam:PassedToService"];
      for (const resource of statement.Resource!) {
        const role = /^arn:aws:iam::123456789012:role\/edge-prod-b001-role-([a-z-]+)$/.exec(resource)?.[1];
        // The larger tiers add this role; the startup tier uses no template that passes it.
        if (role === "ci-cd-deployment-role" && !inStartup.some((startup) => startup.name === name)) continue;
        const trust = JSON.stringify(roles[role?.replaceAll("-", "_") ?? ""]?.trust_policy);
        assert.ok(trust?.includes(`"${service as string}"`), `${name}: ${resource} to ${service as string}`);
      }
    }
  });

  const escalations = [
    "codebuild:StartBuild",
    "codebuild:UpdateProject",
    "codebuild:StartBuildBatch",
    "codepipeline:StartPipelineExecution",
    "codepipeline:UpdatePipeline",
    "glue:CreateDevEndpoint",
    "glue:UpdateDevEndpoint",
    "lambda:AddPermission",
    "lambda:CreateEventSourceMapping",
    "lambda:CreateFunctionUrlConfig",
    "s3:PutBucketAcl",
    "sagemaker:CreatePresignedDomainUrl",
    "sagemaker:CreateDomain",
    "sagemaker:CreateUserProfile",
    "sagemaker:UpdateNotebookInstance",
    "sagemaker:PutModelPackageGroupPolicy",
    "sagemaker:CreateNotebookInstanceLifecycleConfig",
    "kms:CreateGrant",
    "kms:PutKeyPolicy",
  ];
  it("has none of the actions by which one could act as a wider role", () => {
    const allowed = new Set(
      inStartup
        .filter(({ statement }) => statement.Effect === "Allow")
        .flatMap(({ statement }) => statement.Action),
    );
    assert.deepEqual(
      escalations.filter((action) => allowed.has(action)),
      [],
    );
  });

  it("opens a notebook only for the user whose name its Owner tag holds", () => {
    const opening = all.filter(({ statement }) =>
      statement.Action.includes("sagemaker:CreatePresignedNotebookInstanceUrl"),
    );
    assert.ok(opening.length > 0);
    for (const { name, statement } of opening) {
      assert.deepEqual(
        statement.Condition,
        { StringEquals: { "aws:ResourceTag/Owner": "${aws:username}" } },
        name,
      );
    }
    const tagging = all.filter(({ statement }) =>
      statement.Action.some((action) => /^sagemaker:(Add|Delete)Tags$/.test(action)),
    );
    for (const { name, statement } of tagging) {
      assert.deepEqual(statement.Condition, { Null: { "sagemaker:TaggingAction": "false" } }, name);
    }
  });

  it("changes code that runs with a role of its own only under names that go on with -dev-", () => {
    const changing = inStartup.filter(({ statement }) =>
      statement.Action.some((action) => /^(lambda:UpdateFunction|sagemaker:UpdatePipeline)/.test(action)),
    );
    assert.ok(changing.length > 0);
    for (const { name, statement } of changing) {
      assert.ok(
        statement.Resource!.every((resource) => resource.includes(`${scope}dev-`)),
        name,
      );
    }
  });

  it("keeps everybody who writes objects out of templates/ folders", () => {
    const template = "arn:aws:s3:::edge-prod-b001-us-east-1-s3/solutions/master-solution/templates/a.json";
    const writers = shippedCatalogue.templates.filter(({ document }) =>
      document.Statement.some(({ Effect, Action }) => Effect === "Allow" && Action.includes("s3:PutObject")),
    );
    assert.deepEqual(
      writers.map(({ id }) => id),
      ["level2", "level3", "level4"],
    );
    for (const { id, document } of writers) {
      const statements = document.Statement.map(filledIn).filter(({ Resource }) =>
        Resource!.some((resource) => overlapsArn(resource, template)),
      );
      const denied = new Set(
        statements.filter(({ Effect }) => Effect === "Deny").flatMap(({ Action }) => Action),
      );
      const writes = statements
        .filter(({ Effect }) => Effect === "Allow")
        .flatMap(({ Action }) => Action)
        .filter((action) => /^s3:(Put|Delete|Restore)Object/.test(action));
      assert.deepEqual(
        writes.filter((action) => !denied.has(action)),
        [],
        id,
      );
    }
  });
});

function allow(action: string, resource: string): Statement {
  return { Effect: "Allow", Action: [action], Resource: [resource] };
}
