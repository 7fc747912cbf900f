/**
 * Regions whose CloudFormation registry is known to lack a resource type that every product has, by region. From
 * cfn-lint's record of the regions' registries (`src/cfnlint/data/schemas/providers/`), which has no
 * AWS::SageMaker::ModelPackageGroup for China (Beijing).
 */
const MISSING: Readonly<Record<string, readonly string[]>> = {
  "cn-north-1": ["AWS::SageMaker::ModelPackageGroup"],
};

/** Resource types of a product that CloudFormation is known not to have in a region. */
export function missingTypes(region: string): readonly string[] {
  return Object.hasOwn(MISSING, region) ? MISSING[region]! : [];
}
