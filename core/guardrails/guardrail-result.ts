/** What one guardrail says of a whole stack, as reports show it. */
export interface GuardrailResult {
  /** Name of the guardrail. */
  name: string;
  /** What it forbids, one sentence. */
  forbids: string;
  state: "kept" | "violated" | "not-applicable";
  /** What violates it, or why it has nothing to say; empty where it is kept. */
  detail: string;
}
