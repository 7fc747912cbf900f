import type { AnalysedBlueprint } from "../analysis/principals";
import { byText } from "../text-order";
import { joinWords } from "../wording/join-words";
import { type Assumption, assumptions } from "./assumptions";

/** A box of the diagram. Lengths are in the SVG's own units, as everywhere here. */
export interface DiagramNode {
  /** Of whoever assumes, or the logical id of the role. */
  id: string;
  kind: "group" | "service" | "account" | "role";
  x: number;
  y: number;
  width: number;
  height: number;
  /** Cut to what the box has room for. */
  label: string;
  /** The whole label. */
  title: string;
  /** A second line, smaller; empty where there is nothing to say. */
  note: string;
}

/** A line of the diagram, from who assumes to the role. */
export interface DiagramEdge {
  from: string;
  to: string;
  kind: DiagramNode["kind"];
  /** An SVG path. */
  path: string;
}

/** A heading over a part of a column. */
export interface DiagramHeading {
  x: number;
  y: number;
  text: string;
}

/** Who may assume which role, laid out: whoever assumes on the left, the roles on the right. */
export interface AssumeDiagram {
  width: number;
  height: number;
  headings: DiagramHeading[];
  nodes: DiagramNode[];
  edges: DiagramEdge[];
}

const WIDTH = 840;
const BOX = { width: 290, height: 44, gap: 12 };
const HEADING = 30;
/** Between the parts of a column. */
const SPACE = 18;
/** As many letters as a box has room for at the diagram's font size. */
const LABEL_LETTERS = 36;
const NOTE_LETTERS = 46;

const PARTS: readonly { kind: Assumption["by"]["kind"]; heading: string }[] = [
  { kind: "group", heading: "Groups" },
  { kind: "service", heading: "AWS services" },
  { kind: "account", heading: "Accounts" },
];

/** One box before it has a place. */
type Box = Pick<DiagramNode, "id" | "kind" | "title" | "note">;

/** Lays out who may assume what. The same blueprint gives the same diagram. */
export function assumeDiagram(blueprint: AnalysedBlueprint): AssumeDiagram {
  const all = assumptions(blueprint);
  const parts = PARTS.flatMap(({ kind, heading }) => {
    const boxes = assumersOf(all, kind);
    return boxes.length === 0 ? [] : [{ heading, boxes }];
  });
  const order = new Map(parts.flatMap(({ boxes }) => boxes).map(({ id }, index) => [id, index]));
  const roles = roleBoxes(blueprint, all, order);
  const left = placeColumn(0, parts);
  const right = placeColumn(
    WIDTH - BOX.width,
    roles.length === 0 ? [] : [{ heading: "Roles", boxes: roles }],
  );
  const nodes = [...left.nodes, ...right.nodes];
  return {
    width: WIDTH,
    height: Math.max(left.height, right.height),
    headings: [...left.headings, ...right.headings],
    nodes,
    edges: edgesOf(all, nodes),
  };
}

function assumersOf(all: readonly Assumption[], kind: Assumption["by"]["kind"]): Box[] {
  const byId = new Map(all.filter(({ by }) => by.kind === kind).map(({ by }) => [by.id, by]));
  return [...byId.values()]
    .sort((a, b) => byText(a.label, b.label))
    .map(({ id, label }) => ({ id, kind, title: label, note: "" }));
}

/** Roles beside those who assume them: by the mean place of these, so that few lines cross. */
function roleBoxes(
  blueprint: AnalysedBlueprint,
  all: readonly Assumption[],
  order: Map<string, number>,
): Box[] {
  const place = new Map(
    blueprint.roles.map(({ logicalId }) => {
      const places = all.filter(({ role }) => role === logicalId).map(({ by }) => order.get(by.id) ?? 0);
      const mean = places.reduce((sum, each) => sum + each, 0) / places.length;
      return [logicalId, places.length === 0 ? order.size : mean];
    }),
  );
  return [...blueprint.roles]
    .sort((a, b) => place.get(a.logicalId)! - place.get(b.logicalId)! || byText(a.configName, b.configName))
    .map(({ logicalId, configName }) => ({
      id: logicalId,
      kind: "role",
      title: configName,
      note: noteOf(all.filter(({ role }) => role === logicalId)),
    }));
}

/** What is asked of all who assume it; services have nothing to bring. */
function noteOf(of: readonly Assumption[]): string {
  const conditions = new Set(of.filter(({ by }) => by.kind !== "service").flatMap((each) => each.conditions));
  return conditions.size === 0 ? "" : `only ${joinWords([...conditions])}`;
}

function placeColumn(
  x: number,
  parts: readonly { heading: string; boxes: readonly Box[] }[],
): Pick<AssumeDiagram, "headings" | "nodes" | "height"> {
  const headings: DiagramHeading[] = [];
  const nodes: DiagramNode[] = [];
  let y = 0;
  for (const { heading, boxes } of parts) {
    if (y > 0) y += SPACE;
    headings.push({ x, y: y + HEADING / 2, text: heading });
    y += HEADING;
    for (const box of boxes) {
      nodes.push({
        ...box,
        x,
        y,
        width: BOX.width,
        height: BOX.height,
        label: cut(box.title, LABEL_LETTERS),
        note: cut(box.note, NOTE_LETTERS),
      });
      y += BOX.height + BOX.gap;
    }
  }
  return { headings, nodes, height: y };
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}

function edgesOf(all: readonly Assumption[], nodes: readonly DiagramNode[]): DiagramEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pairs = new Map(all.map(({ by, role }) => [`${by.id} ${role}`, { by, role }]));
  return [...pairs.values()].map(({ by, role }) => {
    const from = byId.get(by.id)!;
    const to = byId.get(role)!;
    const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
    const [x2, y2] = [to.x, to.y + to.height / 2];
    const bend = (x2 - x1) / 2;
    const path = `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
    return { from: by.id, to: role, kind: by.kind, path };
  });
}
