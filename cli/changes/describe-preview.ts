import type { AccessChange } from "../../core/changes/access-change";
import type { ChangePreview } from "../../core/changes/change-preview";
import { describeAccess } from "../../core/changes/describe-access";
import { describeProperty, resourceSign } from "../../core/changes/describe-resource";
import type { ResourceChange } from "../../core/changes/resource-change";
import { counted } from "../../core/wording/join-words";

/** `2 to add, 1 to modify`, without what is none. */
export function countsInWords({ counts }: Pick<ChangePreview, "counts">): string {
  const { add, modify, replace, remove } = counts;
  const parts = Object.entries({ add, modify, replace, remove })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} to ${what}`);
  return parts.length === 0 ? "no resource changes" : parts.join(", ");
}

/** `2 changes let somebody do more than before`; that nobody gets more, where there are none. */
export function widerInWords(count: number): string {
  if (count === 0) return "nobody gets more than before";
  return `${counted(count, "change")} ${count === 1 ? "lets" : "let"} somebody do more than before`;
}

/** Which way it was found out what changes. */
export function wayInWords({ changeSet }: Pick<ChangePreview, "changeSet">): string {
  return changeSet.way === "change set"
    ? "templates, and CloudFormation's change set"
    : `templates only, because ${changeSet.reason}`;
}

/** What Pulumi's preview and its policy packs say. */
export function engineInWords({ engine }: Pick<ChangePreview, "engine">): string {
  const { counts, violations } = engine;
  const violated = violations.length === 0 ? "" : `, ${counted(violations.length, "guardrail")} violated`;
  if (counts === undefined) return `ended by a guardrail${violated}`;
  const { created, changed, replaced, deleted } = counts;
  return `${created} created, ${changed} changed, ${replaced} replaced, ${deleted} deleted${violated}`;
}

const LINE_LENGTH = 110;

/** Values after a label, as many to a line as fit. */
function wrapped(label: string, values: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  values.forEach((value, index) => {
    const text = index < values.length - 1 ? `${value},` : value;
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${text}`.length <= LINE_LENGTH)
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  });
  return lines.map((line, index) => `${indent}${(index === 0 ? label : "").padEnd(9)}${line}`);
}

/** A change of access: who, what, on what, under which conditions, by which policy, and why. */
export function accessLines(change: AccessChange): string[] {
  const words = describeAccess(change);
  const indent = "      ";
  return [
    `  ${words.wider ? "!" : " "} ${words.who.join(", ")} ${words.verb}`,
    ...wrapped("", words.what, indent),
    ...words.on.map((value, index) => `${indent}${(index === 0 ? "on" : "").padEnd(9)}${value}`),
    ...words.under.map((value, index) => `${indent}${(index === 0 ? "if" : "and").padEnd(9)}${value}`),
    ...wrapped("through", words.through, indent),
    ...(words.why === "" ? [] : [`${indent}${"because".padEnd(9)}${words.why}`]),
  ];
}

function resourceLines(resource: ResourceChange): string[] {
  const { change, type, logicalId, name, properties, blocked } = resource;
  return [
    `  ${resourceSign(resource)} ${change} ${logicalId} (${type} ${name})`,
    ...(blocked === undefined
      ? []
      : [`      REPLACE-BLOCKED: ${blocked.reason}`, `      way out: ${blocked.wayOut}`]),
    ...properties.map((property) => {
      const { sign, name: what, values } = describeProperty(property);
      return `      ${sign} ${what}${values === "" ? "" : `: ${values}`}`;
    }),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

function driftLines({ drift }: Pick<ChangePreview, "drift">): string[] {
  return [
    ...section("Changed behind the stack's back", [
      ...drift.gone.map(({ logicalId, type, name }) => `  - deleted: ${logicalId} (${type} ${name})`),
      ...drift.changed.flatMap(resourceLines),
      ...drift.access.flatMap(accessLines),
      ...drift.attachedByHand.map(
        ({ policyArn, kind, name }) => `  ! ${kind} ${name} has ${policyArn} by hand`,
      ),
    ]),
    ...section(
      "Not checked: whether these are as deployed is not known",
      drift.notChecked.map(({ logicalId, type, reason }) => `  ? ${logicalId} (${type}): ${reason}`),
    ),
  ];
}

/** The preview as people read it in a terminal: what widens access first. */
export function describePreview(preview: ChangePreview): string[] {
  const { stack, changes, counts, engine, disagreements } = preview;
  const [wider, others] = [true, false].map((is) => changes.access.filter((change) => change.wider === is));
  return [
    `${stack.name} (${stack.region}, ${stack.status}): ${countsInWords(preview)}`,
    `  compared     ${wayInWords(preview)}`,
    `  Pulumi       ${engineInWords(preview)}`,
    `  wider        ${widerInWords(counts.wider)}`,
    `  blocked      ${counts.blocked === 0 ? "nothing" : `${counted(counts.blocked, "change")} that AWS will refuse`}`,
    `  drift        ${counts.drifted === 0 ? "none" : counted(counts.drifted, "resource")}${counts.notChecked === 0 ? "" : `, ${counts.notChecked} not checked`}`,
    ...section(
      "Guardrails violated",
      engine.violations.map(({ policy, pack, message }) => `  ! ${policy} (${pack}): ${message}`),
    ),
    ...section("Wider access", wider!.flatMap(accessLines)),
    ...section("Other changes of access", others!.flatMap(accessLines)),
    ...section("Resources", changes.resources.flatMap(resourceLines)),
    ...section(
      "Not compared",
      changes.notCompared.map(({ logicalId, type, reason }) => `  ? ${logicalId} (${type}): ${reason}`),
    ),
    ...section(
      "Where others say something else",
      disagreements.map(
        ({ with: partner, logicalId, ours, theirs }) => `  ${logicalId}: ${ours}; ${partner} says: ${theirs}`,
      ),
    ),
    ...driftLines(preview),
  ];
}
