import { TEST_SUFFIX_CHARACTERS } from "../../../config/checks/names";
import {
  ML_NAME_LIMITS,
  mlName,
  mlParameterPath,
  mlStackName,
  type NamedProduct,
} from "../../../naming/ml-names";
import type { MlCheck } from "./check";

/** Longest key of an output, `VpcEndpointIdSagemakerRuntime` and longer ones to come. */
const OUTPUT_KEY_CHARACTERS = 64;

/** Names that can't be shortened fit into AWS's limits, a test deployment's suffix included. */
export const checkNames: MlCheck = ({ config, report }) => {
  const { client, environment, ml_product: product, deployment } = config;
  const parts = [
    client?.company_prefix,
    client?.tenant_id,
    environment?.env,
    environment?.region,
    product?.use_case,
  ];
  const workloadIsWrong = product !== undefined && Object.hasOwn(product, "workload") && !product.workload;
  if (parts.includes(undefined) || workloadIsWrong) return;
  const named = { client, environment, ml_product: product, deployment } as NamedProduct;
  const check = (what: string, name: string, limit: number) => {
    const room = limit - TEST_SUFFIX_CHARACTERS;
    if (name.length <= room) return;
    const message = `gives the ${what} ${name} of ${name.length} characters, AWS allows ${limit}`;
    const hint = `shorten it by ${name.length - room}: a test deployment adds ${TEST_SUFFIX_CHARACTERS} characters`;
    report(["ml_product", "use_case"], "value", message, hint);
  };
  check("stack name", `${mlName(named)}-stack`, ML_NAME_LIMITS.stack);
  const longest = `${mlParameterPath(named)}/${"x".repeat(OUTPUT_KEY_CHARACTERS)}`;
  check("parameter name", longest, ML_NAME_LIMITS.parameter);
  const pinned = mlStackName(named);
  if (pinned.length > ML_NAME_LIMITS.stack && deployment?.stack_name !== undefined) {
    const message = `has ${pinned.length} characters, AWS allows ${ML_NAME_LIMITS.stack}`;
    report(["deployment", "stack_name"], "value", message);
  }
};
