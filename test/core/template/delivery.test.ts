import assert from "node:assert/strict";
import { chooseDelivery } from "../../../core/template/delivery";
import { TEMPLATE_LIMITS } from "../../../core/template/template-limits";
import type { Deployment } from "../../../core/config/schema";

const target = (deployment?: Deployment, region = "us-west-1") => ({ deployment, stem: "stem", region });
const small = "{}";
const largest = "x".repeat(TEMPLATE_LIMITS.inlineBytes);
const tooLarge = `${largest}x`;

describe("delivery of the template", () => {
  const cases: { name: string; body: string; deployment?: Deployment; kind: "inline" | "s3" }[] = [
    { name: "a small one", body: small, kind: "inline" },
    { name: "the largest that goes inline", body: largest, kind: "inline" },
    { name: "one byte more", body: tooLarge, deployment: { template_bucket: "b-1" }, kind: "s3" },
    {
      name: "a small one, a bucket named",
      body: small,
      deployment: { template_bucket: "b-1" },
      kind: "inline",
    },
    {
      name: "a small one, s3 asked for",
      body: small,
      deployment: { template_bucket: "b-1", delivery: "s3" },
      kind: "s3",
    },
    {
      name: "counts bytes, not characters",
      body: "ä".repeat(TEMPLATE_LIMITS.inlineBytes / 2 + 1),
      deployment: { template_bucket: "b-1" },
      kind: "s3",
    },
  ];
  for (const { name, body, deployment, kind } of cases) {
    it(`${kind}: ${name}`, () => assert.equal(chooseDelivery(body, target(deployment)).kind, kind));
  }

  const refused: { name: string; deployment?: Deployment; message: RegExp }[] = [
    { name: "too large and no bucket", message: /template_bucket: is missing: the template has 51201 bytes/ },
    {
      name: "too large for inline",
      deployment: { delivery: "inline", template_bucket: "b-1" },
      message: /delivery: the template has 51201 bytes/,
    },
  ];
  for (const { name, deployment, message } of refused) {
    it(`refuses: ${name}`, () =>
      assert.throws(() => chooseDelivery(tooLarge, target(deployment)), {
        name: "InvalidInputError",
        message,
      }));
  }

  const inS3 = (body: string, deployment: Deployment, region?: string) => {
    const delivery = chooseDelivery(body, target({ ...deployment, delivery: "s3" }, region));
    assert.equal(delivery.kind, "s3");
    return delivery;
  };
  it("gives another template another URL, and the same one the same", () => {
    const url = inS3("{}", { template_bucket: "b-1" }).url;
    assert.equal(inS3("{}", { template_bucket: "b-1" }).url, url);
    assert.notEqual(inS3("{ }", { template_bucket: "b-1" }).url, url);
  });
  const urls: { bucket: string; region: string; start: string }[] = [
    { bucket: "b-1", region: "us-west-1", start: "https://b-1.s3.us-west-1.amazonaws.com/stem-" },
    { bucket: "b.1", region: "us-west-1", start: "https://s3.us-west-1.amazonaws.com/b.1/stem-" },
    { bucket: "b-1", region: "cn-north-1", start: "https://b-1.s3.cn-north-1.amazonaws.com.cn/stem-" },
  ];
  for (const { bucket, region, start } of urls) {
    it(`writes the URL of ${bucket} in ${region}`, () =>
      assert.ok(inS3("{}", { template_bucket: bucket }, region).url.startsWith(start)));
  }
});
