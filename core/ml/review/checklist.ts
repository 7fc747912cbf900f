import type { MlBlueprint } from "../blueprint";
import type { ExemptedFinding, Finding } from "../../analysis/finding";
import type { GuardrailResult } from "../../guardrails/guardrail-result";
import { counted, joinWords } from "../../wording/join-words";
import { retentionOf } from "../config/retention";

/** One item of what is to be done before a product goes to production. */
export interface ChecklistItem {
  text: string;
  /** `passed` and `failed` were checked by the machine; `open` is a person's to see to; `none` does not apply. */
  state: "passed" | "failed" | "open" | "none";
  /** What was checked, or what is left to do. */
  detail: string;
}

/** What was found out for the checklist. */
export interface ChecklistSources {
  blueprint: MlBlueprint;
  guardrails: readonly GuardrailResult[];
  /** What the analysis of the roles says. */
  findings: readonly Finding[];
  /** Findings that the config exempts. */
  exempted: readonly ExemptedFinding[];
  /** What is wrong with the template by CloudFormation's own rules; empty where nothing is. */
  templateProblems: readonly string[];
  /** How many policies an operator needs. */
  operatorPolicies: number;
}

const left = (text: string, detail: string): ChecklistItem => ({ text, state: "open", detail });

function checked(text: string, holds: boolean, detail: string): ChecklistItem {
  return { text, state: holds ? "passed" : "failed", detail };
}

const ENTERPRISE_ONLY = "the enterprise tier has it";

function isKept(guardrails: readonly GuardrailResult[], name: string): boolean {
  return guardrails.find((guardrail) => guardrail.name === name)?.state === "kept";
}

function keyRotation({ blueprint, guardrails }: ChecklistSources): ChecklistItem {
  const text = "The key is rotated";
  if (blueprint.key === undefined) return { text, state: "none", detail: ENTERPRISE_ONLY };
  return checked(text, isKept(guardrails, "key-rotation"), "guardrail key-rotation");
}

function allGuardrails({ guardrails }: ChecklistSources): ChecklistItem {
  const violated = guardrails.filter(({ state }) => state === "violated").map(({ name }) => name);
  const judged = guardrails.filter(({ state }) => state !== "not-applicable");
  const detail =
    violated.length === 0
      ? `${counted(judged.length, "guardrail")} judged`
      : `violated: ${joinWords(violated)}`;
  return checked("No guardrail is violated", judged.length > 0 && violated.length === 0, detail);
}

function leastPrivilege({ findings }: ChecklistSources): ChecklistItem {
  const wrong = findings.filter(({ severity }) => severity !== "note");
  const detail =
    wrong.length === 0
      ? "by every rule of the analysis, every chain of roles followed"
      : joinWords([...new Set(wrong.map(({ rule }) => rule))]);
  return checked("Roles have no more than they need, and can't get more", wrong.length === 0, detail);
}

function exemptions({ exempted, findings }: ChecklistSources): ChecklistItem {
  const text = "Exemptions are agreed, and none has expired";
  const expired = findings.filter(({ rule }) => rule === "expired-exemption");
  if (expired.length > 0) return checked(text, false, joinWords(expired.map(({ message }) => message)));
  return exempted.length === 0
    ? { text, state: "none", detail: "nothing is exempted" }
    : left(text, `${counted(exempted.length, "finding")} exempted: see above until when, and why`);
}

function alerts({ blueprint: { alertsEmail, config } }: ChecklistSources): ChecklistItem[] {
  const texts = ["Alerts go to an address", "The address has confirmed its subscription"] as const;
  if (config.tier.name === "starter") {
    const detail = "the professional and the enterprise tier have it";
    return texts.map((text) => ({ text, state: "none" as const, detail }));
  }
  return [
    checked(texts[0], alertsEmail !== undefined, alertsEmail ?? "alerts_email is missing"),
    left(texts[1], "after the first deployment: AWS sends it a mail to confirm by"),
  ];
}

function network({ blueprint: { network: given } }: ChecklistSources): ChecklistItem {
  const text = "The VPC endpoints are available";
  return given === undefined
    ? { text, state: "none", detail: ENTERPRISE_ONLY }
    : left(text, "after the deployment: aws ec2 describe-vpc-endpoints says their state");
}

function recording({ blueprint: { compliance } }: ChecklistSources): ChecklistItem {
  const text = "CloudTrail records what is done in the account";
  return compliance?.trail === "create"
    ? { text, state: "passed", detail: "the product has a trail of its own" }
    : left(text, "the product relies on the account's trail: see that it is there and logging");
}

function ownTags({ blueprint: { config } }: ChecklistSources): ChecklistItem {
  const keys = Object.keys(config.tags ?? {});
  return checked(
    "Tags say who pays and who is responsible",
    keys.length > 0,
    keys.length > 0 ? keys.join(", ") : "the config has no tags of its own",
  );
}

/** What is to be done before a product goes to production: what the machine has checked, and what is left to people. */
export function checklistOf(sources: ChecklistSources): ChecklistItem[] {
  const { blueprint, templateProblems, operatorPolicies, guardrails } = sources;
  const { days } = retentionOf(blueprint.config.ml_product);
  const [address, confirmed] = alerts(sources) as [ChecklistItem, ChecklistItem];
  return [
    left(
      "The operator's policies are written and reviewed",
      `create-policy writes ${operatorPolicies}; read ${operatorPolicies === 1 ? "it" : "them"}`,
    ),
    left("Whoever deploys has these policies, and no wider ones", "see what is attached to the role"),
    left("The config is reviewed", "read it, and this report"),
    address,
    checked(
      "The template is valid",
      templateProblems.length === 0,
      templateProblems.length === 0
        ? "by CloudFormation's resource schemas, references and quotas"
        : templateProblems.join("; "),
    ),
    allGuardrails(sources),
    leastPrivilege(sources),
    exemptions(sources),
    left("This report is approved", "by whoever is responsible for the environment"),
    left("A test deployment has succeeded", "in an account or under a name of its own"),
    keyRotation(sources),
    confirmed,
    checked("Logs are kept as long as they must be", isKept(guardrails, "log-retention"), `${days} days`),
    network(sources),
    ownTags(sources),
    recording(sources),
    left(
      "Credentials are temporary, or were rotated in the last 90 days",
      "see how whoever deploys signs in",
    ),
    left("The image that Tierguard runs in was scanned", "where it runs in a container"),
    left("The template is kept under version control", "commit what create-prov-template writes"),
  ];
}
