import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddedAws, startEmbeddedAws } from "../../../local/aws/server";
import { filesIn, type Outcome, tierguard } from "../run-cli";

const fixture = readFileSync(join(__dirname, "..", "..", "fixtures", "config", "startup.yaml"), "utf8");

/** The account of the fixture's config. */
export const ACCOUNT = "012345678901";

export const manager = {
  productSku: "1a2b3c4d-5e6f-7a8b",
  keyFingerprint: "aws:294406891311:AWS/Marketplace:issuer-fingerprint",
  entitlement: "environments",
};

export const productCode = "4f1axmpl2k9wkn7z";

/** A folder with a licensed config, an embedded AWS, and a state folder of the user's own. */
export class LicensedProduct {
  private constructor(
    readonly folder: string,
    readonly aws: EmbeddedAws,
  ) {}

  static async start(folder: string): Promise<LicensedProduct> {
    const aws = await startEmbeddedAws({ stateFile: join(folder, "aws.json"), accountId: ACCOUNT });
    return new LicensedProduct(folder, aws);
  }

  get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      AWS_ENDPOINT_URL: this.aws.url,
      AWS_ACCESS_KEY_ID: ACCOUNT,
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_REGION: "us-west-1",
      XDG_STATE_HOME: join(this.folder, "state"),
    };
  }

  /** A request to one of the server's own endpoints. */
  async control<T = unknown>(method: string, endpoint: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.aws.url}/_tierguard/${endpoint}`, {
      method,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  }

  /** The calls so far to the two services that know of entitlements. */
  async calls(): Promise<string[]> {
    const { calls } = await this.control<{ calls: string[] }>("GET", "calls");
    return calls.filter((call) => /^(aws-marketplace|license-manager):/.test(call));
  }

  writeConfig(license: Record<string, unknown> | undefined): void {
    const section =
      license === undefined
        ? ""
        : `license:\n${Object.entries(license)
            .map(([key, value]) => `  ${key}: ${JSON.stringify(value)}\n`)
            .join("")}`;
    writeFileSync(join(this.folder, "config.yaml"), fixture.replace("tags:\n", `${section}tags:\n`));
  }

  /** A config of a product sold by contract. */
  useLicenseManager(): void {
    this.writeConfig({
      provider: "license-manager",
      product_sku: manager.productSku,
      key_fingerprint: manager.keyFingerprint,
      entitlement: manager.entitlement,
    });
  }

  /** A config of a product sold by the hour, whose answers are as `settings` says. */
  async useMetering(settings: Record<string, unknown> = {}): Promise<void> {
    const { publicKey } = await this.control<{ publicKey: string }>("POST", "products", {
      productCode,
      ...settings,
    });
    this.writeConfig({
      provider: "metering",
      product_code: productCode,
      public_key_version: 1,
      public_key: Buffer.from(publicKey).toString("base64"),
    });
  }

  /** Gives the account a licence of so many units. */
  async licence(units = 1): Promise<void> {
    await this.control("POST", "licences", { ...manager, entitlements: { [manager.entitlement]: units } });
  }

  run(argv: string[] = ["validate-config"], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const all = [...argv, "--config", "config.yaml", "--output", "out"];
    return tierguard(this.folder, all, undefined, { ...this.env, ...env });
  }

  /** All logs so far, in one text. */
  logs(): string {
    const logs = filesIn(this.folder).filter((file) => file.endsWith(".log"));
    return logs.map((file) => readFileSync(join(this.folder, file), "utf8")).join("");
  }

  /** Files in the user's state folder, by name. */
  remembered(): string[] {
    return filesIn(this.folder)
      .filter((file) => file.startsWith("state/"))
      .map((file) => file.slice("state/".length));
  }
}
