import assert from "node:assert/strict";
import { compareStacks } from "../../../core/changes/compare-stacks";
import { readDeployedTemplate } from "../../../core/changes/deployed-template";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { renderTemplate } from "../../../core/template/render-template";
import { templateJson, templateYaml } from "../../../core/template/serialize";
import { watchedResources } from "../../../core/template/watched-resources";
import { shippedConfig, shippedConfigNames } from "../shipped-configs";
import { shippedCatalogue } from "../startup-config";

const where = { accountId: "123456789012", region: "us-west-1" };

describe("readDeployedTemplate", () => {
  for (const name of shippedConfigNames) {
    it(`reads the template of ${name} as it was rendered, from JSON and from YAML`, () => {
      const template = renderTemplate(buildBlueprint(shippedConfig(name), shippedCatalogue));
      const wanted = watchedResources(template, where);
      for (const text of [templateJson(template), templateYaml(template)]) {
        const { resources, notCompared } = readDeployedTemplate(text, where);
        assert.deepEqual(notCompared, []);
        assert.deepEqual(resources, wanted);
        assert.deepEqual(compareStacks(resources, wanted), { resources: [], access: [] });
      }
    });
  }

  it("takes YAML's short forms, and names what it can't resolve", () => {
    const text = `
Resources:
  P: { Type: AWS::IAM::ManagedPolicy, Properties: { ManagedPolicyName: p, PolicyDocument: {} } }
  G:
    Type: AWS::IAM::Group
    Properties: { GroupName: g, ManagedPolicyArns: [!Ref P, !Sub "arn:\${AWS::Partition}:iam::aws:policy/X"] }
  V: { Type: AWS::SSM::Parameter, Properties: { Name: /v, Value: !GetAtt G.Arn } }
  J: { Type: AWS::SSM::Parameter, Properties: { Name: /j, Value: { Fn::Join: ["", [a]] } } }
  Q: { Type: AWS::SQS::Queue }
`;
    const { resources, notCompared } = readDeployedTemplate(text, where);
    assert.deepEqual(
      resources.map(({ identifier }) => identifier),
      ["arn:aws:iam::123456789012:policy/p", "g", "/v", "${Q}"],
      "what AWS makes the id of is known by its logical id",
    );
    assert.deepEqual(resources[1]!.properties.ManagedPolicyArns, [
      "arn:aws:iam::123456789012:policy/p",
      "arn:aws:iam::aws:policy/X",
    ]);
    assert.equal(resources[2]!.properties.Value, "arn:aws:iam::123456789012:group/g");
    assert.deepEqual(
      notCompared.map(({ logicalId, reason }) => [logicalId, reason.split(" ")[0]]),
      [["J", "Fn::Join"]],
    );
  });

  const bad = [
    { name: "no template", text: "just text" },
    { name: "broken JSON", text: '{"Resources": {' },
    { name: "a function that it does not know", text: "Resources: { A: !Join ['', [a]] }" },
  ];
  for (const { name, text } of bad) {
    it(`refuses ${name}`, () => assert.throws(() => readDeployedTemplate(text, where), SyntaxError));
  }
});
