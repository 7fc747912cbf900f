import { createHash } from "node:crypto";

/** Services that are reached through a gateway of the route tables (VPC User Guide, "Gateway endpoints"). */
const GATEWAY_SERVICES = ["dynamodb", "s3"];

/** The parts of a service's name, such as `com.amazonaws.us-west-2.sagemaker.api`; undefined where it is none. */
export function serviceOf(name: string, region: string): { id: string; gateway: boolean } | undefined {
  const prefix = [`com.amazonaws.${region}.`, `cn.com.amazonaws.${region}.`].find((each) =>
    name.startsWith(each),
  );
  const id = prefix === undefined ? "" : name.slice(prefix.length);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(id) ? { id, gateway: GATEWAY_SERVICES.includes(id) } : undefined;
}

/** The name that the service has in DNS, which private DNS takes over: `api.sagemaker.us-west-2.amazonaws.com`. */
export function privateDomain(id: string, region: string): string {
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return `${id.split(".").reverse().join(".")}.${region}.${suffix}`;
}

/** The list of the addresses of a service behind a gateway; every region has its own. */
export function prefixListOf(serviceName: string): string {
  return `pl-${createHash("sha256").update(serviceName).digest("hex").slice(0, 8)}`;
}
