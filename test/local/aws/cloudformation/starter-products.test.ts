import { GetResourceCommand } from "@aws-sdk/client-cloudcontrol";
import {
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
} from "@aws-sdk/client-cloudformation";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { CodeBuild } from "@aws-sdk/client-codebuild";
import { CodeCommit } from "@aws-sdk/client-codecommit";
import { CodePipeline } from "@aws-sdk/client-codepipeline";
import { EventBridge } from "@aws-sdk/client-eventbridge";
import { ListRolesCommand } from "@aws-sdk/client-iam";
import { ListBucketsCommand } from "@aws-sdk/client-s3";
import { SageMaker } from "@aws-sdk/client-sagemaker";
import { GetParametersByPathCommand } from "@aws-sdk/client-ssm";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { mlParameterPath } from "../../../../core/naming/ml-names";
import type { MlBlueprint } from "../../../../core/ml/blueprint";
import type { Template } from "../../../../core/template/cloudformation";
import { watchedResources } from "../../../../core/template/watched-resources";
import { mlConfigNames } from "../../../core/ml/ml-configs";
import { rendered } from "../../../core/ml/rendered";
import { ACCOUNT, REGION, StackFixture } from "./stack-fixture";

const STARTERS = mlConfigNames.filter((name) => name.startsWith("techcorp-"));

/** Types that only their service reads. */
const NOT_SERVED = ["AWS::CodeBuild::Project", "AWS::CodeCommit::Repository"];

