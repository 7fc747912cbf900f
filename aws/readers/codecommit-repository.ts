import { changedTags, type Tag } from "./changed-tags";
import type { ServiceReader } from "./service-reader";

const nameOf = ({ RepositoryName }: Record<string, unknown>) => String(RepositoryName);

/** Repositories, by CodeCommit itself; their code is their developers'. */
export const codecommitRepository: ServiceReader = {
  type: "AWS::CodeCommit::Repository",
  async read(aws, { properties }) {
    const codeCommit = await aws.codeCommit();
    const { repositoryMetadata = {} } = await codeCommit.getRepository({
      repositoryName: nameOf(properties),
    });
    const { Arn, repositoryName, repositoryDescription, kmsKeyId } = repositoryMetadata;
    const { tags = {} } = await codeCommit.listTagsForResource({ resourceArn: Arn });
    return {
      kind: "found",
      properties: {
        Arn,
        RepositoryName: repositoryName,
        RepositoryDescription: repositoryDescription,
        KmsKeyId: kmsKeyId,
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      },
    };
  },
  async write(aws, { properties }, { target, live }) {
    const codeCommit = await aws.codeCommit();
    const repositoryName = nameOf(properties);
    const { repositoryMetadata = {} } = await codeCommit.getRepository({ repositoryName });
    const resourceArn = repositoryMetadata.Arn;
    const repositoryDescription = (target.RepositoryDescription as string | undefined) ?? "";
    if (repositoryDescription !== (live.RepositoryDescription ?? "")) {
      await codeCommit.updateRepositoryDescription({ repositoryName, repositoryDescription });
    }
    if (target.KmsKeyId !== undefined && target.KmsKeyId !== live.KmsKeyId) {
      const kmsKeyId = target.KmsKeyId as string;
      await codeCommit.updateRepositoryEncryptionKey({ repositoryName, kmsKeyId });
    }
    const { put, removed } = changedTags(live.Tags as Tag[], target.Tags as Tag[]);
    const tags = Object.fromEntries(put.map(({ Key, Value }) => [Key, Value]));
    if (put.length > 0) await codeCommit.tagResource({ resourceArn, tags });
    if (removed.length > 0) await codeCommit.untagResource({ resourceArn, tagKeys: removed });
  },
};
