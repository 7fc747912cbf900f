import type { Operations } from "../../service";
import { branchOperations } from "./branch-operations";
import { commitOperations } from "./commit-operations";
import { fileOperations } from "./file-operations";
import { repositoryOperations } from "./repository-operations";
import { tagOperations } from "./tag-operations";

/** CodeCommit's operations, without pull requests, merges and triggers; Git itself is not served. */
export const operations: Operations = {
  ...repositoryOperations,
  ...branchOperations,
  ...commitOperations,
  ...fileOperations,
  ...tagOperations,
};
