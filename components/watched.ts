import * as pulumi from "@pulumi/pulumi";
import type { WatchedArgs } from "../aws/watched-args";

/** `AWS::IAM::Group` → `tierguard:iam:Group`. */
export function watchedTypeToken(cloudFormationType: string): string {
  const [, service, kind] = cloudFormationType.split("::");
  return `tierguard:${service?.toLowerCase()}:${kind}`;
}

/** A resource that the CloudFormation stack makes, as the engine sees it: it can diff, read and judge its properties. */
export class Watched extends pulumi.CustomResource {
  constructor(name: string, args: WatchedArgs, options: pulumi.CustomResourceOptions) {
    super(watchedTypeToken(args.type), name, { ...args }, options);
  }
}
