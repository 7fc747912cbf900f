import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { loadCatalogue } from "../core/catalogue/load";
import type { Catalogue } from "../core/catalogue/policy-template";
import { type LoadedMl, type LoadedSecurity, readProductFile } from "../core/config/load-product";
import { hintFor } from "../core/config/nearest";
import type { ProductName } from "../core/config/product";
import { ExitCode, TierguardError } from "../core/errors";

const packageRoot = join(__dirname, "..");

/** Which config a command line names. */
export interface ConfigChoice {
  config?: string;
  stack?: string;
}

function usage(message: string, hint: string): TierguardError {
  return new TierguardError(message, { code: "usage", exitCode: ExitCode.BadInput, hint });
}

function stackFile(stack: string): string {
  // A stack's full name is organization/project/stack; its file is named after the last part.
  const name = stack.split("/").at(-1)!;
  if (!/^[A-Za-z0-9_.-]{1,100}$/.test(name)) {
    throw usage(`"${stack}" is not the name of a stack`, "stack names are letters, digits, -, _ and .");
  }
  const files = readdirSync(".");
  const file = [`Pulumi.${name}.yaml`, `Pulumi.${name}.yml`].find((candidate) => files.includes(candidate));
  if (file !== undefined) return file;
  const stacks = files.flatMap((candidate) => /^Pulumi\.(.+)\.ya?ml$/.exec(candidate)?.[1] ?? []);
  const hint = hintFor(name, stacks, "stacks in this folder");
  throw usage(`there is no Pulumi.${name}.yaml in the current folder`, hint);
}

/**
 * The file of the config that a command line names.
 * @throws TierguardError where it names none, or two.
 */
export function configFile({ config, stack }: ConfigChoice): string {
  if (config !== undefined && stack !== undefined) {
    throw usage("--config and --stack are both given", "name the config by one of them");
  }
  if (stack !== undefined) return stackFile(stack);
  if (config !== undefined) return config;
  throw usage("no config is named", "add --config FILE, or --stack NAME for Pulumi.NAME.yaml");
}

/** A name for the log of a config whose stem is not known. */
export function fallbackName(file: string): string {
  const name = basename(file).replace(/\.ya?ml$/, "");
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(0, 100) || "config";
}

/** A config as actions work with it; security configs come with the policy templates. */
export type Loaded = (LoadedSecurity & { catalogue: Catalogue }) | LoadedMl;

/**
 * Loads the config, of whichever product it is, and for a security config the policy templates.
 * @param admit is told the product before anything of the config is judged, and throws where it is the wrong one.
 * @throws InvalidInputError with everything that is wrong in either.
 */
export function load(file: string, admit: (product: ProductName) => void): Loaded {
  let catalogue: Catalogue | undefined;
  const security = () => {
    catalogue = loadCatalogue(join(packageRoot, "policy-templates"));
    return { masterDirectory: join(packageRoot, "configs"), catalogue: catalogue.index };
  };
  const loaded = readProductFile(file, { admit, security });
  return loaded.product === "ml" ? loaded : { ...loaded, catalogue: catalogue! };
}

/** What a config is called, by its product. */
export const CALLED: Readonly<Record<ProductName, string>> = {
  security: "a security config",
  ml: "the config of an ML product",
};

/**
 * Loads a config that has to be of one product, such as the one that another is compared with.
 * @throws TierguardError where it is of another product.
 */
export function loadAs<P extends ProductName>(wanted: P, file: string): Extract<Loaded, { product: P }> {
  const loaded = load(file, (product) => {
    if (product !== wanted) throw usage(`${file} is ${CALLED[product]}`, `name ${CALLED[wanted]}`);
  });
  return loaded as Extract<Loaded, { product: P }>;
}
