import assert from "node:assert/strict";
import { inParallel } from "../../aws/in-parallel";
import type { WatchedArgs } from "../../aws/watched-args";
import { compareProperties, differenceName } from "../../core/drift/compare-properties";
import type { Values } from "../../provider/resource-behaviour";
import { asAwsHasIt } from "./as-aws-has-it";
import { PRODUCTS } from "./count-product-plants";
import { deployProduct, renderProduct } from "./deployed-product";
import { urnOf } from "./deployed-stack";
import { PRODUCT_REMOVALS } from "./product-removals";

type Deployed = Awaited<ReturnType<typeof deployProduct>>;
const AT_ONCE = 30;

const GONE = { id: "", props: {} };

const read = ({ behaviour }: Deployed, state: Values) =>
  behaviour.read(String(state.identifier), state, urnOf(state));

/** What a refresh, and a deployment after it, do to all resources. */
async function putBack(deployed: Deployed): Promise<void> {
  const { states, behaviour } = deployed;
  const live = await inParallel(states, (state) => read(deployed, state), AT_ONCE);
  const work = states.map(async (state, index) => {
    const { id, props } = live[index]!;
    if (id === "") await behaviour.create(urnOf(state), state);
    else if (behaviour.diff(props, state).changes === true) {
      await behaviour.update(urnOf(state), props, state);
    }
  });
  await Promise.all(work);
}

async function assertNoDrift(deployed: Deployed): Promise<void> {
  const found = await inParallel(
    deployed.states,
    async (state) => {
      const { id, props } = await read(deployed, state);
      const { logicalId, type, properties } = state as unknown as WatchedArgs;
      if (id === "") return [`${logicalId} is gone`];
      const differences = compareProperties(type, properties, (props as unknown as WatchedArgs).properties);
      return differences.map((difference) => `${logicalId}: ${differenceName(difference)}`);
    },
    AT_ONCE,
  );
  assert.deepEqual(found.flat(), []);
}

async function assertNoChangeSets({ aws, stackName: StackName }: Deployed): Promise<void> {
  const { Summaries = [] } = await (await aws.cloudFormation()).listChangeSets({ StackName });
  assert.deepEqual(Summaries, []);
}

const control = ({ connection }: Deployed, path: string, method = "GET") =>
  fetch(`${connection.endpoints!.sns}/_tierguard/${path}`, { method });

/** The stack's subscriptions wait for their subscribers, who confirm them here: before that nobody can end them. */
async function confirmSubscriptions(deployed: Deployed): Promise<void> {
  const answer = await control(deployed, "messages");
  const { messages } = (await answer.json()) as { messages: { topicArn: string; token?: string }[] };
  for (const { topicArn: TopicArn, token: Token } of messages) {
    if (Token !== undefined) await deployed.clients.sns.confirmSubscription({ TopicArn, Token });
  }
}

/** Deletes all resources of a type; those resources. */
async function removeAll(deployed: Deployed, type: string): Promise<Values[]> {
  if (type === "AWS::SNS::Subscription") await confirmSubscriptions(deployed);
  const ofType = deployed.states.filter((state) => state.type === type);
  for (const state of ofType) {
    const resource = await asAwsHasIt(deployed.aws, state as unknown as WatchedArgs);
    await PRODUCT_REMOVALS[type]!(deployed.clients, resource);
  }
  return ofType;
}

/** What goes with another resource, and can't be deleted by itself. */
const GOES_WITH: Record<string, string> = { "AWS::SNS::TopicPolicy": "AWS::SNS::Topic" };

/** Types on which nothing else depends; whatever is gone of the others is put back by itself. */
const LEAVES = Object.keys(PRODUCT_REMOVALS).filter(
  (type) =>
    !/Role|Policy$|Bucket$|Topic|LogGroup|Key$|SecurityGroup$|VPCEndpoint|Repository|Project/.test(type),
);
const ROUNDS = [
  LEAVES,
  ...Object.keys(PRODUCT_REMOVALS)
    .filter((type) => !LEAVES.includes(type))
    .map((type) => [type]),
];

const hasAllTypes = (configName: string) => configName.endsWith("direct-rtb");

