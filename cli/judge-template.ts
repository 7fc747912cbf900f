import { relative } from "node:path";
import type { Origins } from "../core/analysis/place-findings";
import type { AnalysedBlueprint } from "../core/analysis/principals";
import { referenceData } from "../core/analysis/reference/reference-data";
import { type ConfigSource, formatPath, type JsonObject } from "../core/config/source";
import { describeViolation } from "../core/guardrails/describe-violation";
import type { GuardrailResult } from "../core/guardrails/guardrail-result";
import type { JudgedStack } from "../core/guardrails/subject";
import { environmentOfConfig } from "../core/guardrails/environment";
import type { Enforcement } from "../core/guardrails/guardrail";
import { judgeBy } from "../core/guardrails/judge";
import { locateViolations } from "../core/guardrails/locate-violations";
import { readTemplate } from "../core/guardrails/read-template";
import { guardrails } from "../core/guardrails/rules";
import { counted } from "../core/wording/join-words";

/** One violation of a guardrail by a template file. */
export interface TemplateViolation {
  guardrail: string;
  enforcement: Enforcement;
  /** Names in AWS of the groups, roles or other resources that it is about. */
  principals: readonly string[];
  policy?: string;
  statement?: { index: number; sid?: string };
  /** Where it stands in the template's file, `file:line:column: path`. */
  at: string;
  /** Where it was written in a policy template or the config, where it comes from one. */
  written?: string;
  message: string;
  instead: string;
}

/** What the guardrails say of a template. */
export interface TemplateJudgement {
  violations: TemplateViolation[];
  /** Guardrails that had something to judge. */
  applied: string[];
  /** Guardrails that had not, and why. */
  notApplicable: { guardrail: string; reason: string }[];
}

/** Whose template is judged, and where its config was written. */
export interface TemplateOwner extends Origins {
  config: Parameters<typeof environmentOfConfig>[0];
  /** The stack around the template, where it is judged too. */
  stack?: JudgedStack;
  /** What the config gives, to say where violations come from: asked for where there are some. */
  blueprint: () => AnalysedBlueprint;
}

/** Judges a template file by the guardrails of the policy pack, as the config's environment would deploy it. */
export function judgeTemplate(source: ConfigSource, owner: TemplateOwner): TemplateJudgement {
  const environment = environmentOfConfig(owner.config);
  const { accountId, region, exemptions } = environment;
  const template = readTemplate(source.value as JsonObject, { accountId, region });
  const subject = owner.stack === undefined ? { template } : { template, stack: owner.stack };
  const data = referenceData();
  const verdicts = guardrails.map((guardrail) => ({
    guardrail,
    verdict: judgeBy(guardrail, subject, { context: { environment, data } }),
  }));
  const today = new Date().toISOString().slice(0, 10);
  const violations = verdicts.flatMap(({ guardrail, verdict }) => {
    if (verdict.result !== "violation") return [];
    const written = { ...owner, blueprint: owner.blueprint(), folder: process.cwd() };
    return locateViolations(verdict.violations, written, { data, exemptions, today }).map(
      ({ principals, policy, statement, path, place, message, instead }) => ({
        guardrail: guardrail.name,
        enforcement: guardrail.enforcement,
        principals,
        policy,
        statement,
        at: placeIn(source, path),
        written: place,
        message,
        instead,
      }),
    );
  });
  const applied = verdicts
    .filter(({ verdict }) => verdict.result !== "not-applicable")
    .map(({ guardrail }) => guardrail.name);
  const notApplicable = verdicts.flatMap(({ guardrail: { name: guardrail }, verdict }) =>
    verdict.result === "not-applicable" ? [{ guardrail, reason: verdict.reason }] : [],
  );
  return { violations, applied, notApplicable };
}

/** What each guardrail says, in the order of the documentation. */
export function guardrailResults({ violations, notApplicable }: TemplateJudgement): GuardrailResult[] {
  return guardrails.map(({ name, forbids }): GuardrailResult => {
    const without = notApplicable.find(({ guardrail }) => guardrail === name);
    if (without !== undefined) return { name, forbids, state: "not-applicable", detail: without.reason };
    const found = violations.filter(({ guardrail }) => guardrail === name);
    const said = found.map(({ principals, message }) =>
      [principals.join(", "), message].filter((text) => text !== "").join(": "),
    );
    return { name, forbids, state: found.length === 0 ? "kept" : "violated", detail: said.join("; ") };
  });
}

function placeIn(source: ConfigSource, path: readonly (string | number)[]): string {
  const { file, line, column } = source.place(path, "value");
  const here = file === undefined ? undefined : relative(process.cwd(), file);
  const where = [here?.startsWith("..") ? file : here, line, column].filter((part) => part !== undefined);
  return [where.join(":"), formatPath(path)].filter((part) => part !== "").join(": ");
}

/** What the guardrails say of a template, a line an element. */
export function guardrailLines({ violations, applied, notApplicable }: TemplateJudgement): string[] {
  const found = violations.length === 0 ? "none is violated" : counted(violations.length, "violation");
  return [
    `guardrails: ${applied.length} apply; ${found}`,
    ...notApplicable.map(({ guardrail, reason }) => `  not applicable: ${guardrail}: ${reason}`),
    ...violations.flatMap((violation) => {
      const { guardrail, enforcement, at, written } = violation;
      const [head, ...rest] = describeViolation({ ...violation, path: [], place: written });
      return [`${at}: ${enforcement} ${guardrail}: ${head}`, ...rest].map((line) => `  ${line}`);
    }),
  ];
}
