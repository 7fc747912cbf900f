import assert from "node:assert/strict";
import fc from "fast-check";
import { referenceData } from "../../../../core/analysis/reference/reference-data";
import type { Config } from "../../../../core/config/schema";
import type { JsonObject } from "../../../../core/config/source";
import { environmentOfConfig, type JudgedEnvironment } from "../../../../core/guardrails/environment";
import { judgeBy } from "../../../../core/guardrails/judge";
import { readTemplate } from "../../../../core/guardrails/read-template";
import { guardrails } from "../../../../core/guardrails/rules";
import { buildBlueprint } from "../../../../core/security/build-blueprint";
import { renderTemplate } from "../../../../core/template/render-template";
import { parseTemplate } from "../../../../core/template/validation/parse-template";
import { validateTemplate } from "../../../../core/template/validation/validate-template";
import { InvalidInputError } from "../../../../core/errors";
import { mlConfigNames } from "../../ml/ml-configs";
import { rendered } from "../../ml/rendered";
import { shippedConfig } from "../../shipped-configs";
import { shippedCatalogue } from "../../startup-config";

interface Shipped {
  template: JsonObject;
  environment: JudgedEnvironment;
}

function securityTemplate(): Shipped {
  const config: Config = shippedConfig("startup-5");
  const template = renderTemplate(buildBlueprint(config, shippedCatalogue));
  return { template: template as unknown as JsonObject, environment: environmentOfConfig(config) };
}

function productTemplate(end: string): Shipped {
  const { template, blueprint } = rendered(mlConfigNames.find((name) => name.endsWith(end))!);
  return {
    template: template as unknown as JsonObject,
    environment: environmentOfConfig(blueprint.config),
  };
}

/** What somebody may write where something else belongs: functions of CloudFormation's, of the wrong form as well. */
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom("*", "", "${", "${A.B}"),
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom("Ref", "Fn::Sub", "Fn::GetAtt", "Fn::If", "Fn::Join", "Fn::Select", "Fn::FindInMap"),
        fc.constantFrom("AWS", "Service", "StringEquals", "toString", "Key", "Value"),
        fc.string(),
      ),
      tie("value"),
      { maxKeys: 3 },
    ),
  ),
})).value;

/** The paths of everything in a template. */
function pathsOf(node: unknown, path: (string | number)[] = []): (string | number)[][] {
  const below = Array.isArray(node)
    ? node.flatMap((item, index) => pathsOf(item, [...path, index]))
    : typeof node === "object" && node !== null
      ? Object.entries(node).flatMap(([key, item]) => pathsOf(item, [...path, key]))
      : [];
  return [path, ...below];
}

function replaced(node: unknown, [step, ...rest]: (string | number)[], by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(node))
    return (node as unknown[]).map((item, index) => (index === step ? replaced(item, rest, by) : item));
  const object = node as Record<string, unknown>;
  return { ...object, [step]: replaced(object[step], rest, by) };
}

/** Reads and judges as `validate-prov-template` does; what a guardrail could not judge is an error here. */
function judged({ environment }: Shipped, text: string): void {
  const source = parseTemplate("t.json", text);
  const { accountId, region } = environment;
  try {
    validateTemplate(source, { accountId, region });
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
  }
  // The pack judges what nobody validated.
  const subject = { template: readTemplate(source.value as JsonObject, { accountId, region }) };
  for (const guardrail of guardrails) {
    const verdict = judgeBy(guardrail, subject, { context: { environment, data: referenceData() } });
    if (verdict.result !== "violation") continue;
    for (const { message } of verdict.violations) assert.doesNotMatch(message, /could not judge/);
  }
}

const cases: [name: string, shipped: () => Shipped][] = [
  ["a security stack", securityTemplate],
  ["an ML product", () => productTemplate("demand-forecasting-ml-codecommit-standalone-direct-rtb")],
];

describe("a template in which something else stands in one place", function () {
  this.timeout(300_000);
  for (const [name, shipped] of cases) {
    it(`is judged without a failure of our own: ${name}`, () => {
      const whole = shipped();
      const paths = pathsOf(whole.template).filter((path) => path.length > 1);
      fc.assert(
        fc.property(fc.constantFrom(...paths), value, (path, by) =>
          judged(whole, JSON.stringify(replaced(whole.template, path, by))),
        ),
        { numRuns: 150 },
      );
    });
  }
});
