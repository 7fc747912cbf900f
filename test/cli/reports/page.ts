import assert from "node:assert/strict";
import { XMLParser, XMLValidator } from "fast-xml-parser";

/** An element of a page. */
export interface PageElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** All text in it, that of its elements included. */
  text: string;
  children: PageElement[];
}

type Node = Record<string, unknown> & { ":@"?: Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
});

function toElement(node: Node): PageElement | string {
  const name = Object.keys(node).find((key) => key !== ":@")!;
  if (name === "#text") return String(node[name]);
  const content = (node[name] as Node[]).map(toElement);
  return {
    name,
    attributes: node[":@"] ?? {},
    text: content.map((part) => (typeof part === "string" ? part : part.text)).join(""),
    children: content.filter((part) => typeof part !== "string"),
  };
}

/** Reads a page strictly: reports are well-formed XML as well as HTML, so that a stray `<` or quote is an error. */
export function readPage(html: string): PageElement[] {
  assert.ok(html.startsWith("<!DOCTYPE html>\n"));
  const body = html.slice("<!DOCTYPE html>\n".length);
  const valid = XMLValidator.validate(body);
  assert.equal(valid, true, valid === true ? "" : `line ${valid.err.line}: ${valid.err.msg}`);
  const elements: PageElement[] = [];
  const walk = (element: PageElement) => {
    elements.push(element);
    element.children.forEach(walk);
  };
  for (const node of parser.parse(body) as Node[]) {
    const element = toElement(node);
    if (typeof element !== "string") walk(element);
  }
  return elements;
}

/** Elements of a name, with a class where one is given. */
export function elementsOf(
  elements: readonly PageElement[],
  name: string,
  className?: string,
): PageElement[] {
  return elements.filter(
    (element) =>
      element.name === name &&
      (className === undefined || (element.attributes.class ?? "").split(" ").includes(className)),
  );
}

/** Every element below one, itself left out. */
export function below({ children }: PageElement): PageElement[] {
  return children.flatMap((child) => [child, ...below(child)]);
}