describe("products of the starter tier", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  it("are four", () => assert.equal(STARTERS.length, 4));

  for (const name of STARTERS) {
    it(`are deployed, read back and deleted: ${name}`, async () => {
      const { blueprint, template } = rendered(name, ({ environment }) => (environment.region = REGION));
      assert.deepEqual(await everything(), NOTHING);
      const stack = await fixture.create("product", template);
      assert.equal(stack.StackStatus, "CREATE_COMPLETE", await reasons());
      await assertBuilds(blueprint);
      await assertPipelines(blueprint);
      await assertOutputs(template, blueprint);
      await assertServed(template);
      assert.deepEqual(await drifts(), []);
      const same = fixture.update("product", template);
      await assert.rejects(same, /No updates are to be performed/);
      assert.equal((await fixture.delete("product")).StackStatus, "DELETE_COMPLETE");
      assert.deepEqual(await everything(), NOTHING);
    });
  }

  const NOTHING = {
    buckets: [],
    groups: [],
    logs: [],
    pipelines: [],
    projects: [],
    repositories: [],
    roles: [],
    rules: [],
  };

  /** Names of all that a product has, by the services' own lists. */
  async function everything(): Promise<Record<keyof typeof NOTHING, unknown[]>> {
    const { Buckets = [] } = await fixture.s3.send(new ListBucketsCommand({}));
    const { Roles = [] } = await fixture.iam.send(new ListRolesCommand({}));
    const { pipelines } = await fixture.client(CodePipeline).listPipelines({});
    const { repositories } = await fixture.client(CodeCommit).listRepositories({});
    const { Rules } = await fixture.client(EventBridge).listRules({});
    const { logGroups } = await fixture.client(CloudWatchLogs).describeLogGroups({});
    return {
      buckets: Buckets.map(({ Name }) => Name),
      groups: (await fixture.client(SageMaker).listModelPackageGroups({})).ModelPackageGroupSummaryList!,
      logs: logGroups!.map(({ logGroupName }) => logGroupName),
      pipelines: pipelines!.map((pipeline) => pipeline.name),
      projects: (await fixture.client(CodeBuild).listProjects({})).projects!,
      repositories: repositories!.map(({ repositoryName }) => repositoryName),
      roles: Roles.map(({ RoleName }) => RoleName),
      rules: Rules!.map(({ Name }) => Name),
    };
  }

  /** The projects find in their environment what there is, and the repositories are there where code is in them. */
  async function assertBuilds({ names, stem, buildSource, deploySource }: MlBlueprint): Promise<void> {
    const { projects } = await fixture
      .client(CodeBuild)
      .batchGetProjects({ names: [names.modelBuildProject, names.modelDeployProject] });
    for (const { environment, logsConfig, tags } of projects!) {
      const variables = new Map(environment!.environmentVariables!.map(({ name, value }) => [name, value]));
      assert.equal(variables.get("ARTIFACTS_BUCKET"), names.artifactsBucket);
      assert.match(variables.get("EXECUTION_ROLE_ARN")!, new RegExp(`^arn:aws:iam::${ACCOUNT}:role/`));
      assert.ok(tags!.some(({ key, value }) => key === "Stem" && value === stem));
      const { logGroups } = await fixture
        .client(CloudWatchLogs)
        .describeLogGroups({ logGroupNamePrefix: logsConfig!.cloudWatchLogs!.groupName });
      assert.equal(logGroups!.length, 1);
    }
    assert.equal(projects!.length, 2);
    for (const source of [buildSource, deploySource]) {
      if (source.kind !== "codecommit") continue;
      const { repositoryMetadata } = await fixture
        .client(CodeCommit)
        .getRepository({ repositoryName: source.repository });
      assert.match(repositoryMetadata!.repositoryDescription!, new RegExp(`of ${stem}$`));
    }
  }

  /** Each pipeline runs a project that is there, and the rules start pipelines that are there. */
  async function assertPipelines({ names }: MlBlueprint): Promise<void> {
    const codepipeline = fixture.client(CodePipeline);
    for (const [pipeline, project] of [
      [names.modelBuildPipeline, names.modelBuildProject],
      [names.modelDeployPipeline, names.modelDeployProject],
    ]) {
      const { pipeline: found } = await codepipeline.getPipeline({ name: pipeline });
      const last = found!.stages!.at(-1)!.actions![0]!;
      assert.equal(last.configuration!.ProjectName, project);
      assert.equal(found!.artifactStore!.location, names.artifactsBucket);
      const { RuleNames } = await fixture
        .client(EventBridge)
        .listRuleNamesByTarget({ TargetArn: `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${pipeline}` });
      assert.ok(RuleNames!.length > 0, pipeline);
    }
  }

  /** Every output is published under the product's path. */
  async function assertOutputs(template: Template, { config }: MlBlueprint): Promise<void> {
    const Path = mlParameterPath(config);
    const published: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await fixture.ssm.send(new GetParametersByPathCommand({ Path, NextToken }));
      published.push(...page.Parameters!.map(({ Name }) => Name!.slice(Path.length + 1)));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    assert.deepEqual(published.sort(), Object.keys(template.Outputs).sort());
  }

  /** Cloud Control knows every resource by the identifier that the template alone tells. */
  async function assertServed(template: Template): Promise<void> {
    for (const { type, identifier } of watchedResources(template, { accountId: ACCOUNT, region: REGION })) {
      if (NOT_SERVED.includes(type)) continue;
      const { ResourceDescription } = await fixture.control.send(
        new GetResourceCommand({ TypeName: type, Identifier: identifier }),
      );
      assert.equal(ResourceDescription!.Identifier, identifier, type);
    }
  }

  async function drifts(): Promise<unknown[]> {
    const StackName = "product";
    const { StackDriftDetectionId } = await fixture.cfn.send(new DetectStackDriftCommand({ StackName }));
    for (;;) {
      const answer = await fixture.cfn.send(
        new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }),
      );
      if (answer.DetectionStatus !== "DETECTION_IN_PROGRESS") {
        assert.equal(answer.DetectionStatus, "DETECTION_COMPLETE", answer.DetectionStatusReason);
        break;
      }
      await sleep(5);
    }
    const { StackResourceDrifts } = await fixture.cfn.send(
      new DescribeStackResourceDriftsCommand({
        StackName,
        StackResourceDriftStatusFilters: ["DELETED", "MODIFIED"],
      }),
    );
    return StackResourceDrifts!.map((drift) => [drift.LogicalResourceId, drift.PropertyDifferences]);
  }

  async function reasons(): Promise<string> {
    const events = await fixture.events("product").catch(() => []);
    return events.map((event) => event.ResourceStatusReason ?? "").join("\n");
  }
});
