import assert from "node:assert/strict";
import { referenceData } from "../../../../core/analysis/reference/reference-data";
import type { MlBlueprint } from "../../../../core/ml/blueprint";
import { type PostureCheck, postureOf } from "../../../../core/ml/review/posture";
import type { WatchedResource } from "../../../../core/template/watched-resource";
import { watchedResources } from "../../../../core/template/watched-resources";
import { ENTERPRISE, STARTER } from "../ml-configs";
import { rendered, variants } from "../rendered";

const reference = referenceData();

type Spoil = (properties: Record<string, unknown>, blueprint: MlBlueprint) => void;

/** The posture of a product, with one resource of its template spoilt. */
function posture(name: string, spoilt?: { logicalId: string; spoil: Spoil }): PostureCheck[] {
  const { blueprint, template } = rendered(name);
  const { client, environment } = blueprint.config;
  const where = { accountId: client.account_id, region: environment.region };
  const resources: WatchedResource[] = structuredClone(watchedResources(template, where));
  if (spoilt !== undefined) {
    const resource = resources.find(({ logicalId }) => logicalId === spoilt.logicalId)!;
    spoilt.spoil(resource.properties, blueprint);
  }
  return postureOf({ blueprint, resources, reference });
}

const states = (checks: readonly PostureCheck[], state: PostureCheck["state"]) =>
  checks.filter((check) => check.state === state).map(({ title }) => title);

/** What breaks each check: one value of one resource, taken away where it is undefined. */
const SPOILT: Record<string, { logicalId: string; path: (string | number)[]; value?: unknown }> = {
  "Buckets are encrypted": { logicalId: "ArtifactsBucket", path: ["BucketEncryption"] },
  "Buckets keep what is overwritten or deleted": {
    logicalId: "TrailBucket",
    path: ["VersioningConfiguration", "Status"],
    value: "Suspended",
  },
  "Buckets are closed to the public": {
    logicalId: "ArtifactsBucket",
    path: ["PublicAccessBlockConfiguration", "BlockPublicPolicy"],
    value: false,
  },
  "Buckets take encrypted connections alone": {
    logicalId: "TrailBucketPolicy",
    path: ["PolicyDocument", "Statement"],
    value: [],
  },
  "Topics take encrypted connections alone": {
    logicalId: "AlertsTopicPolicy",
    path: ["PolicyDocument", "Statement"],
    value: [],
  },
  "Services alone assume the roles, and for this account alone": {
    logicalId: "RoleModelBuild",
    path: ["AssumeRolePolicyDocument", "Statement", 0, "Condition"],
  },
  "Roles have a permission boundary": { logicalId: "RoleTrail", path: ["PermissionsBoundary"] },
  "The key is rotated every year": { logicalId: "KmsKey", path: ["EnableKeyRotation"], value: false },
  "Nobody has every right on the key": {
    logicalId: "KmsKey",
    path: ["KeyPolicy", "Statement", 0, "Action"],
    value: "kms:*",
  },
  "A person approves each deployment of a model": {
    logicalId: "ModelDeployPipeline",
    path: ["Stages", 1, "Actions", 0, "ActionTypeId", "Category"],
    value: "Test",
  },
  "Builds run without privileges": {
    logicalId: "ModelBuildProject",
    path: ["Environment", "PrivilegedMode"],
    value: true,
  },
  "API calls are recorded in every region, and the record can be verified": {
    logicalId: "Trail",
    path: ["EnableLogFileValidation"],
    value: false,
  },
  "Alarms tell somebody": { logicalId: "RootAccountUsageAlarm", path: ["AlarmActions"], value: [] },
};

function set(properties: Record<string | number, unknown>, path: (string | number)[], value: unknown): void {
  const [key, ...rest] = path as [string | number, ...(string | number)[]];
  if (rest.length === 0) properties[key] = value;
  else set(properties[key] as Record<string | number, unknown>, rest, value);
}

describe("the security posture of an ML product", () => {
  for (const [name, render] of Object.entries(variants)) {
    it(`of ${name} breaks nothing`, () => {
      const { blueprint, template } = render();
      const { client, environment } = blueprint.config;
      const where = { accountId: client.account_id, region: environment.region };
      const resources = watchedResources(template, where);
      assert.deepEqual(states(postureOf({ blueprint, resources, reference }), "bad"), []);
    });
  }

  for (const [title, { logicalId, path, value }] of Object.entries(SPOILT)) {
    it(`sees what breaks: ${title}`, () => {
      const spoil: Spoil = (properties) => set(properties, path, value);
      const checks = posture(ENTERPRISE, { logicalId, spoil });
      assert.deepEqual(states(checks, "bad"), [title]);
      const { detail } = checks.find((check) => check.title === title)!;
      // A bucket's policy is looked up for the bucket.
      assert.equal(detail, `not ${logicalId.replace(/(?<=Bucket)Policy$/, "")}`);
    });
  }

  it("sees logs that are kept too short a time", () => {
    const spoil: Spoil = (properties) => Object.assign(properties, { RetentionInDays: 30 });
    const checks = posture(STARTER, { logicalId: "ModelBuildLogGroup", spoil });
    assert.deepEqual(states(checks, "bad"), ["Logs are kept 90 days at least (general)"]);
  });

  it("sees a right that is too wide", () => {
    const spoil: Spoil = (_, { roles }) => {
      roles[0]!.grants[0]!.document.Statement[0]!.Resource = ["*"];
    };
    const checks = posture(STARTER, { logicalId: "ArtifactsBucket", spoil });
    assert.deepEqual(states(checks, "bad"), ["Roles have no right that a rule finds too wide"]);
  });

  it("does not speak well of what the starter tier does not have", () => {
    assert.deepEqual(states(posture(STARTER), "none"), [
      "Topics take encrypted connections alone",
      "Roles have a permission boundary",
      "The key is rotated every year",
      "Nobody has every right on the key",
      "API calls are recorded in every region, and the record can be verified",
      "Alarms tell somebody",
    ]);
  });

  it("asks for protection in prod alone", () => {
    const of = (env: "prod" | "dev") => {
      const { blueprint } = rendered(STARTER, ({ environment }) => (environment.env = env));
      return postureOf({ blueprint, resources: [], reference }).at(-1)!.state;
    };
    assert.deepEqual([of("prod"), of("dev")], ["good", "none"]);
  });
});
