import { join } from "node:path";
import type { ForecastFinding } from "../../aws/forecast/forecast";
import type { Remains } from "../../aws/inventory/remains";
import type { RootCause, StackEvent } from "../../aws/stack-events";
import type { ViewSources } from "../../core/reports/environment-view";
import type { TemplateFigures } from "../../core/reports/sizes";
import { deliveryKind } from "../../core/template/delivery";
import type { Mask } from "../../core/masking";
import { byText } from "../../core/text-order";
import { capitalised, counted } from "../../core/wording/join-words";
import {
  ENVIRONMENT_SECTIONS,
  environmentFacts,
  environmentSections,
  type Fact,
  type Note,
} from "./environment-sections";
import { timestamp } from "../action-log";
import { PRODUCT_SECTIONS, productFacts, productSections, type ProductSources } from "./product-sections";
import { pageRenderer, timeInWords } from "./render-page";

/** What a deployment did to one resource. */
export interface DeployedChange {
  done: "created" | "updated" | "replaced" | "deleted";
  /** CloudFormation type. */
  type: string;
  logicalId: string;
  /** Name in AWS; empty where it is not known. */
  name: string;
  /** Names of the properties that changed, for an update. */
  properties?: readonly string[];
}

/** Why a deployment failed, as far as CloudFormation tells. */
export interface DeploymentFailure {
  /** The error as it was told on the command line. */
  message: string;
  rootCause?: RootCause;
  /** Of the failed operation, in any order. */
  events: readonly StackEvent[];
}

/** What the report on a deployment says of every stack. */
interface DeploymentData {
  /** Size of the template as it was delivered, in bytes. */
  deliveredBytes: number;
  begun: Date;
  /** Milliseconds that it took. */
  duration: number;
  /** Absent where it failed before there was a stack. */
  stackId?: string;
  changes: readonly DeployedChange[];
  /** The stack's outputs, key to value. */
  stackOutputs: Readonly<Record<string, string>>;
  forecast: readonly ForecastFinding[];
  /** What else is left in the account; absent where nobody looked. */
  remains?: Pick<Remains, "ours" | "unclaimed"> & {
    /** What could not be found out, in sentences. */
    unknown: readonly string[];
  };
  /** Present where it failed. */
  failure?: DeploymentFailure;
  /** Hides what no report may show. */
  mask: Mask;
}

/** Everything that the report on a deployment is made from: with a catalogue, that of a security environment. */
export type DeploymentReportData = DeploymentData & ((ViewSources & TemplateFigures) | ProductSources);

const DONE = ["created", "updated", "replaced", "deleted"] as const;

/** Where the report on a deployment goes, `reports/{stem}-deployment-{YYYYMMDD_HHMMSS}.html` in the output folder. */
export function deploymentReportPath(output: string, fileStem: string, begun: Date): string {
  const second = timestamp(begun).slice(0, "YYYYMMDD_HHMMSS".length);
  return join(output, "reports", `${fileStem}-deployment-${second}.html`);
}

/** What the page says of the environment or the product itself. */
function subjectOf(data: DeploymentReportData) {
  if ("catalogue" in data) {
    return {
      ...environmentSections(data, data),
      isProduct: false,
      what: "deployment",
      since: "who may do what since",
      facts: environmentFacts(data.blueprint),
      sections: ENVIRONMENT_SECTIONS,
    };
  }
  return {
    ...productSections(data),
    isProduct: true,
    what: `deployment of ${data.blueprint.config.ml_product.use_case}`,
    since: "what there is since",
    facts: productFacts(data.blueprint),
    sections: PRODUCT_SECTIONS,
    notes: data.blueprint.notes.map(({ path, message }) => ({ tone: "plain", text: `${path}: ${message}.` })),
  };
}

/**
 * The report on a deployment, as one HTML page: what came of it, what was changed, what the environment now is. After
 * a failure it says the first cause, the events, and what the template would have brought about.
 */
export function deploymentReport(data: DeploymentReportData): string {
  const { blueprint, changes, stackOutputs, forecast, remains, failure, mask } = data;
  const { config } = blueprint;
  const made = new Date(data.begun.getTime() + data.duration);
  const subject = subjectOf(data);
  return pageRenderer(mask)("./deployment-report", {
    ...subject,
    title: `${config.client.company_name}: ${subject.what} to ${config.environment.env}`,
    eyebrow: "Deployment",
    lead: leadOf(data, subject.since),
    facts: [...subject.facts, ...factsOf(data)],
    sections: [
      { id: "outcome", label: "Outcome" },
      { id: "changes", label: "Changes" },
      { id: "forecast", label: "Looked at before" },
      { id: "outputs", label: "Outputs" },
      ...(remains === undefined ? [] : [{ id: "remains", label: "What else is left" }]),
      ...subject.sections,
    ],
    outcome: outcomeOf(data),
    figures: figuresOf(data),
    changes: changes.map((change) => ({ ...change, properties: (change.properties ?? []).join(", ") })),
    forecast,
    outputs: Object.entries(stackOutputs).sort(([a], [b]) => byText(a, b)),
    remains,
    failure: failure && {
      ...failure,
      events: [...failure.events].sort((a, b) => a.timestamp.getTime() - b.timestamp.getTime()),
    },
    made,
    madeInWords: timeInWords(made),
  });
}

function factsOf({ begun, duration, stackId }: DeploymentReportData): Fact[] {
  const seconds = (duration / 1000).toLocaleString("en", { maximumFractionDigits: 1 });
  return [
    ["Begun", timeInWords(begun)],
    ["Took", `${seconds} s`],
    ...(stackId === undefined ? [] : [["Stack id", stackId, true] as const]),
  ];
}

function figuresOf({
  blueprint,
  changes,
  deliveredBytes,
}: DeploymentReportData): (readonly [string, string])[] {
  const delivery =
    deliveryKind(blueprint.config.deployment, deliveredBytes) === "inline" ? "inline" : "through S3";
  return [
    ...DONE.map((word) => {
      const count = changes.filter(({ done }) => done === word).length;
      return [capitalised(word), count.toLocaleString("en")] as const;
    }),
    [`Bytes, sent ${delivery}`, deliveredBytes.toLocaleString("en")],
  ];
}

function leadOf({ blueprint, failure }: DeploymentReportData, since: string): string {
  return failure === undefined
    ? `What the deployment of ${blueprint.stem} did, and ${since}.`
    : `The deployment of ${blueprint.stem} failed. What follows the events is what it would have brought about.`;
}

function outcomeOf({ failure, changes, forecast }: DeploymentReportData): Note {
  const open = forecast.filter(({ status }) => status === "unknown").length;
  const unknown = open === 0 ? "" : ` AWS did not tell ${counted(open, "thing")} that was asked before.`;
  if (failure !== undefined) return { tone: "bad", text: failure.message };
  const what =
    changes.length === 0 ? "Nothing was to be changed." : `Done: ${counted(changes.length, "resource")}.`;
  return { tone: "good", text: `${what}${unknown}` };
}
