import assert from "node:assert/strict";
import { ACCOUNT, refusal, REGION, TestServer } from "./embedded-server";

type Ssm = ReturnType<TestServer["clients"]>["ssm"];

describe("embedded Parameter Store", () => {
  let server: TestServer;
  let ssm: Ssm;

  before(async () => {
    server = await TestServer.start();
    ssm = server.clients().ssm;
    await ssm.putParameter({ Name: "/there", Value: "v", Type: "String" });
  });
  after(() => server.stop());

  it("keeps a parameter with its tags, and its versions", async () => {
    const Name = "/security/x-sec/StackId";
    await ssm.putParameter({
      Name,
      Value: "one",
      Type: "String",
      Description: "d",
      Tags: [{ Key: "a", Value: "b" }],
    });
    const second = await ssm.putParameter({ Name, Value: "two", Overwrite: true });
    assert.equal(second.Version, 2);
    const { Parameter } = await ssm.getParameter({ Name });
    assert.equal(Parameter?.Value, "two");
    assert.equal(Parameter?.ARN, `arn:aws:ssm:${REGION}:${ACCOUNT}:parameter${Name}`);
    assert.equal((await ssm.getParameter({ Name: `${Name}:1` })).Parameter?.Value, "one");
    assert.equal((await ssm.getParameter({ Name: Parameter?.ARN })).Parameter?.Value, "two");
    const { Parameters } = await ssm.getParameterHistory({ Name });
    assert.deepEqual(
      Parameters?.map(({ Value }) => Value),
      ["one", "two"],
    );
    const tags = { ResourceType: "Parameter", ResourceId: Name } as const;
    await ssm.addTagsToResource({
      ...tags,
      Tags: [
        { Key: "c", Value: "d" },
        { Key: "a", Value: "2" },
      ],
    });
    assert.deepEqual((await ssm.listTagsForResource(tags)).TagList, [
      { Key: "a", Value: "2" },
      { Key: "c", Value: "d" },
    ]);
    await ssm.removeTagsFromResource({ ...tags, TagKeys: ["a"] });
    assert.equal((await ssm.listTagsForResource(tags)).TagList?.length, 1);
    const described = await ssm.describeParameters({
      ParameterFilters: [{ Key: "Name", Option: "BeginsWith", Values: ["/security/"] }],
    });
    assert.equal(described.Parameters?.[0]?.Description, "d");
    await ssm.deleteParameter({ Name });
    assert.equal((await refusal(ssm.getParameter({ Name }))).code, "ParameterNotFound");
  });

  it("walks a path, page by page, and one level where it is not told to go deeper", async () => {
    for (let i = 0; i < 12; i++) {
      await ssm.putParameter({ Name: `/walk/p${String(i).padStart(2, "0")}`, Value: "v", Type: "String" });
    }
    await ssm.putParameter({ Name: "/walk/deep/er", Value: "v", Type: "String" });
    const level = await ssm.getParametersByPath({ Path: "/walk" });
    assert.equal(level.Parameters?.length, 10);
    const rest = await ssm.getParametersByPath({ Path: "/walk", NextToken: level.NextToken });
    assert.deepEqual(
      rest.Parameters?.map(({ Name }) => Name),
      ["/walk/p10", "/walk/p11"],
    );
    assert.equal(rest.NextToken, undefined);
    const deep = await ssm.getParametersByPath({ Path: "/walk/", Recursive: true });
    assert.equal(deep.Parameters?.[0]?.Name, "/walk/deep/er");
  });

  it("keeps regions apart", async () => {
    const elsewhere = server.clients(undefined, "us-west-1").ssm;
    assert.equal((await refusal(elsewhere.getParameter({ Name: "/there" }))).code, "ParameterNotFound");
  });

  it("shows a SecureString's value only where it is asked for", async () => {
    await ssm.putParameter({ Name: "secure", Value: "hidden", Type: "SecureString" });
    const closed = await ssm.getParameters({ Names: ["secure", "none"] });
    assert.notEqual(closed.Parameters?.[0]?.Value, "hidden");
    assert.deepEqual(closed.InvalidParameters, ["none"]);
    const open = await ssm.getParameters({ Names: ["secure"], WithDecryption: true });
    assert.equal(open.Parameters?.[0]?.Value, "hidden");
  });

  it("says which of several parameters it deleted", async () => {
    await ssm.putParameter({ Name: "gone", Value: "v", Type: "String" });
    const { DeletedParameters, InvalidParameters } = await ssm.deleteParameters({ Names: ["gone", "none"] });
    assert.deepEqual([DeletedParameters, InvalidParameters], [["gone"], ["none"]]);
  });

  const put = (change: Record<string, unknown>) => (c: Ssm) =>
    c.putParameter({ Name: "/new", Value: "v", Type: "String", ...change });
  const cases: [string, (ssm: Ssm) => Promise<unknown>, string][] = [
    ["a parameter that is there", put({ Name: "/there" }), "ParameterAlreadyExists"],
    [
      "tags with an overwrite",
      put({ Name: "/there", Overwrite: true, Tags: [{ Key: "a", Value: "b" }] }),
      "ValidationException",
    ],
    [
      "another type",
      put({ Name: "/there", Overwrite: true, Type: "StringList" }),
      "HierarchyTypeMismatchException",
    ],
    ["no type", put({ Type: undefined }), "ValidationException"],
    ["an unknown type", put({ Type: "Text" }), "UnsupportedParameterType"],
    ["an empty value", put({ Value: "" }), "ValidationException"],
    ["4,097 bytes", put({ Value: "x".repeat(4097) }), "ValidationException"],
    ["aws as a prefix", put({ Name: "/aws/x" }), "ValidationException"],
    ["a name with a space", put({ Name: "/a b" }), "ValidationException"],
    ["a path that does not begin with a slash", put({ Name: "a/b" }), "ValidationException"],
    ["16 levels", put({ Name: "/x".repeat(16) }), "HierarchyLevelLimitExceededException"],
    ["a value beside its pattern", put({ AllowedPattern: "\\d+" }), "ParameterPatternMismatchException"],
    [
      "11 names",
      (c) => c.getParameters({ Names: Array.from({ length: 11 }, (_, i) => `n${i}`) }),
      "ValidationException",
    ],
    ["an unknown parameter", (c) => c.deleteParameter({ Name: "/none" }), "ParameterNotFound"],
    [
      "tags of an unknown parameter",
      (c) => c.listTagsForResource({ ResourceType: "Parameter", ResourceId: "/none" }),
      "InvalidResourceId",
    ],
    ["a version that is not there", (c) => c.getParameter({ Name: "/there:9" }), "ParameterVersionNotFound"],
    [
      "a token of somebody else",
      (c) => c.getParametersByPath({ Path: "/", NextToken: "abc" }),
      "InvalidNextToken",
    ],
    ["a missing name", (c) => c.getParameter({ Name: undefined }), "ValidationException"],
  ];
  for (const [name, call, code] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(ssm));
      assert.deepEqual([refused.code, refused.status], [code, 400]);
    });
  }

  it("takes 4,096 bytes, and a larger value in the advanced tier", async () => {
    await ssm.putParameter({ Name: "/just", Value: "x".repeat(4096), Type: "String" });
    const large = await ssm.putParameter({
      Name: "/large",
      Value: "x".repeat(8192),
      Type: "String",
      Tier: "Intelligent-Tiering",
    });
    assert.equal(large.Tier, "Advanced");
  });
});
