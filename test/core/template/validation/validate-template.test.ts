import assert from "node:assert/strict";
import { formatProblem, InvalidInputError } from "../../../../core/errors";
import { parseTemplate } from "../../../../core/template/validation/parse-template";
import { sameTemplate, validateTemplate } from "../../../../core/template/validation/validate-template";

const target = { accountId: "123456789012", region: "us-east-1" };

function validate(text: string) {
  return validateTemplate(parseTemplate("t.yaml", text), target);
}

/** Every problem of a template, as it is shown. */
function problemsOf(text: string): string[] {
  try {
    validate(text);
    return [];
  } catch (error) {
    assert.ok(error instanceof InvalidInputError, String(error));
    return error.problems.map(formatProblem);
  }
}

const HEAD = 'AWSTemplateFormatVersion: "2010-09-09"\n';
const GROUP = "  Group:\n    Type: AWS::IAM::Group\n";
const template = (rest: string) => `${HEAD}Resources:\n${GROUP}${rest}`;
/** A role in JSON, on line 2, with what is given. */
const role = (properties: object, rest: object = {}) =>
  `{"AWSTemplateFormatVersion": "2010-09-09",\n"Resources": {"R": ${JSON.stringify({
    Type: "AWS::IAM::Role",
    Properties: { AssumeRolePolicyDocument: {}, ...properties },
    ...rest,
  })}}}`;
const statements = (count: number) => ({
  Version: "2012-10-17",
  Statement: Array.from({ length: count }, (_, index) => ({
    Sid: `S${index}`,
    Effect: "Allow",
    Action: ["s3:GetObject"],
    Resource: [{ "Fn::Sub": `arn:\${AWS::Partition}:s3:::bucket-${index}/*` }],
  })),
});
const policies = (count: number) => [{ PolicyName: "p", PolicyDocument: statements(count) }];

