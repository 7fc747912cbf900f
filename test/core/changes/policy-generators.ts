import fc from "fast-check";

/**
 * Few actions, resources, keys and values, so that what is generated for a policy, for its change and for a request
 * meets: else a property would be tried on nothing.
 */
export const actionPattern = fc.constantFrom(
  ...["*", "s3:*", "s3:Get*", "s3:GetObject", "s3:getobject", "s3:Put?bject", "s3:PutObject"],
  ...["kms:Decrypt", "kms:*", "s*:Get*"],
);

export const requestedAction = fc.constantFrom(
  "s3:GetObject",
  "s3:PutObject",
  "s3:GetBucketAcl",
  "kms:Decrypt",
  "kms:Get",
);

export const resourcePattern = fc.constantFrom(
  "*",
  "arn:aws:s3:::*",
  "arn:aws:s3:::a*",
  "arn:aws:s3:::a/?",
  "arn:aws:s3:::a/x",
  "arn:aws:s3:::a/${aws:username}",
  "arn:aws:s3:::a/${aws:username}*",
  "arn:aws:*:::a/x",
  "arn:aws:kms:*:1:key/k",
);

export const requestedResource = fc.constantFrom(
  "*",
  "arn:aws:s3:::a",
  "arn:aws:s3:::a/x",
  "arn:aws:s3:::a/xy",
  "arn:aws:s3:::b",
  "arn:aws:kms:r:1:key/k",
);

/** Values of conditions, most of which some operator reads in a way of its own. */
export const conditionValue = fc.constantFrom(
  ...["x", "X", "xy", "x*", "?", "*", "${aws:username}", "x${*}", "true", "false", "10", "9"],
  ...["arn:aws:s3:::a*", "arn:aws:s3:::a/x", "arn:aws:*:::a/x"],
);

const OPERATORS = [
  ...["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase"],
  ...["ArnLike", "ArnEquals", "ArnNotLike", "Bool", "NumericLessThan", "NumericGreaterThanEquals"],
];

/** Operators of every family, with and without quantifiers and IfExists. */
export const conditionOperator = fc.constantFrom(
  ...OPERATORS.flatMap((name) => [
    name,
    `${name}IfExists`,
    `ForAllValues:${name}`,
    `ForAnyValue:${name}`,
    `ForAllValues:${name}IfExists`,
  ]),
  "Null",
);

/** A short list, never empty. */
export const some = <T>(item: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.array(item, { minLength: 1, maxLength });

/** Values of condition keys as a request may have them; each key may be missing. */
export function contextOf(...keys: string[]): fc.Arbitrary<Map<string, string[]>> {
  const value = fc.constantFrom(
    ...["x", "X", "xy", "*", "x*", "", "true", "false", "10", "9", "11", "5"],
    ...["arn:aws:s3:::a/x", "arn:aws:s3:::a/b", "arn:aws:iam:::a/x"],
  );
  return fc
    .dictionary(fc.constantFrom(...keys), some(value, 2))
    .map((values) => new Map(Object.entries(values)));
}

const condition = fc.dictionary(
  conditionOperator,
  fc.dictionary(fc.constantFrom("aws:k", "aws:K", "aws:l"), some(conditionValue, 2), {
    minKeys: 1,
    maxKeys: 1,
  }),
  { maxKeys: 2 },
);

const member = (name: string, item: fc.Arbitrary<string>) =>
  fc.tuple(fc.nat(5), some(item)).map(([often, values]) => ({ [often === 0 ? `Not${name}` : name]: values }));

/** A statement as JSON has it. */
export type Statement = Record<string, unknown>;

const statement: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.constantFrom("Allow", "Allow", "Deny"),
    member("Action", actionPattern),
    member("Resource", resourcePattern),
    fc.oneof(fc.constant({}), condition),
  )
  .map(([Effect, action, resource, Condition]) => ({ Effect, ...action, ...resource, Condition }));

/** The statements of a policy. */
export const statements = fc.array(statement, { maxLength: 3 });

const isPlain = (name: string) => (value: unknown) =>
  typeof value === "object" && value !== null && name in value;

function changed(name: "Action" | "Resource", value: fc.Arbitrary<unknown>) {
  return fc
    .tuple(statements, fc.nat(2), value)
    .map(([before, at, to]): [Statement[], Statement[]] => [
      before,
      before.map((old, index) => (index === at && isPlain(name)(old) ? { ...old, [name]: to } : old)),
    ]);
}

/** A policy before and after a change, which is likely to be near the line between wider and not. */
export const change: fc.Arbitrary<[Statement[], Statement[]]> = fc.oneof(
  fc.tuple(statements, statements),
  fc
    .tuple(statements, fc.nat(2))
    .map(([before, at]): [Statement[], Statement[]] => [before, before.filter((_, index) => index !== at)]),
  fc
    .tuple(statements, fc.nat(2), condition)
    .map(([before, at, Condition]): [Statement[], Statement[]] => [
      before,
      before.map((old, index) => (index === at ? { ...old, Condition } : old)),
    ]),
  changed("Action", some(actionPattern, 2)),
  changed("Resource", some(resourcePattern, 2)),
);

/** A request as the embedded AWS judges it. */
export const request = fc.record({
  action: requestedAction,
  resource: requestedResource,
  context: contextOf("aws:k", "aws:l", "aws:username"),
});
