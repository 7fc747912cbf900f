import * as pulumi from "@pulumi/pulumi";
import type { AwsConnection } from "../aws/connection";
import type { WatchedResource } from "../core/template/watched-resource";

/** `AWS::IAM::Group` → `tierguard:iam:Group`. */
export function watchedTypeToken(cloudFormationType: string): string {
  const [, service, kind] = cloudFormationType.split("::");
  return `tierguard:${service?.toLowerCase()}:${kind}`;
}

/** A resource that the CloudFormation stack makes, as the engine sees it: it can diff, read and judge its properties. */
export class Watched extends pulumi.CustomResource {
  constructor(
    name: string,
    resource: WatchedResource & { connection: AwsConnection },
    options: pulumi.CustomResourceOptions,
  ) {
    super(watchedTypeToken(resource.type), name, { ...resource }, options);
  }
}
