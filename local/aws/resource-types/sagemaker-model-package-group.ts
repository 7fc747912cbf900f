import { AwsError, type CallContext } from "../service";
import { generatedName } from "./generated-name";
import { HandlerError } from "./handler-error";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined } from "./service-calls";
import { changedTags, readableTags, type Tag } from "./tags";

interface Group {
  ModelPackageGroupName: string;
  ModelPackageGroupArn: string;
  ModelPackageGroupDescription?: string;
  CreationTime: Date;
  ModelPackageGroupStatus: string;
}

type Properties = Record<string, unknown>;

const TYPE = "AWS::SageMaker::ModelPackageGroup";

/** Groups of model packages with their tags. */
export const sagemakerModelPackageGroup: ResourceType = {
  type: TYPE,
  primaryIdentifier: "ModelPackageGroupArn",
  createOnly: ["ModelPackageGroupDescription", "ModelPackageGroupName"],
  readOnly: ["CreationTime", "ModelPackageGroupArn", "ModelPackageGroupStatus"],
  writeOnly: [],
  nameProperty: { name: "ModelPackageGroupName", maxLength: 63 },
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = generatedName(desired.ModelPackageGroupName);
    const created = await callService<{ ModelPackageGroupArn: string }>(
      context,
      "sagemaker",
      "CreateModelPackageGroup",
      defined({
        ModelPackageGroupName: name,
        ModelPackageGroupDescription: desired.ModelPackageGroupDescription,
        Tags: desired.Tags,
      }),
    ).catch((error: unknown) => {
      throw isValidation(error, /already exists/)
        ? new HandlerError(
            "AlreadyExists",
            `Resource of type '${TYPE}' with identifier '${name}' already exists.`,
          )
        : error;
    });
    started?.(created.ModelPackageGroupArn);
    return modelOf((await describe(name, context))!);
  },
  async read(identifier, context) {
    const group = await describe(identifier, context);
    if (group === undefined) return undefined;
    await readPolicy(group, context);
    const Tags = readableTags(await tagsOf(identifier, context));
    return {
      identifier: group.ModelPackageGroupArn,
      properties: defined({
        ...attributes(group),
        ModelPackageGroupName: group.ModelPackageGroupName,
        ModelPackageGroupDescription: group.ModelPackageGroupDescription,
        Tags: Tags.length > 0 ? Tags : undefined,
      }),
    };
  },
  async update(identifier, previous, desired, context) {
    const group = await existing(identifier, context);
    const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
    const call = (operation: string, input: Properties) =>
      callService(context, "sagemaker", operation, { ResourceArn: identifier, ...input });
    if (tags.removed.length > 0) await call("DeleteTags", { TagKeys: tags.removed });
    if (tags.put.length > 0) await call("AddTags", { Tags: tags.put });
    return modelOf(group);
  },
  async delete(identifier, context) {
    const { ModelPackageGroupName } = await existing(identifier, context);
    await callService(context, "sagemaker", "DeleteModelPackageGroup", { ModelPackageGroupName });
  },
  async list(context) {
    const groups = await allPages<Group>(context, {
      service: "sagemaker",
      operation: "ListModelPackageGroups",
      input: {},
      items: "ModelPackageGroupSummaryList",
    });
    return groups.map(({ ModelPackageGroupArn }) => ModelPackageGroupArn);
  },
};

/** SageMaker has one code for what is not there, what is there already, and what is wrong: the message tells. */
function isValidation(error: unknown, message: RegExp): boolean {
  return error instanceof AwsError && error.code === "ValidationException" && message.test(error.message);
}

async function describe(nameOrArn: string, context: CallContext): Promise<Group | undefined> {
  try {
    const input = { ModelPackageGroupName: nameOrArn };
    return await callService<Group>(context, "sagemaker", "DescribeModelPackageGroup", input);
  } catch (error) {
    if (isValidation(error, /does not exist/)) return undefined;
    throw error;
  }
}

async function existing(identifier: string, context: CallContext): Promise<Group> {
  const group = await describe(identifier, context);
  if (group === undefined)
    throw new HandlerError("NotFound", `ModelPackageGroup ${identifier} does not exist.`);
  return group;
}

/** AWS's handler asks for the policy of every group that it reads, and so needs the right to. */
async function readPolicy({ ModelPackageGroupName }: Group, context: CallContext): Promise<void> {
  try {
    await callService(context, "sagemaker", "GetModelPackageGroupPolicy", { ModelPackageGroupName });
  } catch (error) {
    if (!isValidation(error, /Cannot find resource policy/)) throw error;
  }
}

function tagsOf(ResourceArn: string, context: CallContext): Promise<Tag[]> {
  return allPages<Tag>(context, {
    service: "sagemaker",
    operation: "ListTags",
    input: { ResourceArn },
    items: "Tags",
  });
}

function attributes({ ModelPackageGroupArn, CreationTime, ModelPackageGroupStatus }: Group): Properties {
  return { ModelPackageGroupArn, CreationTime: CreationTime.toISOString(), ModelPackageGroupStatus };
}

function modelOf(group: Group) {
  return { identifier: group.ModelPackageGroupArn, properties: attributes(group) };
}
