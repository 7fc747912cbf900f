/** A policy document, or a statement, as JSON has it. */
export type Plain = Record<string, unknown>;

/** A document of these statements. */
export function documentOf(...statements: Plain[]): Plain {
  return { Version: "2012-10-17", Statement: statements };
}

/** An Allow with the Sid `Planted`. */
export function allow(Action: unknown, Resource: unknown, more: Plain = {}): Plain {
  return { Sid: "Planted", Effect: "Allow", Action, Resource, ...more };
}

/** Rule, case, document, and the messages that it must give; none where it passes or does not apply. */
export type RuleCase = [rule: string, name: string, document: Plain, expected: RegExp[]];

/** Objects of the tenant. */
export const OBJECTS = "arn:aws:s3:::edge-prod-b001-us-east-1-s3/*";
/** Their bucket. */
export const BUCKET = "arn:aws:s3:::edge-prod-b001-us-east-1-s3";
/** A function of the tenant. */
export const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:edge-prod-b001-x";
