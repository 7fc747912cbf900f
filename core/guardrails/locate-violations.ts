import { relative, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { applyExemptions } from "../analysis/exemptions";
import type { Finding } from "../analysis/finding";
import { type Origins, placeFindings } from "../analysis/place-findings";
import { TRUST_POLICY } from "../analysis/judge-policies";
import { type AnalysedBlueprint, type AnalysedPrincipal, principalsOf } from "../analysis/principals";
import type { ReferenceData } from "../analysis/reference/reference-data";
import type { ParsedStatement } from "../analysis/statement";
import type { Place } from "../config/source";
import type { Exemption } from "../config/exemption-schema";
import { byText } from "../text-order";
import type { LocatedViolation } from "./describe-violation";
import type { Violation } from "./guardrail";

/** A config as it was written, and what becomes of it. */
export interface WrittenConfig extends Origins {
  blueprint: AnalysedBlueprint;
  /** Files below it are named by their way from there. */
  folder: string;
}

/** Properties of a role that a config sets by a key of its own. */
const CONFIG_KEYS: Readonly<Record<string, string>> = { MaxSessionDuration: ".max_session_duration" };

/**
 * Says of each violation where it was written, in a policy template or in the config, as far as the config makes the
 * very statement; what the config exempts is left out, and stays in the reports of `analyze` and `validate-config`.
 * @param today the day of the judgement in UTC, `YYYY-MM-DD`.
 */
export function locateViolations(
  violations: readonly Violation[],
  written: WrittenConfig,
  context: { data: ReferenceData; exemptions: readonly Exemption[]; today: string },
): LocatedViolation[] {
  const principals = principalsOf(written.blueprint, context.data);
  return violations.flatMap((violation) => {
    const finding = findingOf(violation, principals);
    if (finding === undefined) return [violation];
    const remaining = principalsWithout(finding, principals, context);
    if (remaining.length === 0 && finding.principals.length > 0) return [];
    const [{ place } = finding] = placeFindings([finding], principals, written);
    const text = textOf(place, written.folder);
    return [{ ...violation, principals: remaining, ...(text === "" ? {} : { place: text }) }];
  });
}

function textOf(place: Place | undefined, folder: string): string {
  const file = place?.file?.startsWith(`${folder}${sep}`) ? relative(folder, place.file) : place?.file;
  const where = [file, place?.line, place?.column].filter((part) => part !== undefined).join(":");
  return [where, place?.path].filter((part) => part !== undefined && part !== "").join(": ");
}

function principalsWithout(
  finding: Finding,
  principals: readonly AnalysedPrincipal[],
  { exemptions, today }: { exemptions: readonly Exemption[]; today: string },
): readonly string[] {
  const nameOf = (configName: string) =>
    principals.filter((principal) => principal.configName === configName).map(({ name }) => name);
  const { exempted } = applyExemptions([finding], exemptions, { nameOf, today });
  const covered = new Set(exempted.flatMap((one) => one.principals));
  return finding.principals.filter((name) => !covered.has(name));
}

/** The violation as a finding about the config; undefined where nothing of the config says what it is about. */
function findingOf(violation: Violation, all: readonly AnalysedPrincipal[]): Finding | undefined {
  const holders = all.filter(({ name }) => violation.principals.includes(name));
  const [holder] = holders;
  if (holder === undefined) return undefined;
  const { message, instead, parsed, analysisRule } = violation;
  const common = {
    rule: analysisRule ?? "",
    severity: "error" as const,
    principals: [...violation.principals] as string[],
    message,
    instead,
  };
  if (parsed === undefined) {
    const key = CONFIG_KEYS[String(violation.path.at(-1))] ?? "";
    const source = `${holder.source}${key}`;
    return { ...common, policy: "", source };
  }
  for (const { policies, trust, trustSource } of holders) {
    const documents = [
      ...policies.map(({ name, source, document }) => ({ name, source, document })),
      ...(trust === undefined ? [] : [{ name: TRUST_POLICY, source: trustSource!, document: trust }]),
    ];
    for (const { name, source, document } of documents) {
      const statement = document.statements.find((candidate) => saysTheSame(candidate, parsed));
      if (statement === undefined) continue;
      return { ...common, policy: name, source, statement: { index: statement.index } };
    }
  }
  return undefined;
}

/** A template writes conditions and principals in an order of its own. */
function saysTheSame(a: ParsedStatement, b: ParsedStatement): boolean {
  return isDeepStrictEqual(inOrder(a), inOrder(b));
}

function inOrder({ index: _, conditions, ...statement }: ParsedStatement) {
  const key = ({ operator, key: name }: (typeof conditions)[number]) => `${operator} ${name}`;
  return { ...statement, conditions: [...conditions].sort((a, b) => byText(key(a), key(b))) };
}
