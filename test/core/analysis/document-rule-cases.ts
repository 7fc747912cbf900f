import { allow, BUCKET, documentOf, FUNCTION, OBJECTS, type RuleCase } from "./planted";

/** Cases of the rules about the form of a document and about whose resources it is for. */
export const documentRuleCases: RuleCase[] = [
  [
    "inverted-element",
    "passes a Deny of all but a few",
    documentOf({ Effect: "Deny", NotAction: "s3:*", NotResource: BUCKET }),
    [],
  ],
  [
    "inverted-element",
    "sees Allow with NotAction",
    documentOf({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
    [/Allow with NotAction/],
  ],
  [
    "inverted-element",
    "sees Allow with NotResource",
    documentOf({ Effect: "Allow", Action: "s3:GetObject", NotResource: OBJECTS }),
    [/Allow with NotResource/],
  ],
  [
    "inverted-element",
    "sees NotPrincipal in a Deny",
    documentOf({ Effect: "Deny", NotPrincipal: { AWS: "*" }, Action: "sts:AssumeRole" }),
    [/Deny with NotPrincipal/],
  ],

  ["missing-version", "passes the current version", documentOf(), []],
  ["missing-version", "sees none", { Statement: allow("s3:GetObject", OBJECTS) }, [/no Version/]],
  ["missing-version", "sees that of 2008", { Version: "2008-10-17", Statement: [] }, [/2008-10-17/]],

  [
    "duplicate-sid",
    "passes Sids that differ, and none",
    documentOf(
      { ...allow("*", "*"), Sid: "A" },
      { ...allow("*", "*"), Sid: "B" },
      { Effect: "Deny", Action: "*", Resource: "*" },
      { Effect: "Deny", Action: "*", Resource: "*" },
    ),
    [],
  ],
  [
    "duplicate-sid",
    "sees a Sid that stands twice",
    documentOf(allow("*", "*"), allow("s3:*", "*")),
    [/Sid Planted/],
  ],

  [
    "redundant-statement",
    "passes statements for two scopes",
    documentOf(allow("s3:GetObject", OBJECTS), allow("s3:GetObject", "arn:aws:s3:::other/*")),
    [],
  ],
  [
    "redundant-statement",
    "sees a statement that a wider one covers",
    documentOf(
      { ...allow("s3:GetObject", OBJECTS), Sid: "Narrow" },
      { ...allow("s3:Get*", "*"), Sid: "Wide" },
    ),
    [/^Narrow: is covered by statement Wide/],
  ],
  [
    "redundant-statement",
    "sees one of two equal statements",
    documentOf(allow("s3:GetObject", OBJECTS), allow("s3:getObject", OBJECTS)),
    [/covered by/],
  ],
  [
    "redundant-statement",
    "passes a wider one that has a condition",
    documentOf(
      allow("s3:GetObject", OBJECTS),
      allow("s3:*", "*", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    ),
    [],
  ],
  [
    "redundant-statement",
    "passes a Deny beside an Allow",
    documentOf(allow("s3:GetObject", OBJECTS), { Effect: "Deny", Action: "s3:GetObject", Resource: OBJECTS }),
    [],
  ],
  [
    "redundant-statement",
    "sees an action that another pattern has",
    documentOf(allow(["s3:Get*", "s3:GetObject"], OBJECTS)),
    [/Action s3:GetObject is covered by s3:Get\*/],
  ],
  [
    "redundant-statement",
    "sees a resource that stands twice",
    documentOf(allow("s3:GetObject", [OBJECTS, OBJECTS])),
    [/Resource/],
  ],

  [
    "shadowed-statement",
    "passes a Deny of a part",
    documentOf(allow("s3:GetObject", OBJECTS), {
      Effect: "Deny",
      Action: "s3:GetObject",
      Resource: `${BUCKET}/secret/*`,
    }),
    [],
  ],
  [
    "shadowed-statement",
    "passes a Deny under a condition",
    documentOf(allow("s3:GetObject", OBJECTS), {
      Effect: "Deny",
      Action: "s3:*",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    }),
    [],
  ],
  [
    "shadowed-statement",
    "sees a Deny of all",
    documentOf(allow("s3:GetObject", OBJECTS), { Sid: "No", Effect: "Deny", Action: "s3:*", Resource: "*" }),
    [/^Planted: No denies all of it/],
  ],

  [
    "outside-tenant",
    "passes the tenant's names",
    documentOf(
      allow("s3:GetObject", [OBJECTS, "arn:aws:glue:us-east-1:123456789012:database/edge_prod_b001_x"]),
    ),
    [],
  ],
  [
    "outside-tenant",
    "passes * , which needless-wildcard judges",
    documentOf(allow("s3:ListAllMyBuckets", "*")),
    [],
  ],
  [
    "outside-tenant",
    "passes AWS's own models",
    documentOf(allow("bedrock:InvokeModel", "arn:aws:bedrock:us-east-1::foundation-model/*")),
    [],
  ],
  [
    "outside-tenant",
    "passes a key that a condition ties to the tenant",
    documentOf(
      allow("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/*", {
        Condition: { StringLike: { "kms:RequestAlias": "alias/edge-prod-b001-*" } },
      }),
    ),
    [],
  ],
  [
    "outside-tenant",
    "sees a key that nothing ties to the tenant",
    documentOf(allow("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/*")),
    [/not within the names/],
  ],
  [
    "outside-tenant",
    "sees another tenant's bucket",
    documentOf(allow("s3:GetObject", "arn:aws:s3:::edge-prod-b002-x/*")),
    [/edge-prod-b002/],
  ],
  [
    "outside-tenant",
    "sees a name that only ends like the tenant's",
    documentOf(allow("s3:GetObject", "arn:aws:s3:::*edge-prod-b001-x/*")),
    [/\*edge-prod/],
  ],
  [
    "outside-tenant",
    "sees another account",
    documentOf(allow("lambda:InvokeFunction", FUNCTION.replace("123456789012", "*"))),
    [/:\*:function/],
  ],
  [
    "outside-tenant",
    "does not apply to a Deny",
    documentOf({ Effect: "Deny", Action: "s3:*", Resource: "arn:aws:s3:::x" }),
    [],
  ],
];
