import assert from "node:assert/strict";
import { type BadValue, itTells } from "./bad-value-case";
import { edited, load, problems, startup } from "./support";

const cases: BadValue[] = [
  {
    name: "an unknown section",
    from: "tags:",
    to: "tag:",
    at: "tag:",
    path: "tag",
    says: /unknown key tag/,
    hint: /did you mean tags\? known keys: tier, client/,
  },
  {
    name: "an unquoted account id with a leading zero",
    from: '"012345678901"',
    to: "012345678901",
    at: "012345678901",
    path: "client.account_id",
    says: /must be text, but is the number 012345678901/,
    hint: /quote it: "012345678901"/,
  },
  {
    name: "an unquoted tenant id that YAML reads as a number",
    from: '"b001"',
    to: "1e10",
    at: "1e10",
    path: "client.tenant_id",
    says: /the number 1e10/,
    hint: /quote it: "1e10"/,
  },
  {
    name: "a hyphen in the company prefix",
    from: "company_prefix: edge",
    to: "company_prefix: edge-x",
    at: "edge-x",
    path: "client.company_prefix",
    says: /"edge-x" is not a company prefix/,
    hint: /no hyphen, since the names of one prefix would then lie within the scope of another/,
  },
  {
    name: "an env that does not exist",
    from: "env: dev",
    to: "env: stagging",
    at: "stagging",
    path: "environment.env",
    says: /"stagging" is not one of: prod, dev, test, staging/,
    hint: /did you mean staging\?/,
  },
  {
    name: "a mapping in place of a word",
    from: "env: dev",
    to: "env: { a: dev }",
    at: "{ a: dev }",
    path: "environment.env",
    says: /must be text, but is a mapping/,
    following: 1,
  },
  {
    name: "a region that is none",
    from: "us-west-1",
    to: "us-west",
    at: "us-west",
    path: "environment.region",
    says: /"us-west" is not an AWS region/,
    hint: /us-west-1/,
  },
  {
    name: "a missing key, at its parent",
    from: "  company_name: Edge Corp\n",
    to: "",
    at: "client:",
    path: "client.company_name",
    says: /company_name is missing/,
  },
  {
    name: "a placeholder in a text",
    from: "Edge Corp",
    to: "Edge ${AWS::AccountId}",
    at: "Edge ${",
    path: "client.company_name",
    says: /holds \$\{/,
  },
  {
    name: "a dynamic reference of CloudFormation",
    from: "cost_center: Engineering",
    to: 'cost_center: "{{resolve:ssm:/a:1}}"',
    at: '"{{resolve',
    path: "tags.cost_center",
    says: /dynamic reference/,
  },
  {
    name: "text that runs backwards",
    from: "Edge Corp",
    to: '"Edge \\u202Eproc"',
    at: '"Edge ',
    path: "client.company_name",
    says: /invisible character/,
  },
  {
    name: "an AWS tag key",
    from: "cost_center:",
    to: "aws:cost:",
    at: "aws:cost",
    path: "tags.aws:cost",
    says: /may not begin with aws:/,
  },
  {
    name: "a system tag in another case",
    from: "cost_center:",
    to: "managedby:",
    at: "managedby",
    path: "tags.managedby",
    says: /the tag ManagedBy is set by the system/,
  },
  {
    name: "a tag key with a character that AWS refuses",
    from: "cost_center:",
    to: "cost*center:",
    at: "cost*center",
    path: 'tags."cost*center"',
    says: /the tag key has a character/,
  },
  {
    name: "a tag value that is too long",
    from: "cost_center: Engineering",
    to: `cost_center: ${"x".repeat(257)}`,
    at: "x".repeat(257),
    path: "tags.cost_center",
    says: /has 257 characters, 256 are allowed/,
  },
  {
    name: "s3 delivery without a bucket",
    from: "tags:",
    to: "deployment:\n  delivery: s3\ntags:",
    at: "s3\ntags",
    path: "deployment.delivery",
    says: /needs template_bucket/,
  },
  {
    name: "a quota that AWS never raises",
    from: "tags:",
    to: "quotas:\n  managed_policies_per_group: 20\ntags:",
    at: "managed_policies_per_group",
    path: "quotas.managed_policies_per_group",
    says: /unknown key/,
  },
  {
    name: "a quota that AWS never grants",
    from: "tags:",
    to: "quotas:\n  managed_policies_per_role: 26\ntags:",
    at: "26",
    path: "quotas.managed_policies_per_role",
    says: /25/,
  },
  {
    name: "a boundary of another partition",
    from: "security:\n",
    to: "security:\n  permission_boundary_arn: arn:aws-us-gov:iam::012345678901:policy/b\n",
    at: "arn:aws-us-gov",
    path: "security.permission_boundary_arn",
    says: /partition aws-us-gov, the region us-west-1 in aws/,
    hint: /arn:aws:/,
  },
  {
    name: "a boundary of another account",
    from: "security:\n",
    to: "security:\n  permission_boundary_arn: arn:aws:iam::210987654321:policy/b\n",
    at: "arn:aws:iam",
    path: "security.permission_boundary_arn",
    says: /the account 210987654321/,
  },
  {
    name: "a tier that does not exist",
    from: "name: startup",
    to: "name: gold",
    at: "gold",
    path: "tier.name",
    says: /there is no tier "gold"/,
    hint: /startup/,
  },
  {
    name: "a profile that does not exist",
    from: "security_profile: startup-5",
    to: "security_profile: startup-6",
    at: "startup-6",
    path: "tier.security_profile",
    says: /no security profile startup-6/,
    hint: /did you mean startup-5\?/,
  },
  {
    name: "master definitions beside a security section",
    from: "tags:",
    to: "security_overrides: {}\ntags:",
    at: "security_overrides",
    path: "security_overrides",
    says: /which security replaces/,
  },
];

describe("a config with one wrong value", () => {
  it("may have 44 tags beside the system's six, and no more", () => {
    const tags = (count: number) => Array.from({ length: count }, (_, index) => `\n  t${index}: x`).join("");
    const text = (count: number) => edited(startup, "\n  cost_center: Engineering", tags(count));
    assert.deepEqual(
      problems(() => load(text(44))),
      [],
    );
    const [problem, ...others] = problems(() => load(text(45)));
    assert.deepEqual(others, []);
    assert.match(problem?.message ?? "", /45 tags are given, 44 are allowed/);
    assert.equal(problem?.path, "tags.t44");
  });

  it("shows no control character of the config in what it says", () => {
    const bad = edited(startup, "    ml_engineers:\n", '    "x\\u001b[31m": {}\n    ml_engineers:\n');
    const text = edited(bad, "mirrors_group: ml_engineers", "mirrors_group: nobody");
    const said = problems(() => load(text)).map(({ message, hint }) => `${message} ${hint ?? ""}`);
    assert.ok(said.some((line) => line.includes("no group nobody")));
    assert.ok(!said.join("").includes("\u001b"));
  });

  it("is valid without the edit", () =>
    assert.deepEqual(
      problems(() => load(startup)),
      [],
    ));

  itTells(cases);
});
