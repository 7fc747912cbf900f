import assert from "node:assert/strict";
import { decidePreflight } from "../../aws/preflight/decide";
import type { PreflightFindings } from "../../aws/preflight/findings";
import { namesToLookUp } from "../../aws/preflight/names-to-look-up";
import type { PreflightRequest } from "../../aws/preflight/request";

const STEM = "edge-dev-b001-us-west-1-startup-sec";
const TAGS = { ManagedBy: "tierguard", Environment: "dev", TenantId: "b001", Stem: STEM };
const ROLE = { logicalId: "RoleGlueEtl", type: "AWS::IAM::Role", identifier: "edge-dev-b001-role-glue-etl" };
const GROUP = { logicalId: "GroupA", type: "AWS::IAM::Group", identifier: "edge-dev-b001-group-a" };

const request: PreflightRequest = {
  connection: { region: "us-west-1" },
  accountId: "123456789012",
  region: "us-west-1",
  stackName: `${STEM}-stack`,
  stem: STEM,
  pinnedName: false,
  tags: TAGS,
  names: [ROLE, GROUP],
};

const stack = (status: string, tags: Record<string, string> = TAGS) => ({
  value: {
    id: `arn:aws:cloudformation:us-west-1:123456789012:stack/${STEM}-stack/1`,
    name: `${STEM}-stack`,
    status,
    terminationProtection: false,
    outputs: {},
    tags,
    parameters: {},
  },
});

const free: PreflightFindings = {
  caller: { value: { accountId: "123456789012", arn: "arn:aws:iam::123456789012:user/a" } },
  stack: { value: undefined },
  stackResources: { value: [] },
  takenNames: [],
  unknownNames: [],
};

const denied = { failure: { kind: "denied", code: "AccessDenied", message: "no" } } as const;

interface Case {
  name: string;
  request?: Partial<PreflightRequest>;
  findings?: Partial<PreflightFindings>;
  /** One pattern for each failure, in order. */
  failures?: RegExp[];
  warnings?: RegExp[];
  leftover?: boolean;
}

/** A product of use case `a` and workload `b`, which has the name of one of the use case `a-b`. */
const ofWorkload = { ...TAGS, MlProduct: "a/b" };

