import type { WatchedResource } from "../template/watched-resource";
import type { Blocked, PropertyChange } from "./resource-change";

/** What AWS can't change in place, of one CloudFormation type. */
interface CreateOnly {
  /** The property by which people name it. */
  name: string;
  /** Properties whose change replaces the resource; the name is one of them. */
  properties: readonly string[];
}

/** `createOnlyProperties` of CloudFormation's resource schemas. */
export const CREATE_ONLY: Readonly<Record<string, CreateOnly>> = {
  "AWS::CodeBuild::Project": { name: "Name", properties: ["Name"] },
  "AWS::CodePipeline::Pipeline": { name: "Name", properties: ["Name"] },
  "AWS::IAM::Group": { name: "GroupName", properties: ["GroupName"] },
  "AWS::IAM::ManagedPolicy": {
    name: "ManagedPolicyName",
    properties: ["Description", "ManagedPolicyName", "Path"],
  },
  "AWS::IAM::Role": { name: "RoleName", properties: ["Path", "RoleName"] },
  "AWS::KMS::Alias": { name: "AliasName", properties: ["AliasName"] },
  "AWS::Logs::LogGroup": { name: "LogGroupName", properties: ["LogGroupName"] },
  "AWS::SageMaker::ModelPackageGroup": {
    name: "ModelPackageGroupName",
    properties: ["ModelPackageGroupDescription", "ModelPackageGroupName"],
  },
  "AWS::SNS::Topic": { name: "TopicName", properties: ["FifoTopic", "TopicName"] },
  "AWS::SSM::Parameter": { name: "Name", properties: ["Name"] },
};

const WAY_OUT =
  "take it out of the config, deploy, put it in again and deploy once more; whoever uses it goes without it meanwhile";

/** Why a resource that is to be replaced can't be: the old one still has the name when the new one is made. */
function heldName(type: string, property: string, name: string): Blocked {
  return {
    property,
    reason: `a change of ${property} makes AWS create a new ${type} before it deletes the old one, and ${name} is a name that only one of them can have`,
    wayOut: WAY_OUT,
  };
}

/** What becomes of a resource that is there before and after. */
export interface Replacement {
  replaced: boolean;
  blocked?: Blocked;
}

/** Whether AWS replaces a resource to change these properties, and whether it can. */
export function judgeReplacement(
  before: WatchedResource,
  after: WatchedResource,
  changes: readonly PropertyChange[],
): Replacement {
  if (before.type !== after.type) {
    const reason = `CloudFormation can't make a ${after.type} of a ${before.type} under one logical id`;
    return { replaced: true, blocked: { property: "Type", reason, wayOut: WAY_OUT } };
  }
  const rules = CREATE_ONLY[before.type];
  if (rules === undefined) return { replaced: false };
  const found = changes.filter(({ property }) => rules.properties.includes(property));
  const [first] = found;
  if (first === undefined) return { replaced: false };
  const keepsName = !found.some(({ property }) => property === rules.name);
  const isNamed = typeof after.properties[rules.name] === "string";
  return keepsName && isNamed
    ? { replaced: true, blocked: heldName(before.type, first.property, before.identifier) }
    : { replaced: true };
}

/** IAM tells names apart without regard to case, CloudFormation's other types by the letter. */
function nameKey({ type, identifier }: WatchedResource): string {
  return `${type} ${type.startsWith("AWS::IAM::") ? identifier.toLowerCase() : identifier}`;
}

/** Finds why a new resource can't be made: another one of the stack has its name until after it is made. */
export class HeldNames {
  readonly #holders: ReadonlyMap<string, WatchedResource>;

  /** @param before what the stack holds now. */
  constructor(before: readonly WatchedResource[]) {
    this.#holders = new Map(before.map((resource) => [nameKey(resource), resource]));
  }

  /** Undefined where the name is free, or the resource's own. */
  blocked(after: WatchedResource): Blocked | undefined {
    const holder = this.#holders.get(nameKey(after));
    if (holder === undefined || holder.logicalId === after.logicalId) return undefined;
    const reason = `${holder.logicalId} has the name ${holder.identifier}, and AWS creates ${after.logicalId} before it deletes or renames that`;
    return { property: "", reason, wayOut: WAY_OUT };
  }
}
