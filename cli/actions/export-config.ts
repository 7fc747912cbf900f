import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { ProductName } from "../../core/config/product";
import { withDefaults } from "../../core/config/with-defaults";
import { ExitCode, TierguardError } from "../../core/errors";
import { stem } from "../../core/naming/stack-names";
import { yamlText } from "../../core/template/serialize";
import { productWithDefaults } from "../../core/ml/config/with-defaults";
import { mlReportStem } from "../../core/naming/ml-names";
import { action, type ActionResult, type RunContext } from "../action";
import { writeWhole } from "../write-whole";

/** What is filled in, for the head of the file. */
const FILLED_IN = {
  security: "the tier's master definitions, the overrides and all defaults",
  ml: "all defaults, and how long logs are kept",
} as const;

const headOf = (
  product: ProductName,
) => `# Written by tierguard export-config: ${FILLED_IN[product]} are filled in.
# It is a config of its own: name it by --config.
`;

/** What a person wrote is never replaced by what was made from it. */
function refuseOwnSource(path: string, source: string, text: string): void {
  try {
    if (realpathSync(path) !== realpathSync(source) || readFileSync(path, "utf8") === text) return;
  } catch {
    // There is no such file yet.
    return;
  }
  throw new TierguardError(`${path} is the config itself: it would lose what only you can write`, {
    code: "usage",
    exitCode: ExitCode.BadInput,
    hint: "name another folder with --output",
  });
}

interface Exported extends ActionResult {
  path: string;
  files: number;
  written: boolean;
  bytes: number;
  /** Of a security config. */
  groups?: number;
  roles?: number;
}

function exported(
  { file, output, dryRun, log }: RunContext,
  { product, fileStem, resolved }: { product: ProductName; fileStem: string; resolved: object },
): Exported {
  const path = join(output, "configs", `${fileStem}-config.yaml`);
  const text = `${headOf(product)}${yamlText(resolved)}`;
  refuseOwnSource(path, file, text);
  if (!dryRun) {
    writeWhole(path, text);
    log.info(`wrote ${path}`);
  }
  return { path, files: 1, written: !dryRun, bytes: Buffer.byteLength(text) };
}

/** Writes the config as it counts, with everything filled in that it leaves out. */
export const exportConfig = action<Exported>({
  id: "export-config",
  title: "Export the resolved config",
  summary: "Write the config with master definitions, overrides and defaults filled in, as YAML",
  options: [],
  effect: "local",
  dryRun: "say what would be written, and write nothing but the log",
  files: ["configs/{stem}-config.yaml"],
  run: (context) => {
    const resolved = withDefaults(context.config);
    const { iam_groups, service_roles, assumable_roles, cross_account_roles } = resolved.security;
    return {
      ...exported(context, { product: "security", fileStem: stem(context.config), resolved }),
      groups: Object.keys(iam_groups).length,
      roles: [service_roles, assumable_roles, cross_account_roles].flatMap(Object.keys).length,
    };
  },
  runMl: (context) => {
    const { config } = context;
    return exported(context, {
      product: "ml",
      fileStem: mlReportStem(config),
      resolved: productWithDefaults(config),
    });
  },
  describe: (result) => [
    `${result.written ? "Wrote" : "Would write"} ${result.path}`,
    `  files    ${result.files}`,
    `  size     ${result.bytes.toLocaleString("en")} bytes`,
    ...(result.groups === undefined ? [] : [`  defines  ${result.groups} groups, ${result.roles} roles`]),
  ],
});
