import assert from "node:assert/strict";
import type { ChangeSetPreview } from "../../../core/changes/change-set";
import { previewChangeSet } from "../../../aws/change-set/preview-change-set";
import { connectToAws } from "../../../aws/clients";
import { findStack } from "../../../aws/deployed-stack";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import type { Delivery } from "../../../core/template/delivery";
import { chooseDelivery } from "../../../core/template/delivery";
import { renderTemplate } from "../../../core/template/render-template";
import { templateJson } from "../../../core/template/serialize";
import { shippedCatalogue, startupConfig } from "../../core/startup-config";
import { embeddedAccount } from "../embedded-account";

const region = "us-west-1";
const accountId = "123456789012";
const bucket = "edge-templates";

const templateWith = (change: Parameters<typeof startupConfig>[0] = () => undefined) =>
  renderTemplate(buildBlueprint(startupConfig(change), shippedCatalogue));
const changed = () =>
  templateWith((config) => {
    config.security.iam_groups.data_scientists!.policy_assignments = { s3: "level1" };
  });
const inline = (template: object): Delivery => ({ kind: "inline", body: JSON.stringify(template) });
const viaS3 = (template: ReturnType<typeof templateWith>) =>
  chooseDelivery(templateJson(template), {
    deployment: { delivery: "s3", template_bucket: bucket, template_prefix: "templates" },
    stem: "edge",
    region,
  });

describe("previewChangeSet", function () {
  this.timeout(30_000);
  const account = embeddedAccount(region);
  const name = "edge-dev-b001-us-west-1-startup-sec-stack";
  const tags = { ManagedBy: "tierguard" };
  let stackId: string;

  beforeEach(async () => {
    assert.equal(await account.deploy({ name, template: templateWith(), tags }), "CREATE_COMPLETE");
    stackId = (await findStack(account.aws, name))!.id;
    const s3 = await account.aws.s3();
    await s3.createBucket({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: region } });
    await s3.putBucketVersioning({ Bucket: bucket, VersioningConfiguration: { Status: "Enabled" } });
  });

  /** What is left of a preview, as the SDK lists it. */
  async function leftovers(): Promise<string[]> {
    const { Summaries } = await (await account.aws.cloudFormation()).listChangeSets({ StackName: stackId });
    const { Versions, DeleteMarkers } = await (await account.aws.s3()).listObjectVersions({ Bucket: bucket });
    return [
      ...(Summaries ?? []).map(({ ChangeSetName }) => ChangeSetName!),
      ...[...(Versions ?? []), ...(DeleteMarkers ?? [])].map(({ Key }) => Key!),
    ];
  }

  const preview = (delivery: Delivery, signal = new AbortController().signal, aws = account.aws) =>
    previewChangeSet(aws, { stackId, accountId, delivery, tags }, signal);

  /** As a caller who may do everything but one thing. */
  async function previewWithout(action: string, delivery: Delivery): Promise<ChangeSetPreview> {
    const Statement = [
      { Effect: "Allow", Action: "*", Resource: "*" },
      { Effect: "Deny", Action: action, Resource: "*" },
    ];
    await account.callAs([{ Statement }]);
    return preview(delivery, undefined, connectToAws(account.connection));
  }

  const changesOf = (answer: ChangeSetPreview) => {
    assert.equal(answer.way, "change set", JSON.stringify(answer));
    return answer.changes;
  };

  for (const [how, delivery] of [
    ["with the call", inline(changed())],
    ["by S3", viaS3(changed())],
  ] as const) {
    it(`tells what changes, with values, of a template that goes ${how}, and leaves nothing behind`, async () => {
      const changes = changesOf(await preview(delivery));
      const [group] = changes.filter(({ logicalId }) => logicalId === "GroupDataScientists");
      assert.deepEqual([group?.action, group?.replacement], ["Modify", "no"]);
      assert.ok(
        group!.properties.some(({ property, before, after }) => property === "Policies" && before !== after),
      );
      assert.deepEqual(await leftovers(), []);
      assert.equal((await findStack(account.aws, name))!.status, "CREATE_COMPLETE");
    });
  }

  it("tells of every change where there are several pages", async () => {
    const Resources = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [
        `P${index}`,
        { Type: "AWS::SSM::Parameter", Properties: { Name: `/p/${index}`, Type: "String", Value: "1" } },
      ]),
    );
    const changes = changesOf(await preview(inline({ Resources })));
    assert.equal(changes.filter(({ action }) => action === "Add").length, 120);
    assert.ok(changes.some(({ action }) => action === "Remove"));
  });

  it("tells that nothing changes", async () => {
    assert.deepEqual(changesOf(await preview(inline(templateWith()))), []);
    assert.deepEqual(await leftovers(), []);
  });

  const reasons = [
    {
      name: "a denied CreateChangeSet",
      deny: "cloudformation:CreateChangeSet",
      reason: /^cloudformation:CreateChangeSet is denied$/,
    },
    {
      name: "a denied DescribeChangeSet",
      deny: "cloudformation:DescribeChangeSet",
      reason: /^cloudformation:DescribeChangeSet is denied$/,
    },
    { name: "a denied upload", deny: "s3:PutObject", reason: /^s3:PutObject is denied$|Access ?Denied/ },
  ];
  for (const { name: title, deny, reason } of reasons) {
    it(`says why there is no answer: ${title}`, async () => {
      const answer = await previewWithout(deny, viaS3(changed()));
      assert.equal(answer.way, "templates only");
      assert.match((answer as { reason: string }).reason, reason);
      assert.deepEqual(await leftovers(), []);
    });
  }

  it("says why CloudFormation makes no change set, and leaves none behind", async () => {
    const broken = {
      Resources: { A: { Type: "AWS::IAM::Group", Properties: { GroupName: { Ref: "Nobody" } } } },
    };
    const answer = await preview(inline(broken));
    assert.equal(answer.way, "templates only");
    assert.match((answer as { reason: string }).reason, /Nobody/);
    assert.deepEqual(await leftovers(), []);
  });

  it("says what it could not remove", async () => {
    await assert.rejects(
      previewWithout("cloudformation:DeleteChangeSet", inline(changed())),
      /could not be removed: the change set tierguard-preview-\w+: .*DeleteChangeSet/,
    );
  });

  it("does not go on without an answer where no call reaches AWS", async () => {
    await account.fault({
      service: "cloudformation",
      error: { code: "InvalidClientTokenId", message: "unknown", status: 403 },
    });
    await assert.rejects(preview(inline(changed())), /unknown/);
  });

  for (const { client, command } of [
    { client: "s3", command: "PutObjectCommand" },
    { client: "cloudFormation", command: "CreateChangeSetCommand" },
    { client: "cloudFormation", command: "DescribeChangeSetCommand" },
  ] as const) {
    it(`leaves nothing behind when it is interrupted during ${command}`, async () => {
      const controller = new AbortController();
      const reason = new Error("interrupted");
      type Next = (args: unknown) => Promise<unknown>;
      const interrupting = (next: Next, context: { commandName?: string }) => (args: unknown) => {
        if (context.commandName === command) setImmediate(() => controller.abort(reason));
        return next(args);
      };
      const { middlewareStack } = (await account.aws[client]()) as unknown as {
        middlewareStack: { add: (middleware: typeof interrupting, options: { step: string }) => void };
      };
      middlewareStack.add(interrupting, { step: "initialize" });
      await assert.rejects(preview(viaS3(changed()), controller.signal), reason);
      assert.deepEqual(await leftovers(), []);
    });
  }
});
