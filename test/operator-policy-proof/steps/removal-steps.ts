import assert from "node:assert/strict";
import { listObstacles } from "../../../aws/inventory/obstacles";
import { listRemains } from "../../../aws/inventory/remains";
import { remainsRequest } from "../../../aws/inventory/remains-request";
import { removeObstacles } from "../../../aws/inventory/remove-obstacles";
import { type LifeStep, stackId, watched } from "../life-step";
import { setProtection, stackResource } from "../stack-by-cloud-control";

const DOCUMENT = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
});
const READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

/** What stands in the way of a deletion, listed and removed. */
export const clearObstacles: LifeStep = {
  name: "list and remove what stands in the way of a deletion",
  kind: "deletes",
  async before(world) {
    const { iam } = world.owner;
    const name = (type: string) => watched(world).find((resource) => resource.type === type)!.identifier;
    const [GroupName, RoleName] = [name("AWS::IAM::Group"), name("AWS::IAM::Role")];
    const hand = { PolicyName: "hand", PolicyDocument: DOCUMENT };
    await iam.createUser({ UserName: "member" });
    await iam.addUserToGroup({ GroupName, UserName: "member" });
    await iam.attachGroupPolicy({ GroupName, PolicyArn: READ_ONLY });
    await iam.putGroupPolicy({ GroupName, ...hand });
    await iam.attachRolePolicy({ RoleName, PolicyArn: READ_ONLY });
    await iam.putRolePolicy({ RoleName, ...hand });
  },
  async run(world) {
    const { client, environment } = world.blueprint.config;
    const target = { stackName: stackId(world), accountId: client.account_id, region: environment.region };
    const { obstacles, unanswered } = await listObstacles(world.aws, target);
    const { failed } = await removeObstacles(world.aws, obstacles);
    assert.deepEqual(
      failed.map(({ obstacle, failure }) => `${obstacle.sentence}: ${failure.message}`),
      [],
    );
    return [...obstacles.map(({ sentence }) => sentence), ...unanswered.map(({ what }) => what)];
  },
};

/** The deletion of the stack, through Cloud Control, and the look at what is left. */
export const deleteStack: LifeStep = {
  name: "delete the stack and list what is left",
  kind: "deletes",
  async run(world) {
    const id = stackId(world);
    await setProtection(world, false);
    await (await stackResource(world)).delete(id);
    const request = remainsRequest(world.blueprint, { deployed: false, stackId: id });
    const { ours, unclaimed, unanswered } = await listRemains(world.aws, request);
    assert.deepEqual(
      [...ours, ...unclaimed].filter(({ kind }) => kind !== "template"),
      [],
    );
    return unanswered.map(({ what }) => what);
  },
};
