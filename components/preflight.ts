import * as pulumi from "@pulumi/pulumi";
import type { PreflightRequest } from "../aws/preflight/request";

/**
 * The pre-check of a stack: in preview and up alike the provider refuses here what must not be deployed, before
 * the stack, which depends on it, is touched.
 */
export class Preflight extends pulumi.CustomResource {
  /** The stack that a failed first creation left behind and that was removed last; empty where there was none. */
  declare readonly leftoverStackId: pulumi.Output<string>;

  constructor(name: string, request: PreflightRequest, options: pulumi.CustomResourceOptions) {
    super("tierguard:index:Preflight", name, { ...request, leftoverStackId: undefined }, options);
  }
}