const cases: [name: string, text: string, problems: (string | RegExp)[]][] = [
  ["a small one", template(""), []],
  [
    "every short form, parameters, conditions, mappings and outputs",
    `${HEAD}Parameters:
  Env: { Type: String }
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Other: !Not [!Condition Prod]
Mappings:
  Names: { prod: { group: g } }
Resources:
${GROUP}    Condition: Other
    DependsOn: [Role]
    Properties:
      GroupName: !FindInMap [Names, prod, group]
      Path: !If [Prod, !Sub "/\${Env}/", !Ref AWS::NoValue]
      ManagedPolicyArns: [!Join ["", ["arn:", !Ref AWS::Partition, ":iam::aws:policy/X"]]]
  Role:
    Type: AWS::IAM::Role
    DeletionPolicy: Retain
    Properties:
      AssumeRolePolicyDocument: {}
      Description: !Sub ["\${Key} of \${Group2.Arn} \${!aws:username}", { Key: !GetAtt Group2.Arn }]
      Tags: [{ Key: a, Value: !Ref AWS::Region }]
  Group2:
    Type: AWS::IAM::Group
Outputs:
  Arn: { Value: !GetAtt [Role, Arn], Condition: Prod, Export: { Name: !Sub "\${AWS::StackName}-x" } }
`,
    [],
  ],
  ["bad YAML", `${HEAD}Resources: [\n`, [/^t\.yaml:3:1: is not YAML: /]],
  ["bad JSON", '{\n\t"Resources": {"A" {}}\n}', [/^t\.yaml:2:\d+: is not YAML: /]],
  ["a list", "- a\n", ["t.yaml:1:1: holds a list, not the sections of a template"]],
  ["a key twice", template(GROUP), [/^t\.yaml:5:3: Resources\.Group: this key is here twice/]],
  [
    "an alias",
    template("    Metadata: { a: &a 1, b: *a }\n"),
    [/^t\.yaml:5:29: .*: the alias \*a can't be used: CloudFormation takes none$/],
  ],
  [
    "a tag that CloudFormation does not have",
    template("    Metadata: !Reff x\n"),
    [/^t\.yaml:5:21: Resources\.Group\.Metadata: the tag !Reff is not understood/],
  ],
  [
    "missing and unknown sections",
    "Resource: {}\n",
    [
      "t.yaml:1:1: AWSTemplateFormatVersion is missing",
      "t.yaml:1:1: Resources is missing",
      /^t\.yaml:1:1: Resource: unknown key Resource \(did you mean Resources\?/,
    ],
  ],
  [
    "another version",
    `AWSTemplateFormatVersion: 2011-01-01\nResources:\n${GROUP}`,
    [/^t\.yaml:1:27: AWSTemplateFormatVersion: must be "2010-09-09", but is the text "2011-01-01"$/],
  ],
  ["no resource", `${HEAD}Resources: {}\n`, [/^t\.yaml:2:12: Resources: has no resource/]],
  [
    "entries that are none",
    `${HEAD}Resources:\n  a-b: { Type: AWS::IAM::Group }\n  B: 1\n  C: {}\n  D: { Type: AWS::IAM::Group, Propertys: {} }\n`,
    [
      /^t\.yaml:3:3: Resources\.a-b: "a-b" is no name of an entry/,
      "t.yaml:4:6: Resources.B: must be a mapping, but is the number 1",
      "t.yaml:5:3: Resources.C: Type is missing",
      /^t\.yaml:6:31: Resources\.D\.Propertys: unknown key Propertys \(did you mean Properties\?/,
    ],
  ],
  [
    "a value that is empty",
    template("    Properties:\n"),
    [/^t\.yaml:5:5: .*Properties: must be a mapping/, /empty/],
  ],
  [
    "a reference to nothing",
    template("    Properties: { GroupName: !Ref Grup }\n"),
    [/^t\.yaml:5:\d+: .*GroupName\.Ref: there is no parameter or resource Grup/],
  ],
  [
    "references to nothing in a text, in GetAtt, DependsOn, Condition, FindInMap and an output",
    template(`    DependsOn: [Nobody]
    Condition: Never
    Properties:
      GroupName: !Sub "\${Nothing}-\${Nowhere.Arn}"
      Path: !GetAtt Gone.Arn
      ManagedPolicyArns: !FindInMap [None, a, b]
Outputs:
  O: { Value: !GetAtt Group.Name, Condition: Unless }
`),
    [
      /^t\.yaml:5:17: Resources\.Group\.DependsOn\[0\]: there is no resource Nobody/,
      /^t\.yaml:6:16: Resources\.Group\.Condition: there is no condition Never/,
      /^t\.yaml:8:\d+: .*: there is no parameter or resource Nothing/,
      /^t\.yaml:8:\d+: .*: there is no resource Nowhere/,
      /^t\.yaml:9:\d+: .*: there is no resource Gone/,
      /^t\.yaml:10:\d+: .*: there is no mapping None/,
      /^t\.yaml:12:\d+: .*: AWS::IAM::Group has no attribute Name \(.*Arn\)$/,
      /^t\.yaml:12:\d+: Outputs\.O\.Condition: there is no condition Unless/,
    ],
  ],
  [
    "a pseudo parameter that there is not",
    template("    Properties: { GroupName: !Ref AWS::Regoin }\n"),
    [/: there is no parameter or resource AWS::Regoin \(did you mean AWS::Region\?/],
  ],
  [
    "a condition that asks for a resource",
    `${template("")}Conditions:\n  A: !Equals [!Ref Group, a]\n  B: !Not [!Condition C]\n`,
    [
      /^t\.yaml:6:\d+: .*: there is no parameter or resource Group/,
      /^t\.yaml:7:\d+: .*: there is no condition C/,
    ],
  ],
  [
    "a function that there is not, and calls that are none",
    role({ Path: { "Fn::Subb": "x" }, RoleName: { "Fn::Sub": 1 }, Description: { "Fn::GetAtt": ["R"] } }),
    [
      /Path\."?Fn::Subb"?: there is no function Fn::Subb \(did you mean Fn::Sub\?/,
      /RoleName\."?Fn::Sub"?: Fn::Sub takes a text/,
      /Description\."?Fn::GetAtt"?: Fn::GetAtt takes the name of a resource/,
    ],
  ],
  [
    "resources in a circle",
    template(
      "    DependsOn: B\n  B:\n    Type: AWS::IAM::Group\n    Properties: { GroupName: !Ref Group }\n",
    ),
    ["t.yaml:3:3: Resources.Group: resources depend on each other in a circle: Group → B → Group"],
  ],
  [
    "a name that is its own",
    template("    Properties: { GroupName: !Sub '${Group}' }\n"),
    ["t.yaml:3:3: Resources.Group: resources depend on each other in a circle: Group → Group"],
  ],
  [
    "properties against their schema",
    template(`    Properties: { GruopName: a, ManagedPolicyArns: arn, Policies: [{ PolicyName: p }] }
  P:
    Type: AWS::SSM::Parameter
    Properties: { Type: Strong, Value: { a: b } }
  R:
    Type: AWS::IAM::Role
`),
    [
      /^t\.yaml:5:19: Resources\.Group\.Properties\.GruopName: unknown property GruopName \(did you mean GroupName\?/,
      'Properties.ManagedPolicyArns: must be a list, but is the text "arn"',
      /^t\.yaml:5:\d+: Resources\.Group\.Properties\.Policies\[0\]: PolicyDocument is missing$/,
      /Properties\.Type: the text "Strong" is not one of: /,
      "Resources.P.Properties.Value: must be text, but is a mapping",
      "t.yaml:9:3: Resources.R: AssumeRolePolicyDocument is missing",
    ],
  ],
  [
    "both branches of a condition, and a required property that it takes away",
    `${HEAD}Conditions: { C: !Equals [a, b] }
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !Ref AWS::NoValue
      ManagedPolicyArns: !If [C, [a], b]
`,
    [
      /^t\.yaml:6:5: Resources\.R\.Properties: AssumeRolePolicyDocument is missing$/,
      /^t\.yaml:8:39: .*: must be a list, but is the text "b"$/,
    ],
  ],
  [
    "types that AWS does not have",
    `${HEAD}Resources:\n  A: { Type: AWS::IAM::Grup }\n  B: { Type: AWS::IMA::Group }\n`,
    [
      /^t\.yaml:3:14: .*: there is no resource type AWS::IAM::Grup \(did you mean Group\?/,
      "t.yaml:4:14: Resources.B.Type: there is no resource type AWS::IMA::Group (did you mean AWS::IAM::Group?)",
    ],
  ],
  [
    "tags of characters that EC2 takes and IAM does not",
    template(`    Properties: {}
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {}, Tags: [{ Key: Name, Value: "a (b)" }] } }
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, Tags: [{ Key: "Name (1)", Value: "a (b)" }] } }
  Other: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, Tags: [{ Key: "aws:x", Value: "a (b)" }] } }
`),
    [
      /^t\.yaml:6:\d+: Resources\.Role\.Properties\.Tags\[0\]: Name has a value that tags don't take/,
      /^t\.yaml:8:\d+: Resources\.Other\.Properties\.Tags\[0\]: aws:x is no key of a tag/,
    ],
  ],
  [
    "the version of a custom resource, and of one that is none",
    template(`    Version: "1.0"
  Lookup: { Type: "Custom::Lookup", Version: "1.0", Properties: { ServiceToken: x } }
  Plain: { Type: "AWS::CloudFormation::CustomResource", Version: "1.0", Properties: { ServiceToken: x } }
`),
    [/^t\.yaml:5:5: Resources\.Group\.Version: unknown key Version/],
  ],
  ["a role's inline policies under their limit", role({ Policies: policies(90) }), []],
  [
    "a role's inline policies over it",
    role({ RoleName: "r", Policies: policies(100) }),
    [/^t\.yaml:2:\d+: Resources\.R: the inline policies of r have \d+ characters together, at most 10240/],
  ],
  [
    "names, descriptions, trust policies and attachments",
    role({
      RoleName: "r".repeat(65),
      Description: "—",
      AssumeRolePolicyDocument: statements(20),
      ManagedPolicyArns: Array.from({ length: 11 }, (_, index) => `arn:${index}`),
      Tags: [{ Key: "aws:x", Value: "v".repeat(257) }],
    }),
    [
      /^t\.yaml:2:\d+: Resources\.R: r{65} would have 11 managed policies attached, at most 10/,
      /Resources\.R: the trust policy of r{65} has \d+ characters, at most 2048/,
      /Properties\.RoleName: its name in AWS, r{65}, has 65 characters, at most 64/,
      /Properties\.Description: IAM takes up to 1000 characters of Latin-1/,
      /Properties\.Tags\[0\]: aws:x is no key of a tag/,
      /Properties\.Tags\[0\]: aws:x has a value that tags don't take/,
    ],
  ],
  [
    "a managed policy, also where its document is a text",
    `${HEAD}Resources:
  P: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${JSON.stringify(statements(60))} } }
  Q: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${JSON.stringify(JSON.stringify(statements(60)))} } }
`,
    [
      /^t\.yaml:3:.*PolicyDocument: P has \d+ characters, a managed policy at most 6144 \(S/,
      /^t\.yaml:4:.*: Q has/,
    ],
  ],
  [
    "policies of their own count for their group",
    template(`    Properties: { GroupName: g, Policies: ${JSON.stringify(policies(25))} }
  Own: { Type: AWS::IAM::Policy, Properties: { PolicyName: o, PolicyDocument: ${JSON.stringify(statements(25))}, Groups: [!Ref Group] } }
`),
    [/^t\.yaml:3:3: Resources\.Group: the inline policies of g have \d+ characters together, at most 5120/],
  ],
  [
    "a parameter's value and two resources of one name",
    `${HEAD}Resources:
  A: { Type: AWS::SSM::Parameter, Properties: { Name: /n, Type: String, Value: ${"v".repeat(4097)} } }
  B: { Type: AWS::SSM::Parameter, Properties: { Name: /n, Type: String, Tier: Advanced, Value: ${"v".repeat(4097)} } }
  C: { Type: AWS::IAM::Group, Properties: { GroupName: Same } }
  D: { Type: AWS::IAM::Group, Properties: { GroupName: !Sub same } }
`,
    [
      /^t\.yaml:3:.*A\.Properties\.Value: has 4097 bytes, at most 4096 are allowed/,
      /^t\.yaml:4:.*B\.Properties\.Name: A has the same name/,
      /^t\.yaml:6:.*D\.Properties\.GroupName: C has the same name/,
    ],
  ],
  [
    "too many resources and outputs",
    JSON.stringify({
      AWSTemplateFormatVersion: "2010-09-09",
      Resources: Object.fromEntries(
        Array.from({ length: 501 }, (_, index) => [`G${index}`, { Type: "AWS::IAM::Group" }]),
      ),
      Outputs: Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`O${index}`, { Value: "v" }])),
    }),
    [
      /Resources: the template has 501 resources, at most 500 are allowed/,
      /Outputs: the template has 201 outputs, at most 200 are allowed/,
    ],
  ],
  [
    "too many bytes, and a description that is too long",
    JSON.stringify({
      AWSTemplateFormatVersion: "2010-09-09",
      Description: "d".repeat(1025),
      Metadata: { long: "x".repeat(1024 * 1024) },
      Resources: { G: { Type: "AWS::IAM::Group" } },
    }),
    [
      /^t\.yaml:1:1: the template has \d+ bytes, at most 1048576 are allowed/,
      /Description: has 1025 bytes, at most 1024 are allowed/,
    ],
  ],
];

describe("validating a template", () => {
  for (const [name, text, expected] of cases) {
    it(`${expected.length === 0 ? "takes" : "tells of"} ${name}`, () => {
      const problems = problemsOf(text);
      assert.equal(problems.length, expected.length, problems.join("\n"));
      expected.forEach((pattern, index) => {
        const problem = problems[index]!;
        if (typeof pattern === "string")
          assert.ok(problem.endsWith(pattern), `${problem}\nis not ${pattern}`);
        else assert.match(problem, pattern);
      });
    });
  }

  it("counts what there is, and says what it could not judge", () => {
    const text = template(`  V: { Type: AWS::EC2::VPC, Properties: { Anything: true } }
  C: { Type: Custom::Thing, Properties: { Other: !GetAtt V.CidrBlock } }
Outputs:
  O: { Value: !GetAtt C.Whatever }
`);
    assert.deepEqual(validate(text), {
      deliveredBytes: Buffer.byteLength(JSON.stringify(parseTemplate("", text).value)),
      fitsInline: true,
      parameters: 0,
      outputs: 1,
      resources: 3,
      byType: { "AWS::EC2::VPC": 1, "AWS::IAM::Group": 1, "Custom::Thing": 1 },
      notChecked: ["properties of AWS::EC2::VPC", "properties of Custom::Thing"],
    });
  });

  it("leaves alone what a macro makes, and says so", () => {
    const text = `${template("    DependsOn: Generated\n")}Transform: MyMacro\n`;
    assert.deepEqual(validate(text).notChecked, ["what Transform makes of it"]);
  });

  it("sees through short forms and the order of keys where it compares", () => {
    const short = parseTemplate("", "A: !GetAtt B.C.D\nE: !Ref F\n").value;
    assert.deepEqual(JSON.parse(JSON.stringify(short)), {
      A: { "Fn::GetAtt": ["B", "C.D"] },
      E: { Ref: "F" },
    });
    assert.ok(sameTemplate(short, { E: { Ref: "F" }, A: { "Fn::GetAtt": ["B", "C.D"] } }));
    assert.ok(!sameTemplate(short, { E: { Ref: "G" }, A: { "Fn::GetAtt": ["B", "C.D"] } }));
  });
});
