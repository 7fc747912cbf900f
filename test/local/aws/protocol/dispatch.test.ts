import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ssmClient from "@aws-sdk/client-ssm";
import { dispatch } from "../../../../local/aws/protocol/dispatch";
import { Faults } from "../../../../local/aws/protocol/faults";
import { Invoker } from "../../../../local/aws/protocol/invoker";
import type { ServiceDefinition } from "../../../../local/aws/protocol/service-definition";
import { FileStore } from "../../../../local/aws/store-file";

describe("an operation that fails as nobody expected", () => {
  it("is answered as InternalFailure with its message, reported, and what it had changed is kept", async () => {
    const directory = mkdtempSync(join(tmpdir(), "tierguard-dispatch-"));
    const file = join(directory, "state.json");
    const failure = new Error("a bug");
    const definition: ServiceDefinition = {
      name: "ssm",
      signingNames: ["ssm"],
      targetPrefix: "AmazonSSM",
      apiVersion: "2014-11-06",
      xmlNamespace: "",
      protocol: "json-1.1",
      client: ssmClient,
      operations: {
        DescribeParameters: (_, { store }) => {
          store.put("c", "k", "before");
          throw failure;
        },
      },
    };
    const store = new FileStore(file);
    const reported: unknown[] = [];
    const response = await dispatch(
      {
        method: "POST",
        path: "/",
        query: new URLSearchParams(),
        headers: {
          authorization: "AWS4-HMAC-SHA256 Credential=a/20260101/eu-west-1/ssm/aws4_request",
          "x-amz-target": "AmazonSSM.DescribeParameters",
        },
        body: Buffer.from("{}"),
      },
      "request-1",
      {
        invoker: new Invoker([definition], store, new Faults()),
        store,
        accountId: "111122223333",
        region: "eu-west-1",
        calls: [],
        report: (error) => reported.push(error),
      },
    );
    assert.equal(response.status, 500);
    assert.match(String(response.body), /"__type":"InternalFailure".*"message":"a bug"/);
    assert.deepEqual(reported, [failure]);
    await store.close();
    assert.equal(new FileStore(file).get("111122223333/c", "k"), "before");
    rmSync(directory, { recursive: true });
  });
});
