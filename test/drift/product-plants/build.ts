import type { PutRuleCommandInput, Target } from "@aws-sdk/client-eventbridge";
import type { Tag } from "../plants";
import { change, harmless, type PlantsOf, tagPlants } from "./planters";

const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return [...(value as unknown[])].reverse();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, backwards(member)] as const)
      .reverse(),
  );
};

const rulePlants: PlantsOf = ({ identifier: ResourceARN, properties }) => {
  const Name = String(properties.Name);
  const pattern = properties.EventPattern as object;
  const [target] = properties.Targets as Target[];
  const put = (other: object) =>
    ({
      Name,
      Description: String(properties.Description),
      EventPattern: JSON.stringify(pattern),
      State: "ENABLED",
      ...other,
    }) as PutRuleCommandInput;
  const id = target!.Id!;
  return [
    change("Description", "describes it otherwise", ({ events }) =>
      events.putRule(put({ Description: "by hand" })),
    ),
    change("EventPattern", "lets it watch for something else", ({ events }) =>
      events.putRule(put({ EventPattern: JSON.stringify({ source: ["aws.nothing"] }) })),
    ),
    change("State", "switches it off", ({ events }) => events.disableRule({ Name })),
    harmless("writes its pattern in other words", ({ events }) =>
      events.putRule(put({ EventPattern: JSON.stringify(backwards(pattern)) })),
    ),
    change(`Targets[${id}]`, "takes its target away", ({ events }) =>
      events.removeTargets({ Rule: Name, Ids: [id] }),
    ),
    change(`Targets[${id}]`, "sends its target something else", ({ events }) =>
      events.putTargets({
        Rule: Name,
        Targets: [{ Id: id, Arn: target!.Arn, RoleArn: target!.RoleArn, Input: '"by hand"' }],
      }),
    ),
    change("Targets[by-hand]", "adds a target", ({ events }) =>
      events.putTargets({ Rule: Name, Targets: [{ ...target, Arn: target!.Arn, Id: "by-hand" }] }),
    ),
    ...tagPlants(
      properties.Tags as Tag[],
      ({ events }, Tags) => events.tagResource({ ResourceARN, Tags }),
      ({ events }, TagKeys) => events.untagResource({ ResourceARN, TagKeys }),
    ),
  ];
};

const modelGroupPlants: PlantsOf = ({ identifier: ResourceArn, properties }) =>
  tagPlants(
    properties.Tags as Tag[],
    ({ sagemaker }, Tags) => sagemaker.addTags({ ResourceArn, Tags }),
    ({ sagemaker }, TagKeys) => sagemaker.deleteTags({ ResourceArn, TagKeys }),
  );

const repositoryPlants: PlantsOf = ({ properties }) => {
  const repositoryName = String(properties.RepositoryName);
  const arn = `arn:aws:codecommit:us-west-2:123456789012:${repositoryName}`;
  return [
    change("RepositoryDescription", "describes it otherwise", ({ codeCommit }) =>
      codeCommit.updateRepositoryDescription({ repositoryName, repositoryDescription: "by hand" }),
    ),
    harmless("makes a branch", ({ codeCommit }) =>
      codeCommit.putFile({
        repositoryName,
        branchName: "by-hand",
        filePath: "README.md",
        fileContent: Buffer.from("by hand"),
      }),
    ),
    ...tagPlants(
      properties.Tags as Tag[],
      ({ codeCommit }, tags) =>
        codeCommit.tagResource({
          resourceArn: arn,
          tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
        }),
      ({ codeCommit }, tagKeys) => codeCommit.untagResource({ resourceArn: arn, tagKeys }),
    ),
  ];
};

/** Changes of rules, the model registry and repositories. */
export const BUILD_PLANTS: Record<string, PlantsOf> = {
  "AWS::CodeCommit::Repository": repositoryPlants,
  "AWS::Events::Rule": rulePlants,
  "AWS::SageMaker::ModelPackageGroup": modelGroupPlants,
};
