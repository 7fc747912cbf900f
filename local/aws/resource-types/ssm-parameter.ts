import { AwsError, type CallContext } from "../service";
import type { ResourceModel } from "../resource-handler";
import { generatedName } from "./generated-name";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined } from "./service-calls";
import { changedTags, readableTags, tagList, type Tag } from "./tags";

interface Parameter {
  Name: string;
  Type: string;
  Value: string;
  ARN?: string;
  DataType?: string;
}

type Properties = Record<string, unknown>;

/** Parameters of the Parameter Store; description, tier, pattern and policies can be written but are not read. */
export const ssmParameter: ResourceType = {
  type: "AWS::SSM::Parameter",
  primaryIdentifier: "Name",
  createOnly: ["Name"],
  readOnly: ["Arn"],
  writeOnly: ["AllowedPattern", "Description", "Policies", "Tier"],
  nameProperty: { name: "Name", maxLength: 1011 },
  tags: "map",
  extraAttributes: ["Type", "Value"],
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = generatedName(desired.Name);
    const tags = tagList(desired.Tags);
    await put(name, desired, context, { Overwrite: false, Tags: tags.length > 0 ? tags : undefined });
    started?.(name);
    return modelOf(name, context);
  },
  async read(identifier, context) {
    const answer = await findParameter(identifier, context);
    if (answer === undefined) return undefined;
    const { TagList } = await callService<{ TagList?: Tag[] }>(context, "ssm", "ListTagsForResource", {
      ResourceType: "Parameter",
      ResourceId: identifier,
    });
    const tags = readableTags(TagList);
    const Tags = Object.fromEntries(tags.map((tag) => [tag.Key, tag.Value]));
    return {
      identifier: answer.Name,
      properties: { ...attributes(answer), ...(tags.length > 0 ? { Tags } : {}) },
    };
  },
  async update(identifier, previous, desired, context) {
    const written = ["Type", "Value", "Description", "AllowedPattern", "Tier", "Policies", "DataType"];
    if (written.some((name) => previous[name] !== desired[name])) {
      await put(identifier, desired, context, { Overwrite: true });
    }
    const tags = changedTags(tagList(previous.Tags), tagList(desired.Tags));
    const target = { ResourceType: "Parameter", ResourceId: identifier };
    if (tags.removed.length > 0) {
      await callService(context, "ssm", "RemoveTagsFromResource", { ...target, TagKeys: tags.removed });
    }
    if (tags.put.length > 0)
      await callService(context, "ssm", "AddTagsToResource", { ...target, Tags: tags.put });
    return modelOf(identifier, context);
  },
  async delete(identifier, context) {
    await callService(context, "ssm", "DeleteParameter", { Name: identifier });
  },
  async list(context) {
    const parameters = await allPages<Parameter>(context, {
      service: "ssm",
      operation: "DescribeParameters",
      input: {},
      items: "Parameters",
    });
    return parameters.map((parameter) => parameter.Name);
  },
};

async function put(
  name: string,
  desired: Properties,
  context: CallContext,
  extra: Properties,
): Promise<void> {
  const { Type, Value, Description, AllowedPattern, Tier, Policies, DataType } = desired;
  await callService(context, "ssm", "PutParameter", {
    Name: name,
    ...defined({
      Type,
      Value,
      Description: Description ?? "",
      AllowedPattern,
      Tier,
      Policies,
      DataType,
      ...extra,
    }),
  });
}

/** AWS's handler reads by the call for several (its registry schema declares `ssm:GetParameters` alone). */
async function findParameter(name: string, context: CallContext): Promise<Parameter | undefined> {
  const { Parameters } = await callService<{ Parameters?: Parameter[] }>(context, "ssm", "GetParameters", {
    Names: [name],
  });
  return Parameters?.[0];
}

function attributes(parameter: Parameter): Properties {
  const { Name, Type, Value, ARN, DataType } = parameter;
  return defined({ Name, Type, Value, DataType: DataType ?? "text", Arn: ARN });
}

async function modelOf(name: string, context: CallContext): Promise<ResourceModel> {
  const parameter = await findParameter(name, context);
  if (parameter === undefined)
    throw new AwsError("ParameterNotFound", `Parameter ${name} was not found`, 400);
  return { identifier: name, properties: attributes(parameter) };
}
