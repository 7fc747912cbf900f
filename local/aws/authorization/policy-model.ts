/** A statement with everything that AWS leaves to choice put into one form: lists are lists. */
export interface PolicyStatement {
  effect: "Allow" | "Deny";
  /** `*` or kinds (`AWS`, `Service`, `Federated`, `CanonicalUser`) with their values; undefined in identity policies. */
  principal?: Record<string, string[]>;
  notPrincipal?: Record<string, string[]>;
  actions?: string[];
  notActions?: string[];
  resources?: string[];
  notResources?: string[];
  /** Operator, key, values. */
  conditions: { operator: string; key: string; values: string[] }[];
}

/** A policy document as JSON has it. */
export type PolicyDocument = Record<string, unknown>;

/** The statements of a document that has passed IAM's own check. */
export function statementsOf(document: unknown): PolicyStatement[] {
  const parsed = (typeof document === "string" ? JSON.parse(document) : document) as PolicyDocument;
  return asList(parsed.Statement).map((entry) => toStatement(entry as Record<string, unknown>));
}

function toStatement(source: Record<string, unknown>): PolicyStatement {
  const statement: PolicyStatement = {
    effect: source.Effect === "Deny" ? "Deny" : "Allow",
    conditions: conditionsOf(source.Condition),
  };
  if (source.Principal !== undefined) statement.principal = principalOf(source.Principal);
  if (source.NotPrincipal !== undefined) statement.notPrincipal = principalOf(source.NotPrincipal);
  if (source.Action !== undefined) statement.actions = strings(source.Action);
  if (source.NotAction !== undefined) statement.notActions = strings(source.NotAction);
  if (source.Resource !== undefined) statement.resources = strings(source.Resource);
  if (source.NotResource !== undefined) statement.notResources = strings(source.NotResource);
  return statement;
}

function principalOf(value: unknown): Record<string, string[]> {
  if (value === "*") return { AWS: ["*"] };
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([kind, values]) => [kind, strings(values)]),
  );
}

function conditionsOf(value: unknown): PolicyStatement["conditions"] {
  return Object.entries((value ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => ({ operator, key, values: strings(values) })),
  );
}

function strings(value: unknown): string[] {
  return asList(value).map(String);
}

function asList(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
