import { byText } from "../../core/text-order";
import type { Answer } from "../preflight/answer";
import type { CallerIdentity } from "../preflight/findings";
import { failing, type Judgement, ok, unanswered } from "../preflight/judgement";
import type { Outcome, Principal } from "./simulate";

/** What was found out about the caller's rights. */
export interface PermissionFindings {
  caller: Answer<CallerIdentity>;
  principal?: Answer<Principal>;
  /** Absent where nothing could be simulated. */
  outcomes?: Answer<Outcome[]>;
  /** Types of the template about which the simulator was not asked. */
  unasked?: readonly string[];
}

const WHAT = "whether the caller may do all that the deployment needs";

/** What is not known is shown by some actions: all that an MFA condition stands before would be a page. */
const SHOWN_ACTIONS = 6;

/** `iam:CreateGroup on arn:… and 4 more`, an action each; of more actions than are shown the number. */
function listed(outcomes: readonly Outcome[], shown = Infinity): string {
  const byAction = new Map<string, string[]>();
  for (const { action, resource } of outcomes) {
    byAction.set(action, [...(byAction.get(action) ?? []), resource]);
  }
  const actions = [...byAction]
    .sort(([a], [b]) => byText(a, b))
    .map(([action, resources]) => {
      const distinct = [...new Set(resources)];
      const more = distinct.length === 1 ? "" : ` and ${distinct.length - 1} more`;
      return `${action} on ${distinct[0]}${more}`;
    });
  const rest = actions.length - shown;
  // One more is as short as its number.
  if (rest <= 1) return actions.join(", ");
  return `${actions.slice(0, shown).join(", ")}, and ${rest} more actions`;
}

function judgeOutcomes(arn: string, outcomes: readonly Outcome[]): Judgement[] {
  const refused = outcomes.filter(({ decision }) => decision !== "allowed");
  const undecided = refused.filter(({ missing }) => missing.length > 0);
  const decided = refused.filter(({ missing }) => missing.length === 0);
  const certain = decided.filter(({ need }) => need === "certain");
  const possible = decided.filter(({ need }) => need === "possible");
  const judgements: Judgement[] = [];
  const groups: [Outcome[], string][] = [
    [certain.filter(({ byOrganization }) => byOrganization), "have the organisation's policies allow it"],
    [
      certain.filter(({ decision, byOrganization }) => decision === "explicit-deny" && !byOrganization),
      "remove the statement that denies it, or use other credentials",
    ],
    [
      certain.filter(({ decision, byOrganization }) => decision === "implicit-deny" && !byOrganization),
      "allow it by the operator's policy (export-iam-policy, for an ML product create-policy), or use other credentials",
    ],
  ];
  for (const [some, todo] of groups) {
    if (some.length > 0) judgements.push(failing("permissions", `${arn} may not call ${listed(some)}`, todo));
  }
  if (undecided.length > 0) {
    const keys = [...new Set(undecided.flatMap(({ missing }) => missing))].sort(byText).join(", ");
    judgements.push({
      check: "permissions",
      status: "unknown",
      sentence: `not known: whether ${arn} may call ${listed(undecided, SHOWN_ACTIONS)} (it depends on ${keys}, which only the call itself has)`,
      todo: "go on where the session meets those conditions",
    });
  }
  if (possible.length > 0) {
    judgements.push({
      check: "permissions",
      status: "unknown",
      sentence: `not known: whether the deployment needs what ${arn} may not call: ${listed(possible, SHOWN_ACTIONS)} (a changed resource or a rollback does)`,
      todo: "allow it by the operator's policy (export-iam-policy, for an ML product create-policy)",
    });
  }
  if (judgements.length > 0) return judgements;
  const actions = new Set(outcomes.map(({ action }) => action)).size;
  return [ok("permissions", `${arn} may call all ${actions} actions that the deployment is known to need`)];
}

/** What the simulator was not asked about is said: it counts for nothing else. */
function judgeUnasked(arn: string, types: readonly string[] = []): Judgement[] {
  if (types.length === 0) return [];
  return [
    {
      check: "permissions",
      status: "unknown",
      sentence: `not known: whether ${arn} may make, change and read what is of ${types.join(", ")}: the simulator is not asked about these`,
      todo: "give whoever deploys the policy that create-policy writes",
    },
  ];
}

/** Judges what the policy simulator said of the caller. Pure. */
export function judgePermissions(findings: PermissionFindings): Judgement[] {
  const { caller, principal, outcomes } = findings;
  if ("failure" in caller) {
    return [
      unanswered("permissions", { what: WHAT, action: "sts:GetCallerIdentity", failure: caller.failure }),
    ];
  }
  if (principal !== undefined && "failure" in principal) {
    return [unanswered("permissions", { what: WHAT, action: "iam:GetRole", failure: principal.failure })];
  }
  const { arn } = caller.value;
  if (principal?.value.kind === "root") {
    return [
      ok(
        "permissions",
        `${arn} is the account's root user, which no policy of the account binds; a role is safer`,
      ),
    ];
  }
  if (outcomes === undefined) {
    return [
      {
        check: "permissions",
        status: "unknown",
        sentence: `not known: ${WHAT} (the policies of ${arn} can't be simulated)`,
        todo: "use a user's or a role's credentials to be told",
      },
    ];
  }
  if ("failure" in outcomes) {
    const action = "iam:SimulatePrincipalPolicy";
    return [unanswered("permissions", { what: WHAT, action, failure: outcomes.failure })];
  }
  return [...judgeOutcomes(arn, outcomes.value), ...judgeUnasked(arn, findings.unasked)];
}