const cases: Case[] = [
  {
    name: "a stack of the same product",
    request: { tags: ofWorkload },
    findings: { stack: stack("UPDATE_COMPLETE", ofWorkload) },
  },
  {
    name: "a stack of another product that has the same name",
    request: { tags: { ...TAGS, MlProduct: "a-b" } },
    findings: { stack: stack("UPDATE_COMPLETE", ofWorkload) },
    failures: [/exists in us-west-1 and is not this environment's \(its tag MlProduct is a\/b\)/],
  },
  {
    name: "a stack of a product, by the pinned name of a security config",
    request: { pinnedName: true },
    findings: { stack: stack("UPDATE_COMPLETE", ofWorkload) },
    failures: [/exists in us-west-1 and is not this environment's/],
  },
  { name: "nothing there yet" },
  { name: "a stack of ours", findings: { stack: stack("UPDATE_COMPLETE") } },
  {
    name: "a stack of ours after a rolled-back update",
    findings: { stack: stack("UPDATE_ROLLBACK_COMPLETE") },
  },
  {
    name: "another account's credentials",
    findings: { caller: { value: { accountId: "999999999999", arn: "arn:aws:iam::999999999999:user/a" } } },
    failures: [/credentials belong to account 999999999999, but client\.account_id is 123456789012/],
  },
  {
    name: "another region in aws-native:region",
    request: { connection: { region: "eu-west-1" } },
    failures: [/environment\.region is us-west-1, but aws-native:region is eu-west-1/],
  },
  {
    name: "a stack without our tags",
    findings: { stack: stack("CREATE_COMPLETE", {}) },
    failures: [/a stack named .* exists in us-west-1 and is not this environment's/],
  },
  {
    name: "another tenant's stack",
    findings: { stack: stack("CREATE_COMPLETE", { ...TAGS, TenantId: "c002" }) },
    failures: [/is not this environment's/],
  },
  {
    name: "another tier's stack under a name that is not pinned",
    findings: { stack: stack("CREATE_COMPLETE", { ...TAGS, Stem: "edge-dev-b001-us-west-1-medium-sec" }) },
    failures: [/its tag Stem is edge-dev-b001-us-west-1-medium-sec/],
  },
  {
    name: "another tier's stack under a pinned name: a tier change",
    request: { pinnedName: true },
    findings: { stack: stack("CREATE_COMPLETE", { ...TAGS, Stem: "edge-dev-b001-us-west-1-medium-sec" }) },
  },
  {
    name: "a leftover of ours",
    findings: { stack: stack("ROLLBACK_COMPLETE") },
    leftover: true,
  },
  {
    name: "somebody else's leftover is not touched",
    findings: { stack: stack("ROLLBACK_COMPLETE", {}) },
    failures: [/is not this environment's/],
  },
  ...(
    [
      ["UPDATE_IN_PROGRESS", /another deployment is under way/],
      ["REVIEW_IN_PROGRESS", /change set that was never executed.*delete-stack/],
      ["UPDATE_ROLLBACK_FAILED", /continue-update-rollback --stack-name .* --region us-west-1/],
      ["ROLLBACK_FAILED", /delete-stack/],
      ["DELETE_FAILED", /detach what was attached.*delete-stack/],
    ] as const
  ).map(([status, way]) => ({
    name: `a stack in ${status}`,
    findings: { stack: stack(status) },
    failures: [new RegExp(`is in ${status}.*${way.source}`)],
  })),
  {
    name: "a role of somebody else's",
    findings: { takenNames: [ROLE] },
    failures: [
      /IAM role edge-dev-b001-role-glue-etl \(RoleGlueEtl\) exists already.*rename or delete it.*import/,
    ],
  },
  {
    name: "names of the same tenant in another region, said once",
    findings: {
      takenNames: [ROLE, GROUP].map((name) => ({
        ...name,
        ownerTags: { ...TAGS, Stem: "edge-dev-b001-us-east-1-startup-sec" },
      })),
    },
    failures: [
      /and 1 more names belong to the stack edge-dev-b001-us-east-1-startup-sec-stack in another region/,
    ],
  },
  {
    name: "names of the same environment in another tier",
    findings: {
      takenNames: [{ ...ROLE, ownerTags: { ...TAGS, Stem: "edge-dev-b001-us-west-1-medium-sec" } }],
    },
    failures: [/set deployment\.stack_name to edge-dev-b001-us-west-1-medium-sec-stack/],
  },
  {
    name: "a boundary that does not exist",
    request: { permissionBoundaryArn: "arn:aws:iam::123456789012:policy/b" },
    findings: { boundaryExists: { value: false } },
    failures: [/permission_boundary_arn names arn:aws:iam::123456789012:policy\/b, which does not exist/],
  },
  {
    name: "a bucket that does not exist",
    request: { templateBucket: "templates" },
    findings: { bucket: { value: { kind: "missing" } } },
    failures: [/template_bucket names templates, which does not exist/],
  },
  {
    name: "another account's bucket",
    request: { templateBucket: "templates" },
    findings: { bucket: { value: { kind: "foreign" } } },
    failures: [/template_bucket names templates, which is another account's.*account 123456789012/],
  },
  {
    name: "a bucket in another region",
    request: { templateBucket: "templates" },
    findings: { bucket: { value: { kind: "elsewhere", region: "eu-west-1" } } },
    failures: [/template_bucket names templates, which lies in eu-west-1: name a bucket in us-west-1/],
  },
  {
    name: "what is denied is not known, and no failure",
    request: { permissionBoundaryArn: "arn:aws:iam::123456789012:policy/b", templateBucket: "templates" },
    findings: {
      caller: denied,
      stack: denied,
      stackResources: denied,
      boundaryExists: denied,
      bucket: denied,
      unknownNames: [{ type: "AWS::IAM::Role", failure: denied.failure }],
    },
    warnings: [
      /GetCallerIdentity/,
      /DescribeStacks/,
      /IAM role/,
      /ListStackResources/,
      /GetPolicy/,
      /s3:ListBucket/,
    ],
  },
  ...(["no-credentials", "unreachable", "bad-credentials"] as const).map((kind) => {
    const answer = { failure: { kind, code: "X", message: "m" } };
    return {
      name: `${kind} is one failure, said once`,
      findings: { caller: answer, stack: answer, stackResources: answer },
      failures: [/./],
    };
  }),
];

describe("the pre-check's decisions", () => {
  for (const { name, request: wish, findings, failures = [], warnings = [], leftover = false } of cases) {
    it(name, () => {
      const verdict = decidePreflight({ ...request, ...wish }, { ...free, ...findings });
      assert.equal(verdict.failures.length, failures.length, verdict.failures.join("\n"));
      failures.forEach((pattern, index) => assert.match(verdict.failures[index]!, pattern));
      assert.equal(verdict.warnings.length, warnings.length, verdict.warnings.join("\n"));
      warnings.forEach((pattern, index) => assert.match(verdict.warnings[index]!, pattern));
      assert.equal(verdict.leftoverStackId !== undefined, leftover);
    });
  }
});

describe("the names that must be free", () => {
  const held = (status: string) => [
    { logicalId: "X", type: ROLE.type, physicalId: ROLE.identifier, status },
    { logicalId: "Y", type: "AWS::SSM::Parameter", physicalId: GROUP.identifier, status },
  ];
  it("are those that our stack does not hold, by type", () =>
    assert.deepEqual(namesToLookUp(request, held("CREATE_COMPLETE")), [GROUP]));
  it("are told apart without regard to case where IAM does so", () => {
    const shouted = request.names.map((name) => ({ ...name, identifier: name.identifier.toUpperCase() }));
    assert.deepEqual(namesToLookUp({ names: shouted }, held("CREATE_COMPLETE")), [shouted[1]]);
  });
  it("are all of them where the stack deleted or never made its own", () => {
    assert.deepEqual(namesToLookUp(request, held("DELETE_COMPLETE")), [ROLE, GROUP]);
    assert.deepEqual(namesToLookUp(request, held("CREATE_FAILED")), [ROLE, GROUP]);
  });
});
