import { partitionOf } from "../naming/partition";
import { type KnownResource, KNOWN_RESOURCES } from "./known-resources";
import type { Template, TemplateResource, TemplateValue } from "./cloudformation";
import { referenceTo } from "./open-references";

/** Where a template is deployed: what its pseudo parameters stand for. */
export interface DeploymentTarget {
  /** 12 digits. */
  accountId: string;
  region: string;
  /** Stands for `AWS::Partition`; the region's partition where it is left out. */
  partition?: string;
}

/**
 * Gives what stands for a value that can't be told before the deployment.
 * @param why Why it can't be told.
 * @param name How the value is written where it is left open: `${LogicalId}`, `${LogicalId.Attribute}` or
 * `${Parameter}`; undefined where a template of ours never has such a thing.
 */
export type OpenValue = (why: string, name?: string) => string;

/** What differs from one use of the resolver to another. */
export interface ResolveOptions {
  /** Gives what stands for a value that can't be told; without it such a value throws. */
  open?: OpenValue;
  /** How a text of the template's own is written; as it is unless said. */
  literal?: (text: string) => string;
}

/** Leaves open what only AWS or a parameter knows, under its name; what no template of ours has throws. */
export const leaveOpen: OpenValue = (why, name) => name ?? refuse(why);

/** Types of parameters whose values are lists (CloudFormation User Guide, "Parameters"). */
const LIST = /^(?:AWS::SSM::Parameter::Value<)?(?:List<|CommaDelimitedList)/;

/** Turns values of a template into what AWS will have, as far as that is known before the deployment. */
export class IntrinsicResolver {
  readonly #pseudo: Map<string, string>;
  private readonly open: OpenValue;
  private readonly literal: (text: string) => string;

  constructor(
    private readonly template: Pick<Template, "Resources" | "Parameters">,
    target: DeploymentTarget,
    { open = refuse, literal = (text) => text }: ResolveOptions = {},
  ) {
    this.open = open;
    this.literal = literal;
    this.#pseudo = new Map([
      ["AWS::AccountId", target.accountId],
      ["AWS::Partition", target.partition ?? partitionOf(target.region)],
      ["AWS::Region", target.region],
      ["AWS::StackId", referenceTo("AWS::StackId")],
    ]);
  }

  /** The value with its intrinsic functions carried out. The stack's id stays `${AWS::StackId}`: nobody knows it yet. */
  resolve(value: TemplateValue): unknown {
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (typeof value === "string") return this.literal(value);
    if (typeof value !== "object" || value === null) return value;
    const keys = Object.keys(value);
    const [only = ""] = keys;
    if (keys.length === 1 && only === "Ref") return this.#parameterOr(value.Ref!);
    if (keys.length === 1 && only === "Fn::Sub") return this.#sub(value["Fn::Sub"]!);
    if (keys.length === 1 && only === "Fn::GetAtt") return this.#getAtt(value["Fn::GetAtt"]!);
    if (only.startsWith("Fn::")) return this.open(`${only} is not a function that templates of ours use`);
    return Object.fromEntries(keys.map((key) => [key, this.resolve(value[key]!)]));
  }

  /** Cloud Control's primary identifier of a resource. */
  identifierOf(logicalId: string, resource: TemplateResource): string {
    // Two properties make up the identifier of a metric filter.
    if (resource.Type === "AWS::Logs::MetricFilter") {
      const { LogGroupName, FilterName } = resource.Properties;
      return `${this.#text(LogGroupName)}|${this.#text(FilterName)}`;
    }
    return this.#named(logicalId, resource, "identifier");
  }

  /** What a reference gives: a list where it is to a parameter that is one. */
  #parameterOr(name: TemplateValue): string | string[] {
    if (typeof name !== "string") return this.#text(name);
    const referred = this.#ref(name);
    return LIST.test(this.template.Parameters?.[name]?.Type ?? "") ? [referred] : referred;
  }

  #ref(name: string): string {
    const resource = this.template.Resources[name];
    if (resource !== undefined) return this.#named(name, resource, "ref");
    return (
      this.#pseudo.get(name) ?? this.open(`${name} is not known before the deployment`, referenceTo(name))
    );
  }

  /** What `Ref` gives of a resource, or Cloud Control's identifier of it. */
  #named(logicalId: string, resource: TemplateResource, kind: "ref" | "identifier"): string {
    const known = KNOWN_RESOURCES[resource.Type];
    const form = known === undefined ? "unknown" : known[kind];
    if (known === undefined || form === "unknown") {
      return this.open(`${resource.Type} gets its ${kind} from AWS`, referenceTo(logicalId));
    }
    return form === "arn" ? this.#arnOf(known, resource) : this.#nameOf(known, resource);
  }

  #sub(text: TemplateValue): string {
    if (typeof text !== "string") return this.#text(text);
    return text.replace(/\$\{(!?)([^}]*)\}/g, (_, escaped: string, name: string) =>
      escaped === "!" ? this.literal(`\${${name}}`) : this.#ref(name),
    );
  }

  #getAtt(target: TemplateValue): string {
    const [logicalId, attribute] = [target].flat();
    if (typeof logicalId !== "string" || typeof attribute !== "string")
      return this.open("Fn::GetAtt takes a resource and the name of one of its attributes");
    const resource = this.template.Resources[logicalId];
    if (resource === undefined) return this.open(`${logicalId} is not a resource of the template`);
    const known = KNOWN_RESOURCES[resource.Type];
    if (known?.arn !== undefined && attribute === (known.arnAttribute ?? "Arn")) {
      return `${this.#arnOf(known, resource)}${known.arnSuffix ?? ""}`;
    }
    if (known !== undefined && attribute === "Name") return this.#nameOf(known, resource);
    const name = `${logicalId}.${attribute}`;
    return this.open(`${name} is not known before the deployment`, referenceTo(name));
  }

  #nameOf({ nameProperty }: KnownResource, { Properties }: TemplateResource): string {
    return this.#text(Properties[nameProperty]);
  }

  #arnOf(known: KnownResource, resource: TemplateResource): string {
    if (known.arn === undefined) throw new Error(`${resource.Type} has no ARN`);
    const { service, resource: format, global: everywhere, account: owned } = known.arn;
    const pseudo = (name: string) => this.#pseudo.get(`AWS::${name}`)!;
    const where = everywhere === true ? "" : pseudo("Region");
    const owner = owned === false ? "" : pseudo("AccountId");
    const name = format.replace("{name}", () => this.#nameOf(known, resource));
    return `arn:${pseudo("Partition")}:${service}:${where}:${owner}:${name}`;
  }

  #text(value: TemplateValue | undefined): string {
    const resolved = value === undefined ? undefined : this.resolve(value);
    return typeof resolved === "string" ? resolved : this.open("a template of ours has a text here");
  }
}

function refuse(why: string): never {
  throw new Error(why);
}
