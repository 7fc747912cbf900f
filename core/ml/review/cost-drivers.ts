import type { WatchedResource } from "../../template/watched-resource";
import type { MlBlueprint } from "../blueprint";

/** Something that AWS bills. */
export interface CostDriver {
  what: string;
  count: number;
  /** What the bill grows with; no amount, which depends on use and region. */
  growsWith: string;
}

/** What is billed of a type. Types that cost nothing by themselves are not here. */
interface Billed {
  type: string;
  what: string;
  growsWith: (blueprint: MlBlueprint) => string;
  /** Which of the type's resources are meant; all where this is left out. */
  of?: (properties: Readonly<Record<string, unknown>>) => boolean;
}

// By the pricing pages of the services.
const BILLED: readonly Billed[] = [
  {
    type: "AWS::EC2::VPCEndpoint",
    what: "Interface endpoints",
    of: ({ VpcEndpointType: type }) => type === "Interface",
    growsWith: () => "hours in each availability zone, used or not, and the bytes that pass",
  },
  {
    type: "AWS::CodeBuild::Project",
    what: "Build projects",
    growsWith: () => "minutes that builds run",
  },
  {
    type: "AWS::CodePipeline::Pipeline",
    what: "Pipelines",
    growsWith: () => "pipelines that run in a month, or minutes of their actions, by the pipeline's type",
  },
  {
    type: "AWS::S3::Bucket",
    what: "Buckets",
    growsWith: () => "bytes kept, old versions included, and requests",
  },
  {
    type: "AWS::Logs::LogGroup",
    what: "Log groups",
    growsWith: ({ retention }) => `bytes taken in, and bytes kept for ${retention.days} days`,
  },
  {
    type: "AWS::CloudTrail::Trail",
    what: "Trails",
    growsWith: () =>
      "events delivered: a region's first copy of management events is free, this may be a second",
  },
  { type: "AWS::Logs::MetricFilter", what: "Metrics of filters", growsWith: () => "months" },
  { type: "AWS::CloudWatch::Alarm", what: "Alarms", growsWith: () => "months" },
  { type: "AWS::KMS::Key", what: "Keys", growsWith: () => "months, rotations kept, and requests" },
  { type: "AWS::SNS::Topic", what: "Topics", growsWith: () => "messages sent" },
];

/** What of a product AWS bills, what its pipelines make included. */
export function costDriversOf(blueprint: MlBlueprint, resources: readonly WatchedResource[]): CostDriver[] {
  const runtime: CostDriver = {
    what: "Endpoint, made by the deploy pipeline",
    count: 1,
    growsWith: "hours of its instances, called or not: usually the most by far",
  };
  const billed = BILLED.map(({ type, what, growsWith, of = () => true }) => ({
    what,
    count: resources.filter((resource) => resource.type === type && of(resource.properties)).length,
    growsWith: growsWith(blueprint),
  }));
  return [runtime, ...billed.filter(({ count }) => count > 0)];
}
