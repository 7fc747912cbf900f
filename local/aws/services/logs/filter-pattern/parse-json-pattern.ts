import { invalidPattern, type Step, type Token, tokensOf } from "./tokens";

/** What a pattern for JSON events asks of an event. */
export type Condition =
  | { kind: "all" | "any"; conditions: Condition[] }
  | { kind: "compare"; selector: Selector; operator: Operator; wanted: Wanted }
  | { kind: "is"; selector: Selector; state: State };

/** A place in an event, as it is written and step by step. */
export interface Selector {
  text: string;
  steps: Step[];
}

/** How a value is compared. */
export type Operator = "!=" | "<" | "<=" | "=" | ">" | ">=";

/** What it is compared with: a text in which `*` stands for any run of characters, a number, an expression. */
export type Wanted = { text: string } | { number: number; text: string } | { expression: RegExp };

/** What a value, or its absence, is. */
export type State = "false" | "missing" | "null" | "true";

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Reads what stands between the braces of a pattern for JSON events ("Filter pattern syntax for metric filters",
 * CloudWatch Logs User Guide); `&&` binds more than `||`. Throws InvalidParameterException where it is none.
 */
export function parseJsonPattern(text: string): Condition {
  const parser = new Parser(tokensOf(text));
  const condition = parser.any();
  parser.end();
  return condition;
}

class Parser {
  #index = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  any(): Condition {
    return this.#joined("any", "||", () => this.#all());
  }

  end(): void {
    if (this.#index < this.tokens.length) throw invalidPattern();
  }

  #all(): Condition {
    return this.#joined("all", "&&", () => this.#one());
  }

  #joined(kind: "all" | "any", sign: string, next: () => Condition): Condition {
    const conditions = [next()];
    while (this.#takes(sign)) conditions.push(next());
    return conditions.length === 1 ? conditions[0]! : { kind, conditions };
  }

  #one(): Condition {
    if (this.#takes("(")) {
      const inner = this.any();
      if (!this.#takes(")")) throw invalidPattern();
      return inner;
    }
    const selector = this.#next();
    if (selector.kind !== "selector") throw invalidPattern();
    const { text, steps } = selector;
    const then = this.#next();
    if (then.kind === "word") return { kind: "is", selector: { text, steps }, state: this.#state(then.text) };
    if (then.kind !== "operator") throw invalidPattern();
    const wanted = this.#wanted(then.text);
    return { kind: "compare", selector: { text, steps }, operator: then.text, wanted };
  }

  #state(word: string): State {
    const next = this.#next();
    const second = next.kind === "word" ? next.text.toUpperCase() : "";
    if (word.toUpperCase() === "NOT" && second === "EXISTS") return "missing";
    if (word.toUpperCase() !== "IS") throw invalidPattern();
    if (second === "NULL" || second === "TRUE" || second === "FALSE") {
      return second.toLowerCase() as State;
    }
    throw invalidPattern();
  }

  #wanted(operator: Operator): Wanted {
    const token = this.#next();
    const ordering = operator !== "=" && operator !== "!=";
    if (token.kind === "word" && NUMBER.test(token.text)) {
      return { number: Number(token.text), text: token.text };
    }
    if (ordering) throw invalidPattern();
    if (token.kind === "quoted" || token.kind === "word") return { text: token.text };
    if (token.kind === "regex") return { expression: expressionOf(token.text) };
    throw invalidPattern();
  }

  #takes(sign: string): boolean {
    const token = this.tokens[this.#index];
    if (token?.kind !== "sign" || token.text !== sign) return false;
    this.#index++;
    return true;
  }

  #next(): Token {
    const token = this.tokens[this.#index++];
    if (token === undefined) throw invalidPattern();
    return token;
  }
}

/** A regular expression between `%`; an invalid one makes the pattern invalid. */
export function expressionOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw invalidPattern();
  }
}
