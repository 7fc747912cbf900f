import { resourceNoun } from "../../core/wording/resource-nouns";
import { bareName } from "../existing-names";
import type { PreflightFindings, TakenName } from "./findings";
import { failing, type Judgement, ok, unanswered } from "./judgement";
import type { PreflightRequest } from "./request";

/** The calls that tell which names of a type are taken. */
const LOOKUP_ACTIONS: Record<string, string> = {
  "AWS::IAM::Group": "iam:ListGroups",
  "AWS::IAM::Role": "iam:ListRoles",
  "AWS::IAM::ManagedPolicy": "iam:ListPolicies",
  "AWS::CodeBuild::Project": "codebuild:BatchGetProjects",
  "AWS::CodeCommit::Repository": "codecommit:GetRepository",
  "AWS::S3::Bucket": "s3:ListBucket",
  "AWS::SSM::Parameter": "ssm:GetParameters",
};

/** Types that are read one by one. */
const READ_ACTION = "cloudformation:GetResource";

/** Whether another stack of the same tenant and environment has the name, as its tags say. */
function otherStackOfTenant(taken: TakenName, request: PreflightRequest): string | undefined {
  const owner = taken.ownerTags ?? {};
  const same = ["ManagedBy", "Environment", "TenantId"].every((key) => owner[key] === request.tags[key]);
  return same && owner.Stem !== request.stem ? owner.Stem : undefined;
}

function ofOtherStack(taken: readonly TakenName[], ownerStem: string, request: PreflightRequest): Judgement {
  const first = taken[0]!;
  const others = taken.length === 1 ? "" : ` and ${taken.length - 1} more names`;
  const what = `the ${resourceNoun(first.type)} ${bareName(first.identifier)}${others}`;
  const stack = first.ownerTags?.["aws:cloudformation:stack-name"] ?? `${ownerStem}-stack`;
  return ownerStem.includes(`-${request.region}-`)
    ? failing(
        "names",
        `${what} belong to the stack ${stack} of the same environment`,
        `set deployment.stack_name to ${stack} to update that stack in place`,
      )
    : failing(
        "names",
        `${what} belong to the stack ${stack} in another region: IAM names hold no region, so that one prefix, environment and tenant can be deployed in one region only`,
        "use another tenant_id or env, or destroy that stack first",
      );
}

function ofNobodyKnown(taken: TakenName, request: PreflightRequest): Judgement {
  const what = `the ${resourceNoun(taken.type)} ${bareName(taken.identifier)} (${taken.logicalId})`;
  return failing(
    "names",
    `${what} exists already and is not part of the stack ${request.stackName}`,
    taken.type === "AWS::S3::Bucket"
      ? "names of buckets are taken in all of AWS: delete it if it is yours and nobody uses it, or choose another use_case or workload"
      : "rename or delete it if nobody uses it, or import it into the stack",
  );
}

function judgeTaken(request: PreflightRequest, findings: PreflightFindings): Judgement[] {
  const judgements: Judgement[] = [];
  const byOwner = new Map<string, TakenName[]>();
  for (const taken of findings.takenNames) {
    const ownerStem = otherStackOfTenant(taken, request);
    if (ownerStem === undefined) judgements.push(ofNobodyKnown(taken, request));
    else byOwner.set(ownerStem, [...(byOwner.get(ownerStem) ?? []), taken]);
  }
  for (const [ownerStem, taken] of byOwner) judgements.push(ofOtherStack(taken, ownerStem, request));
  return judgements;
}

/** Judges whether each name of the template is free or the stack's own. Pure. */
export function judgeNames(request: PreflightRequest, findings: PreflightFindings): Judgement[] {
  const judgements = judgeTaken(request, findings);
  for (const { type, failure } of findings.unknownNames) {
    const what = `whether the names of the ${resourceNoun(type)} resources are free`;
    judgements.push(unanswered("names", { what, action: LOOKUP_ACTIONS[type] ?? READ_ACTION, failure }));
  }
  const { stackResources } = findings;
  if ("failure" in stackResources) {
    const what = `what the stack ${request.stackName} holds, and so which names must be free`;
    const action = "cloudformation:ListStackResources";
    judgements.push(unanswered("names", { what, action, failure: stackResources.failure }));
  }
  if (judgements.length > 0) return judgements;
  return [ok("names", `all ${request.names.length} names are free or the stack's own`)];
}
