import { partitionOf } from "../naming/partition";
import type { Template, TemplateResource, TemplateValue } from "./cloudformation";

/** Where a template is deployed: what its pseudo parameters stand for. */
export interface DeploymentTarget {
  /** 12 digits. */
  accountId: string;
  region: string;
}

/** Turns values of a template into what AWS will have, as far as that is known before the deployment. */
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

  /** What AWS names a resource by: its ARN for a managed policy, its name for everything else. */
  identifierOf(resource: TemplateResource): string {
    const { Type, Properties } = resource;
    switch (Type) {
      case "AWS::IAM::ManagedPolicy":
        return this.#iamArn("policy", Properties.ManagedPolicyName);
      case "AWS::IAM::Group":
        return text(Properties.GroupName);
      case "AWS::IAM::Role":
        return text(Properties.RoleName);
      case "AWS::SSM::Parameter":
        return text(Properties.Name);
      default:
        throw new Error(`${Type} is not a type that templates of ours use`);
    }
  }

  #ref(name: string): string {
    const resource = this.template.Resources[name];
    if (resource !== undefined) return this.identifierOf(resource);
    return this.#pseudo[name] ?? `\${${name}}`;
  }

  #sub(text: string): string {
    return text.replace(/\$\{(!?)([^}]*)\}/g, (_, escaped: string, name: string) =>
      escaped === "!" ? `\${${name}}` : this.#ref(name),
    );
  }

  #getAtt(target: TemplateValue): string {
    const [logicalId, attribute] = target as [string, string];
    const resource = this.template.Resources[logicalId];
    if (resource === undefined || attribute !== "Arn") {
      throw new Error(`${logicalId}.${attribute} is not known before the deployment`);
    }
    const kind = resource.Type === "AWS::IAM::Group" ? "group" : "role";
    return this.#iamArn(kind, this.identifierOf(resource));
  }

  #iamArn(kind: string, name: TemplateValue | undefined): string {
    const { "AWS::AccountId": account, "AWS::Partition": partition } = this.#pseudo;
    return `arn:${partition}:iam::${account}:${kind}/${text(name)}`;
  }
}

function text(value: TemplateValue | undefined): string {
  if (typeof value !== "string") throw new Error("a template of ours has a text here");
  return value;
}
