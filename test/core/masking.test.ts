import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { externalIdsOf, maskFor } from "../../core/masking";

const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const token = `FwoGZXIvYXdzE${"Ab1/".repeat(40)}==`;
const keyId = "AKIAIOSFODNN7EXAMPLE";
const externalId = "partner+id/2024=a";
const mask = maskFor({ credentials: [secret, token, "local"], externalIds: [externalId, "xyz"] });

const pem = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
}).privateKey;

const cases: { name: string; text: string; hides: string[]; keeps: string }[] = [
  { name: "an access key id", text: `key ${keyId} is unknown`, hides: [keyId], keeps: "is unknown" },
  { name: "a temporary access key id", text: "(ASIAIOSFODNN7EXAMPLE)", hides: ["ASIAIO"], keeps: "(" },
  { name: "a known secret key in a word", text: `x${secret}y`, hides: [secret], keeps: "x[credential]y" },
  {
    name: "a known token in a URL",
    text: `?t=${encodeURIComponent(token)}&u=1`,
    hides: ["FwoG"],
    keeps: "u=1",
  },
  {
    name: "a secret key that nobody knows of, by its name",
    text: 'saw {"SecretAccessKey": "abcd/efgh+ijkl", "Region": "x"}',
    hides: ["abcd/efgh"],
    keeps: '"Region": "x"',
  },
  {
    name: "a secret key in XML",
    text: "<SecretAccessKey>abcd/efgh</SecretAccessKey>",
    hides: ["abcd"],
    keeps: "Access",
  },
  {
    name: "a credentials file",
    text: "[default]\naws_secret_access_key = abcd/efgh+ijkl\nregion = eu-west-1",
    hides: ["abcd/efgh"],
    keeps: "region = eu-west-1",
  },
  {
    name: "an Authorization header",
    text: "POST /\nAuthorization: AWS4-HMAC-SHA256 Credential=abc/2026/x, Signature=deadbeef\nHost: x",
    hides: ["abc/2026", "deadbeef"],
    keeps: "Host: x",
  },
  {
    name: "the headers of a request as JSON",
    text: '{"authorization":"Bearer abc.def.ghi-jkl","x-amz-security-token":"FQoDabc/def=","host":"h"}',
    hides: ["abc.def", "FQoDabc"],
    keeps: '"host":"h"',
  },
  {
    name: "a signed URL",
    text: "https://b.s3.amazonaws.com/k?X-Amz-Credential=AKxx%2F2026&X-Amz-Signature=abcdef012345&X-Amz-Expires=60",
    hides: ["AKxx", "abcdef012345"],
    keeps: "X-Amz-Expires=60",
  },
  {
    name: "a private key in the middle of a stack trace",
    text: `Error: bad key\n${pem}    at load (x.ts:1:2)`,
    hides: pem.split("\n").filter((line) => line !== ""),
    keeps: "\n    at load (x.ts:1:2)",
  },
  {
    name: "an indented private key without an end",
    text: `key:\n    ${pem.split("\n").slice(0, 5).join("\n    ")}`,
    hides: [pem.split("\n")[3]!],
    keeps: "key:",
  },
  { name: "a token of Pulumi Cloud", text: `pul-${"0a".repeat(20)}`, hides: ["0a0a"], keeps: "[credential]" },
  {
    name: "an external id in any spelling",
    text: `"${externalId}" ${encodeURIComponent(externalId)} id=${externalId}.`,
    hides: [externalId, encodeURIComponent(externalId)],
    keeps: "id=[external id].",
  },
  {
    name: "a short external id where it stands alone",
    text: 'the id xyz, "xyz": xyz.',
    hides: [" xyz", '"xyz"'],
    keeps: "the id [external id], ",
  },
];

describe("the mask of logs and reports", () => {
  for (const { name, text, hides, keeps } of cases) {
    it(`hides ${name}, and keeps what stands around it`, () => {
      const masked = mask(text);
      for (const hidden of hides) assert.ok(!masked.includes(hidden), masked);
      assert.ok(masked.includes(keeps), masked);
    });
  }

  it("leaves alone what only looks like it", () => {
    const text = [
      "stack edge-xyz-b001 in arn:aws:iam::123456789012:role/xyz-role, local, a public key:",
      "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
      "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ].join("\n");
    assert.equal(mask(text), text);
  });

  it("finds the external ids of roles and of conditions", () => {
    const config = {
      security: {
        cross_account_roles: { a: { external_id: "one" } },
        service_roles: {
          b: { trust_policy: [{ Condition: { StringEquals: { "sts:ExternalId": ["two", "three"] } } }] },
        },
      },
      tags: { external: "four" },
    };
    assert.deepEqual(externalIdsOf(config), ["one", "two", "three"]);
  });
});
