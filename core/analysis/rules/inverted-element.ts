import { statementRule } from "../rule";

/** NotAction, NotResource and NotPrincipal where they give more than anybody can list. */
export const invertedElement = statementRule({
  id: "inverted-element",
  title: "Statements say what they mean, not what they don't",
  why: "An Allow with NotAction, NotResource or NotPrincipal allows all the rest, also what does not exist yet; a Deny with NotPrincipal denies sessions of the very principal that it spares.",
  remediation: "List the actions, resources or principals that are meant.",
  severity: "error",
  judgeStatement: ({ effect, action, resource, principal }) => {
    const inverted = [
      ...(effect === "Allow" && action.negated ? ["NotAction"] : []),
      ...(effect === "Allow" && resource?.negated ? ["NotResource"] : []),
      ...(principal?.negated ? ["NotPrincipal"] : []),
    ];
    return inverted.map((name) => ({
      message: `${effect} with ${name} ${effect === "Allow" ? "allows" : "denies"} everything but what it names`,
      instead: `write ${name.slice("Not".length)}, with what is meant`,
    }));
  },
});
