import type { ResourceValidationArgs } from "@pulumi/policy";
import { referenceData } from "../../core/analysis/reference/reference-data";
import type { LocatedViolation } from "../../core/guardrails/describe-violation";
import { environmentOfStackConfig, type JudgedEnvironment } from "../../core/guardrails/environment";
import { type Guardrail, notApplicable, type Verdict, type Violation } from "../../core/guardrails/guardrail";
import { judgeBy } from "../../core/guardrails/judge";
import { locateViolations, type WrittenConfig } from "../../core/guardrails/locate-violations";
import type { Subject } from "../../core/guardrails/subject";
import type { EngineStack } from "./engine-stack";
import { ProgramView } from "./program-view";
import { findWrittenConfig } from "./written-config";

/** Judges the resources of one program, as the engine shows them one by one, each to every policy. */
export class PackJudge {
  #view: ProgramView | undefined;
  /** The resource that is judged, and the guardrails that have had it. */
  #current: { urn: string; had: Set<string>; subject: Subject | undefined } | undefined;

  /** Looked for once, when the first violation is found. */
  #written: { config: WrittenConfig | undefined } | undefined;

  /**
   * @param engineStack the stack, once the engine has told of it.
   * @param starts folders in or below the project, to look for its files.
   */
  constructor(
    private readonly engineStack: () => EngineStack,
    private readonly starts: readonly string[],
  ) {}

  judge(guardrail: Guardrail, resource: ResourceValidationArgs): Verdict {
    const subject = this.#subject(guardrail.name, resource);
    if (subject === undefined) return notApplicable("the resource makes no IAM and no CloudFormation stack");
    const context = { environment: this.#environment(), data: referenceData() };
    return judgeBy(guardrail, subject, {
      context,
      configured: resource.getConfig<Record<string, unknown>>(),
    });
  }

  /** The violations that count, with the places in the project's files that they come from. */
  located(violations: readonly Violation[]): LocatedViolation[] {
    this.#written ??= { config: findWrittenConfig(this.engineStack(), this.starts) };
    const { config } = this.#written;
    if (config === undefined) return [...violations];
    const exemptions = this.#environment()?.exemptions ?? [];
    const today = new Date().toISOString().slice(0, 10);
    return locateViolations(violations, config, { data: referenceData(), exemptions, today });
  }

  #environment(): JudgedEnvironment | undefined {
    return environmentOfStackConfig(this.engineStack().config);
  }

  #subject(guardrail: string, resource: ResourceValidationArgs): Subject | undefined {
    const { urn } = resource;
    let current = this.#current;
    if (current === undefined || current.urn !== urn || current.had.has(guardrail)) {
      this.#view ??= new ProgramView(this.#environment());
      current = { urn, had: new Set(), subject: this.#view.subjectOf(resource) };
      this.#current = current;
    }
    current.had.add(guardrail);
    return current.subject;
  }
}
