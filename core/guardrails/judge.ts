import type { Guardrail, GuardrailContext, Verdict } from "./guardrail";
import type { Subject } from "./subject";

/** The options of a guardrail: what is configured, and the defaults for the rest. */
export function optionsOf(
  { options }: Guardrail,
  configured: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const schemas = options as Readonly<Record<string, { default: unknown }>>;
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, configured[name] ?? schema.default]),
  );
}

/** What a guardrail says of a subject. One that throws is violated: nothing passes because a guardrail broke. */
export function judgeBy(
  guardrail: Guardrail,
  subject: Subject,
  { context, configured = {} }: { context: GuardrailContext; configured?: Readonly<Record<string, unknown>> },
): Verdict {
  try {
    return guardrail.judge(subject, context, optionsOf(guardrail, configured));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the guardrail could not judge this: ${reason}`;
    return {
      result: "violation",
      violations: [{ principals: [], path: [], message, instead: guardrail.remediation }],
    };
  }
}
