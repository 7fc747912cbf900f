import type { TenantPlace } from "../analysis/rule";
import { tenantPlace } from "../analysis/tenant-names";
import { ML_STAGES, mlName, mlNames, mlRoleName, type NamedProduct } from "../naming/ml-names";
import { roleName, tenantScope } from "../naming/stack-names";

/** Name of the role in security configs that jobs and models run with. */
const SECURITY_ROLE = "sagemaker_execution";

/** The role of the security stack that a product's jobs and models run with; undefined where it has one of its own. */
export function securityStackRole({
  client,
  environment,
  ml_product: product,
}: NamedProduct): string | undefined {
  // A test copy of the product uses the role of the environment's own security stack.
  return product.security_stack === undefined ? undefined : roleName({ client, environment }, SECURITY_ROLE);
}

/** The bucket that a product's code comes from; undefined where it comes from CodeCommit. */
export function sourceBucket({ ml_product: product }: NamedProduct): string | undefined {
  return product.s3_prefix?.split("/")[0];
}

/**
 * Whose a product's resources are, and how their names begin: with its ml_name, which also keeps apart the products of
 * one tenant. Beside them it reaches what its config names of the tenant's own.
 */
export function productPlace(product: NamedProduct): TenantPlace {
  const name = mlName(product);
  const place = tenantPlace(product);
  const { runtimePrefix, ...names } = mlNames(product);
  const own = [...Object.values(names), ...ML_STAGES.map((stage) => mlRoleName(product, stage))];
  const role = securityStackRole(product);
  const bucket = sourceBucket(product);
  const scope = tenantScope({ client: product.client, environment: product.environment });
  return {
    ...place,
    scope: name,
    // AWS's limits cut some of them before the ml_name ends.
    names: [...own, `${runtimePrefix}-*`],
    given: [role, bucket].flatMap((one) => (one?.startsWith(`${scope}-`) === true ? [one] : [])),
    ...(role === undefined
      ? {}
      : { rolesElsewhere: [`arn:${place.partition}:iam::${place.account}:role/${role}`] }),
  };
}
