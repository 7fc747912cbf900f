import type { VpcEndpoint } from "@aws-sdk/client-ec2";
import type { CallContext } from "../service";
import { changeTags, creationTags, shownTags } from "./ec2-tags";
import { HandlerError } from "./handler-error";
import { documentText, sameDocument } from "./policy-documents";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";
import { isTrue } from "./template-values";

type Properties = Record<string, unknown>;

/** Lists of ids, with what the members that change them end with. */
const LISTS = ["RouteTableIds", "SecurityGroupIds", "SubnetIds"] as const;

/** Interface and gateway endpoints with their places, policy and tags. */
export const ec2VpcEndpoint: ResourceType = {
  type: "AWS::EC2::VPCEndpoint",
  primaryIdentifier: "Id",
  createOnly: ["ServiceName", "VpcEndpointType", "VpcId"],
  readOnly: ["CreationTimestamp", "DnsEntries", "Id", "NetworkInterfaceIds"],
  writeOnly: [],
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const { PolicyDocument } = desired;
    const { VpcEndpoint: endpoint } = await callService<{ VpcEndpoint: VpcEndpoint }>(
      context,
      "ec2",
      "CreateVpcEndpoint",
      {
        ...defined({
          VpcId: desired.VpcId,
          ServiceName: desired.ServiceName,
          VpcEndpointType: desired.VpcEndpointType,
          PolicyDocument: PolicyDocument === undefined ? undefined : documentText(PolicyDocument),
          RouteTableIds: desired.RouteTableIds,
          SecurityGroupIds: desired.SecurityGroupIds,
          SubnetIds: desired.SubnetIds,
        }),
        // EC2's own default is yes, CloudFormation's is no (its page on AWS::EC2::VPCEndpoint).
        ...(desired.VpcEndpointType === "Interface"
          ? { PrivateDnsEnabled: isTrue(desired.PrivateDnsEnabled) }
          : {}),
        ...creationTags("vpc-endpoint", desired.Tags),
      },
    );
    started?.(endpoint.VpcEndpointId!);
    return { identifier: endpoint.VpcEndpointId!, properties: attributes(endpoint) };
  },
  async read(identifier, context) {
    const endpoint = await find(identifier, context);
    if (endpoint === undefined) return undefined;
    const { PolicyDocument, ServiceName, VpcEndpointType, VpcId } = endpoint;
    return {
      identifier,
      properties: defined({
        ...attributes(endpoint),
        PolicyDocument: JSON.parse(PolicyDocument!) as unknown,
        PrivateDnsEnabled: endpoint.PrivateDnsEnabled,
        ...Object.fromEntries(LISTS.map((name) => [name, idsOf(endpoint)[name]])),
        ServiceName,
        Tags: shownTags(endpoint.Tags),
        VpcEndpointType,
        VpcId,
      }),
    };
  },
  async update(identifier, previous, desired, context) {
    const changes = changesOf(previous, desired);
    if (Object.keys(changes).length > 0) {
      await callService(context, "ec2", "ModifyVpcEndpoint", { VpcEndpointId: identifier, ...changes });
    }
    await changeTags(identifier, previous.Tags, desired.Tags, context);
    return { identifier, properties: attributes((await find(identifier, context))!) };
  },
  async delete(identifier, context) {
    const { Unsuccessful = [] } = await callService<{ Unsuccessful?: { Error?: { Message?: string } }[] }>(
      context,
      "ec2",
      "DeleteVpcEndpoints",
      { VpcEndpointIds: [identifier] },
    );
    const [failure] = Unsuccessful;
    if (failure !== undefined) throw new HandlerError("NotFound", failure.Error?.Message ?? identifier);
  },
  async list(context) {
    const endpoints = await allPages<VpcEndpoint>(context, {
      service: "ec2",
      operation: "DescribeVpcEndpoints",
      input: {},
      items: "VpcEndpoints",
    });
    return endpoints.map(({ VpcEndpointId }) => VpcEndpointId!);
  },
};

async function find(id: string, context: CallContext): Promise<VpcEndpoint | undefined> {
  const answer = await unlessMissing(
    callService<{ VpcEndpoints: VpcEndpoint[] }>(context, "ec2", "DescribeVpcEndpoints", {
      VpcEndpointIds: [id],
    }),
  );
  return answer?.VpcEndpoints[0];
}

function attributes(endpoint: VpcEndpoint): Properties {
  const { VpcEndpointId, CreationTimestamp, DnsEntries = [], NetworkInterfaceIds } = endpoint;
  return {
    Id: VpcEndpointId,
    CreationTimestamp: CreationTimestamp?.toISOString(),
    // The form that Fn::GetAtt gives: the hosted zone, a colon, the name.
    DnsEntries: DnsEntries.map(({ DnsName, HostedZoneId = "" }) => `${HostedZoneId}:${DnsName!}`),
    NetworkInterfaceIds,
  };
}

function idsOf({ RouteTableIds, SubnetIds, Groups }: VpcEndpoint): Record<string, string[] | undefined> {
  const some = (ids: string[] | undefined) => (ids === undefined || ids.length === 0 ? undefined : ids);
  return {
    RouteTableIds: some(RouteTableIds),
    SecurityGroupIds: some(Groups?.map(({ GroupId }) => GroupId!)),
    SubnetIds: some(SubnetIds),
  };
}

function changesOf(previous: Properties, desired: Properties): Properties {
  const changes: Properties = {};
  for (const name of LISTS) {
    const [before, after] = [previous, desired].map((from) => (from[name] as string[] | undefined) ?? []);
    const added = after!.filter((id) => !before!.includes(id));
    const removed = before!.filter((id) => !after!.includes(id));
    if (added.length > 0) changes[`Add${name}`] = added;
    if (removed.length > 0) changes[`Remove${name}`] = removed;
  }
  if (!sameDocument(previous.PolicyDocument, desired.PolicyDocument)) {
    if (desired.PolicyDocument === undefined) changes.ResetPolicy = true;
    else changes.PolicyDocument = documentText(desired.PolicyDocument);
  }
  if (isTrue(previous.PrivateDnsEnabled) !== isTrue(desired.PrivateDnsEnabled)) {
    changes.PrivateDnsEnabled = isTrue(desired.PrivateDnsEnabled);
  }
  return changes;
}
