import type { ProgramInfo } from "@pulumi/pulumi/proto/language_pb";

/** The options under `runtime` of a Pulumi.yaml or PulumiPlugin.yaml that decide how Node is started. */
export interface RuntimeOptions {
  /** Whether the SDK loads its own TypeScript compiler. */
  typescript: boolean;
  /** Path of the tsconfig.json that it uses. */
  tsconfig?: string;
  /** Arguments for `node` itself, before the program. */
  nodeArguments: string[];
  packageManager?: string;
}

/** Splits as a shell does: at spaces, with single and double quotes and backslashes. */
export function splitArguments(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g)) {
    found.push(
      match[0].replace(
        /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
        (_, escaped: string | undefined, double: string | undefined, single: string | undefined) =>
          escaped ?? single ?? (double ?? "").replace(/\\(["\\])/g, "$1"),
      ),
    );
  }
  return found;
}

/** Reads the options as the official language host does; what it doesn't know is left alone. */
export function runtimeOptions(info: ProgramInfo | undefined): RuntimeOptions {
  const options: Record<string, unknown> = info?.getOptions()?.toJavaScript() ?? {};
  const text = (name: string) => (typeof options[name] === "string" ? options[name] : undefined);
  return {
    typescript: options["typescript"] !== false,
    tsconfig: text("tsconfig"),
    nodeArguments: splitArguments(text("nodeargs") ?? ""),
    packageManager: text("packagemanager"),
  };
}

/** The variables with which the SDK's entry points learn of the options. */
export function runtimeEnvironment(options: RuntimeOptions): NodeJS.ProcessEnv {
  return {
    PULUMI_NODEJS_TYPESCRIPT: String(options.typescript),
    ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
  };
}
