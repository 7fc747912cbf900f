import assert from "node:assert/strict";
import { type TierName, TIERS } from "../../../core/config/tier-limits";
import { edited, load, positionOf, problems, startup } from "./support";

/** One wrong value, and what is said of it. */
export interface BadValue {
  name: string;
  /** One edit of the valid config. */
  from: string;
  to: string;
  /** Where the problem lies, as text that is there once; its path, and what its message and hint say. */
  at: string;
  path: string;
  says: RegExp;
  hint?: RegExp;
  /** Problems that follow from it elsewhere; none unless said. */
  following?: number;
}

const PROFILES: Record<TierName, string> = {
  startup: "startup-5",
  medium: "medium-10",
  enterprise: "enterprise-12",
};

/** A text about the startup tier as one about another tier. */
function inTier(text: string, tier: TierName): string {
  return text.replaceAll("startup-5", PROFILES[tier]).replaceAll(/\bstartup\b/g, tier);
}

const patternInTier = (pattern: RegExp, tier: TierName) =>
  new RegExp(inTier(pattern.source, tier), pattern.flags);

/** Declares a test for each case in each tier. */
export function itTells(cases: readonly BadValue[]): void {
  for (const tier of TIERS) {
    describe(`in the ${tier} tier`, () => {
      for (const given of cases) itTellsIn(tier, given);
    });
  }
}

function itTellsIn(tier: TierName, { name, says, hint, following = 0, ...texts }: BadValue): void {
  it(`says of ${name} where it is and what is right`, () => {
    const [from, to, at, path] = [texts.from, texts.to, texts.at, texts.path].map((text) =>
      inTier(text, tier),
    ) as [string, string, string, string];
    const text = edited(inTier(startup, tier), from, to);
    const found = problems(() => load(text));
    const message = patternInTier(says, tier);
    const said = found.find((problem) => problem.path === path && message.test(problem.message));
    assert.ok(said, JSON.stringify(found, undefined, 2));
    assert.deepEqual({ line: said.line, column: said.column }, positionOf(text, at));
    assert.equal(found.length, 1 + following, JSON.stringify(found, undefined, 2));
    assert.match(said.file ?? "", /config\.yaml$/);
    if (hint !== undefined) assert.match(said.hint ?? "", patternInTier(hint, tier));
  });
}
