import { managedPolicyPlants, parameterPlants, rolePlants } from "../plants";
import { BUILD_PLANTS } from "./build";
import { GUARD_PLANTS } from "./guard";
import { NETWORK_PLANTS } from "./network";
import type { PlantsOf } from "./planters";
import { S3_PLANTS } from "./s3";

/** What can be changed of each type of an ML product. */
export const PRODUCT_PLANTS: Readonly<Record<string, PlantsOf>> = {
  ...BUILD_PLANTS,
  ...GUARD_PLANTS,
  ...NETWORK_PLANTS,
  ...S3_PLANTS,
  "AWS::IAM::ManagedPolicy": managedPolicyPlants,
  "AWS::IAM::Role": rolePlants,
  "AWS::SSM::Parameter": parameterPlants,
};
