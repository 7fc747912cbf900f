import assert from "node:assert/strict";
import { CloudControl } from "@aws-sdk/client-cloudcontrol";
import type { Template } from "../../../core/template/cloudformation";
import type { WatchedArgs } from "../../../aws/watched-args";
import { CloudControlResource } from "../../../local/providers/aws-native/cloud-control";
import type { ResourceBehaviour } from "../../../provider/resource-behaviour";
import { watchedResourceBehaviour } from "../../../provider/watched-resource";
import { asAwsHasIt } from "../../drift/as-aws-has-it";
import { recorded, urnOf } from "../../drift/deployed-stack";
import { differences, judge } from "../../drift/judge-plant";
import { PRODUCT_PLANTS } from "../../drift/product-plants";
import { type ProductPlanters, productPlanters } from "../../drift/product-plants/planters";
import { recordingReporter } from "../../provider/fake-aws";
import { type LifeStep, type LifeWorld, watched, watchedArgs } from "../life-step";

/**
 * What an operator can't put back: it takes rights on the key that the alias was given to, and those are its owner's to
 * give.
 */
const BEYOND: Readonly<Record<string, string>> = { "AWS::KMS::Alias": "lets it stand for another key" };

/** One resource of each type, that which sets most. */
function oneOfEach(template: Template): { logicalId: string; type: string }[] {
  const best = new Map<string, { logicalId: string; type: string; size: number }>();
  for (const [logicalId, { Type: type, Properties }] of Object.entries(template.Resources)) {
    const size = Object.keys(Properties).length;
    if (size > (best.get(type)?.size ?? -1)) best.set(type, { logicalId, type, size });
  }
  return [...best.values()];
}

function argsOf(world: LifeWorld, logicalId: string): WatchedArgs {
  const resource = watched(world).find((one) => one.logicalId === logicalId)!;
  return { ...watchedArgs(world, recorded(resource)) };
}

function rootKeys({ blueprint }: LifeWorld) {
  return { accessKeyId: blueprint.config.client.account_id, secretAccessKey: "root" };
}

/** The owner's clients of every service that a product uses. */
export function plantersOf(world: LifeWorld): ProductPlanters {
  return productPlanters(world.account.url, world.blueprint.config.environment.region, rootKeys(world));
}

/** The provider as the operator runs it; the embedded AWS shows each change at once. */
function behaviourOf({ aws, patience }: LifeWorld): ResourceBehaviour {
  return watchedResourceBehaviour(() => aws, recordingReporter(), { whole: patience, gone: 0, changed: 0 });
}

/** Drift of one resource of each type, planted one change at a time and put back by the provider. */
export function revertSteps(template: Template): LifeStep[] {
  return oneOfEach(template).map(({ logicalId, type }): LifeStep => ({
    name: `revert the drift of ${type}`,
    kind: "writes",
    apart: true,
    async run(world) {
      const planters = plantersOf(world);
      const behaviour = behaviourOf(world);
      const state = argsOf(world, logicalId);
      const count = PRODUCT_PLANTS[type]!(state, state).length;
      for (let index = 0; index < count; index++) {
        const filled = await asAwsHasIt(world.aws, state);
        const plant = PRODUCT_PLANTS[type]!(filled, state)[index]!;
        if (plant.title !== BEYOND[type]) await judge({ behaviour }, { ...state }, plant, planters);
      }
    },
  }));
}

/** Deletes a resource behind the stack's back: by Cloud Control, or by its service where Cloud Control does not have it. */
async function remove(world: LifeWorld, { type, identifier }: { type: string; identifier: string }) {
  const { codeBuild, codeCommit } = plantersOf(world);
  if (type === "AWS::CodeBuild::Project") return codeBuild.deleteProject({ name: identifier });
  if (type === "AWS::CodeCommit::Repository")
    return codeCommit.deleteRepository({ repositoryName: identifier });
  const { region } = world.blueprint.config.environment;
  const client = new CloudControl({ endpoint: world.account.url, region, credentials: rootKeys(world) });
  return new CloudControlResource(client, type).delete(identifier);
}

/** What nobody can delete while the rest of the product uses it: the endpoints' group, and the boundary. */
const KEPT: readonly string[] = ["AWS::EC2::SecurityGroup", "AWS::IAM::ManagedPolicy"];

/** One resource of each type, deleted and made again by a drift-aware change set. */
export function restoreSteps(template: Template): LifeStep[] {
  return oneOfEach(template)
    .filter(({ type }) => !KEPT.includes(type))
    .map(({ logicalId, type }): LifeStep => ({
      name: `make ${type} again that is gone`,
      kind: "writes",
      apart: true,
      async run(world) {
        const behaviour = behaviourOf(world);
        const state = { ...argsOf(world, logicalId) };
        const { identifier } = await asAwsHasIt(world.aws, state);
        await remove(world, { type, identifier });
        await behaviour.create(urnOf({ ...state }), { ...state });
        assert.deepEqual((await differences({ behaviour }, { ...state })).names, []);
      },
    }));
}
