import type { CallContext } from "../../service";
import { regionalArn } from "../regional-arn";
import { RegionalRecords } from "../regional-records";
import type { Tag } from "../tag-list";
import { refusal } from "./input-rules";

/** A repository. Its commits and contents are kept by its id, so that it can be renamed. */
export interface RepositoryRecord {
  /** UUID. */
  id: string;
  name: string;
  description?: string;
  kmsKeyId?: string;
  /** ISO 8601. */
  created: string;
  modified: string;
  defaultBranch?: string;
  /** Ids of the newest commits, by the branch's name. */
  branches: Record<string, string>;
  tags: Tag[];
}

/** The repositories of a region. */
export const repositories = new RegionalRecords<RepositoryRecord>(
  "codecommit.repositories",
  ({ name }) => name,
);

/** ARN of a repository. */
export function repositoryArn(
  scope: Pick<CallContext, "partition" | "region" | "caller">,
  name: string,
): string {
  return regionalArn(scope, "codecommit", name);
}

/** The repository of a name. Throws RepositoryDoesNotExistException where there is none. */
export function existingRepository(name: string, context: CallContext): RepositoryRecord {
  const found = repositories.find(context, name);
  if (found === undefined) throw refusal("RepositoryDoesNotExist", `${name} does not exist`);
  return found;
}
