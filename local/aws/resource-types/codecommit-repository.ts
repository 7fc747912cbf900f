import { AwsError, type CallContext } from "../service";
import { generatedName } from "./generated-name";
import { HandlerError, handlerErrorCode } from "./handler-error";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";
import { changedTags, readableTags, type Tag, tagList, tagMap } from "./tags";

interface Repository {
  repositoryId: string;
  repositoryName: string;
  repositoryDescription?: string;
  cloneUrlHttp: string;
  cloneUrlSsh: string;
  Arn: string;
  kmsKeyId?: string;
}

type Properties = Record<string, unknown>;

/** Repositories with description, key and tags; CloudFormation knows them by their id, CodeCommit by their name. */
export const codecommitRepository: ResourceType = {
  type: "AWS::CodeCommit::Repository",
  primaryIdentifier: "RepositoryId",
  createOnly: [],
  readOnly: ["Arn", "CloneUrlHttp", "CloneUrlSsh", "Name", "RepositoryId"],
  writeOnly: [],
  nameProperty: { name: "RepositoryName", maxLength: 100 },
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const repositoryName = generatedName(desired.RepositoryName);
    const { repositoryMetadata } = await callService<{ repositoryMetadata: Repository }>(
      context,
      "codecommit",
      "CreateRepository",
      defined({
        repositoryName,
        repositoryDescription: desired.RepositoryDescription,
        kmsKeyId: desired.KmsKeyId,
        tags: desired.Tags === undefined ? undefined : tagMap(desired.Tags as Tag[]),
      }),
    );
    started?.(repositoryMetadata.repositoryId);
    return modelOf(repositoryMetadata);
  },
  async read(identifier, context, given) {
    const repository = await find(identifier, given, context);
    if (repository === undefined) return undefined;
    const { tags } = await callService<{ tags?: Record<string, string> }>(
      context,
      "codecommit",
      "ListTagsForResource",
      { resourceArn: repository.Arn },
    );
    const shown = readableTags(tagList(tags));
    return {
      identifier,
      properties: defined({
        ...attributes(repository),
        KmsKeyId: repository.kmsKeyId,
        RepositoryDescription: repository.repositoryDescription,
        RepositoryName: repository.repositoryName,
        Tags: shown.length > 0 ? shown : undefined,
      }),
    };
  },
  async update(identifier, previous, desired, context) {
    const repository = await existing(identifier, previous, context);
    await updateSettings(repository, previous, desired, context);
    const tags = changedTags(previous.Tags as Tag[] | undefined, desired.Tags as Tag[] | undefined);
    const name = String(desired.RepositoryName);
    const resourceArn = repository.Arn.replace(/[^:]+$/, name);
    const call = (operation: string, input: Properties) =>
      callService(context, "codecommit", operation, { resourceArn, ...input });
    if (tags.removed.length > 0) await call("UntagResource", { tagKeys: tags.removed });
    if (tags.put.length > 0) await call("TagResource", { tags: tagMap(tags.put) });
    return modelOf(await existing(identifier, desired, context));
  },
  async delete(identifier, context, given) {
    const { repositoryName } = await existing(identifier, given, context);
    await callService(context, "codecommit", "DeleteRepository", { repositoryName });
  },
  async list(context) {
    return (await listed(context)).map(({ repositoryId }) => repositoryId);
  },
};

async function updateSettings(
  { repositoryName }: Repository,
  previous: Properties,
  desired: Properties,
  context: CallContext,
): Promise<void> {
  const call = (operation: string, input: Properties) => callService(context, "codecommit", operation, input);
  if (previous.RepositoryDescription !== desired.RepositoryDescription) {
    const repositoryDescription = desired.RepositoryDescription;
    await call("UpdateRepositoryDescription", defined({ repositoryName, repositoryDescription }));
  }
  if (previous.KmsKeyId !== desired.KmsKeyId) {
    if (desired.KmsKeyId === undefined) {
      throw new HandlerError(
        "InvalidRequest",
        "The key of a repository can be replaced, but not taken away.",
      );
    }
    await call("UpdateRepositoryEncryptionKey", { repositoryName, kmsKeyId: desired.KmsKeyId });
  }
  if (repositoryName !== desired.RepositoryName) {
    await call("UpdateRepositoryName", { oldName: repositoryName, newName: desired.RepositoryName });
  }
}

/** By the name that the template gave it, else, renamed by hand, by its id among all. */
async function find(
  id: string,
  given: Properties | undefined,
  context: CallContext,
): Promise<Repository | undefined> {
  if (typeof given?.RepositoryName === "string") {
    const named = await get(given.RepositoryName, context);
    if (named?.repositoryId === id) return named;
  }
  const renamed = (await listed(context)).find(({ repositoryId }) => repositoryId === id);
  return renamed === undefined ? undefined : get(renamed.repositoryName, context);
}

async function existing(
  id: string,
  given: Properties | undefined,
  context: CallContext,
): Promise<Repository> {
  const found = await find(id, given, context);
  if (found === undefined) throw new HandlerError("NotFound", `Repository ${id} does not exist`);
  return found;
}

async function get(repositoryName: string, context: CallContext): Promise<Repository | undefined> {
  const answer = await unlessMissing(
    callService<{ repositoryMetadata: Repository }>(context, "codecommit", "GetRepository", {
      repositoryName,
    }),
  );
  return answer?.repositoryMetadata;
}

/** Whoever may not list repositories can't find one that was renamed: it is gone for them. */
async function listed(context: CallContext): Promise<Repository[]> {
  try {
    return await allPages<Repository>(context, {
      service: "codecommit",
      operation: "ListRepositories",
      input: {},
      items: "repositories",
    });
  } catch (error) {
    if (error instanceof AwsError && handlerErrorCode(error) === "AccessDenied") return [];
    throw error;
  }
}

function attributes(repository: Repository): Properties {
  return {
    Arn: repository.Arn,
    CloneUrlHttp: repository.cloneUrlHttp,
    CloneUrlSsh: repository.cloneUrlSsh,
    Name: repository.repositoryName,
    RepositoryId: repository.repositoryId,
  };
}

function modelOf(repository: Repository) {
  return { identifier: repository.repositoryId, properties: attributes(repository) };
}
