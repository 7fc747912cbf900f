import { PolicyPack } from "@pulumi/policy";
import { guardrails } from "../../core/guardrails/rules";
import { listenToEngine } from "./engine-stack";
import { PackJudge } from "./pack-judge";
import { policyOf } from "./policy-of";

const judge = new PackJudge(listenToEngine(process.env));

new PolicyPack("tier-guardrails", {
  enforcementLevel: "mandatory",
  policies: guardrails.map((guardrail) => policyOf(guardrail, judge)),
});
