import { partitionOf } from "../naming/partition";
import type { Template, TemplateResource, TemplateValue } from "./cloudformation";

/** Where a template is deployed: what its pseudo parameters stand for. */
export interface DeploymentTarget {
  /** 12 digits. */
  accountId: string;
  region: string;
  /** Stands for `AWS::Partition`; the region's partition where it is left out. */
  partition?: string;
}

/** What stands before the name in the ARNs that `Fn::GetAtt` gives. */
const KINDS_WITH_ARN = new Map([
  ["AWS::IAM::Group", "group"],
  ["AWS::IAM::Role", "role"],
]);

/** Turns values of a template into what AWS will have, as far as that is known before the deployment. */
export class IntrinsicResolver {
  readonly #pseudo: Map<string, string>;

  /**
   * @param open gives what stands for a value that can't be told; without it such a value throws, since none is in a
   * template of ours.
   */
  constructor(
    private readonly template: Template,
    target: DeploymentTarget,
    private readonly open: (why: string) => string = refuse,
  ) {
    this.#pseudo = new Map([
      ["AWS::AccountId", target.accountId],
      ["AWS::Partition", target.partition ?? partitionOf(target.region)],
      ["AWS::Region", target.region],
      ["AWS::StackId", "${AWS::StackId}"],
    ]);
  }

  /** The value with its intrinsic functions carried out. The stack's id stays `${AWS::StackId}`: nobody knows it yet. */
  resolve(value: TemplateValue): unknown {
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (typeof value !== "object" || value === null) return value;
    const keys = Object.keys(value);
    const [only = ""] = keys;
    if (keys.length === 1 && only === "Ref") return this.#ref(this.#text(value.Ref));
    if (keys.length === 1 && only === "Fn::Sub") return this.#sub(this.#text(value["Fn::Sub"]));
    if (keys.length === 1 && only === "Fn::GetAtt") return this.#getAtt(value["Fn::GetAtt"]!);
    if (only.startsWith("Fn::")) return this.open(`${only} is not a function that templates of ours use`);
    return Object.fromEntries(keys.map((key) => [key, this.resolve(value[key]!)]));
  }

  /** What AWS names a resource by: its ARN for a managed policy, its name for everything else. */
  identifierOf(resource: TemplateResource): string {
    const { Type, Properties } = resource;
    switch (Type) {
      case "AWS::IAM::ManagedPolicy":
        return this.#iamArn("policy", Properties.ManagedPolicyName);
      case "AWS::IAM::Group":
        return this.#text(Properties.GroupName);
      case "AWS::IAM::Role":
        return this.#text(Properties.RoleName);
      case "AWS::SSM::Parameter":
        return this.#text(Properties.Name);
      default:
        return this.open(`${Type} is not a type that templates of ours use`);
    }
  }

  #ref(name: string): string {
    const resource = this.template.Resources[name];
    if (resource !== undefined) return this.identifierOf(resource);
    return this.#pseudo.get(name) ?? this.open(`${name} is not known before the deployment`);
  }

  #sub(text: string): string {
    return text.replace(/\$\{(!?)([^}]*)\}/g, (_, escaped: string, name: string) =>
      escaped === "!" ? `\${${name}}` : this.#ref(name),
    );
  }

  #getAtt(target: TemplateValue): string {
    const [logicalId, attribute] = [target].flat() as [string, string];
    const resource = this.template.Resources[logicalId];
    const kind = KINDS_WITH_ARN.get(resource?.Type ?? "");
    if (resource === undefined || kind === undefined || attribute !== "Arn") {
      return this.open(`${logicalId}.${attribute} is not known before the deployment`);
    }
    return this.#iamArn(kind, this.identifierOf(resource));
  }

  #iamArn(kind: string, name: TemplateValue | undefined): string {
    const [account, partition] = [this.#pseudo.get("AWS::AccountId"), this.#pseudo.get("AWS::Partition")];
    return `arn:${partition}:iam::${account}:${kind}/${this.#text(name)}`;
  }

  #text(value: TemplateValue | undefined): string {
    const resolved = typeof value === "object" ? this.resolve(value) : value;
    return typeof resolved === "string" ? resolved : this.open("a template of ours has a text here");
  }
}

function refuse(why: string): never {
  throw new Error(why);
}
