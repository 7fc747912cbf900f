import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import assert from "node:assert/strict";
import { compareResources } from "../../../core/changes/compare-resources";
import { CREATE_ONLY } from "../../../core/changes/replacement";
import type { ResourceChange } from "../../../core/changes/resource-change";
import type { WatchedResource } from "../../../core/template/watched-resource";
import { allow, attached, group, inline, managed, policyArn, role, trust } from "./stack-of";

const parameter = (name: string, Value: string, logicalId = "Parameter"): WatchedResource => ({
  logicalId,
  type: "AWS::SSM::Parameter",
  identifier: name,
  properties: { Name: name, Type: "String", Value },
});

/** A change as one line: `Modify Groupg: changed Policies[p]`. */
function line({ change, logicalId, properties, blocked }: ResourceChange): string {
  const parts = properties.map(
    ({ change: how, property, item }) => `${how} ${property}${item === "" ? "" : `[${item}]`}`,
  );
  const stopped = blocked === undefined ? [] : [`BLOCKED by ${blocked.property || "the name"}`];
  return `${change} ${logicalId}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}${stopped.map((text) => ` ${text}`).join("")}`;
}

const as = (
  resource: WatchedResource,
  change: Partial<WatchedResource>,
  properties = {},
): WatchedResource => ({
  ...resource,
  ...change,
  properties: { ...resource.properties, ...properties },
});

const cases: { name: string; before: WatchedResource[]; after: WatchedResource[]; lines: string[] }[] = [
  {
    name: "nothing where only the spelling differs",
    before: [group("g", inline({ p: [allow(["a:B"], ["*"])] }))],
    after: [group("g", { Path: "/", ...inline({ p: [allow("a:B")] }) })],
    lines: [],
  },
  {
    name: "what is new and what goes",
    before: [group("a")],
    after: [group("b")],
    lines: ["Remove Groupa", "Add Groupb"],
  },
  {
    name: "each part of a property by itself",
    before: [
      role("r", {
        ...inline({ p: [allow("a:B")], q: [allow("a:B")] }),
        ...attached("m"),
        MaxSessionDuration: 3600,
        Tags: [{ Key: "k", Value: "1" }],
      }),
    ],
    after: [
      role("r", {
        ...inline({ p: [allow("a:C")], s: [allow("a:B")] }),
        ...attached("n"),
        MaxSessionDuration: 7200,
        Tags: [{ Key: "k", Value: "2" }],
        PermissionsBoundary: policyArn("b"),
      }),
    ],
    lines: [
      `Modify Roler: removed ManagedPolicyArns[${policyArn("m")}], added ManagedPolicyArns[${policyArn("n")}], changed MaxSessionDuration, added PermissionsBoundary, changed Policies[p], removed Policies[q], added Policies[s], changed Tags[k]`,
    ],
  },
  {
    name: "a trust policy",
    before: [role("r")],
    after: [role("r", trust({ Service: "glue.amazonaws.com" }))],
    lines: ["Modify Roler: changed AssumeRolePolicyDocument"],
  },
  {
    name: "a parameter's value",
    before: [parameter("/a", "1")],
    after: [parameter("/a", "2")],
    lines: ["Modify Parameter: changed Value"],
  },
  {
    name: "another name as a replacement",
    before: [group("g")],
    after: [as(group("h"), { logicalId: "Groupg" })],
    lines: ["Replace Groupg: changed GroupName"],
  },
  {
    name: "a role's path as blocked",
    before: [role("r")],
    after: [role("r", { Path: "/team/" })],
    lines: ["Replace Roler: changed Path BLOCKED by Path"],
  },
  {
    name: "a group's path as no replacement",
    before: [group("g")],
    after: [group("g", { Path: "/team/" })],
    lines: ["Modify Groupg: changed Path"],
  },
  {
    name: "a path and a name together as a replacement",
    before: [role("r")],
    after: [as(role("s"), { logicalId: "Roler" }, { Path: "/team/" })],
    lines: ["Replace Roler: changed Path, changed RoleName"],
  },
  {
    name: "a policy's description as blocked",
    before: [managed("m")],
    after: [as(managed("m"), {}, { Description: "new" })],
    lines: ["Replace Policym: added Description BLOCKED by Description"],
  },
  {
    name: "a policy without a name, which AWS names anew",
    before: [as(managed("m"), {}, { ManagedPolicyName: undefined })],
    after: [as(managed("m"), {}, { ManagedPolicyName: undefined, Description: "new" })],
    lines: ["Replace Policym: added Description"],
  },
  {
    name: "a name that moves to another logical id as blocked",
    before: [group("g")],
    after: [as(group("G"), { logicalId: "GroupOther" })],
    lines: ["Add GroupOther BLOCKED by the name", "Remove Groupg"],
  },
  {
    name: "names that two resources swap as blocked",
    before: [parameter("/a", "1", "A"), parameter("/b", "1", "B")],
    after: [parameter("/b", "1", "A"), parameter("/a", "1", "B")],
    lines: ["Replace A: changed Name BLOCKED by the name", "Replace B: changed Name BLOCKED by the name"],
  },
  {
    name: "another type under one logical id as blocked",
    before: [as(group("g"), { logicalId: "X" })],
    after: [as(role("g"), { logicalId: "X" })],
    lines: ["Replace X: added AssumeRolePolicyDocument, removed GroupName, added RoleName BLOCKED by Type"],
  },
];

describe("compareResources", () => {
  for (const { name, before, after, lines } of cases) {
    it(`tells ${name}`, () => assert.deepEqual(compareResources(before, after).map(line), lines));
  }

  it("says what of a document differs, and what is blocked and why", () => {
    const [change] = compareResources(
      [role("r", inline({ p: [allow(["a:B", "a:C"], "*", { Sid: "S" })] }))],
      [role("r", { ...inline({ p: [allow(["a:B", "a:D"], "*", { Sid: "S" })] }), Path: "/x/" })],
    );
    const [path, policy] = change!.properties;
    assert.deepEqual([path?.before, path?.after], ["/", "/x/"]);
    assert.deepEqual(
      policy?.statements?.added.map(({ Action }) => Action),
      [["a:D"]],
    );
    assert.deepEqual(
      policy?.statements?.removed.map(({ Action }) => Action),
      [["a:C"]],
    );
    assert.match(change!.blocked!.reason, /change of Path .* AWS::IAM::Role .* r is a name/);
    assert.match(change!.blocked!.wayOut, /deploy once more/);
  });
});

describe("CREATE_ONLY", function () {
  this.timeout(30_000);
  it("is what CloudFormation's resource schemas say", () => {
    const database = loadAwsServiceSpecSync();
    for (const [type, { name, properties }] of Object.entries(CREATE_ONLY)) {
      const resource = database.lookup("resource", "cloudFormationType", "equals", type).only();
      const replacing = Object.entries(resource.properties)
        .filter(([, property]) => (property.causesReplacement ?? "no") !== "no")
        .map(([property]) => property);
      assert.deepEqual([...properties].sort(), replacing.sort(), type);
      assert.ok(properties.includes(name), type);
    }
  });
});
