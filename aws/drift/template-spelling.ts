import { isDeepStrictEqual } from "node:util";
import { canonicalProperties, type Properties } from "../../core/drift/canonical-properties";
import type { WatchedResource } from "../../core/template/watched-resource";
import type { AwsClients } from "../clients";
import { deployedResources } from "../deployed-template";
import type { WatchedArgs } from "../watched-args";
import type { StackReferences } from "./stack-references";

/**
 * How the deployed templates write what watched resources have in canonical form. CloudFormation's own drift detection
 * compares policy documents member by member: what is put back in another order would be drift to it.
 */
export class TemplateSpelling {
  readonly #templates = new Map<string, Promise<WatchedResource[]>>();

  constructor(private readonly references: StackReferences) {}

  /** The properties as the stack's template writes them; as they are where it can't be read or says something else. */
  async find(aws: AwsClients, { logicalId, type, properties, stackName }: WatchedArgs): Promise<Properties> {
    let resources: WatchedResource[];
    try {
      resources = await this.#resources(aws, stackName);
    } catch {
      // To put back what is wanted matters more than how it is written.
      return properties;
    }
    const written = resources.find((resource) => resource.logicalId === logicalId)?.properties;
    return written !== undefined &&
      isDeepStrictEqual(canonicalProperties(type, written), canonicalProperties(type, properties))
      ? written
      : properties;
  }

  #resources(aws: AwsClients, stackName: string): Promise<WatchedResource[]> {
    const key = `${aws.region} ${stackName}`;
    const known = this.#templates.get(key);
    if (known !== undefined) return known;
    const stack = this.references.of(aws, stackName).stack();
    const found = stack.then((deployed) => {
      const accountId = deployed?.id.split(":")[4] ?? "";
      return deployedResources(aws, stackName, { accountId, region: aws.region });
    });
    this.#templates.set(key, found);
    return found;
  }
}
