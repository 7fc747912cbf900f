import { hasUnknown, type Properties, revealed, secretLike, UNKNOWN, withoutNulls } from "../property-values";
import {
  type CheckFailure,
  type FoundResource,
  PartialCreationError,
  type ResourceDiff,
  type ResourceState,
  type ResourceType,
} from "../provider";
import { type CloudControlResource, type PatchOperation, ResourceOperationError } from "./cloud-control";
import {
  cloudFormationName,
  fromCloudFormation,
  meansTheSame,
  propertiesOf,
  STACK_PROPERTIES,
  toCloudFormation,
} from "./stack-properties";

const readOnly = propertiesOf("readOnly");
const createOnly = propertiesOf("createOnly");
const writeOnly = propertiesOf("writeOnly");

function desiredState(inputs: Properties): Record<string, unknown> {
  const plain = revealed(withoutNulls(inputs)) as Properties;
  return Object.fromEntries(
    Object.entries(plain).map(([property, value]) => [
      cloudFormationName(property),
      toCloudFormation(property, value),
    ]),
  );
}

/** What Cloud Control gave, with what it never gives taken from the inputs, and as secret as the inputs were. */
function outputsOf(model: Record<string, unknown>, inputs: Properties): Properties {
  const outputs = fromCloudFormation(model);
  for (const property of writeOnly) {
    if (inputs[property] !== undefined) outputs[property] = revealed(inputs[property]);
  }
  return secretLike(outputs, inputs) as Properties;
}

/**
 * What the program's inputs would be, had they made the stack as it is: each property that the program sets, as found.
 * What it does not set is AWS's own business.
 */
function actualInputs(inputs: Properties, outputs: Properties): Properties {
  const actual: Properties = {};
  for (const [property, value] of Object.entries(inputs)) {
    const found = outputs[property];
    if (writeOnly.includes(property) || meansTheSame(property, revealed(value), revealed(found))) {
      actual[property] = value;
    } else if (found !== undefined) {
      actual[property] = found;
    }
  }
  return actual;
}

/** The changes from the stack as it was last seen to what the program wants, by whole properties. */
function patchFor(old: { inputs: Properties; outputs: Properties }, inputs: Properties): PatchOperation[] {
  const before = revealed(actualInputs(old.inputs, { ...old.inputs, ...old.outputs })) as Properties;
  const after = revealed(withoutNulls(inputs)) as Properties;
  const patch: PatchOperation[] = [];
  for (const property of Object.keys(STACK_PROPERTIES)) {
    const path = `/${cloudFormationName(property)}`;
    const value = toCloudFormation(property, after[property]);
    if (after[property] === undefined) {
      if (before[property] !== undefined) patch.push({ op: "remove", path });
    } else if (writeOnly.includes(property)) {
      // AWS can't read these itself: they are always sent.
      patch.push({ op: "add", path, value });
    } else if (!meansTheSame(property, before[property], after[property])) {
      patch.push({ op: before[property] === undefined ? "add" : "replace", path, value });
    }
  }
  return patch;
}

/** `aws-native:cloudformation:Stack`, over Cloud Control. */
export class StackResource implements ResourceType {
  constructor(private readonly cloudControl: CloudControlResource) {}

  check(inputs: Properties): CheckFailure[] {
    return Object.keys(inputs)
      .filter((property) => STACK_PROPERTIES[property] === undefined || readOnly.includes(property))
      .map((property) => ({ property, reason: `cloudformation.Stack has no input ${property}` }));
  }

  diff(oldInputs: Properties, newInputs: Properties): ResourceDiff {
    const changed = Object.keys(STACK_PROPERTIES).filter((property) => {
      const [before, after] = [oldInputs[property], newInputs[property]];
      return hasUnknown(after) || !meansTheSame(property, revealed(before), revealed(after));
    });
    return {
      changed: changed.length > 0,
      replaces: changed.filter((property) => createOnly.includes(property)),
      deleteBeforeReplace: true,
    };
  }

  preview(inputs: Properties, old: Properties | undefined): Properties {
    const outputs: Properties = { ...(withoutNulls(inputs) as Properties) };
    for (const property of readOnly) outputs[property] = UNKNOWN;
    if (old?.["stackId"] !== undefined) outputs["stackId"] = old["stackId"];
    return outputs;
  }

  async create(inputs: Properties): Promise<ResourceState> {
    try {
      const id = await this.cloudControl.create(desiredState(inputs));
      const model = await this.cloudControl.read(id);
      if (model === undefined) throw new Error(`the stack ${id} was created and can't be found`);
      return { id, outputs: outputsOf(model, inputs) };
    } catch (error) {
      throw await this.partialFailure(error, inputs);
    }
  }

  async read(id: string, inputs: Properties | undefined): Promise<FoundResource | undefined> {
    const model = await this.cloudControl.read(id);
    if (model === undefined) return undefined;
    if (inputs === undefined || Object.keys(inputs).length === 0) {
      const outputs = fromCloudFormation(model);
      const imported = Object.entries(outputs).filter(([property]) => !readOnly.includes(property));
      return { id, outputs, inputs: Object.fromEntries(imported) };
    }
    const outputs = outputsOf(model, inputs);
    return { id, outputs, inputs: actualInputs(inputs, outputs) };
  }

  async update(
    id: string,
    old: { inputs: Properties; outputs: Properties },
    inputs: Properties,
  ): Promise<Properties> {
    await this.cloudControl.update(id, patchFor(old, inputs));
    const model = await this.cloudControl.read(id);
    if (model === undefined) throw new Error(`the stack ${id} was updated and can't be found`);
    return outputsOf(model, inputs);
  }

  async delete(id: string): Promise<void> {
    await this.cloudControl.delete(id);
  }

  /** A failed creation that left a stack behind (rolled back, say) is kept in the state, with its reason. */
  private async partialFailure(error: unknown, inputs: Properties): Promise<unknown> {
    if (!(error instanceof ResourceOperationError)) return error;
    const { Identifier: id, ErrorCode: code } = error.event;
    if (id === undefined || code === "AlreadyExists") return new Error(`creating resource: ${error.message}`);
    const model = await this.cloudControl.read(id).catch(() => undefined);
    if (model === undefined) return new Error(`creating resource (await): ${error.message}`);
    return new PartialCreationError({ id, outputs: outputsOf(model, inputs) }, inputs, error.message);
  }
}
