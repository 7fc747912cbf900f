import assert from "node:assert/strict";
import { type AwsErrorKind, describeAwsError } from "../../aws/aws-error";

describe("sorting AWS errors", () => {
  const cases: { name: string; error: object; kind: AwsErrorKind }[] = [
    { name: "denied by IAM", error: { name: "AccessDenied", message: "no" }, kind: "denied" },
    { name: "denied by SSM", error: { name: "AccessDeniedException", message: "no" }, kind: "denied" },
    {
      name: "denied to Cloud Control by the service behind it",
      error: {
        name: "GeneralServiceException",
        message: "User: x is not authorized to perform: iam:GetRole",
      },
      kind: "denied",
    },
    { name: "no such role", error: { name: "NoSuchEntityException", message: "no" }, kind: "not-found" },
    {
      name: "no such stack",
      error: { name: "ValidationError", message: "Stack with id x does not exist" },
      kind: "not-found",
    },
    { name: "another validation error", error: { name: "ValidationError", message: "bad" }, kind: "other" },
    {
      name: "no credentials",
      error: { name: "CredentialsProviderError", message: "" },
      kind: "no-credentials",
    },
    { name: "an expired session", error: { name: "ExpiredToken", message: "" }, kind: "bad-credentials" },
    {
      name: "nobody listens",
      error: { name: "Error", code: "ECONNREFUSED", message: "" },
      kind: "unreachable",
    },
    { name: "too many calls", error: { name: "ThrottlingException", message: "" }, kind: "throttled" },
  ];
  for (const { name, error, kind } of cases) {
    it(name, () => assert.equal(describeAwsError(error).kind, kind));
  }
});
