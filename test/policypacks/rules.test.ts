import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readTemplate } from "../../core/guardrails/read-template";
import { guardrails } from "../../core/guardrails/rules";
import { type Guardrail, verdictOf } from "../../core/guardrails/guardrail";
import { judgeBy, optionsOf } from "../../core/guardrails/judge";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { shipped, stack, verdictOn, violationsOf } from "./judged";
import { policyCases } from "./policy-cases";
import { productCases } from "./product-cases";
import { productResourceCases } from "./product-resource-cases";
import { resourceCases } from "./resource-cases";
import type { RuleCase } from "./rule-case";
import { stackCases } from "./stack-cases";

/** What passes, what fails, what a guardrail has nothing to say of, and the edges, by guardrail. */
const ruleCases = [stackCases, policyCases, resourceCases, productCases, productResourceCases].reduce<
  Record<string, RuleCase[]>
>((all, cases) => {
  for (const [rule, more] of Object.entries(cases)) all[rule] = [...(all[rule] ?? []), ...more];
  return all;
}, {});

describe("the guardrails", () => {
  it("are these, as hard as this", () => {
    assert.deepEqual(
      guardrails.map(({ name, enforcement }) => `${name} ${enforcement}`),
      [
        "known-template mandatory",
        "only-through-stacks mandatory",
        "region-and-account mandatory",
        "protected-in-prod mandatory",
        "tier-limits mandatory",
        "scoped-names mandatory",
        "no-wildcards mandatory",
        "valid-statements mandatory",
        "administrator-access mandatory",
        "no-escalation mandatory",
        "no-users-or-keys mandatory",
        "trust-policies mandatory",
        "permission-boundary mandatory",
        "own-roles mandatory",
        "session-duration mandatory",
        "required-tags mandatory",
        "quotas-and-size mandatory",
        "key-rotation mandatory",
        "encryption mandatory",
        "versioned-buckets mandatory",
        "tls-only mandatory",
        "resource-policies mandatory",
        "log-retention mandatory",
        "recorded-calls mandatory",
        "told-alerts mandatory",
        "vpc-endpoints mandatory",
        "no-open-ingress mandatory",
        "unprivileged-builds mandatory",
        "approved-deployments mandatory",
      ],
    );
  });

  it("are a file each, named as they are, and each has its cases", () => {
    const files = readdirSync(join(__dirname, "..", "..", "core", "guardrails", "rules"))
      .filter((file) => file !== "index.ts")
      .map((file) => file.replace(/\.ts$/, ""));
    const names = guardrails.map(({ name }) => name).sort();
    assert.deepEqual(names, files.sort());
    assert.deepEqual(names, Object.keys(ruleCases).sort());
  });

  it("say of themselves all that people need, with a default for each option", () => {
    for (const { name, forbids, why, remediation, examples, options } of guardrails) {
      for (const text of [forbids, why, remediation]) assert.match(text, /^[A-Z].*\.$/, name);
      assert.notEqual(examples.bad, examples.good, name);
      for (const schema of Object.values(options) as { default?: unknown; description: string }[]) {
        assert.notEqual(schema.default, undefined, name);
        assert.match(schema.description, /^\w.*[^.]$/, name);
      }
    }
  });

  it("take configured options before the defaults", () => {
    const rule = guardrails.find(({ name }) => name === "session-duration")!;
    assert.deepEqual(optionsOf(rule, { max_seconds: 3600 }), {
      max_seconds: 3600,
      max_elevation_seconds: 3600,
    });
  });

  it("are violated where they throw", () => {
    const broken: Guardrail = {
      ...guardrails[0]!,
      judge: () => {
        throw new Error("broken inside");
      },
    };
    const verdict = judgeBy(broken, {}, { context: { data: referenceData() } });
    assert.match(violationsOf(verdict)[0]!.message, /could not judge this: broken inside/);
    assert.deepEqual(verdictOf([]), { result: "compliant" });
  });
});

for (const [rule, cases] of Object.entries(ruleCases)) {
  describe(`the guardrail ${rule}`, () => {
    for (const { name, subject, violations = [], notApplicable, environment, configured } of cases) {
      const outcome =
        notApplicable !== undefined ? "not applicable" : violations.length > 0 ? "violated" : "kept";
      it(`is ${outcome}: ${name}`, () => {
        const verdict = verdictOn(rule, subject, { environment, configured });
        if (notApplicable !== undefined) {
          assert.equal(verdict.result, "not-applicable", JSON.stringify(verdict));
          assert.match((verdict as { reason: string }).reason, notApplicable);
          return;
        }
        const found = violationsOf(verdict);
        assert.equal(found.length, violations.length, JSON.stringify(verdict, undefined, 1));
        violations.forEach((expected, index) => assert.match(found[index]!.message, expected));
        for (const { instead } of found) assert.notEqual(instead, "");
        assert.equal(verdict.result, violations.length > 0 ? "violation" : "compliant");
      });
    }

    it("has cases of each outcome", () => {
      assert.ok(cases.some(({ violations }) => (violations?.length ?? 0) > 0));
      assert.ok(cases.some(({ notApplicable }) => notApplicable !== undefined));
    });
  });
}

describe("the shipped configs", () => {
  for (const profile of ["startup-5", "medium-10", "enterprise-12"]) {
    it(`${profile} keeps every guardrail`, () => {
      const { raw, environment } = shipped(profile);
      const template = readTemplate(raw, environment);
      for (const { name } of guardrails) {
        const found = violationsOf(verdictOn(name, { template }, { environment }));
        assert.deepEqual(found, [], name);
      }
      assert.deepEqual(template.open, []);
      assert.ok(stack.protect);
    });
  }
});
