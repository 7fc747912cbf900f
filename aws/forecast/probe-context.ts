import { partitionOf } from "../../core/naming/partition";
import type { Probe } from "./probe";

type Context = Probe["context"];

/** Where IAM's calls are made, whatever the stack's region (IAM User Guide, global condition keys). */
export function globalRegion(region: string): string {
  const partition = partitionOf(region);
  if (partition === "aws-cn") return "cn-north-1";
  return partition === "aws-us-gov" ? "us-gov-west-1" : "us-east-1";
}

/** What every call of a deployment has. */
export function commonContext(region: string): Context {
  return { "aws:RequestedRegion": region, "aws:SecureTransport": "true" };
}

/** The tags that a request sets. */
export function requestTagContext(tags: Record<string, string>): Context {
  const entries = Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value] as const);
  return { ...Object.fromEntries(entries), "aws:TagKeys": Object.keys(tags) };
}

/** The tags that a resource has. */
export function resourceTagContext(tags: Record<string, string>): Context {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, value]));
}

/** The tags of what is made and read back: both those that the request sets and those that the resource then has. */
export function tagContext(tags: Record<string, string>, service?: "iam"): Context {
  const entries = Object.entries(tags).map(([key, value]) => [`iam:ResourceTag/${key}`, value] as const);
  return {
    ...requestTagContext(tags),
    ...resourceTagContext(tags),
    ...(service === "iam" ? Object.fromEntries(entries) : {}),
  };
}
