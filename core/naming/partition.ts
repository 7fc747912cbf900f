/** AWS partitions as the first part of a region's name tells them apart. */
export type Partition = "aws" | "aws-us-gov" | "aws-cn";

/** The partition that a region belongs to (AWS General Reference, "Amazon Resource Names"). */
export function partitionOf(region: string): Partition {
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  if (region.startsWith("cn-")) return "aws-cn";
  return "aws";
}

/** The domain of a partition's services, as `AWS::URLSuffix` gives it. */
export function urlSuffixOf(partition: string): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}
