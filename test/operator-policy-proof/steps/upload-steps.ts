import type { Template } from "../../../core/template/cloudformation";
import { BucketObject } from "../../../local/providers/aws/bucket-object";
import { deliveryOf } from "../delivery";
import type { LifeStep, LifeWorld } from "../life-step";

/** Uploads a template as pulumi-aws does; returns its URL. */
export async function upload(world: LifeWorld, template: Template): Promise<string> {
  const { key, body, url } = deliveryOf(world, template);
  await new BucketObject(await world.aws.s3(), "aws").create({ bucket: world.bucket, key, content: body });
  return url;
}

/** Deletes an upload as pulumi-aws does from a bucket without versions. */
export async function removeUpload(world: LifeWorld, template: Template): Promise<void> {
  const { key } = deliveryOf(world, template);
  await new BucketObject(await world.aws.s3(), "aws").delete(`${world.bucket}/${key}`);
}

/** Uploading the template. */
export const uploadTemplate: LifeStep = {
  name: "upload the template",
  kind: "writes",
  needed: true,
  async run(world) {
    await upload(world, world.template);
  },
};

/** The read of an upload, in a preview or refresh. */
export const readUpload: LifeStep = {
  name: "read the uploaded template",
  kind: "looks",
  async run(world) {
    const { key } = deliveryOf(world, world.template);
    const found = await new BucketObject(await world.aws.s3(), "aws").read(
      `${world.bucket}/${key}`,
      undefined,
    );
    if (found === undefined) throw new Error(`there is no ${key}`);
  },
};

/** The removal of an upload from a bucket that keeps versions: pulumi-aws lists them and deletes each. */
export const removeUploadedVersions: LifeStep = {
  name: "delete the uploaded template with its versions",
  kind: "writes",
  async before({ owner, bucket: Bucket }) {
    await owner.s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Enabled" } });
  },
  async run(world) {
    await upload(world, world.template);
    const s3 = await world.aws.s3();
    const { key: Prefix } = deliveryOf(world, world.template);
    const { bucket: Bucket } = world;
    const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({ Bucket, Prefix });
    for (const { Key, VersionId } of [...Versions, ...DeleteMarkers]) {
      await s3.deleteObject({ Bucket, Key, VersionId });
    }
  },
};
