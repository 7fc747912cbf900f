import { type Canonical, membersBy, setOf } from "../canonical-values";
import type { RulesByType } from "./type-rules";

const lowerCase: Canonical = (value) => String(value).toLowerCase();

/** EC2 shows whose group a rule names, also where a template leaves that out. */
const OWNER = "SourceSecurityGroupOwnerId";

const rules = setOf(
  membersBy({
    canonical: { FromPort: Number, IpProtocol: lowerCase, ToPort: Number },
    leftOut: [OWNER],
  }),
);

const SEPARATE_RULE = {
  leftOut: ["Id", OWNER],
  defaults: {},
  unreadable: [],
  canonical: { FromPort: Number, IpProtocol: lowerCase, ToPort: Number },
  emptyIsNothing: true,
} as const;

/** What an endpoint is made with that names no policy ("Control access to VPC endpoints", AWS PrivateLink Guide). */
const FULL_ACCESS = {
  Version: "2008-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
};

/** From the types' registry schemas (`readOnlyProperties`, `insertionOrder`, `propertyTransform`) and EC2's API reference. */
export const NETWORK_RULES: RulesByType = {
  "AWS::EC2::SecurityGroup": {
    leftOut: ["GroupId", "Id"],
    defaults: { Tags: [] },
    unreadable: [],
    madeElsewhere: ["SecurityGroupEgress", "SecurityGroupIngress"],
    canonical: { SecurityGroupEgress: rules, SecurityGroupIngress: rules },
    emptyIsNothing: true,
  },
  "AWS::EC2::SecurityGroupEgress": SEPARATE_RULE,
  "AWS::EC2::SecurityGroupIngress": SEPARATE_RULE,
  "AWS::EC2::VPCEndpoint": {
    leftOut: ["CreationTimestamp", "DnsEntries", "Id", "NetworkInterfaceIds"],
    defaults: {
      PolicyDocument: FULL_ACCESS,
      PrivateDnsEnabled: false,
      Tags: [],
      VpcEndpointType: "Gateway",
    },
    unreadable: [],
    filledIn: ["DnsOptions", "IpAddressType", "ServiceRegion"],
    canonical: { RouteTableIds: setOf(), SecurityGroupIds: setOf(), SubnetIds: setOf() },
    emptyIsNothing: true,
  },
};
