import { AwsError } from "../../service";
import { checkedTags, type Tag, tagList } from "../tag-list";

const NAME = /^[\w.-]{1,100}$/;
const DESCRIPTION_LENGTH = 1000;
const BRANCH_LENGTH = 256;

/** 400: as CodeCommit answers everything; it has a code for each way in which something is wrong. */
export function refusal(code: string, message: string): AwsError {
  return new AwsError(`${code}Exception`, message);
}

/** Throws InvalidRepositoryNameException where a text can't name a repository. */
export function checkRepositoryName(name: string): void {
  if (NAME.test(name) && !name.endsWith(".git")) return;
  throw refusal(
    "InvalidRepositoryName",
    "A repository name has 1 to 100 letters, digits, periods, underscores and hyphens, and does not end with .git.",
  );
}

/** Throws InvalidRepositoryDescriptionException where a description is too long. */
export function checkDescription(text: string | undefined): void {
  if (text === undefined || text.length <= DESCRIPTION_LENGTH) return;
  throw refusal(
    "InvalidRepositoryDescription",
    `A repository description has at most ${DESCRIPTION_LENGTH} characters.`,
  );
}

/** Throws InvalidBranchNameException where a text can't name a branch ("Naming rules", git-check-ref-format). */
export function checkBranchName(name: string): void {
  const bad =
    name === "" ||
    name.length > BRANCH_LENGTH ||
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0020~^:?*[\\\u007f]|\.\.|@\{|\/\/|^[./-]|[./]$|\.lock$/.test(name) ||
    /^[0-9a-f]{40}$/.test(name);
  if (bad) throw refusal("InvalidBranchName", `${name} is not a valid branch name.`);
}

/** The tags as they are kept; throws InvalidTagsMapException or TooManyTagsException. */
export function repositoryTags(tags: Record<string, string> | undefined): Tag[] {
  return checkedTags(tagList(tags), {
    invalid: (key) =>
      /^aws:/i.test(key)
        ? refusal("InvalidSystemTagUsage", `${key} begins with aws:, as AWS's own tags do.`)
        : refusal("InvalidTagsMap", `The tag ${key} is not valid.`),
    tooMany: () => refusal("TooManyTags", "The repository has too many tags."),
  });
}
