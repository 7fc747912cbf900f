import assert from "node:assert/strict";
import { EC2 } from "@aws-sdk/client-ec2";
import { KMS } from "@aws-sdk/client-kms";
import { buildMlOperatorPolicies } from "../../core/ml/operator-policy/build-policy";
import { embeddedAccount } from "../aws/embedded-account";
import { rendered } from "../core/ml/rendered";

const REGION = "us-west-2";
const { blueprint } = rendered("globalbank-prod-c001-us-west-2-demand-forecasting-ml-s3-standalone-ssm");

describe("the operator of an ML product, who may do much with what has the product's tag", () => {
  const account = embeddedAccount(REGION);
  const clients = (accessKeyId: string) => {
    const credentials = { accessKeyId, secretAccessKey: "local" };
    const options = { endpoint: account.server.url, region: REGION, credentials, maxAttempts: 1 };
    return { ec2: new EC2(options), kms: new KMS(options) };
  };
  const stem = { Key: "Stem", Value: blueprint.stem };
  let admin: ReturnType<typeof clients>;
  let operator: ReturnType<typeof clients>;
  beforeEach(async () => {
    admin = clients("123456789012");
    await account.callAs(buildMlOperatorPolicies(blueprint, "dev"));
    operator = clients(process.env.AWS_ACCESS_KEY_ID!);
  });

  it("can't put it on a security group that is there, nor open that", async () => {
    const { Vpc } = await admin.ec2.createVpc({ CidrBlock: "10.0.0.0/16" });
    const group = { VpcId: Vpc!.VpcId, GroupName: "another", Description: "of somebody else" };
    const { GroupId } = await admin.ec2.createSecurityGroup(group);
    await assert.rejects(operator.ec2.createTags({ Resources: [GroupId!], Tags: [stem] }), /not authorized/);
    const opened = { GroupId, IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" };
    await assert.rejects(operator.ec2.authorizeSecurityGroupIngress(opened), /not authorized/);
    // The tag is what the right goes by: whoever has it put there by another may.
    await admin.ec2.createTags({ Resources: [GroupId!], Tags: [stem] });
    await operator.ec2.authorizeSecurityGroupIngress(opened);
  });

  it("gets nothing on another's key by it", async () => {
    const { KeyMetadata } = await admin.kms.createKey({});
    const { KeyId } = KeyMetadata!;
    await admin.kms.tagResource({ KeyId, Tags: [{ TagKey: "Stem", TagValue: blueprint.stem }] });
    await assert.rejects(operator.kms.getKeyPolicy({ KeyId }), /not authorized/);
    await assert.rejects(operator.kms.scheduleKeyDeletion({ KeyId }), /not authorized/);
  });
});
