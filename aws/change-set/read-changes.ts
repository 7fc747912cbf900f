import type { Change, CloudFormation, ResourceChangeDetail } from "@aws-sdk/client-cloudformation";
import type { ChangeSetChange, ChangeSetProperty } from "../../core/changes/change-set";

const RECREATES = { Never: "never", Conditionally: "maybe", Always: "always" } as const;
const REPLACEMENT = { False: "no", Conditional: "maybe", True: "yes" } as const;

function propertyOf({ Target: target, Evaluation }: ResourceChangeDetail): ChangeSetProperty {
  const { BeforeValue: before, AfterValue: after } = target ?? {};
  return {
    attribute: target?.Attribute ?? "",
    property: target?.Name ?? "",
    path: target?.Path ?? "",
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    recreates: RECREATES[target?.RequiresRecreation ?? "Never"],
    dynamic: Evaluation === "Dynamic",
  };
}

function changeOf({ ResourceChange: change }: Change): ChangeSetChange[] {
  if (change?.LogicalResourceId === undefined) return [];
  return [
    {
      logicalId: change.LogicalResourceId,
      type: change.ResourceType ?? "",
      physicalId: change.PhysicalResourceId ?? "",
      action: change.Action ?? "Modify",
      replacement: REPLACEMENT[change.Replacement ?? "False"],
      properties: (change.Details ?? []).map(propertyOf),
    },
  ];
}

/** How calls name a change set. */
export interface ChangeSetName {
  StackName: string;
  ChangeSetName: string;
}

/** All that a change set which is ready would do, with property values, page by page. Throws the SDK's errors. */
export async function readChanges(
  cloudFormation: CloudFormation,
  name: ChangeSetName,
  signal: AbortSignal,
): Promise<ChangeSetChange[]> {
  const changes: ChangeSetChange[] = [];
  let next: string | undefined;
  do {
    const page = await cloudFormation.describeChangeSet(
      { ...name, NextToken: next, IncludePropertyValues: true },
      { abortSignal: signal },
    );
    changes.push(...(page.Changes ?? []).flatMap(changeOf));
    next = page.NextToken;
  } while (next !== undefined);
  return changes;
}
