import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Eta } from "eta";
import type { Mask } from "../../core/masking";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Characters that would not show, or would make others show elsewhere: controls, and those that turn the direction of
 * text (Unicode Standard Annex 9). Tabs and line breaks stay.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** A text as the page holds it, in element content and in quoted attributes, of HTML and SVG alike. */
export function escapeText(text: string): string {
  return text
    .replace(UNSEEN, (character) =>
      /[\t\n]/.test(character)
        ? character
        : `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`,
    )
    .replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** Makes pages of one run. */
export type RenderPage = (template: string, data: object) => string;

/**
 * Makes pages from the templates of this folder. Whatever a template shows goes through the mask, and is escaped after
 * that, so that nothing of a config reaches a page in another way. Pages need nothing from outside and allow nothing:
 * no script, no style but their own, no request.
 */
export function pageRenderer(mask: Mask): RenderPage {
  const style = readFileSync(join(__dirname, "report.css"), "utf8");
  const hash = createHash("sha256").update(style).digest("base64");
  const shown = new Map<string, string>();
  // Most of what a page says, it says many times.
  const show = (text: string): string => {
    let safe = shown.get(text);
    if (safe === undefined) shown.set(text, (safe = escapeText(mask(text))));
    return safe;
  };
  const eta = new Eta({
    views: join(__dirname, "templates"),
    cache: true,
    escapeFunction: (value: unknown) => show(String(value)),
  });
  return (template, data) =>
    eta.render(template, {
      ...data,
      style,
      policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    });
}

/** `2026-11-25 00:43:54 UTC`. */
export function timeInWords(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
