import assert from "node:assert/strict";
import { decide } from "../../../core/licence/decide";
import { judgeClaims } from "../../../core/licence/judge-claims";
import type { Answer, Product } from "../../../core/licence/licence";
import { ASK_EVERY, GRACE, isStale, type Memory, remember } from "../../../core/licence/memory";

const now = Date.parse("2026-03-10T12:00:00Z");
const hours = (count: number) => count * 3_600_000;
const product: Product = {
  provider: "license-manager",
  productSku: "sku",
  keyFingerprint: "f",
  entitlement: "e",
};
const unknown: Answer = { verdict: "unknown", kind: "no-network", said: "ECONNREFUSED" };
const refused: Answer = { verdict: "not-entitled", said: "NoEntitlementsAllowedException: none" };
const good: Answer = { verdict: "entitled" };

const decisions: {
  name: string;
  memory: Memory;
  writes: boolean;
  level: string;
  says: RegExp;
  hint?: RegExp;
}[] = [
  {
    name: "lets a write pass that AWS is entitled to",
    memory: { answer: good, asked: now, firstAsked: now, lastEntitled: now },
    writes: true,
    level: "info",
    says: /entitled to sku, as AWS said 2026-03-10 12:00 UTC/,
  },
  {
    name: "stops a write after an explicit refusal, however good the last answer was",
    memory: { answer: refused, asked: now, firstAsked: now, lastEntitled: now - hours(1) },
    writes: true,
    level: "refusal",
    says: /not entitled to sku.*NoEntitlementsAllowedException/,
    hint: /asked again after 2026-03-10 13:00 UTC/,
  },
  {
    name: "warns whoever does not write of a refusal",
    memory: { answer: refused, asked: now, firstAsked: now },
    writes: false,
    level: "warning",
    says: /not entitled/,
    hint: /actions that write to AWS are refused/,
  },
  {
    name: "warns within the grace window, from the last good answer on",
    memory: { answer: unknown, asked: now, firstAsked: now - hours(500), lastEntitled: now - hours(24) },
    writes: true,
    level: "warning",
    says: /is not known: AWS cannot be reached/,
    hint: /last confirmed the licence 2026-03-09 12:00 UTC; the grace window ends 2026-03-16 12:00 UTC/,
  },
  {
    name: "counts the grace window from the first try where there was no good answer",
    memory: { answer: unknown, asked: now, firstAsked: now - hours(24) },
    writes: true,
    level: "warning",
    says: /is not known/,
    hint: /not confirmed.*first asked, 2026-03-09.*ends 2026-03-16 12:00 UTC/,
  },
  {
    name: "is louder after it, and stops nothing",
    memory: { answer: unknown, asked: now, firstAsked: now - hours(500), lastEntitled: now - GRACE },
    writes: true,
    level: "error",
    says: /is not known/,
    hint: /the grace window ended 2026-03-10 12:00 UTC: .*nothing is stopped/,
  },
  {
    name: "passes on what should be seen to although the answer is good",
    memory: { answer: { verdict: "entitled", note: "a new key" }, asked: now, firstAsked: now },
    writes: true,
    level: "warning",
    says: /is entitled/,
    hint: /^a new key$/,
  },
];

describe("what is made of an answer about the licence", () => {
  for (const { name, memory, writes, level, says, hint } of decisions) {
    it(name, () => {
      const decision = decide(product, memory, writes, now);
      assert.equal(decision.level, level);
      assert.match(decision.message, says);
      if (hint !== undefined) assert.match(decision.hint ?? "", hint);
    });
  }

  const ages: [string, Memory | undefined, boolean][] = [
    ["where nothing is remembered", undefined, true],
    ["before an hour is over", { answer: good, asked: now - ASK_EVERY + 1, firstAsked: now }, false],
    ["after an hour", { answer: good, asked: now - ASK_EVERY, firstAsked: now }, true],
    ["after the clock was put back", { answer: good, asked: now + 1, firstAsked: now }, true],
    ["within an hour of a failure", { answer: unknown, asked: now - 1, firstAsked: now }, false],
  ];
  for (const [name, memory, stale] of ages) {
    it(`AWS is ${stale ? "" : "not "}asked ${name}`, () => assert.equal(isStale(memory, now), stale));
  }

  it("remembers the last good answer and the first try through failures, and no time to come", () => {
    const first = remember(undefined, unknown, now);
    assert.deepEqual(first, { answer: unknown, asked: now, firstAsked: now });
    const entitled = remember(first, good, now + 1);
    const later = remember(entitled, unknown, now + 2);
    assert.deepEqual(later, { answer: unknown, asked: now + 2, firstAsked: now, lastEntitled: now + 1 });
    const putBack = remember(later, unknown, now - 5);
    assert.deepEqual([putBack.firstAsked, putBack.lastEntitled], [now - 5, now - 5]);
  });
});

describe("what RegisterUsage has signed", () => {
  const asked = { productCode: "p", publicKeyVersion: 2, nonce: "n" };
  const iat = now / 1000;
  const claims: [string, Record<string, unknown>, string][] = [
    ["is the answer in one spelling", { productCode: "p", publicKeyVersion: 2, nonce: "n", iat }, "entitled"],
    ["is the answer in the other", { ProductCode: "p", PublicKeyVersion: 2, Nonce: "n", iat }, "entitled"],
    ["names another product", { productCode: "q", publicKeyVersion: 2, nonce: "n", iat }, "other-answer"],
    ["names another key", { productCode: "p", publicKeyVersion: 1, nonce: "n", iat }, "other-answer"],
    ["names no nonce", { productCode: "p", publicKeyVersion: 2, iat }, "other-answer"],
    [
      "is five minutes old",
      { productCode: "p", publicKeyVersion: 2, nonce: "n", iat: iat - 300 },
      "entitled",
    ],
    ["is older", { productCode: "p", publicKeyVersion: 2, nonce: "n", iat: iat - 301 }, "clock-skew"],
    [
      "is of times to come",
      { productCode: "p", publicKeyVersion: 2, nonce: "n", iat: iat + 301 },
      "clock-skew",
    ],
  ];
  for (const [name, payload, verdict] of claims) {
    it(`is ${verdict} where it ${name}`, () => {
      const answer = judgeClaims(payload, asked, now);
      assert.equal(answer.verdict === "unknown" ? answer.kind : answer.verdict, verdict);
    });
  }
});
