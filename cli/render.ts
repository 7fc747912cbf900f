import type { MlBlueprint } from "../core/ml/blueprint";
import { buildMlBlueprint } from "../core/ml/build-ml-blueprint";
import { renderMlTemplate } from "../core/ml/template/render-ml-template";
import { mlReportStem } from "../core/naming/ml-names";
import type { Blueprint, StackBlueprint } from "../core/security/blueprint";
import { buildBlueprint } from "../core/security/build-blueprint";
import { placeProblems } from "../core/config/place-problems";
import { InvalidInputError } from "../core/errors";
import type { Template } from "../core/template/cloudformation";
import { renderTemplate } from "../core/template/render-template";
import { templateJson } from "../core/template/serialize";
import { checkTemplateLimits } from "../core/template/template-limits";
import type { ActionContext, MlContext } from "./action";

/** A config as it would be deployed. */
export interface Rendered<B extends StackBlueprint = Blueprint> {
  blueprint: B;
  /** The name with which its files begin. */
  fileStem: string;
  template: Template;
  /** Size as it is delivered, in bytes. */
  deliveredBytes: number;
}

/**
 * Renders the config's template and holds it against AWS's limits.
 * @throws InvalidInputError with every problem, placed in the config where it was written.
 */
export function render(context: Pick<ActionContext, "config" | "source" | "catalogue">): Rendered {
  return placed(context, () => {
    const blueprint = buildBlueprint(context.config, context.catalogue);
    const template = renderTemplate(blueprint);
    const deliveredBytes = Buffer.byteLength(templateJson(template));
    checkTemplateLimits(template, deliveredBytes);
    return { blueprint, fileStem: blueprint.stem, template, deliveredBytes };
  });
}

/**
 * Renders the template of an ML product and holds it against AWS's limits.
 * @throws InvalidInputError with every problem, placed in the config where it was written.
 */
export function renderMl(context: Pick<MlContext, "config" | "source">): Rendered<MlBlueprint> {
  return placed(context, () => {
    const blueprint = buildMlBlueprint(context.config);
    const template = renderMlTemplate(blueprint);
    const deliveredBytes = Buffer.byteLength(templateJson(template));
    return { blueprint, fileStem: mlReportStem(context.config), template, deliveredBytes };
  });
}

/** What {@link render} and {@link renderMl} need. */
type Renderable =
  | Pick<ActionContext, "product" | "config" | "source" | "catalogue">
  | Pick<MlContext, "product" | "config" | "source">;

/**
 * Renders a config of either product.
 * @throws InvalidInputError with every problem, placed in the config where it was written.
 */
export function renderProduct(context: Renderable): Rendered<StackBlueprint> {
  return context.product === "ml" ? renderMl(context) : render(context);
}

/** Runs `work`; what is wrong in the config gets its place in the file where it was written. */
export function placed<T>({ source }: Pick<ActionContext, "source">, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const count = error.problems.length === 1 ? "1 problem" : `${error.problems.length} problems`;
    throw new InvalidInputError(placeProblems(error.problems, source), `The config has ${count}:`);
  }
}
