import { buildMlBlueprint } from "../../../core/ml/build-ml-blueprint";
import type { MlBlueprint } from "../../../core/ml/blueprint";
import type { MlConfig } from "../../../core/ml/config/schema";
import { renderMlTemplate } from "../../../core/ml/template/render-ml-template";
import type { Template } from "../../../core/template/cloudformation";
import { mlConfig, mlConfigNames } from "./ml-configs";

const ENTERPRISE_SSM = "globalbank-prod-c001-us-west-2-demand-forecasting-ml-s3-sgprov-ssm";

/** Blueprint and template of a shipped config, with a change to it. */
export function rendered(
  name: string,
  change?: (config: MlConfig) => void,
): { blueprint: MlBlueprint; template: Template } {
  const blueprint = buildMlBlueprint(mlConfig(name, change));
  return { blueprint, template: renderMlTemplate(blueprint) };
}

/** Configs that no shipped one has: every other way of the choices that change a template. */
export const variants: Record<string, () => ReturnType<typeof rendered>> = {
  ...Object.fromEntries(mlConfigNames.map((name) => [name, () => rendered(name)])),
  "the security stack's role": () =>
    rendered(ENTERPRISE_SSM, ({ ml_product: product }) => {
      product.security_stack = { tier: "medium" };
    }),
  "the account's trail": () =>
    rendered(ENTERPRISE_SSM, ({ ml_product: product }) => {
      product.compliance = { trail: "account", log_group_name: "aws-cloudtrail-logs" };
    }),
  "the VPC's own endpoints": () =>
    rendered(ENTERPRISE_SSM, ({ ml_product: product }) => {
      product.vpc_endpoints = "reuse";
      product.vpc_endpoint_ids = {
        s3: "vpce-0ba9dc4a4d68f4059",
        sagemaker_api: "vpce-04550e929a6afeb4d",
        sagemaker_runtime: "vpce-00875dbd429b19c5f",
        sts: "vpce-01ebcd15b74afab98",
      };
    }),
  "the longest names": () =>
    rendered(ENTERPRISE_SSM, ({ client, environment, ml_product: product }) => {
      client.company_prefix = "abcdefghij";
      environment.env = "staging";
      environment.region = "ap-southeast-5";
      product.s3_prefix = "abcdefghij-staging-c001-ap-southeast-5-s3/solutions";
      product.use_case = "a".repeat(32);
      product.workload = "b".repeat(24);
    }),
  "a region of GovCloud": () =>
    rendered(ENTERPRISE_SSM, ({ environment, ml_product: product }) => {
      environment.region = "us-gov-west-1";
      product.key_administrators = ["arn:aws-us-gov:iam::123456789012:role/keys"];
    }),
  "a region of China": () =>
    rendered(ENTERPRISE_SSM, ({ environment, ml_product: product }) => {
      environment.region = "cn-north-1";
      product.key_administrators = ["arn:aws-cn:iam::123456789012:role/keys"];
    }),
};
