import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { TIERS } from "../../../core/config/tier-limits";
import { edited, load, positionOf, problems, startup } from "./support";

const pair = (modulusLength: number) =>
  generateKeyPairSync("rsa", {
    modulusLength,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
const { publicKey, privateKey } = pair(2048);
const small = pair(1024).publicKey;
const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({
  type: "spki",
  format: "pem",
}) as string;

const block = (pem: string) => `|\n${pem.trim().replaceAll(/^/gm, "    ")}`;
const base64 = (text: string) => Buffer.from(text).toString("base64");
const der = publicKey.replaceAll(/-----.*-----|\s/g, "");

const metering = (key = block(publicKey)) =>
  `license:\n  provider: metering\n  product_code: 4f1axmpl2k9wkn7z\n  public_key_version: 1\n  public_key: ${key}\n`;
const manager = [
  "license:",
  "  provider: license-manager",
  "  product_sku: 1a2b3c4d-5e6f-7a8b",
  "  key_fingerprint: aws:294406891311:AWS/Marketplace:issuer-fingerprint",
  "  entitlement: environments",
  "",
].join("\n");

/** The valid config with this section, of a tier. */
function withLicense(section: string, tier = "startup"): string {
  return edited(startup, "tags:\n", `${section}tags:\n`).replaceAll("startup", tier);
}

/** As a stack's file has it. */
function asStack(text: string): string {
  const indented = text.replaceAll(/^(?=.)/gm, "  ").replaceAll(/^ {2}(\w+):/gm, "  tierguard:$1:");
  return `config:\n${indented}`;
}

interface BadLicense {
  name: string;
  section: string;
  at: string;
  path: string;
  says: RegExp;
  hint?: RegExp;
}

const cases: BadLicense[] = [
  {
    name: "no provider",
    section: manager.replace("  provider: license-manager\n", ""),
    at: "license:",
    path: "license.provider",
    says: /^provider is missing$/,
    hint: /RegisterUsage/,
  },
  {
    name: "a provider that does not exist",
    section: manager.replace("provider: license-manager", "provider: licence-manager"),
    at: "licence-manager",
    path: "license.provider",
    says: /not one of: metering, license-manager/,
    hint: /did you mean license-manager\?/,
  },
  {
    name: "an unknown key",
    section: manager.replace("entitlement:", "entitlment:"),
    at: "entitlment",
    path: "license.entitlment",
    says: /unknown key entitlment/,
    hint: /did you mean entitlement\?/,
  },
  {
    name: "a key that is missing",
    section: manager.replace(/ {2}key_fingerprint.*\n/, ""),
    at: "license:",
    path: "license.key_fingerprint",
    says: /key_fingerprint is missing/,
    hint: /license-manager takes product_sku, key_fingerprint, entitlement/,
  },
  {
    name: "a key of the other provider",
    section: `${manager}  product_code: 4f1axmpl2k9wkn7z\n`,
    at: "product_code",
    path: "license.product_code",
    says: /product_code belongs to provider metering, and the provider is license-manager/,
    hint: /remove it, or write provider: metering/,
  },
  {
    name: "a product code with a blank",
    section: metering().replace("4f1axmpl2k9wkn7z", "my product"),
    at: "my product",
    path: "license.product_code",
    says: /"my product" is not a product code/,
  },
  {
    name: "a version of the key that is no number",
    section: metering().replace("version: 1", "version: one"),
    at: "one\n",
    path: "license.public_key_version",
    says: /must be a whole number, but is the text "one"/,
  },
  {
    name: "a version of the key before the first",
    section: metering().replace("version: 1", "version: 0"),
    at: "0\n  public_key:",
    path: "license.public_key_version",
    says: /0 is outside 1 to/,
  },
  {
    name: "a SKU with a slash",
    section: manager.replace("1a2b3c4d-5e6f-7a8b", "a/b"),
    at: "a/b",
    path: "license.product_sku",
    says: /"a\/b" is not a product SKU/,
  },
  {
    name: "a fingerprint of another form",
    section: manager.replace(/aws:2944\S+/, "SHA256:abc"),
    at: "SHA256:abc",
    path: "license.key_fingerprint",
    says: /"SHA256:abc" is not a key fingerprint/,
    hint: /aws:294406891311:AWS\/Marketplace:issuer-fingerprint/,
  },
  {
    name: "a public key that is no key",
    section: metering("my-key!"),
    at: "my-key!",
    path: "license.public_key",
    says: /is neither PEM nor base64/,
    hint: /from -----BEGIN PUBLIC KEY-----/,
  },
  {
    name: "a public key that is cut off",
    section: metering(base64(publicKey.slice(0, 200) + "\n-----END PUBLIC KEY-----")),
    at: base64(publicKey.slice(0, 200)).slice(0, 80),
    path: "license.public_key",
    says: /can't be read as a public key/,
  },
  {
    name: "a key of an elliptic curve",
    section: metering(base64(curve)),
    at: base64(curve),
    path: "license.public_key",
    says: /type ec, and AWS Marketplace signs with RSA/,
  },
  {
    name: "a key that is too small",
    section: metering(base64(small)),
    at: base64(small),
    path: "license.public_key",
    says: /has 1024 bits, too few/,
  },
  {
    name: "a private key, which it never shows",
    section: metering(base64(privateKey)),
    at: base64(privateKey),
    path: "license.public_key",
    says: /^is a private key, which belongs into no config$/,
    hint: /leaked/,
  },
];

describe("the license section", () => {
  const good = {
    "License Manager": manager,
    "Marketplace metering with a PEM block": metering(),
    "Marketplace metering with a folded PEM text": metering(block(publicKey).replace("|", ">-")),
    "Marketplace metering with base64 of the PEM text": metering(base64(publicKey)),
    "Marketplace metering with base64 of the key": metering(der),
  };
  for (const [name, section] of Object.entries(good)) {
    it(`is valid for ${name}, in a file and in a stack's config`, () => {
      const { license } = load(withLicense(section));
      assert.ok(license?.provider);
      assert.deepEqual(load(asStack(withLicense(section)), "Pulumi.dev.yaml").license, license);
    });
  }

  for (const { name, section, at, path, says, hint } of cases) {
    it(`is told of ${name}, in every tier`, () => {
      for (const tier of TIERS) {
        const text = withLicense(section, tier);
        const found = problems(() => load(text)).filter((problem) => problem.path.startsWith("license"));
        const said = found.find((problem) => problem.path === path && says.test(problem.message));
        assert.ok(said, JSON.stringify(found, undefined, 2));
        assert.deepEqual({ line: said.line, column: said.column }, positionOf(text, at));
        assert.match(said.file ?? "", /config\.yaml$/);
        if (hint !== undefined) assert.match(said.hint ?? "", hint);
        assert.ok(!JSON.stringify(found).includes(privateKey.slice(100, 140)));
      }
    });
  }

  it("is told of a bad value in a stack's config too, in its own line", () => {
    const text = asStack(withLicense(manager.replace("1a2b3c4d-5e6f-7a8b", "a/b")));
    const [problem, ...others] = problems(() => load(text, "Pulumi.dev.yaml"));
    assert.deepEqual(others, []);
    assert.equal(problem?.path, "tierguard:license.product_sku");
    assert.deepEqual({ line: problem.line, column: problem.column }, positionOf(text, "a/b"));
  });
});
