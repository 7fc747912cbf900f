import type { PolicyDocument, Statement } from "./policy-document";
import { policySize } from "./policy-size";

/**
 * Splits a document into parts of at most `limit` characters, statement by statement and in their order. All parts
 * together say what the document said: no statement is changed, merged or left out. A statement that is larger than
 * the limit by itself is a part by itself, for the caller to refuse.
 */
export function splitDocument(document: PolicyDocument, limit: number): PolicyDocument[] {
  const parts: PolicyDocument[] = [];
  let statements: Statement[] = [];
  for (const statement of document.Statement) {
    const extended = [...statements, statement];
    if (statements.length > 0 && policySize({ ...document, Statement: extended }) > limit) {
      parts.push({ ...document, Statement: statements });
      statements = [statement];
    } else {
      statements = extended;
    }
  }
  parts.push({ ...document, Statement: statements });
  return parts;
}