describe("what is gone of ML products", function () {
  this.timeout(300_000);

  it("has a way to be deleted for each type of the shipped configs", () => {
    const types = new Set(PRODUCTS.flatMap((name) => renderProduct(name).watched.map(({ type }) => type)));
    assert.deepEqual([...types].sort(), [...Object.keys(PRODUCT_REMOVALS), ...Object.keys(GOES_WITH)].sort());
    const [all] = PRODUCTS.filter(hasAllTypes);
    assert.deepEqual(new Set(renderProduct(all!).watched.map(({ type }) => type)), types);
  });

  for (const configName of PRODUCTS.filter((name) => !hasAllTypes(name))) {
    it(`is read as absent and put back, all of it at once: ${configName}`, async () => {
      const deployed = await deployProduct(configName);
      try {
        const gone: Values[] = [];
        for (const type of Object.keys(PRODUCT_REMOVALS)) gone.push(...(await removeAll(deployed, type)));
        for (const state of gone)
          assert.deepEqual(await read(deployed, state), GONE, String(state.logicalId));
        const went = deployed.states.filter(({ type }) => GOES_WITH[String(type)] !== undefined);
        assert.equal(gone.length + went.length, deployed.states.length);
        await deployed.calls();
        await putBack(deployed);
        const calls = await deployed.calls();
        assert.equal(calls.filter((call) => call === "cloudformation:ExecuteChangeSet").length, 1);
        await assertNoDrift(deployed);
        await assertNoChangeSets(deployed);
      } finally {
        await deployed.close();
      }
    });
  }

  describe("type by type", () => {
    let deployed: Deployed;
    before(async () => {
      deployed = await deployProduct(PRODUCTS.find(hasAllTypes)!);
    });
    after(() => deployed?.close());

    const stateOf = (logicalId: string) => deployed.states.find((state) => state.logicalId === logicalId)!;
    const known = (logicalId: string) =>
      asAwsHasIt(deployed.aws, stateOf(logicalId) as unknown as WatchedArgs);
    const remove = async (logicalId: string) => {
      const resource = await known(logicalId);
      await PRODUCT_REMOVALS[resource.type]!(deployed.clients, resource);
      return resource;
    };
    const create = (logicalId: string) => {
      const state = stateOf(logicalId);
      return deployed.behaviour.create(urnOf(state), state);
    };
    const valueOf = async (logicalId: string) => {
      const { Parameter } = await deployed.clients.ssm.getParameter({
        Name: String(stateOf(logicalId).identifier),
      });
      return Parameter!.Value;
    };

    for (const types of ROUNDS) {
      it(`is read as absent and put back, with all that depends on it: ${types.join(", ")}`, async () => {
        const gone: Values[] = [];
        for (const type of types) gone.push(...(await removeAll(deployed, type)));
        for (const state of gone)
          assert.deepEqual(await read(deployed, state), GONE, String(state.logicalId));
        await putBack(deployed);
        await assertNoDrift(deployed);
        await assertNoChangeSets(deployed);
      });
    }

    it("has another id then where AWS makes it up, which is published and used", async () => {
      const before = await known("EndpointSecurityGroup");
      await remove("EndpointSecurityGroup");
      await putBack(deployed);
      const { identifier: group } = await known("EndpointSecurityGroup");
      assert.notEqual(group, before.identifier);
      assert.equal(await valueOf("ParameterEndpointSecurityGroupId"), group);
      const { identifier: endpoint } = await known("VpcEndpointSts");
      assert.equal(await valueOf("ParameterVpcEndpointIdSts"), endpoint);
      const { VpcEndpoints } = await deployed.clients.ec2.describeVpcEndpoints({
        VpcEndpointIds: [endpoint],
      });
      assert.deepEqual(
        VpcEndpoints![0]!.Groups!.map(({ GroupId }) => GroupId),
        [group],
      );
      await assertNoDrift(deployed);
    });

    it("is kept where it is a key that waits for its deletion, as no other decrypts what it encrypted", async () => {
      deployed.said.length = 0;
      const { identifier: KeyId } = await remove("KmsKey");
      await read(deployed, stateOf("KmsKey"));
      assert.match(deployed.said.join("\n"), /^warn: gone, but not for good: KMS will delete it on \d{4}-/m);
      await create("KmsKey");
      const { Keys } = await deployed.clients.kms.listKeys({});
      assert.deepEqual(
        Keys!.map((key) => key.KeyId),
        [KeyId],
      );
      const { KeyMetadata } = await deployed.clients.kms.describeKey({ KeyId });
      assert.equal(KeyMetadata!.KeyState, "Enabled");
      assert.ok(deployed.said.includes(`info: cancelled the deletion of the key ${KeyId}, and enabled it`));
      assert.doesNotMatch(deployed.said.join("\n"), /another key/);
      await assertNoDrift(deployed);
    });

    const denied = { code: "AccessDeniedException", message: "not authorized", status: 400 };

    it("is not replaced by another key where the deletion of the key may not be cancelled", async () => {
      const { identifier: KeyId } = await remove("KmsKey");
      await deployed.fault({ service: "kms", operation: "CancelKeyDeletion", error: denied, times: 20 });
      await assert.rejects(
        create("KmsKey"),
        /its key .* the deletion could not be cancelled: [^]*not authorized/,
      );
      await control(deployed, "faults", "DELETE");
      assert.equal((await deployed.clients.kms.listKeys({})).Keys!.length, 1);
      await assertNoChangeSets(deployed);
      await deployed.clients.kms.cancelKeyDeletion({ KeyId });
      await deployed.clients.kms.enableKey({ KeyId });
      await assertNoDrift(deployed);
    });

    it("is not put back where nobody can see whether that would replace a key", async () => {
      await remove("EndpointLogGroup");
      await deployed.fault({ service: "kms", operation: "DescribeKey", error: denied, times: 20 });
      await assert.rejects(
        create("EndpointLogGroup"),
        /whether its key .* could not be seen: [^]*not authorized/,
      );
      await control(deployed, "faults", "DELETE");
      await assertNoChangeSets(deployed);
      await create("EndpointLogGroup");
      await assertNoDrift(deployed);
    });

    it("comes back without what was in it, and a person is told so", async () => {
      const { clients, said } = deployed;
      const bucket = await known("ArtifactsBucket");
      const Key = (await known("KmsKey")).identifier;
      await clients.s3.putObject({
        Bucket: bucket.identifier,
        Key: "model.tar.gz",
        Body: "weights",
        ServerSideEncryption: "aws:kms",
        SSEKMSKeyId: Key,
      });
      const repositoryName = (await known("ModelBuildRepository")).properties.RepositoryName as string;
      await clients.codeCommit.putFile({
        repositoryName,
        branchName: "main",
        filePath: "train.py",
        fileContent: Buffer.from("print()"),
      });
      const ModelPackageGroupName = (await known("ModelPackageGroup")).properties
        .ModelPackageGroupName as string;
      await clients.sagemaker.createModelPackage({
        ModelPackageGroupName,
        InferenceSpecification: {
          Containers: [
            {
              Image: "123456789012.dkr.ecr.us-west-2.amazonaws.com/model:1",
              ModelDataUrl: `s3://${bucket.identifier}/model.tar.gz`,
            },
          ],
          SupportedContentTypes: ["text/csv"],
          SupportedResponseMIMETypes: ["text/csv"],
        },
      });
      said.length = 0;
      const gone = ["ArtifactsBucket", "ModelBuildRepository", "ModelPackageGroup"];
      for (const logicalId of gone) await remove(logicalId);
      await putBack(deployed);
      const told = said.filter((line) => /was gone and is back; its .* not brought back/.test(line));
      assert.equal(told.length, gone.length, said.join("\n"));
      assert.equal((await clients.codeCommit.listBranches({ repositoryName })).branches?.length ?? 0, 0);
      await assertNoDrift(deployed);
    });

    it("is said with the first cause where it can't be put back, and leaves no change set", async () => {
      await remove("EndpointLogGroup");
      const error = { code: "InternalFailure", message: "Logs have a bad day", status: 500 };
      await deployed.fault({ service: "logs", operation: "CreateLogGroup", error, times: 20 });
      await assert.rejects(create("EndpointLogGroup"), /EndpointLogGroup .*Logs have a bad day/);
      await assertNoChangeSets(deployed);
      await control(deployed, "faults", "DELETE");
      await create("EndpointLogGroup");
      await assertNoDrift(deployed);
    });
  });
});
