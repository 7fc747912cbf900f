import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
} from "yaml";
import { InvalidInputError, type Problem } from "../errors";
import {
  type ConfigSource,
  formatPath,
  isObject,
  type JsonObject,
  own,
  type Part,
  type Path,
  type Place,
  shown,
} from "./source";

/** What kind of document is parsed, where kinds differ. */
export interface Dialect {
  /** What the document is, for messages. */
  noun: string;
  /** What it holds, for messages. */
  contents: string;
  /** More values than this come out of no such document, but of aliases of aliases. */
  maxValues: number;
  /** Tags that stand for a mapping of one key, such as `!Ref` for `Ref`. */
  shortForms: Readonly<Record<string, string>>;
  /** Why aliases can't be used, where they can't. */
  noAliases?: string;
  /** The value of a short form, where it is not simply what was tagged. */
  expand?: (key: string, value: unknown) => unknown;
}

/** A config: plain YAML without tags. */
const CONFIG: Dialect = {
  noun: "a config",
  contents: "the sections of a config",
  maxValues: 50_000,
  shortForms: {},
};

const MAX_DEPTH = 40;

interface YamlMessage {
  message: string;
  hint?: string;
}

const messages: Record<string, YamlMessage> = {
  TAB_AS_INDENT: { message: "a tab is used to indent", hint: "indent with spaces" },
  BAD_ALIAS: { message: "this alias can't be used" },
};

/** The node that each alias stands for: the last one before it that carries its anchor. Found in one walk, since the parser's own lookup walks the document for every alias. */
function aliasTargets(document: Document.Parsed): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const walk = (node: unknown): void => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
      return;
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isMap(node)) node.items.forEach((pair) => [pair.key, pair.value].forEach(walk));
    if (isSeq(node)) node.items.forEach(walk);
  };
  walk(document.contents);
  return targets;
}

/** Where a document's values were written. */
class YamlSource implements ConfigSource {
  private readonly indexes = new Map<YAMLMap, Map<string, Pair>>();

  constructor(
    readonly value: unknown,
    private readonly file: string,
    private readonly root: Node | undefined,
    private readonly aliases: Map<Alias, Node>,
    private readonly lines: LineCounter,
    private readonly shortForms: Dialect["shortForms"],
  ) {}

  place(path: Path, part: Part): Place {
    const found = this.find(path);
    const node = part === "key" || isEmpty(found.value) ? (found.key ?? found.value) : found.value;
    return { file: this.file, path: formatPath(path), ...position(this.lines, node?.range?.[0] ?? 0) };
  }

  has(path: Path): boolean {
    return this.find(path).depth === path.length;
  }

  writtenAs(path: Path): string | undefined {
    const { value, depth } = this.find(path);
    return depth === path.length && isScalar(value) ? value.source : undefined;
  }

  private find(path: Path): { key?: Node; value?: Node; depth: number } {
    let value: Node | undefined = this.root;
    let key: Node | undefined;
    let depth = 0;
    for (const step of path) {
      const target: Node | undefined = isAlias(value) ? this.aliases.get(value) : value;
      if (target?.tag !== undefined && own(this.shortForms, target.tag) === step) {
        depth++;
        continue;
      }
      if (isMap(target)) {
        const pair = this.index(target).get(String(step));
        if (pair === undefined) break;
        key = pair.key as Node;
        value = (pair.value as Node | null) ?? undefined;
      } else if (isSeq(target) && typeof step === "number" && step < target.items.length) {
        key = undefined;
        value = target.items[step] as Node;
      } else break;
      depth++;
    }
    return { key, value, depth };
  }

  private index(map: YAMLMap): Map<string, Pair> {
    let index = this.indexes.get(map);
    if (index === undefined) {
      index = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : "", pair]));
      this.indexes.set(map, index);
    }
    return index;
  }
}

function isEmpty(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && node.value === null && node.source === "");
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Turns nodes into plain values, and notes what a config may not hold. */
class Reader {
  readonly problems: Problem[] = [];
  private count = 0;
  private overflowed = false;

  constructor(
    private readonly file: string,
    private readonly aliases: Map<Alias, Node>,
    private readonly lines: LineCounter,
    private readonly dialect: Dialect,
  ) {}

