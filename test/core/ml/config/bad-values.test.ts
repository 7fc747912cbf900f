import assert from "node:assert/strict";
import { loadMlConfigFile } from "../../../../core/ml/config/load";
import { edited, positionOf, problems, withFile } from "../../config/support";
import { ENTERPRISE, mlConfigText, PROFESSIONAL, STARTER } from "../ml-configs";

const SSM = "globalbank-prod-c001-us-west-2-demand-forecasting-ml-s3-sgprov-ssm";
const S3 = "globalbank-prod-c001-us-west-2-demand-forecasting-ml-s3-sgprov-direct";

/** One edit of a valid config, and what is said of it. */
interface BadValue {
  name: string;
  config: string;
  from: string;
  to: string;
  /** Where the problem lies, as text that is there once. */
  at: string;
  path: string;
  says: RegExp;
  hint?: RegExp;
  /** Problems that follow from it elsewhere; none unless said. */
  following?: number;
}

const product = "ml_product:\n";
const in_product = (line: string) => ({ from: product, to: `${product}  ${line}\n` });

const cases: BadValue[] = [
  {
    name: "an unknown key of the product",
    config: STARTER,
    from: "use_case:",
    to: "usecase:",
    at: "usecase",
    path: "ml_product.usecase",
    says: /unknown key usecase/,
    hint: /did you mean use_case\?/,
    following: 1,
  },
  {
    name: "a section of security configs",
    config: STARTER,
    from: product,
    to: `security_overrides: {}\n${product}`,
    at: "security_overrides",
    path: "security_overrides",
    says: /unknown key security_overrides/,
  },
  {
    name: "a misspelt product section",
    config: STARTER,
    from: product,
    to: "ml_produkt:\n",
    at: "ml_produkt",
    path: "ml_produkt",
    says: /unknown key ml_produkt/,
    hint: /did you mean ml_product\?/,
    following: 1,
  },
  {
    name: "a tier of security configs",
    config: STARTER,
    from: "name: starter",
    to: "name: startup",
    at: "startup",
    path: "tier.name",
    says: /there is no tier "startup" of ML products/,
    hint: /did you mean starter\?/,
  },
  {
    name: "a key that only the professional tier has, in starter",
    config: STARTER,
    ...in_product("alerts_email: a@example.com"),
    at: "alerts_email",
    path: "ml_product.alerts_email",
    says: /the starter tier has no alerts_email, the professional tier has/,
    hint: /tier\.name: professional/,
  },
  {
    name: "a key that only the enterprise tier has, in professional",
    config: PROFESSIONAL,
    ...in_product("vpc_mode: standalone"),
    at: "vpc_mode",
    path: "ml_product.vpc_mode",
    says: /the professional tier has no vpc_mode, the enterprise tier has/,
  },
  {
    name: "a key that the tier needs",
    config: PROFESSIONAL,
    from: "  alerts_email: ml-alerts@edge.example.com\n",
    to: "",
    at: "ml_product:",
    path: "ml_product.alerts_email",
    says: /alerts_email is missing/,
    hint: /the professional tier needs it/,
  },
  {
    name: "a source bucket that is missing",
    config: STARTER,
    from: "source_control: codecommit",
    to: "source_control: s3",
    at: "ml_product:",
    path: "ml_product.s3_prefix",
    says: /s3_prefix is missing, which source_control: s3 needs/,
  },
  {
    name: "a source bucket beside repositories",
    config: STARTER,
    ...in_product("s3_prefix: bucket/prefix"),
    at: "s3_prefix",
    path: "ml_product.s3_prefix",
    says: /s3_prefix belongs to source_control: s3, and it is codecommit/,
  },
  {
    name: "a source bucket whose name S3 refuses",
    config: S3,
    from: "globalbank-prod-c001-us-west-2-s3/",
    to: "a..b/",
    at: "a..b",
    path: "ml_product.s3_prefix",
    says: /"a\.\.b" is not a bucket name/,
  },
  {
    name: "a prefix that IAM would read as a pattern",
    config: S3,
    from: "solutions/demand-forecasting\n",
    to: "solutions/*\n",
    at: "globalbank-prod-c001-us-west-2-s3/",
    path: "ml_product.s3_prefix",
    says: /is not a bucket and prefix/,
  },
  {
    name: "an underscore in the use case",
    config: STARTER,
    from: "customer-churn\n",
    to: "customer_churn\n",
    at: "customer_churn",
    path: "ml_product.use_case",
    says: /"customer_churn" is not a use case/,
    hint: /joined by hyphens/,
  },
  {
    name: "too few days of logs",
    config: STARTER,
    ...in_product("log_retention_days: 30"),
    at: "30",
    path: "ml_product.log_retention_days",
    says: /30 is outside 90 to 3653/,
  },
  {
    name: "fewer days of logs than the framework asks for",
    config: ENTERPRISE,
    ...in_product("log_retention_days: 180"),
    at: "180",
    path: "ml_product.log_retention_days",
    says: /180 days are fewer than the 365 that pci-dss asks for/,
  },
  {
    name: "no VPC although it is direct",
    config: ENTERPRISE,
    from: "  vpc_id: vpc-0a1b2c3d4e5f60718\n",
    to: "",
    at: "ml_product:",
    path: "ml_product.vpc_id",
    says: /vpc_id is missing, which vpc_source: direct needs/,
  },
  {
    name: "a VPC although it is read from parameters",
    config: ENTERPRISE,
    from: "vpc_source: direct",
    to: "vpc_source: ssm",
    at: "vpc_id",
    path: "ml_product.vpc_id",
    says: /vpc_id belongs to vpc_source: direct/,
  },
  {
    name: "no security group of the SG provisioner",
    config: S3,
    from: "  security_group_id: sg-0a1b2c3d4e5f60718\n",
    to: "",
    at: "ml_product:",
    path: "ml_product.security_group_id",
    says: /security_group_id is missing, which vpc_mode: sgprov needs/,
  },
  {
    name: "a security group although one is made",
    config: ENTERPRISE,
    ...in_product("security_group_id: sg-0a1b2c3d4e5f60718"),
    at: "security_group_id",
    path: "ml_product.security_group_id",
    says: /security_group_id belongs to vpc_mode: sgprov/,
  },
  {
    name: "the place of endpoints that are not made",
    config: ENTERPRISE,
    ...in_product(
      "vpc_endpoints: reuse\n  vpc_endpoint_ids: { s3: vpce-0ba9dc4a4d68f4059, sagemaker_api: vpce-0ba9dc4a4d68f4059, sagemaker_runtime: vpce-0ba9dc4a4d68f4059, sts: vpce-0ba9dc4a4d68f4059 }",
    ),
    at: "route_table_ids",
    path: "ml_product.route_table_ids",
    says: /route_table_ids is for new endpoints, and vpc_endpoints is reuse/,
    following: 2,
  },
  {
    name: "endpoints to use again that are not named",
    config: SSM,
    ...in_product("vpc_endpoints: reuse"),
    at: "ml_product:",
    path: "ml_product.vpc_endpoint_ids",
    says: /vpc_endpoint_ids is missing, which vpc_endpoints: reuse needs/,
  },
  {
    name: "an id of another kind",
    config: ENTERPRISE,
    from: "vpc_id: vpc-",
    to: "vpc_id: subnet-",
    at: "subnet-0a1b2c3d4e5f60718\n  subnet_ids",
    path: "ml_product.vpc_id",
    says: /"subnet-0a1b2c3d4e5f60718" is not a VPC id/,
  },
  {
    name: "an account's trail without its log group",
    config: ENTERPRISE,
    ...in_product("compliance: { trail: account }"),
    at: "compliance:",
    path: "ml_product.compliance.log_group_name",
    says: /log_group_name is missing, which trail: account needs/,
  },
  {
    name: "a log group of a trail that is created",
    config: ENTERPRISE,
    ...in_product("compliance: { trail: create, log_group_name: x }"),
    at: "log_group_name",
    path: "ml_product.compliance.log_group_name",
    says: /belongs to trail: account/,
  },
  {
    name: "the account as a whole as the key's administrator",
    config: ENTERPRISE,
    from: "arn:aws:iam::123456789012:role/globalbank-key-administrators",
    to: "arn:aws:iam::123456789012:root",
    at: "arn:aws:iam::123456789012:root",
    path: "ml_product.key_administrators[0]",
    says: /is not an ARN of a role or user/,
    hint: /never the account as a whole/,
  },
  {
    name: "a key's administrator of another account",
    config: ENTERPRISE,
    from: "arn:aws:iam::123456789012:role",
    to: "arn:aws:iam::210987654321:role",
    at: "arn:aws:iam::2",
    path: "ml_product.key_administrators[0]",
    says: /is of the account 210987654321/,
  },
  {
    name: "a key's administrator of another partition",
    config: ENTERPRISE,
    from: "arn:aws:iam::",
    to: "arn:aws-cn:iam::",
    at: "arn:aws-cn",
    path: "ml_product.key_administrators[0]",
    says: /lies in the partition aws-cn, the region us-west-2 in aws/,
  },
  {
    name: "a name of a stack that is too long",
    config: STARTER,
    from: "region: us-west-2",
    to: `region: us-${"w".repeat(90)}-2`,
    at: "customer-churn\n",
    path: "ml_product.use_case",
    says: /gives the stack name .* of \d+ characters, AWS allows 128/,
  },
  {
    name: "a system tag",
    config: STARTER,
    from: "owner:",
    to: "stem:",
    at: "stem",
    path: "tags.stem",
    says: /the tag Stem is set by the system/,
  },
];

describe("a wrong value in the config of an ML product", () => {
  for (const { name, config, from, to, at, path, says, hint, following = 0 } of cases) {
    it(`${name} is told with its place and what is right`, () => {
      const text = edited(mlConfigText(config), from, to);
      const found = withFile("config.yaml", text, (file) => problems(() => loadMlConfigFile(file)));
      const said = found.find((problem) => problem.path === path && says.test(problem.message));
      assert.ok(said, JSON.stringify(found, undefined, 2));
      assert.deepEqual({ line: said.line, column: said.column }, positionOf(text, at));
      assert.equal(found.length, 1 + following, JSON.stringify(found, undefined, 2));
      if (hint !== undefined) assert.match(said.hint ?? "", hint);
    });
  }

  it("is told together with all the others, in their order", () => {
    const text = mlConfigText(ENTERPRISE)
      .replace("env: prod", "env: prd")
      .replace("direct\n", "directly\n")
      .replace("pci-dss", "pci");
    const found = withFile("config.yaml", text, (file) => problems(() => loadMlConfigFile(file)));
    assert.deepEqual(
      found.map(({ path }) => path),
      ["environment.env", "ml_product.compliance_framework", "ml_product.vpc_source"],
    );
  });
});
