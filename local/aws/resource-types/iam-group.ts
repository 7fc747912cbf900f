import type { CallContext } from "../service";
import type { ResourceModel } from "../resource-handler";
import { generatedName } from "./generated-name";
import { applyPolicies, readPolicies, removePolicies } from "./principal-policies";
import type { ResourceType } from "./resource-type";
import { allPages, callService, unlessMissing } from "./service-calls";

interface Group {
  GroupName: string;
  Path: string;
  Arn: string;
}

/** Groups with their inline and attached policies. */
export const iamGroup: ResourceType = {
  type: "AWS::IAM::Group",
  primaryIdentifier: "GroupName",
  createOnly: ["GroupName"],
  readOnly: ["Arn"],
  writeOnly: [],
  nameProperty: { name: "GroupName", maxLength: 128 },
  needsIamCapability: true,
  drift: { additionsUnseen: ["ManagedPolicyArns", "Policies"] },
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = generatedName(desired.GroupName);
    await callService(context, "iam", "CreateGroup", { GroupName: name, Path: desired.Path });
    started?.(name);
    await applyPolicies({ kind: "Group", name }, {}, desired, context);
    return modelOf(name, context);
  },
  read: readGroup,
  async update(identifier, previous, desired, context) {
    const [pathBefore, pathAfter] = [previous.Path ?? "/", desired.Path ?? "/"];
    if (pathBefore !== pathAfter) {
      await callService(context, "iam", "UpdateGroup", { GroupName: identifier, NewPath: pathAfter });
    }
    await applyPolicies({ kind: "Group", name: identifier }, previous, desired, context);
    return modelOf(identifier, context);
  },
  async delete(identifier, context, given) {
    await removePolicies({ kind: "Group", name: identifier }, given, context);
    await callService(context, "iam", "DeleteGroup", { GroupName: identifier });
  },
  async list(context) {
    const groups = await allPages<Group>(context, {
      service: "iam",
      operation: "ListGroups",
      input: {},
      items: "Groups",
    });
    return groups.map((group) => group.GroupName);
  },
};

async function readGroup(identifier: string, context: CallContext): Promise<ResourceModel | undefined> {
  const answer = await unlessMissing(
    callService<{ Group: Group }>(context, "iam", "GetGroup", { GroupName: identifier }),
  );
  if (answer === undefined) return undefined;
  const { GroupName, Path, Arn } = answer.Group;
  const policies = await readPolicies({ kind: "Group", name: GroupName }, context);
  return { identifier: GroupName, properties: { GroupName, Path, Arn, ...policies } };
}

/** Right after a write only the attributes are needed: AWS's handlers read no policies there either. */
async function modelOf(name: string, context: CallContext): Promise<ResourceModel> {
  const { Group: group } = await callService<{ Group: Group }>(context, "iam", "GetGroup", {
    GroupName: name,
  });
  return { identifier: name, properties: { GroupName: group.GroupName, Path: group.Path, Arn: group.Arn } };
}
