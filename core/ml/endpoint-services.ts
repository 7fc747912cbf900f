import { partitionOf } from "../naming/partition";
import type { EndpointIds } from "../template/prerequisites";

/** One of a product's endpoints. */
export interface EndpointService {
  logicalId: string;
  /** Key of the output. */
  output: string;
  /** Last part of the service's name. */
  service: string;
  /** Key in `ml_product.vpc_endpoint_ids`. */
  id: keyof EndpointIds;
  /** Reached by route tables; else it is an interface with private DNS. */
  gateway: boolean;
}

/** The four endpoints of an enterprise product. */
export const ENDPOINT_SERVICES: readonly EndpointService[] = [
  { logicalId: "VpcEndpointS3", output: "VpcEndpointIdS3", service: "s3", id: "s3", gateway: true },
  {
    logicalId: "VpcEndpointSagemakerApi",
    output: "VpcEndpointIdSagemakerApi",
    service: "sagemaker.api",
    id: "sagemaker_api",
    gateway: false,
  },
  {
    logicalId: "VpcEndpointSagemakerRuntime",
    output: "VpcEndpointIdSagemakerRuntime",
    service: "sagemaker.runtime",
    id: "sagemaker_runtime",
    gateway: false,
  },
  { logicalId: "VpcEndpointSts", output: "VpcEndpointIdSts", service: "sts", id: "sts", gateway: false },
];

/**
 * The full name of the service behind an endpoint. In China the services behind interface endpoints are named otherwise
 * (Amazon VPC User Guide of the China regions).
 */
export function endpointServiceName(region: string, { service, gateway }: EndpointService): string {
  const prefix = partitionOf(region) === "aws-cn" && !gateway ? "cn.com.amazonaws" : "com.amazonaws";
  return `${prefix}.${region}.${service}`;
}
