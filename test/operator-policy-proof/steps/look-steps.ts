import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { forecast } from "../../../aws/forecast/forecast";
import { forecastRequest, preflightPart } from "../../../aws/forecast/request";
import { inParallel } from "../../../aws/in-parallel";
import { listRemains } from "../../../aws/inventory/remains";
import { remainsRequest } from "../../../aws/inventory/remains-request";
import { gatherPreflight } from "../../../aws/preflight/gather";
import { readWatched } from "../../../aws/drift/read-watched";
import { StackReferences } from "../../../aws/drift/stack-references";
import { judgePreflight } from "../../../aws/preflight/judge";
import { compareProperties } from "../../../core/drift/compare-properties";
import { tenantScope } from "../../../core/naming/stack-names";
import { TEMPLATE_LIMITS } from "../../../core/template/template-limits";
import { isDetectable } from "../../../local/aws/cloudformation/drift/detect";
import { deliveryOf } from "../delivery";
import { type LifeStep, type LifeWorld, stackId, watched, watchedArgs } from "../life-step";
import { stackResource } from "../stack-by-cloud-control";

function requestOf(world: LifeWorld) {
  const { bucket, key } = deliveryOf(world, world.template);
  return forecastRequest({
    blueprint: world.blueprint,
    resources: watched(world),
    template: { bucket, key },
  });
}

/** The pre-check of every preview, update and deletion. */
export const preCheck: LifeStep = {
  name: "pre-check",
  kind: "looks",
  async run(world) {
    const request = preflightPart(requestOf(world), world.connection);
    const judged = judgePreflight(request, await gatherPreflight(world.aws, request));
    return judged.filter(({ status }) => status !== "ok").map(({ sentence }) => sentence);
  },
};

/**
 * The forecast before a deployment. What the policy simulator says of other rights is left out: it tells that a right is
 * missing, which is to be shown by its use.
 */
export const forecastDeployment: LifeStep = {
  name: "forecast",
  kind: "writes",
  only: "reads",
  async run(world) {
    const findings = await forecast(requestOf(world), world.connection);
    return findings
      .filter(({ check, status, sentence }) => {
        return status !== "ok" && (check !== "permissions" || sentence.includes("SimulatePrincipalPolicy"));
      })
      .map(({ sentence }) => sentence);
  },
};

/** Reading back each resource, as a preview, a refresh and a deployment do. */
export const verify: LifeStep = {
  name: "read each resource",
  kind: "looks",
  async run(world) {
    const references = new StackReferences();
    const verdicts = await inParallel(watched(world), async (resource) => {
      const state = await readWatched(world.aws, references, watchedArgs(world, resource));
      if (state.kind === "unreadable") return `${resource.logicalId}: ${state.reason}`;
      assert.ok(state.kind === "found", resource.logicalId);
      assert.deepEqual(compareProperties(resource.type, resource.properties, state.properties), []);
      return "";
    });
    return verdicts.filter((verdict) => verdict !== "");
  },
};

/** The read of the stack itself, as aws-native does it. */
export const refreshStack: LifeStep = {
  name: "read the stack",
  kind: "looks",
  async run(world) {
    assert.notEqual(await (await stackResource(world)).read(stackId(world)), undefined);
  },
};

/** CloudFormation's own drift detection. */
export const detectDrift: LifeStep = {
  name: "detect drift",
  kind: "looks",
  async run(world) {
    const cloudFormation = await world.aws.cloudFormation();
    const StackName = stackId(world);
    const { StackDriftDetectionId } = await cloudFormation.detectStackDrift({ StackName });
    for (;;) {
      const status = await cloudFormation.describeStackDriftDetectionStatus({ StackDriftDetectionId });
      if (status.DetectionStatus === "DETECTION_COMPLETE") break;
      if (status.DetectionStatus === "DETECTION_FAILED") throw new Error(status.DetectionStatusReason);
      await sleep(5);
    }
    const { StackResourceDrifts } = await cloudFormation.describeStackResourceDrifts({ StackName });
    const checked = Object.values(world.template.Resources).filter(({ Type }) => isDetectable(Type));
    assert.equal(StackResourceDrifts!.length, checked.length);
  },
};

/** What is listed after a deployment; the tenant has another stack, whose names are made alike. */
export const remains: LifeStep = {
  name: "list what is left",
  kind: "looks",
  async before({ owner, blueprint }) {
    const { environment } = blueprint.config;
    const scope = tenantScope(blueprint.config);
    const GroupName = `${scope}-group-other`;
    await owner.cloudFormation.createStack({
      StackName: `${scope}-${environment.region}-other-sec-stack`,
      TemplateBody: JSON.stringify({
        Resources: { Other: { Type: "AWS::IAM::Group", Properties: { GroupName } } },
      }),
      Capabilities: ["CAPABILITY_NAMED_IAM"],
    });
    while (!(await owner.iam.listGroups({})).Groups!.some((group) => group.GroupName === GroupName)) {
      await sleep(5);
    }
  },
  async run({ aws, blueprint, memory }) {
    const request = remainsRequest(blueprint, { deployed: true, stackId: memory.stackId });
    const { unanswered } = await listRemains(aws, request);
    return unanswered.map(({ what }) => what);
  },
};

/** CloudFormation's validation of a template, for whoever asks for it. */
export const validateTemplate: LifeStep = {
  name: "validate the template",
  kind: "looks",
  async run(world) {
    const { url, body } = deliveryOf(world, world.template);
    const inline = Buffer.byteLength(body) <= TEMPLATE_LIMITS.inlineBytes;
    await (
      await world.aws.cloudFormation()
    ).validateTemplate(inline ? { TemplateBody: body } : { TemplateURL: url });
  },
};
