import type { AccessChange } from "../../core/changes/access-change";
import type { ChangePreview } from "../../core/changes/change-preview";
import { describeAccess } from "../../core/changes/describe-access";
import { describeProperty } from "../../core/changes/describe-resource";
import type { ResourceChange } from "../../core/changes/resource-change";
import { capitalised, counted } from "../../core/wording/join-words";
import { countsInWords, engineInWords, wayInWords, widerInWords } from "./describe-preview";

/** GitHub takes 65,536 characters a comment; what else the workflow adds must fit too. */
const MAX_CHARACTERS = 60_000;

/** Characters that nobody sees, or that turn the text around them, as their numbers. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) =>
    char === "\n" ? " " : `\\u{${char.codePointAt(0)!.toString(16)}}`,
  );
}

/**
 * A text as a code span, in which neither Markdown nor HTML means anything, and no name is linked or notified: however
 * many backticks are in it, those around it are more.
 */
export function codeSpan(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(shown) || shown.trim() === "" ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

const codes = (texts: readonly string[]) => texts.map(codeSpan).join(", ");

function accessItem(change: AccessChange): string {
  const { who, verb, what, on, under, through, why } = describeAccess(change);
  const part = (label: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`  - ${label} ${codes(texts)}`];
  return [
    `- ${codes(who)} **${verb}** ${codes(what)}`,
    ...part("on", on),
    ...part("if", under),
    ...part("through", through),
    ...part("why:", why === "" ? [] : [why]),
  ].join("\n");
}

function resourceItem({ change, logicalId, type, name, properties, blocked }: ResourceChange): string {
  return [
    `- **${change}** ${codeSpan(logicalId)} (${codeSpan(type)} ${codeSpan(name)})`,
    ...(blocked === undefined
      ? []
      : [`  - **REPLACE-BLOCKED** ${codeSpan(blocked.reason)}`, `  - way out: ${codeSpan(blocked.wayOut)}`]),
    ...properties.map((property) => {
      const { sign, name: what, values } = describeProperty(property);
      return `  - ${codeSpan(`${sign} ${what}`)}${values === "" ? "" : ` ${codeSpan(values)}`}`;
    }),
  ].join("\n");
}

/** A part of the comment: left out where it has no items. */
interface Section {
  title: string;
  items: string[];
  /** Whether it is closed until somebody opens it. */
  folded?: boolean;
}

function sectionsOf(preview: ChangePreview): Section[] {
  const { changes, engine, disagreements, drift } = preview;
  const access = (wider: boolean) =>
    changes.access.filter((change) => change.wider === wider).map(accessItem);
  const unknown = [...changes.notCompared, ...drift.notChecked];
  return [
    { title: "Wider access", items: access(true) },
    {
      title: "Guardrails violated",
      items: engine.violations.map(
        ({ policy, pack, mandatory, message }) =>
          `- ${codeSpan(policy)} (${codeSpan(pack)}, ${mandatory ? "mandatory" : "advisory"}): ${codeSpan(message)}`,
      ),
    },
    {
      title: "Blocked: AWS will refuse these",
      items: changes.resources.filter(({ blocked }) => blocked !== undefined).map(resourceItem),
    },
    { title: "Other changes of access", items: access(false), folded: true },
    {
      title: "Resources",
      items: changes.resources.filter(({ blocked }) => blocked === undefined).map(resourceItem),
      folded: true,
    },
    {
      title: "Changed behind the stack's back",
      items: [
        ...drift.gone.map(
          ({ logicalId, name }) => `- **deleted** ${codeSpan(logicalId)} (${codeSpan(name)})`,
        ),
        ...drift.access.map(accessItem),
        ...drift.changed.map(resourceItem),
        ...drift.attachedByHand.map(
          ({ policyArn, kind, name }) =>
            `- ${codeSpan(`${kind} ${name}`)} **has by hand** ${codeSpan(policyArn)}`,
        ),
      ],
    },
    {
      title: "Where others say something else",
      items: disagreements.map(
        ({ with: partner, logicalId, ours, theirs }) =>
          `- ${codeSpan(logicalId)}: ${codeSpan(ours)}; ${partner} says ${codeSpan(theirs)}`,
      ),
      folded: true,
    },
    {
      title: "Not checked",
      items: unknown.map(({ logicalId, reason }) => `- ${codeSpan(logicalId)}: ${codeSpan(reason)}`),
      folded: true,
    },
  ].filter(({ items }) => items.length > 0);
}

/** The items as far as there is room for them, and how many were left out. */
function fitting(items: readonly string[], room: number): { shown: string[]; left: number } {
  let used = 0;
  const shown = items.filter((item) => (used += item.length + 1) <= room);
  return { shown, left: items.length - shown.length };
}

function sectionText({ title, items, folded = false }: Section, room: number): string {
  const { shown, left } = fitting(items, room);
  const heading = `${title} (${items.length})`;
  const body = [...shown, ...(left === 0 ? [] : [`- and ${left} more: see the report`])].join("\n");
  return folded
    ? `\n<details><summary>${heading}</summary>\n\n${body}\n\n</details>\n`
    : `\n### ${heading}\n\n${body}\n`;
}

function summaryOf(preview: ChangePreview): string {
  const { counts, stack } = preview;
  const wider = capitalised(`${widerInWords(counts.wider)}.`);
  return [
    // By it a workflow finds its own comment again.
    `<!-- tierguard show-changes ${stack.name.replaceAll(/[^\w-]/g, "")} -->`,
    `## ${codeSpan(stack.name)}: ${countsInWords(preview)}`,
    "",
    counts.wider === 0 ? wider : `**${wider}**`,
    "",
    `- compared: ${codeSpan(wayInWords(preview))}`,
    `- Pulumi: ${codeSpan(engineInWords(preview))}`,
    `- drift: ${counts.drifted === 0 ? "none found" : `**${counted(counts.drifted, "resource")} changed behind the stack's back**`}${counts.notChecked === 0 ? "" : `, ${counts.notChecked} not checked`}`,
    "",
  ].join("\n");
}

/**
 * The preview as Markdown for a comment on a pull request: only what changes, what widens access first. Everything
 * that comes from a config or from AWS stands in code spans.
 */
export function markdownReport(preview: ChangePreview): string {
  let text = summaryOf(preview);
  for (const section of sectionsOf(preview)) {
    const room = MAX_CHARACTERS - text.length - section.title.length - 100;
    text += sectionText(section, Math.max(0, room));
  }
  return text;
}
