import { type ReferenceValues, referencesIn } from "../../core/template/open-references";
import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import { type DeployedStack, findStack, listStackResources, type StackResource } from "../deployed-stack";
import { readLiveResource } from "../live-resource";
import { isHeld } from "../preflight/names-to-look-up";

/** What references to a stack's resources and parameters stand for, or why that can't be said. */
export type Resolved =
  | { kind: "values"; values: ReferenceValues }
  /** What is referred to is not there: neither was it made yet, or it was deleted. */
  | { kind: "missing"; reason: string }
  /** AWS does not tell whoever asks. */
  | { kind: "denied"; reason: string };

/** Why a reference has no value. */
class NoValue extends Error {
  constructor(
    readonly kind: "missing" | "denied",
    reason: string,
  ) {
    super(reason);
  }
}

/** Asks once, but again for what is not there yet or could not be asked for. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  const forget = () => (asked = undefined);
  return () => {
    asked ??= ask();
    void asked.then((answer) => answer ?? forget()).catch(forget);
    return asked;
  };
}

/** What one stack's references stand for, as far as somebody has asked, each thing asked of AWS once. */
export class StackValues {
  readonly #values = new Map<string, Promise<string | readonly string[]>>();
  /** The stack; undefined where there is none. Throws the SDK's errors. */
  readonly stack: () => Promise<DeployedStack | undefined>;
  readonly #resources: () => Promise<StackResource[]>;

  constructor(
    private readonly aws: AwsClients,
    private readonly stackName: string,
  ) {
    this.stack = once(() => findStack(aws, stackName));
    this.#resources = once(() => listStackResources(aws, stackName));
  }

  /** What all references in a value stand for. Throws the SDK's errors other than a denial. */
  async resolve(value: unknown): Promise<Resolved> {
    const names = [...referencesIn(value)];
    try {
      const found = await Promise.all(names.map((name) => this.#value(name)));
      return { kind: "values", values: new Map(names.map((name, index) => [name, found[index]!])) };
    } catch (error) {
      if (error instanceof NoValue) return { kind: error.kind, reason: error.message };
      throw error;
    }
  }

  #value(name: string): Promise<string | readonly string[]> {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const found = this.#find(name);
    this.#values.set(name, found);
    found.catch(() => this.#values.delete(name));
    return found;
  }

  async #find(name: string): Promise<string | readonly string[]> {
    if (name === "AWS::StackId") return (await this.#existing(name)).id;
    const [logicalId = "", ...attribute] = name.split(".");
    const resources = await this.#asked(name, "cloudformation:ListStackResources", this.#resources);
    const resource = resources.find((one) => one.logicalId === logicalId);
    if (resource === undefined) return this.#parameter(name);
    if (!isHeld(resource))
      throw new NoValue("missing", `it refers to ${name}, which the stack does not have`);
    return attribute.length === 0 ? resource.physicalId : this.#attribute(name, resource, attribute);
  }

  async #parameter(name: string): Promise<string | readonly string[]> {
    const value = (await this.#existing(name)).parameters[name];
    if (value === undefined)
      throw new NoValue("missing", `it refers to ${name}, which the stack does not have`);
    // No parameter of ours that is no list has a comma in it: they are ids and ARNs.
    return value.includes(",") ? value.split(",").map((item) => item.trim()) : value;
  }

  async #existing(name: string): Promise<DeployedStack> {
    const stack = await this.#asked(name, "cloudformation:DescribeStacks", this.stack);
    if (stack === undefined) throw new NoValue("missing", `there is no stack ${this.stackName}`);
    return stack;
  }

  async #attribute(name: string, { logicalId, type, physicalId }: StackResource, path: readonly string[]) {
    const live = await readLiveResource(this.aws, { type, identifier: physicalId, properties: {} });
    if (live.kind === "gone") throw new NoValue("missing", `it refers to ${logicalId}, which does not exist`);
    if (live.kind === "unreadable") throw new NoValue("denied", `it refers to ${name}, and ${live.reason}`);
    let value: unknown = live.properties;
    for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
    if (typeof value === "string") return value;
    throw new NoValue("denied", `it refers to ${name}, which AWS does not show`);
  }

  async #asked<T>(name: string, right: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (describeAwsError(error).kind !== "denied") throw error;
      throw new NoValue("denied", `it refers to ${name}, and ${right} is not allowed`);
    }
  }
}

/** What the references of stacks stand for, asked for once: of a product dozens of resources are read one after the other. */
export class StackReferences {
  readonly #known = new Map<string, StackValues>();

  of(aws: AwsClients, stackName: string): StackValues {
    const key = keyOf(aws, stackName);
    const values = this.#known.get(key) ?? new StackValues(aws, stackName);
    this.#known.set(key, values);
    return values;
  }

  /** Has everything asked for anew, unless somebody else saw to that already: what was made anew has other ids. */
  forget(aws: AwsClients, stackName: string, outdated: StackValues): void {
    const key = keyOf(aws, stackName);
    if (this.#known.get(key) === outdated) this.#known.delete(key);
  }
}

function keyOf({ region }: AwsClients, stackName: string): string {
  return `${region} ${stackName}`;
}
