import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { withDefaults } from "../../core/config/with-defaults";
import { ExitCode, TierguardError } from "../../core/errors";
import { stem } from "../../core/naming/stack-names";
import { yamlText } from "../../core/template/serialize";
import { action } from "../action";
import { writeWhole } from "../write-whole";

const HEAD = `# Written by tierguard export-config: the tier's master definitions, the overrides and all defaults are filled in.
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

/** Writes the config as it counts, with everything filled in that it leaves out. */
export const exportConfig = action({
  id: "export-config",
  title: "Export the resolved config",
  summary: "Write the config with master definitions, overrides and defaults filled in, as YAML",
  options: [],
  effect: "local",
  dryRun: "say what would be written, and write nothing but the log",
  files: ["configs/{stem}-config.yaml"],
  run: ({ config, file, output, dryRun, log }) => {
    const path = join(output, "configs", `${stem(config)}-config.yaml`);
    const resolved = withDefaults(config);
    const text = `${HEAD}${yamlText(resolved)}`;
    refuseOwnSource(path, file, text);
    if (!dryRun) {
      writeWhole(path, text);
      log.info(`wrote ${path}`);
    }
    const { iam_groups, service_roles, assumable_roles, cross_account_roles } = resolved.security;
    return {
      path,
      files: 1,
      written: !dryRun,
      bytes: Buffer.byteLength(text),
      groups: Object.keys(iam_groups).length,
      roles: [service_roles, assumable_roles, cross_account_roles].flatMap(Object.keys).length,
    };
  },
  describe: (result) => [
    `${result.written ? "Wrote" : "Would write"} ${result.path}`,
    `  files    ${result.files}`,
    `  size     ${result.bytes.toLocaleString("en")} bytes`,
    `  defines  ${result.groups} groups, ${result.roles} roles`,
  ],
});
