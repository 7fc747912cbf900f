import type { AccessChange } from "../../core/changes/access-change";
import type { ChangePreview } from "../../core/changes/change-preview";
import { type AccessWords, describeAccess } from "../../core/changes/describe-access";
import { describeProperty } from "../../core/changes/describe-resource";
import type { ResourceChange } from "../../core/changes/resource-change";
import type { Mask } from "../../core/masking";
import { capitalised, counted } from "../../core/wording/join-words";
import { countsInWords, engineInWords, wayInWords, widerInWords } from "../changes/describe-preview";
import type { Fact, Note } from "./environment-sections";
import { pageRenderer, timeInWords } from "./render-page";

/** What the report of show-changes is made from. */
export interface ChangesReportData {
  preview: ChangePreview;
  /** When it was made. */
  made: Date;
  /** Hides what no report may show. */
  mask: Mask;
}

function factsOf(preview: ChangePreview): Fact[] {
  const { stack, config } = preview;
  return [
    ["Stack", stack.name, true],
    ["Region", stack.region],
    ["Status", stack.status],
    ["Config", config, true],
    ["Compared", wayInWords(preview)],
    ["Pulumi says", engineInWords(preview)],
  ];
}

function notesOf(preview: ChangePreview): Note[] {
  const { counts, engine, disagreements, changeSet } = preview;
  const note = (tone: Note["tone"], count: number, text: string): Note[] =>
    count > 0 ? [{ tone, text }] : [];
  return [
    {
      tone: counts.wider > 0 ? "warn" : "good",
      text: capitalised(`${widerInWords(counts.wider)}.`),
    },
    ...engine.violations.map(({ policy, pack, message }): Note => ({
      tone: "bad",
      text: `${policy} (${pack}): ${message}`,
    })),
    ...note("bad", counts.blocked, `AWS will refuse ${counted(counts.blocked, "change")}.`),
    ...note(
      "warn",
      counts.drifted,
      `Changed behind the stack's back: ${counted(counts.drifted, "resource")}.`,
    ),
    ...note("warn", counts.notChecked, `Not checked: ${counted(counts.notChecked, "resource")}.`),
    ...note("warn", disagreements.length, "CloudFormation or Pulumi says something else: see below."),
    ...note("warn", changeSet.way === "change set" ? 0 : 1, `Compared by ${wayInWords(preview)}.`),
  ];
}

function accessRows(changes: readonly AccessChange[]): AccessWords[] {
  return changes.map(describeAccess);
}

const TONES: Record<ResourceChange["change"], string> = {
  Add: "good",
  Modify: "",
  Replace: "warn",
  Remove: "bad",
};

function resourceRows(resources: readonly ResourceChange[]) {
  return resources.map((resource) => ({
    ...resource,
    tone: TONES[resource.change],
    properties: resource.properties.map(describeProperty),
  }));
}

/** The report of show-changes, as one HTML page: what widens access first. */
export function changesReport({ preview, made, mask }: ChangesReportData): string {
  const { changes, drift, disagreements, counts } = preview;
  const unknown = [...changes.notCompared, ...drift.notChecked];
  const isDrifted =
    drift.changed.length + drift.gone.length + drift.access.length + drift.attachedByHand.length > 0;
  const sections = [
    { id: "summary", label: "Summary" },
    { id: "access", label: "Access" },
    { id: "resources", label: "Resources" },
    ...(disagreements.length > 0 ? [{ id: "disagreements", label: "What others say" }] : []),
    ...(isDrifted ? [{ id: "drift", label: "Behind the stack's back" }] : []),
    ...(unknown.length > 0 ? [{ id: "unknown", label: "Not checked" }] : []),
  ];
  return pageRenderer(mask)("./changes-report", {
    title: `${preview.stack.name}: changes`,
    eyebrow: "Changes",
    lead: `What a deployment would change: ${countsInWords(preview)}.`,
    facts: factsOf(preview),
    sections,
    notes: notesOf(preview),
    figures: [
      ["To add", counts.add],
      ["To modify", counts.modify],
      ["To replace", counts.replace],
      ["To remove", counts.remove],
      ["Wider", counts.wider],
      ["Blocked", counts.blocked],
      ["Drifted", counts.drifted],
    ],
    access: accessRows(changes.access),
    resources: resourceRows(changes.resources),
    disagreements: disagreements.map(({ with: partner, ...rest }) => ({ partner, ...rest })),
    drift: isDrifted && {
      gone: drift.gone,
      access: accessRows(drift.access),
      resources: resourceRows(drift.changed),
      attachedByHand: drift.attachedByHand,
    },
    unknown,
    made,
    madeInWords: timeInWords(made),
  });
}
