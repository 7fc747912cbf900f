import type * as Metering from "@aws-sdk/client-marketplace-metering";
import { AwsError, type CallContext, type Operations } from "../../service";
import { findProduct } from "./product";
import { usageSignature } from "./usage-signature";

function registerUsage(
  input: Metering.RegisterUsageRequest,
  context: CallContext,
): Metering.RegisterUsageResult {
  const product = findProduct(context.store, input.ProductCode!);
  if (product === undefined) {
    const message =
      "The product code passed does not match the product code used for publishing the product.";
    throw new AwsError("InvalidProductCodeException", message);
  }
  if (input.PublicKeyVersion !== product.publicKeyVersion) {
    throw new AwsError("InvalidPublicKeyVersionException", "Public Key version is invalid.");
  }
  if (product.platform === "other") {
    const message = "AWS Marketplace does not support metering usage from the underlying platform.";
    throw new AwsError("PlatformNotSupportedException", message);
  }
  if (!product.subscribed) {
    const message = "The customer does not have a valid subscription for the product.";
    throw new AwsError("CustomerNotEntitledException", message);
  }
  const claims = {
    productCode: product.productCode,
    publicKeyVersion: product.publicKeyVersion,
    nonce: input.Nonce,
    iat: Math.floor(context.now().getTime() / 1000) + product.clockOffsetSeconds,
  };
  return { Signature: usageSignature(claims, product.signature) };
}

/** What of AWS Marketplace's metering a container product asks when it starts. */
export const operations: Operations = { RegisterUsage: registerUsage };
