import {
  type Change,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  ExecuteChangeSetCommand,
  type Stack,
} from "@aws-sdk/client-cloudformation";
import { setTimeout as sleep } from "node:timers/promises";
import type { StackFixture } from "./stack-fixture";

/** Asks for a change set and waits until it is made or has failed. */
export async function makeChangeSet(
  { cfn }: Pick<StackFixture, "cfn">,
  StackName: string,
  template: unknown,
  more: Partial<CreateChangeSetCommandInput> = {},
): Promise<DescribeChangeSetCommandOutput> {
  const { Id } = await cfn.send(
    new CreateChangeSetCommand({
      StackName,
      ChangeSetName: "changes",
      ...(template === undefined
        ? { UsePreviousTemplate: true }
        : { TemplateBody: JSON.stringify(template) }),
      Capabilities: ["CAPABILITY_NAMED_IAM"],
      ...more,
    }),
  );
  return settledChangeSet({ cfn }, Id!);
}

/** The change set, with property values, once it is made or has failed. */
export async function settledChangeSet(
  { cfn }: Pick<StackFixture, "cfn">,
  ChangeSetName: string,
): Promise<DescribeChangeSetCommandOutput> {
  for (;;) {
    const answer = await cfn.send(
      new DescribeChangeSetCommand({ ChangeSetName, IncludePropertyValues: true }),
    );
    if (!/_(?:PENDING|IN_PROGRESS)$/.test(answer.Status!)) return answer;
    await sleep(5);
  }
}

/** Executes a change set and waits until its stack is at rest. */
export async function executeChangeSet(
  fixture: StackFixture,
  { ChangeSetId, StackId }: DescribeChangeSetCommandOutput,
): Promise<Stack> {
  await fixture.cfn.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
  return fixture.settled(StackId!);
}

/** Logical id, action and drift status of each change. */
export function actions(changes: readonly Change[] | undefined): string[] {
  return (changes ?? []).map(({ ResourceChange: change }) =>
    [change!.LogicalResourceId, change!.Action, change!.ResourceDriftStatus].filter(Boolean).join(" "),
  );
}

/** The change of one resource. */
export function changeOf(changes: readonly Change[] | undefined, logicalId: string) {
  const found = changes?.find((change) => change.ResourceChange?.LogicalResourceId === logicalId);
  if (found?.ResourceChange === undefined) throw new Error(`No change of ${logicalId}`);
  return found.ResourceChange;
}
