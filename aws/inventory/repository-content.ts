import type { AwsClients } from "../clients";

/** The branches of a repository; none where nothing was ever put into it. Throws the SDK's errors. */
export async function branchesOf(aws: AwsClients, repositoryName: string): Promise<string[]> {
  const codeCommit = await aws.codeCommit();
  const branches: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await codeCommit.listBranches({ repositoryName, nextToken });
    branches.push(...(page.branches ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return branches;
}
