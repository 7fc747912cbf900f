import { AwsError, type CallContext, type Operation, type Operations } from "../../service";
import { buckets } from "./bucket-record";
import { bucketOperations } from "./bucket-operations";
import { listOperations } from "./list-operations";
import { objectOperations } from "./object-operations";

interface BucketInput {
  Bucket?: string;
  ExpectedBucketOwner?: string;
}

/** Every operation refuses a bucket of another owner than the one that the caller expects. */
function checkingOwner(operation: Operation): Operation {
  return (input: never, context: CallContext) => {
    const { Bucket: name = "", ExpectedBucketOwner: owner } = input as BucketInput;
    const bucket = owner === undefined ? undefined : buckets.find(context, name);
    if (bucket !== undefined && bucket.accountId !== owner) {
      throw new AwsError("AccessDenied", "Access Denied", 403);
    }
    return operation(input, context);
  };
}

/** S3's operations, as far as templates, artifacts and their buckets need them. */
export const operations: Operations = Object.fromEntries(
  Object.entries({ ...bucketOperations, ...objectOperations, ...listOperations }).map(([name, operation]) => [
    name,
    checkingOwner(operation),
  ]),
);
