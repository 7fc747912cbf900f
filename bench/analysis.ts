import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessMatrix } from "../core/analysis/access-matrix";
import { analyse } from "../core/analysis/analyse";
import { referenceData } from "../core/analysis/reference/reference-data";
import { tenantPlace } from "../core/analysis/tenant-names";
import { loadCatalogue } from "../core/catalogue/load";
import type { Catalogue } from "../core/catalogue/policy-template";
import { readConfigFile } from "../core/config/load-file";
import type { Config } from "../core/config/schema";
import { buildBlueprint } from "../core/security/build-blueprint";
import { renderTemplate } from "../core/template/render-template";
import { templateJson } from "../core/template/serialize";

/** Seconds of processor time within which the enterprise tier is to be analysed from a cold start. */
const COLD_GOAL = 1;
const ROUNDS = 5;
const TENANTS = 1000;
/** Megabytes that the process may take at most. */
const MEMORY_GOAL = 512;

const root = join(__dirname, "..");
const enterprise = join(root, "configs", "enterprise-12.yaml");

/** Times the analysis of the enterprise tier: cold, one process a round, and of 1,000 tenants in one process. */
export function benchAnalysis(): void {
  const cold = Array.from({ length: ROUNDS }, coldStart).sort((a, b) => a - b);
  console.log(`Analysis of the enterprise tier, cold, median of ${ROUNDS} rounds:`);
  console.log(`  processor time  ${cold[Math.floor(ROUNDS / 2)]!.toFixed(2)} s (goal: under ${COLD_GOAL} s)`);
  const { times, megabytes } = manyTenants();
  const quarter = TENANTS / 4;
  const [first, last] = [sum(times.slice(0, quarter)), sum(times.slice(-quarter))];
  console.log(
    `Rendering and analysing ${TENANTS.toLocaleString("en")} tenants' enterprise configs in one process:`,
  );
  console.log(
    `  processor time  ${(sum(times) / 1000).toFixed(1)} s, ${(sum(times) / TENANTS).toFixed(1)} ms a tenant`,
  );
  console.log(`  last quarter    ${(last / first).toFixed(2)} times the first (linear: about 1)`);
  console.log(`  memory          ${megabytes.toFixed(0)} MB at most (goal: under ${MEMORY_GOAL} MB)`);
}

/** Seconds of processor time that one `validate-config` takes from nothing; what else the machine does is not in it. */
function coldStart(): number {
  const argv = ["node", "tierguard", "validate-config", "--config", enterprise, "--output", tmpdir()];
  const script = `
    process.argv = ${JSON.stringify(argv)};
    process.on("exit", () => {
      const { user, system } = process.cpuUsage();
      process.stdout.write("\\n" + (user + system));
    });
    require(${JSON.stringify(join(root, "bin", "tierguard.cjs"))});`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  if (status !== 0) throw new Error(`validate-config failed:\n${stderr}`);
  return Number(stdout.slice(stdout.lastIndexOf("\n"))) / 1e6;
}

/** Milliseconds of each tenant, and the most memory that the process took. */
function manyTenants(): { times: number[]; megabytes: number } {
  const catalogue = loadCatalogue(join(root, "policy-templates"));
  const { config } = readConfigFile(enterprise, {
    masterDirectory: join(root, "configs"),
    catalogue: catalogue.index,
  });
  const times: number[] = [];
  let most = 0;
  for (let tenant = 0; tenant < TENANTS; tenant++) {
    const before = process.cpuUsage();
    oneTenant(
      { ...config, client: { ...config.client, tenant_id: String(tenant).padStart(4, "0") } },
      catalogue,
    );
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    most = Math.max(most, process.memoryUsage.rss());
  }
  return { times, megabytes: most / 2 ** 20 };
}

function oneTenant(config: Config, catalogue: Catalogue): void {
  const blueprint = buildBlueprint(config, catalogue);
  templateJson(renderTemplate(blueprint));
  const { findings } = analyse(blueprint, {
    data: referenceData(),
    tenant: tenantPlace(blueprint.config),
    today: "2026-01-01",
  });
  if (findings.length > 0) throw new Error(`the analysis of a shipped config found ${findings[0]!.message}`);
  accessMatrix(blueprint, referenceData());
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
