import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "../run-cli";
import { LicensedProduct, manager } from "./licensed-product";

interface Case {
  name: string;
  prepare: (product: LicensedProduct) => Promise<unknown> | void;
  env?: NodeJS.ProcessEnv;
  /** In the log, after `licence: `. */
  says: RegExp;
  /** Whether it is said to the user as well. */
  warns: boolean;
}

const fault = (service: string, code: string, message = "as asked for", status = 400) =>
  ({ service, error: { code, message, status } }) as const;

const metering: Case[] = [
  {
    name: "a subscribed account",
    prepare: (product) => product.useMetering(),
    says: /this account is entitled to 4f1axmpl2k9wkn7z, as AWS said \d{4}/,
    warns: false,
  },
  {
    name: "an account that has not subscribed",
    prepare: (product) => product.useMetering({ subscribed: false }),
    says: /is not entitled to 4f1axmpl2k9wkn7z.*CustomerNotEntitledException/,
    warns: true,
  },
  {
    name: "another platform than ECS and EKS",
    prepare: (product) => product.useMetering({ platform: "other" }),
    says: /not known: AWS Marketplace answers RegisterUsage within an ECS task or an EKS pod only/,
    warns: true,
  },
  ...["absent", "altered", "other-key", "rs256", "unsigned"].map((signature) => ({
    name: `an answer whose signature is ${signature}`,
    prepare: (product: LicensedProduct) => product.useMetering({ signature }),
    says: /not known: the answer does not bear the signature of license\.public_key/,
    warns: true,
  })),
  {
    name: "the answer to another request",
    prepare: (product) => product.useMetering({ signature: "other-nonce" }),
    says: /not known: the answer was not made for this request.*another nonce/,
    warns: true,
  },
  {
    name: "a clock that is 20 minutes behind AWS's",
    prepare: (product) => product.useMetering({ clockOffsetSeconds: 1200 }),
    says: /not known: this machine's clock and AWS's differ: set the clock \(AWS's clock is 20 minutes ahead/,
    warns: true,
  },
  {
    name: "another version of the public key",
    prepare: (product) => product.useMetering({ publicKeyVersion: 2 }),
    says: /not known: AWS does not have license\.public_key_version/,
    warns: true,
  },
  {
    name: "a region where the API is switched off",
    prepare: async (product) => {
      await product.useMetering();
      await product.control("POST", "faults", fault("aws-marketplace", "DisabledApiException"));
    },
    says: /not known: AWS has switched RegisterUsage off/,
    warns: true,
  },
  {
    name: "a caller without the right to ask",
    prepare: async (product) => {
      await product.useMetering();
      await product.control("POST", "callers", { accessKeyId: "AKIANORIGHTSEXAMPLE0", policies: [] });
    },
    env: { AWS_ACCESS_KEY_ID: "AKIANORIGHTSEXAMPLE0" },
    says: /they need aws-marketplace:RegisterUsage \(AccessDeniedException/,
    warns: true,
  },
];

const licenseManager: Case[] = [
  {
    name: "an account with a unit left",
    prepare: (product) => product.licence(),
    says: /this account is entitled to 1a2b3c4d-5e6f-7a8b/,
    warns: false,
  },
  {
    name: "a licence without units",
    prepare: (product) => product.licence(0),
    says: /is not entitled to .*NoEntitlementsAllowedException/,
    warns: true,
  },
  {
    name: "a licence for something else",
    prepare: (product) => product.control("POST", "licences", { ...manager, entitlements: { seats: 5 } }),
    says: /is not entitled to .*NoEntitlementsAllowedException/,
    warns: true,
  },
  {
    name: "an account without a licence",
    prepare: () => undefined,
    says: /not known: this account has no licence of license\.product_sku.*ResourceNotFoundException/,
    warns: true,
  },
  {
    name: "throttling",
    prepare: (product) =>
      product.control("POST", "faults", fault("license-manager", "RateLimitExceededException")),
    says: /not known: AWS throttles this account's requests/,
    warns: true,
  },
  {
    name: "a request that was signed at another time",
    prepare: (product) =>
      product.control(
        "POST",
        "faults",
        fault(
          "license-manager",
          "InvalidSignatureException",
          "Signature expired: 1 is now earlier than 2",
          403,
        ),
      ),
    says: /not known: this machine's clock and AWS's differ/,
    warns: true,
  },
  {
    name: "a failure of the service",
    prepare: (product) =>
      product.control("POST", "faults", fault("license-manager", "ServerInternalException", "oh", 500)),
    says: /not known: the service failed on AWS's side/,
    warns: true,
  },
  {
    name: "a unit that can't be given back",
    prepare: async (product) => {
      await product.licence();
      const operation = { operation: "CheckInLicense" };
      await product.control("POST", "faults", {
        ...fault("license-manager", "ConflictException"),
        ...operation,
      });
    },
    says: /is entitled to .*\n +the unit that was checked out could not be checked in/,
    warns: true,
  },
  {
    name: "an answer that does not come",
    prepare: (product) => product.control("POST", "faults", { service: "license-manager", delayMs: 60_000 }),
    says: /not known: AWS did not answer in time/,
    warns: true,
  },
  {
    name: "no network",
    prepare: () => undefined,
    // A port of the loopback where nothing listens.
    env: { AWS_ENDPOINT_URL: "http://127.0.0.1:9" },
    says: /not known: AWS cannot be reached: check the network.*ECONNREFUSED/,
    warns: true,
  },
  {
    name: "no credentials",
    prepare: () => undefined,
    env: {
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/nowhere",
      AWS_SHARED_CREDENTIALS_FILE: "/nowhere",
    },
    says: /not known: no AWS credentials were found: set AWS_PROFILE/,
    warns: true,
  },
];

describe("the licence of a local action", function () {
  // Each case starts a process, and a busy machine may take its time.
  this.timeout(60_000);

  async function judge({ prepare, env, says, warns }: Case, use: (product: LicensedProduct) => void) {
    await inFolder(async (folder) => {
      const product = await LicensedProduct.start(folder);
      try {
        use(product);
        await prepare(product);
        const { exitCode, stderr } = await product.run(["create-prov-template"], env);
        assert.equal(exitCode, 0, stderr);
        const log = product.logs();
        assert.match(log.slice(log.indexOf("licence: ") + "licence: ".length), says, log);
        assert.equal(/^warning: licence: /m.test(stderr), warns, stderr);
        if (/is not known/.test(log))
          assert.match(stderr, /; the grace window ends \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
      } finally {
        await product.aws.close();
      }
    });
  }

  for (const one of metering) {
    it(`goes on for ${one.name}, and says so (metering)`, () => judge(one, () => undefined));
  }
  for (const one of licenseManager) {
    it(`goes on for ${one.name}, and says so (License Manager)`, () =>
      judge(one, (product) => product.useLicenseManager()));
  }

  it("asks once an hour, gives the unit back, and asks anew for what was changed or copied", () =>
    inFolder(async (folder) => {
      const product = await LicensedProduct.start(folder);
      try {
        product.useLicenseManager();
        await product.licence(1);
        for (let round = 0; round < 3; round++) assert.equal((await product.run()).exitCode, 0);
        const once = ["license-manager:CheckoutLicense", "license-manager:CheckInLicense"];
        assert.deepEqual(await product.calls(), once);
        const [file, key, ...others] = product.remembered();
        assert.deepEqual(others, []);
        assert.match(file!, /^tierguard\/licence-[0-9a-f]{16}\.json$/);
        assert.equal(key, "tierguard/licence.key");
        rmSync(join(folder, "state", "tierguard", "licence.key"));
        assert.equal((await product.run()).exitCode, 0);
        assert.deepEqual(await product.calls(), [...once, ...once]);
        assert.match(product.logs(), /WARNING +licence: .*was changed, or is another product's.*asked anew/);
      } finally {
        await product.aws.close();
      }
    }));

  it("is off where the config names no product, and said to be", () =>
    inFolder(async (folder) => {
      const product = await LicensedProduct.start(folder);
      try {
        product.writeConfig(undefined);
        const { exitCode, stderr } = await product.run();
        assert.equal(exitCode, 0, stderr);
        assert.match(product.logs(), /INFO +licence: off, since the config has no license section/);
        assert.deepEqual([await product.calls(), product.remembered()], [[], []]);
      } finally {
        await product.aws.close();
      }
    }));

  it("goes on where nothing can be remembered", () =>
    inFolder(async (folder) => {
      const product = await LicensedProduct.start(folder);
      try {
        product.useLicenseManager();
        await product.licence();
        const inTheWay = join(folder, "config.yaml");
        const { exitCode, stderr } = await product.run(["validate-config"], { XDG_STATE_HOME: inTheWay });
        assert.equal(exitCode, 0, stderr);
        assert.match(
          product.logs(),
          /WARNING +licence: the answer can't be remembered in .*: a part of the path is not a folder/,
        );
        assert.match(product.logs(), /INFO +licence: this account is entitled/);
      } finally {
        await product.aws.close();
      }
    }));
});
