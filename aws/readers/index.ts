import { codebuildProject } from "./codebuild-project";
import { codecommitRepository } from "./codecommit-repository";
import type { ServiceReader } from "./service-reader";
import { snsTopicPolicy } from "./sns-topic-policy";

const READERS: readonly ServiceReader[] = [codebuildProject, codecommitRepository, snsTopicPolicy];

/** How a type is read that Cloud Control does not serve; undefined where Cloud Control is to be asked. */
export function serviceReader(type: string): ServiceReader | undefined {
  return READERS.find((reader) => reader.type === type);
}
