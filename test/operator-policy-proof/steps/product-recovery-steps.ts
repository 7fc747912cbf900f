import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { Template, TemplateValue } from "../../../core/template/cloudformation";
import { describeRootCause, lastOperationEvents, rootCause } from "../../../aws/stack-events";
import { removeLeftoverStack } from "../../../aws/stack-removal";
import { ResourceOperationError } from "../../../local/providers/aws-native/cloud-control";
import { type LifeStep, type LifeWorld, stackId } from "../life-step";
import { resourcesOf, withProperties } from "../life-template";
import { stackResource } from "../stack-by-cloud-control";
import { desiredStack } from "./deploy-steps";
import { rollbackSteps } from "./rollback-steps";

const DOCUMENT = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["s3:ListAllMyBuckets"], Resource: ["*"] }],
};

/** The template with a parameter that Parameter Store refuses, after everything else. */
function broken(template: Template): Template {
  const [, model] = resourcesOf(template, "AWS::SSM::Parameter")[0]!;
  const Properties = {
    ...model.Properties,
    Name: `${model.Properties.Name as string}-more`,
    AllowedPattern: "^never$",
    Value: "refused",
  };
  const Broken = { ...model, Properties, DependsOn: Object.keys(template.Resources) };
  return { ...template, Resources: { ...template.Resources, Broken } };
}

/** The template with one more inline policy on a role, which a rollback deletes. */
function withMorePolicy(template: Template): Template {
  const [logicalId, { Properties }] = resourcesOf(template, "AWS::IAM::Role")[0]!;
  const before = (Properties.Policies ?? []) as TemplateValue[];
  const Policies = [...before, { PolicyName: "proof", PolicyDocument: DOCUMENT }];
  return withProperties(template, logicalId, { Policies });
}

/** An update by somebody else that changes a role and fails then. */
async function failingUpdate(world: LifeWorld, DisableRollback: boolean): Promise<void> {
  const { owner, template, bucket } = world;
  const key = "broken.json";
  const Body = JSON.stringify(broken(withMorePolicy(template)));
  await owner.s3.putObject({ Bucket: bucket, Key: key, Body });
  await owner.cloudFormation.updateStack({
    StackName: stackId(world),
    TemplateURL: `${world.account.url}/${bucket}/${key}`,
    Capabilities: ["CAPABILITY_NAMED_IAM"],
    DisableRollback,
  });
  for (;;) {
    const { Stacks } = await owner.cloudFormation.describeStacks({ StackName: stackId(world) });
    const { StackStatus } = Stacks![0]!;
    if (StackStatus!.endsWith("_IN_PROGRESS")) {
      await sleep(5);
      continue;
    }
    assert.equal(StackStatus, DisableRollback ? "UPDATE_FAILED" : "UPDATE_ROLLBACK_FAILED");
    return;
  }
}

/** The ways out of UPDATE_ROLLBACK_FAILED and of UPDATE_FAILED. */
export const { continueRollback, rollBackStack } = rollbackSteps(failingUpdate, "DeleteRolePolicy");

/** A first creation that failed and took everything back, cleared away before the next one. */
export const clearLeftover: LifeStep = {
  name: "tell why a first creation failed, and clear away what it left",
  kind: "deletes",
  fresh: true,
  async run(world) {
    const since = new Date();
    const stacks = await stackResource(world);
    const desired = await desiredStack({ ...world, template: broken(world.template) });
    const error = await stacks.create({ ...desired, EnableTerminationProtection: true }).then(
      () => new Error("the creation has not failed"),
      (reason: unknown) => reason,
    );
    const leftover = error instanceof ResourceOperationError ? error.event.Identifier : undefined;
    if (leftover === undefined) throw error;
    const cause = rootCause(await lastOperationEvents(world.aws, leftover, since));
    assert.match(describeRootCause(cause!), /^Broken .*could not be created/);
    const { Stacks } = await world.owner.cloudFormation.describeStacks({ StackName: leftover });
    assert.equal(Stacks![0]!.StackStatus, "ROLLBACK_COMPLETE", Stacks![0]!.StackStatusReason);
    await removeLeftoverStack(world.aws, leftover);
  },
};
