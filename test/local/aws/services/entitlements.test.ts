import assert from "node:assert/strict";
import { constants, createPublicKey, verify } from "node:crypto";
import { LicenseManager } from "@aws-sdk/client-license-manager";
import { MarketplaceMetering } from "@aws-sdk/client-marketplace-metering";
import { ACCOUNT, type Keys, refusal, REGION, TestServer } from "./embedded-server";

const issuer = "aws:294406891311:AWS/Marketplace:issuer-fingerprint";
const admin: Keys = { accessKeyId: "test", secretAccessKey: "test" };

describe("the services that know of entitlements", () => {
  let server: TestServer;
  before(async () => {
    server = await TestServer.start();
  });
  after(() => server.stop());

  const options = (credentials: Keys) => ({
    endpoint: server.url,
    region: REGION,
    credentials,
    maxAttempts: 1,
  });
  const manager = (keys = admin) => new LicenseManager(options(keys));
  const metering = (keys = admin) => new MarketplaceMetering(options(keys));

  let requests = 0;
  const request = (
    ProductSKU: string,
    change: { Unit?: "Count" | "None"; Value?: string; Name?: string } = {},
  ) => ({
    ProductSKU,
    KeyFingerprint: issuer,
    CheckoutType: "PROVISIONAL" as const,
    ClientToken: `token${++requests}`,
    Entitlements: [{ Name: "seats", Unit: "Count" as const, Value: "1", ...change }],
  });
  const licence = (productSku: string, seats: number) =>
    server.control("POST", "licences", { productSku, keyFingerprint: issuer, entitlements: { seats } });

  it("hands out as many units as a licence has, and takes them back, after a restart too", async () => {
    await licence("two", 2);
    const first = await manager().checkoutLicense(request("two"));
    assert.deepEqual(first.EntitlementsAllowed, [{ Name: "seats", Unit: "Count", Value: "1" }]);
    assert.equal(Date.parse(first.Expiration!) - Date.parse(first.IssuedAt!), 3_600_000);
    await manager().checkoutLicense(request("two"));
    await server.restart();
    assert.equal(
      (await refusal(manager().checkoutLicense(request("two")))).code,
      "NoEntitlementsAllowedException",
    );
    await manager().checkInLicense({ LicenseConsumptionToken: first.LicenseConsumptionToken });
    await manager().checkoutLicense(request("two"));
    const again = manager().checkInLicense({ LicenseConsumptionToken: first.LicenseConsumptionToken });
    assert.equal((await refusal(again)).code, "ResourceNotFoundException");
  });

  it("answers the same request with the same unit", async () => {
    await licence("once", 1);
    const same = request("once");
    const { LicenseConsumptionToken: one } = await manager().checkoutLicense(same);
    assert.equal((await manager().checkoutLicense(same)).LicenseConsumptionToken, one);
  });

  const refused: { name: string; sku: string; change: Parameters<typeof request>[1]; code: string }[] = [
    {
      name: "an entitlement that the licence lacks",
      sku: "some",
      change: { Name: "x" },
      code: "NoEntitlementsAllowedException",
    },
    {
      name: "a counted entitlement without a unit",
      sku: "some",
      change: { Unit: "None" },
      code: "NoEntitlementsAllowedException",
    },
    {
      name: "more units than there are",
      sku: "some",
      change: { Value: "6" },
      code: "NoEntitlementsAllowedException",
    },
    { name: "a product without a licence", sku: "none", change: {}, code: "ResourceNotFoundException" },
  ];
  for (const { name, sku, change, code } of refused) {
    it(`refuses ${name}`, async () => {
      await licence("some", 5);
      assert.equal((await refusal(manager().checkoutLicense(request(sku, change)))).code, code);
    });
  }

  it("keeps the licences of accounts apart", async () => {
    await licence("ours", 1);
    const others = manager({ accessKeyId: "999900001111", secretAccessKey: "x" });
    assert.equal((await refusal(others.checkoutLicense(request("ours")))).code, "ResourceNotFoundException");
  });

  it("signs a registration with PS256 and the key that it shows", async () => {
    const { publicKey } = (await server.control("POST", "products", { productCode: "code1" })) as {
      publicKey: string;
    };
    const { Signature } = await metering().registerUsage({
      ProductCode: "code1",
      PublicKeyVersion: 1,
      Nonce: "n-1",
    });
    const [header, payload, signature] = Signature!.split(".") as [string, string, string];
    const decoded = (part: string) =>
      JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
    assert.deepEqual(decoded(header), { alg: "PS256", typ: "JWT" });
    const { iat, ...claims } = decoded(payload);
    assert.deepEqual(claims, { productCode: "code1", publicKeyVersion: 1, nonce: "n-1" });
    assert.ok(Number.isInteger(iat));
    const key = { key: createPublicKey(publicKey), padding: constants.RSA_PKCS1_PSS_PADDING };
    const text = Buffer.from(`${header}.${payload}`);
    assert.ok(verify("sha256", text, key, Buffer.from(signature, "base64url")));
  });

  it("refuses a registration as AWS does", async () => {
    await server.control("POST", "products", { productCode: "code2", platform: "other" });
    await server.control("POST", "products", { productCode: "code3", subscribed: false });
    const call = (ProductCode: string, PublicKeyVersion = 1) =>
      refusal(metering().registerUsage({ ProductCode, PublicKeyVersion }));
    assert.equal((await call("code9")).code, "InvalidProductCodeException");
    assert.equal((await call("code2", 7)).code, "InvalidPublicKeyVersionException");
    assert.equal((await call("code2")).code, "PlatformNotSupportedException");
    assert.equal((await call("code3")).code, "CustomerNotEntitledException");
  });

  it("judges the caller's rights by AWS's names of the actions", async () => {
    await licence("judged", 3);
    await server.control("POST", "products", { productCode: "judged" });
    const Resource = "*";
    const Action = [
      "license-manager:CheckoutLicense",
      "license-manager:CheckInLicense",
      "aws-marketplace:RegisterUsage",
    ];
    const policies = [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] }];
    await server.control("POST", "callers", { accessKeyId: "AKIAMAYEXAMPLE000001", policies });
    await server.control("POST", "callers", { accessKeyId: "AKIAMAYNOTEXAMPLE001", policies: [] });
    const may = { accessKeyId: "AKIAMAYEXAMPLE000001", secretAccessKey: "x" };
    const mayNot = { accessKeyId: "AKIAMAYNOTEXAMPLE001", secretAccessKey: "x" };
    const { LicenseConsumptionToken } = await manager(may).checkoutLicense(request("judged"));
    await manager(may).checkInLicense({ LicenseConsumptionToken });
    await metering(may).registerUsage({ ProductCode: "judged", PublicKeyVersion: 1 });
    const denied = await refusal(manager(mayNot).checkoutLicense(request("judged")));
    assert.deepEqual([denied.code, denied.status], ["AccessDeniedException", 400]);
    assert.match(denied.message, new RegExp(`arn:aws:iam::${ACCOUNT}:.*license-manager:CheckoutLicense`));
    const usage = await refusal(
      metering(mayNot).registerUsage({ ProductCode: "judged", PublicKeyVersion: 1 }),
    );
    assert.equal(usage.code, "AccessDeniedException");
  });

  it("takes no product that could not be", async () => {
    const told = await server.control("POST", "products", { productCode: "c", signature: "good" });
    assert.match(JSON.stringify(told), /signature one of valid, absent/);
  });
});
