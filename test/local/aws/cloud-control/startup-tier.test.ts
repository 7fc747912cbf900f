import { GetResourceCommand } from "@aws-sdk/client-cloudcontrol";
import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import { buildBlueprint } from "../../../../core/security/build-blueprint";
import { renderTemplate } from "../../../../core/template/render-template";
import { templateJson, templateYaml } from "../../../../core/template/serialize";
import { watchedResources } from "../../../../core/template/watched-resources";
import { shippedCatalogue, startupConfig } from "../../../core/startup-config";
import { ACCOUNT, REGION, StackFixture } from "../cloudformation/stack-fixture";

/** Written but not read, or read on the side of what it is attached to, or shown beside what a template says. */
const NOT_COMPARED = ["AllowedPattern", "Description", "Policies", "Tier"];

describe("the startup tier in the embedded AWS", () => {
  const template = renderTemplate(buildBlueprint(startupConfig(), shippedCatalogue));

  for (const [form, body] of [
    ["JSON", templateJson(template)],
    ["YAML", templateYaml(template)],
  ] as const) {
    it(`reads back through Cloud Control as its template says, delivered by URL as ${form}, and leaves nothing`, async () => {
      const fixture = new StackFixture();
      await fixture.start();
      try {
        const before = await fixture.iamState();
        const stack = await fixture.create("startup", undefined, {
          TemplateURL: await upload(fixture, body),
        });
        assert.equal(stack.StackStatus, "CREATE_COMPLETE", stack.StackStatusReason);
        for (const { type, identifier, properties } of watchedResources(template, {
          accountId: ACCOUNT,
          region: REGION,
        })) {
          const { ResourceDescription } = await fixture.control.send(
            new GetResourceCommand({ TypeName: type, Identifier: identifier }),
          );
          const read = JSON.parse(ResourceDescription!.Properties!) as Record<string, unknown>;
          // The one value that only the deployment knows is written as a placeholder.
          const text = JSON.stringify(properties).replaceAll("${AWS::StackId}", stack.StackId!);
          for (const [name, expected] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
            if (type === "AWS::SSM::Parameter" && NOT_COMPARED.includes(name)) continue;
            assert.deepEqual(sorted(read[name]), sorted(expected), `${identifier} ${name}`);
          }
        }
        await assert.rejects(
          fixture.update("startup", undefined, { UsePreviousTemplate: true }),
          /No updates are to be performed/,
        );
        assert.equal((await fixture.delete("startup")).StackStatus, "DELETE_COMPLETE");
        assert.deepEqual(await fixture.iamState(), before);
      } finally {
        await fixture.stop();
      }
    });
  }
});

/** As YAML it is longer than a request may hold. */
async function upload(fixture: StackFixture, Body: string): Promise<string> {
  await fixture.s3.send(new CreateBucketCommand({ Bucket: "startup-templates" }));
  await fixture.s3.send(new PutObjectCommand({ Bucket: "startup-templates", Key: "startup", Body }));
  return `${fixture.aws.url}/startup-templates/startup`;
}

/** Tags and attachments have no order of their own. */
function sorted(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const rank = (item: { PolicyName?: string; Key?: string }) =>
    item.PolicyName ?? item.Key ?? JSON.stringify(item);
  return [...(value as object[])].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
