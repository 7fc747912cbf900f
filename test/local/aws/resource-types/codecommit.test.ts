import { CodeCommit } from "@aws-sdk/client-codecommit";
import { ACCOUNT, REGION, type StackFixture } from "../cloudformation/stack-fixture";
import { typeTests } from "./type-tests";

const codecommit = (fixture: StackFixture) => fixture.client(CodeCommit);
const arn = (name: string) => `arn:aws:codecommit:${REGION}:${ACCOUNT}:${name}`;
const repository = (more: Record<string, unknown> = {}) => ({
  RepositoryName: "model-build",
  RepositoryDescription: "Model build",
  Tags: [{ Key: "Stem", Value: "s" }],
  ...more,
});

/** By CodeCommit's API, in the shape of the resource type. */
async function read(fixture: StackFixture, id: string) {
  const { repositories = [] } = await codecommit(fixture).listRepositories({});
  const name = repositories.find(({ repositoryId }) => repositoryId === id)?.repositoryName;
  if (name === undefined) return undefined;
  const { repositoryMetadata: found } = await codecommit(fixture).getRepository({ repositoryName: name });
  const { tags = {} } = await codecommit(fixture).listTagsForResource({ resourceArn: arn(name) });
  return {
    RepositoryName: name,
    RepositoryDescription: found!.repositoryDescription,
    KmsKeyId: found!.kmsKeyId,
    Tags: Object.entries(tags)
      .filter(([key]) => !key.startsWith("aws:"))
      .map(([Key, Value]) => ({ Key, Value })),
  };
}

typeTests({
  type: "AWS::CodeCommit::Repository",
  properties: repository(),
  read: { ...repository(), KmsKeyId: undefined },
  readByService: read,
  attributes: {
    Ref: /^[0-9a-f-]{36}$/,
    Arn: arn("model-build"),
    Name: "model-build",
    CloneUrlHttp: `https://git-codecommit.${REGION}.amazonaws.com/v1/repos/model-build`,
    CloneUrlSsh: `ssh://git-codecommit.${REGION}.amazonaws.com/v1/repos/model-build`,
    RepositoryId: /^[0-9a-f-]{36}$/,
  },
  updates: [
    {
      name: "its description",
      properties: repository({ RepositoryDescription: "d" }),
      read: { RepositoryDescription: "d" },
    },
    {
      name: "no description",
      properties: repository({ RepositoryDescription: undefined }),
      read: { RepositoryDescription: undefined },
    },
    {
      name: "its tags",
      properties: repository({ Tags: [{ Key: "b", Value: "2" }] }),
      read: { Tags: [{ Key: "b", Value: "2" }] },
    },
    {
      name: "another name, which keeps it, and tags",
      properties: repository({ RepositoryName: "renamed", Tags: undefined }),
      read: { RepositoryName: "renamed", Tags: [] },
    },
  ],
  drifts: [
    {
      name: "another description",
      plant: (fixture) =>
        codecommit(fixture).updateRepositoryDescription({
          repositoryName: "model-build",
          repositoryDescription: "by hand",
        }),
      found: ["/RepositoryDescription NOT_EQUAL"],
    },
    {
      name: "an added tag",
      plant: (fixture) =>
        codecommit(fixture).tagResource({ resourceArn: arn("model-build"), tags: { by: "hand" } }),
      found: ["/Tags/1 ADD"],
    },
    {
      name: "another name",
      plant: (fixture) =>
        codecommit(fixture).updateRepositoryName({ oldName: "model-build", newName: "moved" }),
      found: ["/RepositoryName NOT_EQUAL"],
    },
    {
      name: "its deletion",
      plant: (fixture) => codecommit(fixture).deleteRepository({ repositoryName: "model-build" }),
      found: "DELETED",
    },
    {
      name: "a new repository of its name",
      plant: async (fixture) => {
        await codecommit(fixture).deleteRepository({ repositoryName: "model-build" });
        await codecommit(fixture).createRepository({ repositoryName: "model-build" });
      },
      found: "DELETED",
    },
  ],
});
