import { allow, BUCKET, documentOf, FUNCTION, OBJECTS, type RuleCase } from "./planted";

/** Cases of the rules about what a statement's actions, resources and conditions have to do with each other. */
export const actionRuleCases: RuleCase[] = [
  ["unknown-action", "passes an action in another case", documentOf(allow("s3:getobject", OBJECTS)), []],
  ["unknown-action", "passes a wildcard that means something", documentOf(allow("s3:Get*", OBJECTS)), []],
  [
    "unknown-action",
    "sees a misspelt action",
    documentOf(allow("s3:GetObjekt", OBJECTS)),
    [/GetObjekt is no action/],
  ],
  ["unknown-action", "sees an unknown service", documentOf(allow("S4:*", "*")), [/S4:\* is no action/]],
  [
    "unknown-action",
    "sees a wildcard that means nothing",
    documentOf(allow(["s3:Fetch*", "s3:GetObject"], OBJECTS)),
    [/Fetch/],
  ],
  [
    "unknown-action",
    "sees it in NotAction and in a Deny",
    documentOf({ Effect: "Deny", NotAction: "iam:Gett", Resource: "*" }),
    [/Gett/],
  ],

  [
    "wildcard-misses-action",
    "passes where all actions take the resource",
    documentOf(allow("s3:GetObjectA*", OBJECTS)),
    [],
  ],
  [
    "wildcard-misses-action",
    "passes named actions",
    documentOf(allow(["s3:GetObject", "s3:GetBucketAcl"], OBJECTS)),
    [],
  ],
  [
    "wildcard-misses-action",
    "sees actions that take no object",
    documentOf(allow("s3:Get*", OBJECTS)),
    [/s3:Get\* silently misses s3:Get/],
  ],
  [
    "wildcard-misses-action",
    "does not apply to NotAction",
    documentOf({ Effect: "Deny", NotAction: "s3:Get*", Resource: OBJECTS }),
    [],
  ],
  [
    "wildcard-misses-action",
    "leaves to resource-mismatch what misses all",
    documentOf(allow("s3:GetObject*", FUNCTION)),
    [],
  ],

  ["resource-mismatch", "passes a type of the action", documentOf(allow("s3:GetObject", OBJECTS)), []],
  [
    "resource-mismatch",
    "passes a bucket and its objects",
    documentOf(allow(["s3:ListBucket", "s3:GetObject"], [BUCKET, OBJECTS])),
    [],
  ],
  ["resource-mismatch", "passes everything on anything", documentOf(allow("*", FUNCTION)), []],
  [
    "resource-mismatch",
    "sees a resource of another service",
    documentOf(allow("s3:GetObject", FUNCTION)),
    [/s3:GetObject takes none/, /no action of the statement takes/],
  ],
  [
    "resource-mismatch",
    "sees objects where a bucket is meant",
    documentOf(allow(["s3:ListBucket", "s3:GetObject"], OBJECTS)),
    [/s3:ListBucket takes none/],
  ],
  [
    "resource-mismatch",
    "sees an ARN where AWS has only *",
    documentOf(allow("s3:ListAllMyBuckets", BUCKET)),
    [/takes none/, /no action/],
  ],
  [
    "resource-mismatch",
    "sees a resource that nothing takes",
    documentOf(allow("s3:GetObject", [OBJECTS, FUNCTION])),
    [/takes the resource arn:aws:lambda/],
  ],
  [
    "resource-mismatch",
    "does not apply to NotResource",
    documentOf({ Effect: "Deny", Action: "s3:GetObject", NotResource: FUNCTION }),
    [],
  ],

  [
    "unknown-condition-key",
    "passes a global key in any case",
    documentOf(allow("s3:GetObject", OBJECTS, { Condition: { Bool: { "AWS:securetransport": "true" } } })),
    [],
  ],
  [
    "unknown-condition-key",
    "passes a key of the action",
    documentOf(allow("iam:PassRole", "*", { Condition: { StringEquals: { "iam:PassedToService": "x" } } })),
    [],
  ],
  [
    "unknown-condition-key",
    "passes a tag of the resource type",
    documentOf(
      allow("lambda:InvokeFunction", FUNCTION, {
        Condition: { StringEquals: { "aws:ResourceTag/Owner": "x" } },
      }),
    ),
    [],
  ],
  [
    "unknown-condition-key",
    "passes IfExists",
    documentOf(
      allow("s3:GetObject", OBJECTS, { Condition: { StringEqualsIfExists: { "iam:PassedToService": "x" } } }),
    ),
    [],
  ],
  [
    "unknown-condition-key",
    "sees a key of another service",
    documentOf(
      allow("s3:GetObject", OBJECTS, { Condition: { StringEquals: { "iam:PassedToService": "x" } } }),
    ),
    [/s3:GetObject does not have the condition key iam:PassedToService/],
  ],
  [
    "unknown-condition-key",
    "sees a request tag where nothing is tagged",
    documentOf(
      allow("lambda:InvokeFunction", FUNCTION, {
        Condition: { StringEquals: { "aws:RequestTag/Owner": "x" } },
      }),
    ),
    [/RequestTag/],
  ],
  [
    "unknown-condition-key",
    "does not apply without conditions",
    documentOf(allow("s3:GetObject", OBJECTS)),
    [],
  ],

  [
    "needless-wildcard",
    "passes * that AWS forces",
    documentOf(allow(["s3:ListAllMyBuckets", "ecr:GetAuthorizationToken"], "*")),
    [],
  ],
  [
    "needless-wildcard",
    "passes metrics, which have no ARN",
    documentOf(allow("cloudwatch:PutMetricData", "*")),
    [],
  ],
  [
    "needless-wildcard",
    "does not apply to a Deny",
    documentOf({ Effect: "Deny", Action: "s3:GetObject", Resource: "*" }),
    [],
  ],
  [
    "needless-wildcard",
    "does not apply to a trust policy",
    documentOf({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }),
    [],
  ],
  [
    "needless-wildcard",
    "sees * beside an ARN",
    documentOf(allow("s3:GetObject", [OBJECTS, "*"])),
    [/s3:GetObject has resource types/],
  ],
  [
    "needless-wildcard",
    "sees the whole service",
    documentOf(allow("s3:*", "*")),
    [/s3:\* means s3:\S+, which has resource types/],
  ],

  ["whole-service-action", "passes a prefix", documentOf(allow("s3:Get*", OBJECTS)), []],
  [
    "whole-service-action",
    "sees a service",
    documentOf(allow("s3:*", OBJECTS)),
    [/s3:\* allows every action of s3/],
  ],
  [
    "whole-service-action",
    "sees everything",
    documentOf(allow(["s3:GetObject", "*"], "*")),
    [/\* allows every action of AWS/],
  ],
  [
    "whole-service-action",
    "does not apply to a Deny",
    documentOf({ Effect: "Deny", Action: "s3:*", Resource: "*" }),
    [],
  ],

  ["inverted-element", "passes what is said", documentOf(allow("s3:GetObject", OBJECTS)), []],
];
