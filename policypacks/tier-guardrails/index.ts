import { PolicyPack } from "@pulumi/policy";
import { guardrails } from "../../core/guardrails/rules";
import { listenToEngine } from "./engine-stack";
import { PackJudge } from "./pack-judge";
import { policyOf } from "./policy-of";

// The folder that the command was called in, which is the project's or one below it; then the pack's own.
const starts = [process.env["PWD"], process.env["INIT_CWD"], __dirname].filter((path) => path !== undefined);
const judge = new PackJudge(listenToEngine(process.env), starts);

new PolicyPack("tier-guardrails", {
  enforcementLevel: "mandatory",
  policies: guardrails.map((guardrail) => policyOf(guardrail, judge)),
});
