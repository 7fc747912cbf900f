import { randomUUID } from "node:crypto";
import type * as CodeCommit from "@aws-sdk/client-codecommit";
import { urlSuffixOf } from "../../../../core/naming/partition";
import type { CallContext, Operations } from "../../service";
import { tokenPage } from "../token-page";
import {
  checkBranchName,
  checkDescription,
  checkRepositoryName,
  refusal,
  repositoryTags,
} from "./input-rules";
import { deleteContents } from "./commit-record";
import { existingRepository, repositories, repositoryArn, type RepositoryRecord } from "./repository-record";

const PAGE = 1000;
const LARGEST_BATCH = 100;

function shape(record: RepositoryRecord, context: CallContext): CodeCommit.RepositoryMetadata {
  const { name } = record;
  const host = `git-codecommit.${context.region}.${urlSuffixOf(context.partition)}`;
  return {
    accountId: context.caller.accountId,
    repositoryId: record.id,
    repositoryName: name,
    repositoryDescription: record.description,
    defaultBranch: record.defaultBranch,
    lastModifiedDate: new Date(record.modified),
    creationDate: new Date(record.created),
    cloneUrlHttp: `https://${host}/v1/repos/${name}`,
    cloneUrlSsh: `ssh://${host}/v1/repos/${name}`,
    Arn: repositoryArn(context, name),
    kmsKeyId: record.kmsKeyId,
  };
}

function createRepository(
  input: CodeCommit.CreateRepositoryInput,
  context: CallContext,
): CodeCommit.CreateRepositoryOutput {
  const name = input.repositoryName!;
  checkRepositoryName(name);
  checkDescription(input.repositoryDescription);
  const tags = repositoryTags(input.tags);
  refuseTaken(name, context);
  const now = context.now().toISOString();
  const record: RepositoryRecord = {
    id: randomUUID(),
    name,
    ...(input.repositoryDescription === undefined ? {} : { description: input.repositoryDescription }),
    ...(input.kmsKeyId === undefined ? {} : { kmsKeyId: input.kmsKeyId }),
    created: now,
    modified: now,
    branches: {},
    tags,
  };
  repositories.save(context, record);
  return { repositoryMetadata: shape(record, context) };
}

function refuseTaken(name: string, context: CallContext): void {
  if (repositories.find(context, name) === undefined) return;
  throw refusal("RepositoryNameExists", `Repository named ${name} already exists`);
}

function change(name: string, changes: Partial<RepositoryRecord>, context: CallContext): void {
  const record = existingRepository(name, context);
  repositories.save(context, { ...record, ...changes, modified: context.now().toISOString() });
}

/** A repository that is not there is deleted already: the answer then has no id. */
function deleteRepository(
  input: CodeCommit.DeleteRepositoryInput,
  context: CallContext,
): CodeCommit.DeleteRepositoryOutput {
  const record = repositories.find(context, input.repositoryName!);
  if (record === undefined) return {};
  deleteContents(record, context);
  repositories.delete(context, record.name);
  return { repositoryId: record.id };
}

function rename(input: CodeCommit.UpdateRepositoryNameInput, context: CallContext): void {
  const record = existingRepository(input.oldName!, context);
  checkRepositoryName(input.newName!);
  if (input.newName !== record.name) refuseTaken(input.newName!, context);
  repositories.delete(context, record.name);
  repositories.save(context, { ...record, name: input.newName!, modified: context.now().toISOString() });
}

function listRepositories(
  input: CodeCommit.ListRepositoriesInput,
  context: CallContext,
): CodeCommit.ListRepositoriesOutput {
  const records = repositories.all(context);
  if (input.sortBy === "lastModifiedDate") records.sort((a, b) => (a.modified < b.modified ? -1 : 1));
  if (input.order === "descending") records.reverse();
  const page = tokenPage(records, input.nextToken, PAGE, () =>
    refusal("InvalidContinuationToken", "The continuation token is not valid."),
  );
  return {
    repositories: page.items.map(({ id, name }) => ({ repositoryId: id, repositoryName: name })),
    nextToken: page.next,
  };
}

function batchGet(
  input: CodeCommit.BatchGetRepositoriesInput,
  context: CallContext,
): CodeCommit.BatchGetRepositoriesOutput {
  const names = input.repositoryNames!;
  if (names.length > LARGEST_BATCH) {
    throw refusal("MaximumRepositoryNamesExceeded", `No more than ${LARGEST_BATCH} repositories at once.`);
  }
  const found = names.map((name) => repositories.find(context, name));
  return {
    repositories: found.filter((record) => record !== undefined).map((record) => shape(record, context)),
    repositoriesNotFound: names.filter((_, index) => found[index] === undefined),
  };
}

function setDefaultBranch(input: CodeCommit.UpdateDefaultBranchInput, context: CallContext): void {
  const { branches } = existingRepository(input.repositoryName!, context);
  const branch = input.defaultBranchName!;
  checkBranchName(branch);
  if (!Object.hasOwn(branches, branch))
    throw refusal("BranchDoesNotExist", `Branch ${branch} does not exist`);
  change(input.repositoryName!, { defaultBranch: branch }, context);
}

/** Operations on repositories and their settings. */
export const repositoryOperations: Operations = {
  CreateRepository: createRepository,
  GetRepository: (input: CodeCommit.GetRepositoryInput, context) => ({
    repositoryMetadata: shape(existingRepository(input.repositoryName!, context), context),
  }),
  BatchGetRepositories: batchGet,
  ListRepositories: listRepositories,
  UpdateRepositoryDescription: (input: CodeCommit.UpdateRepositoryDescriptionInput, context) => {
    checkDescription(input.repositoryDescription);
    change(input.repositoryName!, { description: input.repositoryDescription }, context);
  },
  UpdateRepositoryEncryptionKey: (input: CodeCommit.UpdateRepositoryEncryptionKeyInput, context) => {
    const { id, kmsKeyId } = existingRepository(input.repositoryName!, context);
    change(input.repositoryName!, { kmsKeyId: input.kmsKeyId }, context);
    return { repositoryId: id, kmsKeyId: input.kmsKeyId, originalKmsKeyId: kmsKeyId };
  },
  UpdateRepositoryName: rename,
  UpdateDefaultBranch: setDefaultBranch,
  DeleteRepository: deleteRepository,
};