  read(node: Node | null | undefined, path: Path): unknown {
    if (this.overflowed || node === null || node === undefined) return null;
    const { maxValues, noun, shortForms, noAliases, expand } = this.dialect;
    if (++this.count > maxValues || path.length > MAX_DEPTH) {
      this.overflowed = true;
      const [message, hint] =
        this.count > maxValues
          ? [`holds more than ${maxValues} values`, `${noun} has some hundreds: do aliases multiply?`]
          : [`is nested more than ${MAX_DEPTH} deep`];
      this.add(node, [], message, hint);
      return null;
    }
    if (isAlias(node)) {
      if (noAliases !== undefined) this.add(node, path, `the alias *${shown(node.source)} ${noAliases}`);
      const target = this.aliases.get(node);
      if (target === undefined)
        this.add(node, path, `the alias *${shown(node.source)} has no anchor before it`);
      return this.read(target, path);
    }
    const tag = node.tag;
    const long = tag === undefined ? undefined : own(shortForms, tag);
    if (long !== undefined) {
      const value = this.readPlain(node, [...path, long]);
      const result = Object.create(null) as JsonObject;
      result[long] = expand?.(long, value) ?? value;
      return result;
    }
    if (tag !== undefined && !/^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/.test(tag)) {
      this.add(node, path, `the tag ${shown(tag)} is not understood`, "write the value without a tag");
    }
    return this.readPlain(node, path);
  }

  private readPlain(node: Node, path: Path): unknown {
    if (isMap(node)) return this.readMap(node.items, path);
    if (isSeq(node)) return node.items.map((item, index) => this.read(item as Node, [...path, index]));
    return isScalar(node) ? node.value : null;
  }

  private readMap(items: readonly { key: unknown; value: unknown }[], path: Path): JsonObject {
    const result = Object.create(null) as JsonObject;
    for (const { key, value } of items) {
      if (!isScalar(key)) {
        this.add(key as Node, path, "a key must be text");
        continue;
      }
      const name = String(key.value);
      if (name === "<<") {
        this.add(
          key,
          [...path, name],
          "merge keys (<<) are not understood",
          "write the keys out, or alias the whole value",
        );
        continue;
      }
      if (Object.hasOwn(result, name))
        this.add(key, [...path, name], "this key is here twice", "keep one of them");
      result[name] = this.read(value as Node | null, [...path, name]);
    }
    return result;
  }

  private add(node: Node | undefined, path: Path, message: string, hint?: string): void {
    const where = position(this.lines, node?.range?.[0] ?? 0);
    this.problems.push({ file: this.file, ...where, path: formatPath(path), message, hint });
  }
}

function syntaxProblems(file: string, document: Document.Parsed, lines: LineCounter): Problem[] {
  const problems = document.errors.map((error) => {
    const known = own(messages, error.code);
    const message = known?.message ?? `is not YAML: ${shown(error.message.split("\n")[0]!, 200)}`;
    return { file, ...position(lines, error.pos[0]), path: "", message, hint: known?.hint };
  });
  const overflow = document.errors.find((error) => error.message.includes("call stack"));
  if (overflow !== undefined) {
    const where = position(lines, overflow.pos[0]);
    return [{ file, ...where, path: "", message: `is nested more than ${MAX_DEPTH} deep` }];
  }
  // Brackets that are never closed are all noticed at the end of the file.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function parseDocuments(file: string, text: string, lines: LineCounter): Document.Parsed[] {
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: "core",
      merge: false,
      uniqueKeys: false,
      logLevel: "silent",
    });
    return Array.isArray(documents) ? [...(documents as Document.Parsed[])] : [];
  } catch (error) {
    const deep = error instanceof RangeError;
    const message = deep
      ? `is nested more than ${MAX_DEPTH} deep`
      : `is not YAML: ${shown(String(error), 200)}`;
    throw new InvalidInputError([{ file, line: 1, column: 1, path: "", message }]);
  }
}

/**
 * Parses one YAML document into plain values (objects without prototype) that know where they were written.
 * @throws InvalidInputError with every syntax error, and for several documents, tags, merge keys and alias bombs.
 */
export function parseYaml(file: string, text: string, dialect = CONFIG): ConfigSource {
  const lines = new LineCounter();
  const [document, second] = parseDocuments(file, text, lines);
  if (document === undefined || (isEmpty(document.contents ?? undefined) && document.errors.length === 0)) {
    throw new InvalidInputError([{ file, line: 1, column: 1, path: "", message: "is empty" }]);
  }
  const problems = syntaxProblems(file, document, lines);
  if (second !== undefined) {
    const where = position(lines, second.range[0]);
    problems.push({
      file,
      ...where,
      path: "",
      message: "a second document begins here",
      hint: `${dialect.noun} is one document: remove the \`---\``,
    });
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
  const aliases = aliasTargets(document);
  const reader = new Reader(file, aliases, lines, dialect);
  const value = reader.read(document.contents, []);
  if (reader.problems.length > 0) throw new InvalidInputError(reader.problems);
  if (!isObject(value)) {
    const what = Array.isArray(value) ? "a list" : "a single value";
    throw new InvalidInputError([
      { file, line: 1, column: 1, path: "", message: `holds ${what}, not ${dialect.contents}` },
    ]);
  }
  const root = document.contents ?? undefined;
  return new YamlSource(value, file, root, aliases, lines, dialect.shortForms);
}
