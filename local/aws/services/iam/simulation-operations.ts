import type * as Iam from "@aws-sdk/client-iam";
import { refusal } from "../../authorization/authorise";
import type { AuthenticatedCaller } from "../../authorization/caller-record";
import { matchesAction } from "../../authorization/evaluate";
import { type PolicyDocument, statementsOf } from "../../authorization/policy-model";
import type { ConditionContext } from "../../authorization/variables";
import type { CallContext, Operations } from "../../service";
import { invalidInput, noSuchEntity } from "./errors";
import { identityOfRole, identityOfUser } from "./identity";
import { roles, users } from "./entities";
import { page } from "./page";

/** Whose rights are simulated: a user, a role, or a caller that a test set up and that asks about itself. */
function principal(arn: string, context: CallContext): AuthenticatedCaller {
  const caller = context.caller as AuthenticatedCaller;
  const own = { accountId: caller.accountId, accessKeyId: "" };
  const found = /^arn:[^:]+:iam::\d{12}:(user|role)\/(?:.*\/)?([^/]+)$/.exec(arn);
  if (found === null)
    throw invalidInput(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
  const [, kind, name] = found as unknown as [string, string, string];
  const exists = kind === "role" ? roles.find(context, name)?.Arn : users.find(context, name)?.Arn;
  if (exists === arn) {
    const identity = kind === "role" ? identityOfRole(context, name) : identityOfUser(context, name);
    return { ...identity!, ...own };
  }
  if (arn === caller.arn) return { ...caller, context: undefined };
  throw noSuchEntity(`The ${kind} with name ${name} cannot be found.`);
}

function conditionValues(entries: readonly Iam.ContextEntry[] | undefined): ConditionContext {
  return new Map(
    (entries ?? []).map((entry) => [entry.ContextKeyName!.toLowerCase(), entry.ContextKeyValues ?? []]),
  );
}

/** Keys that a statement about the action asks for and that the simulation was not given. */
function missingKeys(caller: AuthenticatedCaller, action: string, given: ConditionContext): string[] {
  const documents = [...(caller.policies ?? []), ...(caller.boundary === undefined ? [] : [caller.boundary])];
  const keys = (documents as PolicyDocument[])
    .flatMap((document) => statementsOf(document))
    .filter((statement) => matchesAction(statement, action))
    .flatMap(({ conditions }) => conditions.map(({ key }) => key));
  return [...new Set(keys)].filter((key) => !given.has(key.toLowerCase()));
}

function simulatePrincipalPolicy(
  input: Iam.SimulatePrincipalPolicyRequest,
  context: CallContext,
): Iam.SimulatePolicyResponse {
  const caller = principal(input.PolicySourceArn!, context);
  const values = conditionValues(input.ContextEntries);
  const results = input.ActionNames!.flatMap((action) =>
    (input.ResourceArns ?? ["*"]).map((resource): Iam.EvaluationResult => {
      const reason =
        caller.policies === undefined ? undefined : refusal(caller, { action, resource, context: values });
      const decision =
        reason === undefined ? "allowed" : reason.includes("explicit deny") ? "explicitDeny" : "implicitDeny";
      return {
        EvalActionName: action,
        EvalResourceName: resource,
        EvalDecision: decision,
        MatchedStatements: [],
        MissingContextValues: missingKeys(caller, action, values),
      };
    }),
  );
  const { items, ...rest } = page(results, input);
  return { EvaluationResults: items, ...rest };
}

/** The policy simulator: what a principal may do, by its policies and its boundary, and by no other value than those given. */
export const simulationOperations: Operations = { SimulatePrincipalPolicy: simulatePrincipalPolicy };
