import type { PolicyDocument, Statement } from "./policy-document";

/** The longest name of a partition, so that a document fits in every partition or in none. */
const LONGEST_PARTITION = "aws-us-gov";

/** Characters of a document as IAM counts them: as compact JSON, the partition filled in, whitespace left out. */
export function policySize(document: PolicyDocument): number {
  return countedCharacters(document);
}

/** Characters that one statement adds to a document, without the comma before it. */
export function statementSize(statement: Statement): number {
  return countedCharacters(statement);
}

function countedCharacters(value: PolicyDocument | Statement): number {
  return JSON.stringify(value).replaceAll("${AWS::Partition}", LONGEST_PARTITION).replace(/\s/g, "").length;
}
