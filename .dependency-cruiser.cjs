/** The one direction of imports: core <- aws <- components, provider, cli, policypacks; none of them imports local. */
const product = "^(core|aws|components|provider|cli|policypacks|index\\.ts)";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "core-imports-only-core",
      severity: "error",
      from: { path: "^core/" },
      to: { path: "^(aws|components|provider|cli|policypacks|local|test|bench)/" },
    },
    {
      name: "core-has-no-network",
      severity: "error",
      from: { path: "^core/" },
      to: { path: "(^|/)(node:)?(https?|net|dns|tls|child_process)$|@aws-sdk/|@pulumi/" },
    },
    {
      name: "aws-imports-only-core",
      severity: "error",
      from: { path: "^aws/" },
      to: { path: "^(components|provider|cli|policypacks|local|test|bench)/|@pulumi/" },
    },
    {
      name: "product-never-imports-local",
      severity: "error",
      from: { path: product },
      to: { path: "^(local|test|bench)/" },
    },
    {
      name: "pulumi-only-where-it-runs",
      severity: "error",
      from: { path: "^cli/" },
      to: { path: "@pulumi/pulumi/", pathNot: "@pulumi/pulumi/automation" },
    },
    {
      name: "outer-parts-do-not-import-each-other",
      severity: "error",
      from: { path: "^(components|provider|cli|policypacks)/" },
      to: { path: "^(components|provider|cli|policypacks)/", pathNot: "^$1/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(node_modules|\\.tierguard)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
