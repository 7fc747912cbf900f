import { statementRule } from "../rule";

/** `*` and `service:*`: every action, also those that AWS adds tomorrow. */
export const wholeServiceAction = statementRule({
  id: "whole-service-action",
  title: "No statement allows a whole service",
  why: "It allows every action of the service, permissions management among them, and those that AWS adds later.",
  remediation: "Name the actions that are needed, or assign a policy template of the catalogue.",
  severity: "error",
  judgeStatement: ({ effect, action }) =>
    effect !== "Allow" || action.negated
      ? []
      : action.patterns
          .filter((pattern) => /^[^:]*\*[^:]*$|^[^:]*:\**$/.test(pattern))
          .map((pattern) => ({ message: `${pattern} allows every action${serviceText(pattern)}` })),
});

function serviceText(pattern: string): string {
  const [service, name] = pattern.split(":");
  return name === undefined ? " of AWS" : ` of ${service}`;
}
