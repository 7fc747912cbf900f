import { partitionOf } from "../naming/partition";
import { type KnownResource, KNOWN_RESOURCES } from "./known-resources";
import type { Template, TemplateResource, TemplateValue } from "./cloudformation";

/** Where a template is deployed: what its pseudo parameters stand for. */
export interface DeploymentTarget {
  /** 12 digits. */
  accountId: string;
  region: string;
}

/**
 * Turns values of a template into what AWS will have, as far as that is known before the deployment. What AWS makes up
 * itself stays as `${LogicalId}` or `${LogicalId.Attribute}`, what comes from a parameter as `${Parameter}`.
 */
export class IntrinsicResolver {
  readonly #pseudo: Record<string, string>;

  constructor(
    private readonly template: Template,
    target: DeploymentTarget,
  ) {
    this.#pseudo = {
      "AWS::AccountId": target.accountId,
      "AWS::Partition": partitionOf(target.region),
      "AWS::Region": target.region,
    };
  }

  /** The value with its intrinsic functions carried out. The stack's id stays `${AWS::StackId}`: nobody knows it yet. */
  resolve(value: TemplateValue): unknown {
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (typeof value !== "object") return value;
    const keys = Object.keys(value);
    const [only = ""] = keys;
    if (keys.length === 1 && only === "Ref") return this.#ref(text(value.Ref));
    if (keys.length === 1 && only === "Fn::Sub") return this.#sub(text(value["Fn::Sub"]));
    if (keys.length === 1 && only === "Fn::GetAtt") return this.#getAtt(value["Fn::GetAtt"]!);
    if (only.startsWith("Fn::")) throw new Error(`${only} is not a function that templates of ours use`);
    return Object.fromEntries(keys.map((key) => [key, this.resolve(value[key]!)]));
  }

  /** Cloud Control's primary identifier of a resource; `${LogicalId}` where AWS makes it up. */
  identifierOf(logicalId: string, resource: TemplateResource): string {
    const unknown = `\${${logicalId}}`;
    // Two properties make up the identifier of a metric filter.
    if (resource.Type === "AWS::Logs::MetricFilter") {
      const { LogGroupName, FilterName } = resource.Properties;
      return `${this.#textOf(LogGroupName)}|${this.#textOf(FilterName)}`;
    }
    const known = KNOWN_RESOURCES[resource.Type];
    if (known === undefined || known.identifier === "unknown") return unknown;
    return known.identifier === "arn" ? this.#arnOf(known, resource) : this.#nameOf(known, resource);
  }

  #ref(name: string): string {
    const resource = this.template.Resources[name];
    if (resource === undefined) return this.#pseudo[name] ?? `\${${name}}`;
    const known = KNOWN_RESOURCES[resource.Type];
    if (known === undefined || known.ref === "unknown") return `\${${name}}`;
    return known.ref === "arn" ? this.#arnOf(known, resource) : this.#nameOf(known, resource);
  }

  #sub(text: string): string {
    return text.replace(/\$\{(!?)([^}]*)\}/g, (_, escaped: string, name: string) =>
      escaped === "!" ? `\${${name}}` : this.#ref(name),
    );
  }

  #getAtt(target: TemplateValue): string {
    const [logicalId, attribute] = target as [string, string];
    const resource = this.template.Resources[logicalId];
    if (resource === undefined) throw new Error(`${logicalId} is not a resource of the template`);
    const known = KNOWN_RESOURCES[resource.Type];
    if (known !== undefined && attribute === (known.arnAttribute ?? "Arn")) {
      return `${this.#arnOf(known, resource)}${known.arnSuffix ?? ""}`;
    }
    if (known !== undefined && attribute === "Name") return this.#nameOf(known, resource);
    return `\${${logicalId}.${attribute}}`;
  }

  #nameOf({ nameProperty }: KnownResource, { Properties }: TemplateResource): string {
    return this.#textOf(Properties[nameProperty]);
  }

  #arnOf(known: KnownResource, resource: TemplateResource): string {
    if (known.arn === undefined) throw new Error(`${resource.Type} has no ARN`);
    const { service, resource: format, global: everywhere, account: owned } = known.arn;
    const { "AWS::AccountId": accountId, "AWS::Partition": partition, "AWS::Region": region } = this.#pseudo;
    const where = everywhere === true ? "" : region;
    const owner = owned === false ? "" : accountId;
    return `arn:${partition}:${service}:${where}:${owner}:${format.replace("{name}", this.#nameOf(known, resource))}`;
  }

  #textOf(value: TemplateValue | undefined): string {
    return text(value === undefined ? undefined : (this.resolve(value) as TemplateValue));
  }
}

function text(value: TemplateValue | undefined): string {
  if (typeof value !== "string") throw new Error("a template of ours has a text here");
  return value;
}
