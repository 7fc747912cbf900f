import type * as CodeCommit from "@aws-sdk/client-codecommit";
import type { CallContext, Operations } from "../../service";
import { tokenPage } from "../token-page";
import { findCommit } from "./commit-record";
import { checkBranchName, refusal } from "./input-rules";
import { existingRepository, repositories } from "./repository-record";

const PAGE = 1000;

function getBranch(input: CodeCommit.GetBranchInput, context: CallContext): CodeCommit.GetBranchOutput {
  if (input.repositoryName === undefined)
    throw refusal("RepositoryNameRequired", "A repository name is required");
  if (input.branchName === undefined) throw refusal("BranchNameRequired", "A branch name is required");
  const { branches } = existingRepository(input.repositoryName, context);
  checkBranchName(input.branchName);
  if (!Object.hasOwn(branches, input.branchName)) {
    throw refusal("BranchDoesNotExist", `Branch ${input.branchName} does not exist`);
  }
  return { branch: { branchName: input.branchName, commitId: branches[input.branchName] } };
}

function listBranches(
  input: CodeCommit.ListBranchesInput,
  context: CallContext,
): CodeCommit.ListBranchesOutput {
  const { branches } = existingRepository(input.repositoryName!, context);
  const page = tokenPage(Object.keys(branches).sort(), input.nextToken, PAGE, () =>
    refusal("InvalidContinuationToken", "The continuation token is not valid."),
  );
  return { branches: page.items, nextToken: page.next };
}

function createBranch(input: CodeCommit.CreateBranchInput, context: CallContext): void {
  const repository = existingRepository(input.repositoryName!, context);
  const name = input.branchName!;
  checkBranchName(name);
  if (Object.hasOwn(repository.branches, name)) {
    throw refusal("BranchNameExists", `Branch ${name} already exists`);
  }
  if (findCommit(repository, input.commitId!, context) === undefined) {
    throw refusal("CommitDoesNotExist", `Commit ${input.commitId} does not exist`);
  }
  repositories.save(context, {
    ...repository,
    branches: { ...repository.branches, [name]: input.commitId! },
  });
}

/** A branch that is not there is deleted already. */
function deleteBranch(
  input: CodeCommit.DeleteBranchInput,
  context: CallContext,
): CodeCommit.DeleteBranchOutput {
  const repository = existingRepository(input.repositoryName!, context);
  const name = input.branchName!;
  if (name === repository.defaultBranch) {
    throw refusal("DefaultBranchCannotBeDeleted", `${name} is the default branch, which can't be deleted`);
  }
  if (!Object.hasOwn(repository.branches, name)) return {};
  const { [name]: commitId, ...branches } = repository.branches;
  repositories.save(context, { ...repository, branches });
  return { deletedBranch: { branchName: name, commitId } };
}

/** Operations on branches. */
export const branchOperations: Operations = {
  GetBranch: getBranch,
  ListBranches: listBranches,
  CreateBranch: createBranch,
  DeleteBranch: deleteBranch,
};
