import type { JsonObject } from "../../core/config/source";
import { environment, OWN_OBJECTS, role, stack, TAGS, templateOf } from "./judged";
import { ML_NAME, ml, product, noTemplate, bad, people, own, type RuleCase } from "./rule-case";

/** Cases of the guardrails about properties of resources. */
export const resourceCases: Readonly<Record<string, readonly RuleCase[]>> = {
  "permission-boundary": [
    {
      name: "the boundary that is asked for",
      subject: templateOf({ R: role({ PermissionsBoundary: "arn:aws:iam::123456789012:policy/b" }) }),
      environment: { ...environment, boundary: "arn:aws:iam::123456789012:policy/b" },
    },
    {
      name: "none",
      subject: templateOf({ R: role() }),
      environment: { ...environment, boundary: "arn:aws:iam::123456789012:policy/b" },
      violations: [/has no permission boundary, not by/],
    },
    {
      name: "another",
      subject: templateOf({
        R: role({ PermissionsBoundary: "arn:aws:iam::aws:policy/AdministratorAccess" }),
      }),
      environment: { ...environment, boundary: "arn:aws:iam::123456789012:policy/b" },
      violations: [/is bounded by .*AdministratorAccess, not by/],
    },
    {
      name: "an enterprise product's role without any",
      subject: templateOf({ R: role() }),
      environment: ml,
      violations: [/has no permission boundary/],
    },
    {
      name: "one that is a policy of the template",
      subject: templateOf({
        B: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: {
            ManagedPolicyName: `${ML_NAME}-boundary`,
            PolicyDocument: { Version: "2012-10-17", Statement: [OWN_OBJECTS] },
          },
        },
        R: role({ PermissionsBoundary: { Ref: "B" } }),
      }),
      environment: ml,
    },
    { name: "none asked for", subject: templateOf({ R: role() }), notApplicable: /asks for no boundary/ },
    { name: "no role", subject: bad(OWN_OBJECTS), notApplicable: /no role/ },
  ],
  "session-duration": [
    { name: "4 hours", subject: templateOf({ R: role({ MaxSessionDuration: 14_400 }) }) },
    {
      name: "a second more, as text",
      subject: templateOf({ R: role({ MaxSessionDuration: "14401" }) }),
      violations: [/last 14401 seconds, at most 14400/],
    },
    {
      name: "elevation of two hours",
      subject: templateOf({
        R: role({ AssumeRolePolicyDocument: people, Policies: own, MaxSessionDuration: 7200 }),
      }),
      violations: [/lifts rights, at most 3600/],
    },
    {
      name: "a longer limit by configuration",
      subject: templateOf({ R: role({ MaxSessionDuration: 43_200 }) }),
      configured: { max_seconds: 43_200 },
    },
    { name: "AWS's default", subject: templateOf({ R: role() }) },
    { name: "no role", subject: bad(OWN_OBJECTS), notApplicable: /no role/ },
  ],
  "required-tags": [
    { name: "a stack and a role with all", subject: { ...templateOf({ R: role() }), stack } },
    {
      name: "a role with none",
      subject: templateOf({ R: role({ Tags: [] }) }),
      violations: [/ManagedBy is missing/],
    },
    {
      name: "a stack with another tenant's",
      subject: { stack: { ...stack, tags: { ...TAGS, TenantId: "b002" } } },
      violations: [/TenantId is b002/],
    },
    {
      name: "a parameter, whose tags are a mapping",
      subject: templateOf({
        P: { Type: "AWS::SSM::Parameter", Properties: { Tags: { ...TAGS, Tier: "medium" } } },
      }),
      violations: [/Tier is medium/],
    },
    {
      name: "a tag of the company's own",
      subject: noTemplate,
      configured: { tags: ["cost_center"] },
      violations: [/cost_center is missing/],
    },
    { name: "groups have none", subject: bad(OWN_OBJECTS), notApplicable: /nothing here has tags/ },
  ],
  "quotas-and-size": [
    { name: "a small template", subject: bad(OWN_OBJECTS) },
    {
      name: "a role's name of 65 characters",
      subject: templateOf({ R: role({ RoleName: `edge-dev-b001-role-${"x".repeat(46)}` }) }),
      violations: [/has 65 characters, at most 64/],
    },
    {
      name: "a policy of 6,145 characters",
      subject: templateOf({
        P: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: {
            ManagedPolicyName: "edge-dev-b001-p",
            PolicyDocument: {
              Version: "2012-10-17",
              Statement: [{ ...OWN_OBJECTS, Resource: `arn:aws:s3:::${"x".repeat(6100)}` }],
            },
          },
        },
      }),
      violations: [/a managed policy at most 6144/],
    },
    {
      name: "eleven managed policies, with the quota raised",
      subject: templateOf({
        R: role({
          ManagedPolicyArns: Array.from({ length: 11 }, (_, index) => `arn:aws:iam::aws:policy/P${index}`),
        }),
      }),
      environment: { ...environment, quotas: { managedPoliciesPerRole: 20 } },
    },
    {
      name: "the same by default",
      subject: templateOf({
        R: role({
          ManagedPolicyArns: Array.from({ length: 11 }, (_, index) => `arn:aws:iam::aws:policy/P${index}`),
        }),
      }),
      violations: [/11 managed policies attached/],
    },
    {
      name: "51,201 bytes inline",
      subject: {
        ...templateOf({ P: { Type: "AWS::SNS::Topic", Properties: { DisplayName: "x".repeat(51_200) } } }),
        stack,
      },
      violations: [/CloudFormation takes 51200 inline/],
    },
    {
      name: "the same by S3",
      subject: {
        ...templateOf({ P: { Type: "AWS::SNS::Topic", Properties: { DisplayName: "x".repeat(51_200) } } }),
        stack: { ...stack, delivery: "url" },
      },
    },
    { name: "no template", subject: noTemplate, notApplicable: /no template/ },
  ],
  "key-rotation": [
    {
      name: "a key that rotates",
      subject: templateOf({ K: { Type: "AWS::KMS::Key", Properties: { EnableKeyRotation: true } } }),
    },
    {
      name: "one that does not",
      subject: templateOf({ K: { Type: "AWS::KMS::Key", Properties: {} } }),
      violations: [/does not rotate/],
    },
    {
      name: "a key for signatures",
      subject: templateOf({ K: { Type: "AWS::KMS::Key", Properties: { KeySpec: "RSA_2048" } } }),
      notApplicable: /no symmetric key/,
    },
    { name: "no key", subject: bad(OWN_OBJECTS), notApplicable: /no symmetric key/ },
  ],
  encryption: [
    {
      name: "a bucket by the product's key, shut",
      subject: templateOf({
        K: { Type: "AWS::KMS::Key" },
        B: bucket({ SSEAlgorithm: "aws:kms", KMSMasterKeyID: { "Fn::GetAtt": ["K", "Arn"] } }),
      }),
      environment: ml,
    },
    {
      name: "without encryption, and open",
      subject: templateOf({ B: { Type: "AWS::S3::Bucket", Properties: { BucketName: "edge-dev-b001-b" } } }),
      violations: [/no default encryption/, /not shut to the public/],
    },
    {
      name: "by S3, where a key is asked for",
      subject: templateOf({ B: bucket({ SSEAlgorithm: "AES256" }) }),
      environment: ml,
      violations: [/by AES256, not by the product's own key/],
    },
    {
      name: "by AWS's own key, where the product's is asked for",
      subject: templateOf({ B: bucket({ SSEAlgorithm: "aws:kms", KMSMasterKeyID: "alias/aws/s3" }) }),
      environment: ml,
      violations: [/not by the product's own key/],
    },
    { name: "by S3 elsewhere", subject: templateOf({ B: bucket({ SSEAlgorithm: "AES256" }) }) },
    {
      name: "the trail's bucket",
      subject: templateOf({ B: bucket({ SSEAlgorithm: "AES256" }, `${ML_NAME}-trail`) }),
      environment: ml,
    },
    {
      name: "a topic, where it is asked for",
      subject: templateOf({ T: { Type: "AWS::SNS::Topic", Properties: {} } }),
      configured: { encrypted_topics: true },
      violations: [/topic is not encrypted/],
    },
    {
      name: "a topic else",
      subject: templateOf({ T: { Type: "AWS::SNS::Topic", Properties: {} } }),
      notApplicable: /nothing here is stored/,
    },
  ],
  "log-retention": [
    {
      name: "90 days",
      subject: templateOf({ L: { Type: "AWS::Logs::LogGroup", Properties: { RetentionInDays: 90 } } }),
    },
    {
      name: "60 days",
      subject: templateOf({ L: { Type: "AWS::Logs::LogGroup", Properties: { RetentionInDays: 60 } } }),
      violations: [/kept for 60 days/],
    },
    {
      name: "no decision",
      subject: templateOf({ L: { Type: "AWS::Logs::LogGroup", Properties: {} } }),
      violations: [/nobody has decided/],
    },
    {
      name: "60 days, where that will do",
      subject: templateOf({ L: { Type: "AWS::Logs::LogGroup", Properties: { RetentionInDays: 60 } } }),
      configured: { min_days: 30 },
    },
    {
      name: "a number that nobody knows",
      subject: templateOf(
        { L: { Type: "AWS::Logs::LogGroup", Properties: { RetentionInDays: { Ref: "Days" } } } },
        { Days: { Type: "Number" } },
      ),
      violations: [/kept for/],
    },
    { name: "no log group", subject: bad(OWN_OBJECTS), notApplicable: /no log group/ },
  ],
  "vpc-endpoints": [
    {
      name: "all four",
      subject: templateOf(endpoints(["s3", "sagemaker.api", "sagemaker.runtime", "sts"])),
      environment: ml,
    },
    {
      name: "one missing",
      subject: templateOf(endpoints(["s3", "sagemaker.api", "sagemaker.runtime"])),
      environment: ml,
      violations: [/no endpoint of sts/],
    },
    { name: "the same, of a smaller tier", subject: templateOf(endpoints(["s3"])) },
    {
      name: "no private DNS, and the default security group",
      subject: templateOf({
        E: {
          Type: "AWS::EC2::VPCEndpoint",
          Properties: { ServiceName: "com.amazonaws.us-west-1.sts", VpcEndpointType: "Interface" },
        },
      }),
      violations: [/pass it by/, /default security group/],
    },
    {
      name: "none, and those of the VPC",
      subject: bad(OWN_OBJECTS),
      environment: product("enterprise", { vpc_endpoints: "reuse" }),
      notApplicable: /makes no endpoints/,
    },
    { name: "none in a smaller tier", subject: bad(OWN_OBJECTS), notApplicable: /makes no endpoints/ },
  ],
};

function bucket(encryption: JsonObject, name = "edge-dev-b001-b"): JsonObject {
  return {
    Type: "AWS::S3::Bucket",
    Properties: {
      BucketName: name,
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: encryption }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    },
  };
}

function endpoints(services: string[]): JsonObject {
  return Object.fromEntries(
    services.map((service, index) => [
      `E${index}`,
      {
        Type: "AWS::EC2::VPCEndpoint",
        Properties:
          service === "s3"
            ? { ServiceName: "com.amazonaws.us-west-1.s3", VpcEndpointType: "Gateway" }
            : {
                ServiceName: `com.amazonaws.us-west-1.${service}`,
                VpcEndpointType: "Interface",
                PrivateDnsEnabled: true,
                SecurityGroupIds: ["sg-1"],
              },
      },
    ]),
  );
}
