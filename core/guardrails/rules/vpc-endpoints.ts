import { isProductOf } from "../environment";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type JudgedResource, resourcesOf } from "../subject";
import { valueText } from "../../value-text";

interface Options {
  tiers: string[];
  services: string[];
}

/** An enterprise product talks to AWS within its network. */
export const vpcEndpoints = guardrail<Options>({
  name: "vpc-endpoints",
  forbids:
    "Enterprise ML products that make only some of their endpoints, or none without those of the VPC, and interface endpoints without private DNS or a security group.",
  why: "Without an endpoint, calls leave the network; one that nobody's name leads to, or that everybody may use, helps little.",
  remediation:
    "Make the endpoints of sagemaker.api, sagemaker.runtime, sts and s3, with private DNS and a security group.",
  examples: { bad: "VpcEndpointType: Interface, PrivateDnsEnabled: false", good: "PrivateDnsEnabled: true" },
  enforcement: "mandatory",
  options: {
    tiers: {
      type: "array",
      items: { type: "string" },
      description: "tiers of ML products that have endpoints",
      default: ["enterprise"],
    },
    services: {
      type: "array",
      items: { type: "string" },
      description: "services that need one, as the end of the service's name",
      default: ["s3", "sagemaker.api", "sagemaker.runtime", "sts"],
    },
  },
  judge(subject, { environment }, { tiers, services }) {
    const endpoints = resourcesOf(subject, "AWS::EC2::VPCEndpoint");
    const makes = isProductOf(environment, tiers) && environment.product.endpoints === "create";
    if (endpoints.length === 0 && !(makes && subject.template?.whole === true))
      return notApplicable("the template makes no endpoints");
    const lacking =
      isProductOf(environment, tiers) && subject.template?.whole === true
        ? services.filter(
            (service) => !endpoints.some((endpoint) => serviceOf(endpoint).endsWith(`.${service}`)),
          )
        : [];
    return verdictOf([
      ...lacking.map((service) => ({
        principals: [],
        path: ["Resources"],
        message: `there is no endpoint of ${service}`,
        instead: "make all of them, or none and reuse those of the VPC (vpc_endpoints: reuse)",
      })),
      ...endpoints.flatMap(endpointViolations),
    ]);
  },
});

function serviceOf({ properties }: JudgedResource): string {
  return valueText(properties.ServiceName);
}

function endpointViolations(endpoint: JudgedResource): Violation[] {
  const { VpcEndpointType, PrivateDnsEnabled, SecurityGroupIds } = endpoint.properties;
  const at = (property: string, message: string, instead: string): Violation => ({
    principals: [endpoint.logicalId],
    path: [...endpoint.path, "Properties", property],
    message: `${serviceOf(endpoint)}: ${message}`,
    instead,
  });
  if (VpcEndpointType !== "Interface") return [];
  const grouped = Array.isArray(SecurityGroupIds) && SecurityGroupIds.length > 0;
  return [
    ...(PrivateDnsEnabled === true
      ? []
      : [
          at(
            "PrivateDnsEnabled",
            "clients that use the service's name pass it by",
            "set PrivateDnsEnabled: true",
          ),
        ]),
    ...(grouped
      ? []
      : [
          at(
            "SecurityGroupIds",
            "the VPC's default security group decides who reaches it",
            "set SecurityGroupIds",
          ),
        ]),
  ];
}
