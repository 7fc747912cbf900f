import assert from "node:assert/strict";
import { hasUnknown, sameValue, secretLike, unwrap } from "../../provider/property-values";

const secret = (value: unknown) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});
const output = (value?: unknown) => ({
  "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  ...(value === undefined ? {} : { value }),
});
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("values as the engine hands them over", () => {
  it("lose their envelopes, at any depth", () =>
    assert.deepEqual(unwrap({ a: secret([secret("x"), output({ b: 1 })]) }), { a: ["x", { b: 1 }] }));

  const same: { name: string; a: unknown; b: unknown; expected: boolean }[] = [
    { name: "a secret and the same in the clear", a: { p: secret("x") }, b: { p: "x" }, expected: true },
    { name: "keys in another order", a: { p: 1, q: 2 }, b: { q: 2, p: 1 }, expected: true },
    { name: "items in another order", a: [1, 2], b: [2, 1], expected: false },
    { name: "another secret", a: secret("x"), b: secret("y"), expected: false },
  ];
  for (const { name, a, b, expected } of same) {
    it(`${expected ? "are the same" : "differ"}: ${name}`, () => assert.equal(sameValue(a, b), expected));
  }

  const unknown: { name: string; value: unknown; expected: boolean }[] = [
    { name: "plain data", value: { a: [1, { b: "x" }] }, expected: false },
    { name: "an unknown inside", value: { a: [1, { b: UNKNOWN }] }, expected: true },
    { name: "an unknown secret", value: secret(UNKNOWN), expected: true },
    { name: "an output without a value", value: { a: output() }, expected: true },
  ];
  for (const { name, value, expected } of unknown) {
    it(`${expected ? "hold" : "hold no"} unknown: ${name}`, () => assert.equal(hasUnknown(value), expected));
  }

  const secrets: { name: string; value: unknown; model: unknown; expected: unknown }[] = [
    { name: "nothing, where nothing was", value: { a: 1 }, model: { a: 2 }, expected: { a: 1 } },
    { name: "the whole", value: { a: 1 }, model: secret({ a: 2 }), expected: secret({ a: 1 }) },
    { name: "a member", value: { a: 1, b: 2 }, model: { a: secret(3) }, expected: { a: secret(1), b: 2 } },
    { name: "a list of which an item was", value: [1, 2], model: [secret(1)], expected: secret([1, 2]) },
    { name: "a value that stands for an object", value: "x", model: { a: secret(1) }, expected: secret("x") },
  ];
  for (const { name, value, model, expected } of secrets) {
    it(`keep secret: ${name}`, () => assert.deepEqual(secretLike(value, model), expected));
  }
});
