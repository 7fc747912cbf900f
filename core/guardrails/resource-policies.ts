import { type ParsedDocument, parsePolicy } from "../analysis/statement";
import { isObject, type Path } from "../config/source";
import { type JudgedResource, resourcesOf, type Subject } from "./subject";
import { valueText } from "../value-text";

/** A policy that a resource has, in which principals are named. */
export interface ResourcePolicy {
  /** The resource of the template that it stands in. */
  resource: JudgedResource;
  /** What it guards: names, or `${LogicalId}` of a resource of the template. */
  of: readonly string[];
  document: ParsedDocument;
  /** Of the document. */
  path: Path;
  /** Why it could not be read; then it has no statements. */
  why?: string;
}

/** By type: the property with the policy, and the one that names what it guards; without it, it guards itself. */
const POLICIES: Readonly<Record<string, { document: string; of?: string }>> = {
  "AWS::ECR::Repository": { document: "RepositoryPolicyText" },
  "AWS::KMS::Key": { document: "KeyPolicy" },
  "AWS::S3::BucketPolicy": { document: "PolicyDocument", of: "Bucket" },
  "AWS::SageMaker::ModelPackageGroup": { document: "ModelPackageGroupPolicy" },
  "AWS::SecretsManager::ResourcePolicy": { document: "ResourcePolicy", of: "SecretId" },
  "AWS::SNS::TopicPolicy": { document: "PolicyDocument", of: "Topics" },
  "AWS::SQS::QueuePolicy": { document: "PolicyDocument", of: "Queues" },
};

/** Types that a resource policy is written in. */
export const POLICY_PROPERTIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(POLICIES).map(([type, { document }]) => [type, document]),
);

/** The policies of a template's buckets, topics, keys and so on. */
export function resourcePolicies(subject: Subject): ResourcePolicy[] {
  return resourcesOf(subject, ...Object.keys(POLICIES)).flatMap((resource) => {
    const { document, of } = POLICIES[resource.type]!;
    const value = resource.properties[document];
    if (value === undefined) return [];
    const guarded = of === undefined ? `\${${resource.logicalId}}` : resource.properties[of];
    return {
      resource,
      of: [guarded].flat().map(valueText),
      path: [...resource.path, "Properties", document],
      ...read(value),
    };
  });
}

function read(value: unknown): Pick<ResourcePolicy, "document" | "why"> {
  try {
    return { document: parsePolicy(isObject(value) ? value : valueText(value)) };
  } catch (error) {
    return { document: { statements: [] }, why: error instanceof Error ? error.message : String(error) };
  }
}
