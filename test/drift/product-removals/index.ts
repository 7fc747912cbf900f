import { CODE_REMOVALS } from "./code";
import { GUARD_REMOVALS } from "./guard";
import { MONITORING_REMOVALS } from "./monitoring";
import { NETWORK_REMOVALS } from "./network";
import type { Removal } from "./removals";

const REMOVALS: Record<string, Removal> = {
  ...CODE_REMOVALS,
  ...GUARD_REMOVALS,
  ...MONITORING_REMOVALS,
  ...NETWORK_REMOVALS,
};

/** Types of whose resources others are parts, or that others use: theirs are deleted last. */
const LAST = [
  "AWS::EC2::SecurityGroup",
  "AWS::IAM::ManagedPolicy",
  "AWS::Logs::LogGroup",
  "AWS::S3::Bucket",
  "AWS::SNS::Topic",
  "AWS::KMS::Key",
];

/** How a resource of each type of ML products is deleted by hand, in an order in which all can be. */
export const PRODUCT_REMOVALS: Record<string, Removal> = Object.fromEntries(
  Object.entries(REMOVALS).sort(([a], [b]) => LAST.indexOf(a) - LAST.indexOf(b)),
);
