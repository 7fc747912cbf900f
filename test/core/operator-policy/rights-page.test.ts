import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { actions } from "../../../cli/actions/index";
import { formattedRightsPage, RIGHTS_PAGE } from "../../../core/operator-policy/generate-rights-page";
import { STATEMENTS } from "../../../core/operator-policy/rights";
import { ACTION_USES, type Use } from "../../../core/operator-policy/uses";

/** Whether an action of the command line needs a statement, for another use than those left out. */
function needs(
  action: string,
  { rights }: (typeof STATEMENTS)[number],
  without: readonly Use[] = [],
): boolean {
  return Object.values(rights).some((uses) =>
    uses.some((use) => !without.includes(use) && ACTION_USES[action]?.includes(use)),
  );
}

describe("the page of AWS rights", () => {
  it("is what the tables give: run npm run gen", async () => {
    assert.equal(readFileSync(RIGHTS_PAGE, "utf8"), await formattedRightsPage());
  });

  for (const { id, effect, run } of actions) {
    // What ML products need, create-policy says.
    if (run === undefined && effect !== "local") {
      it(`names ${id} as one for which create-policy says it`, () => {
        assert.ok(!(id in ACTION_USES));
        assert.match(readFileSync(RIGHTS_PAGE, "utf8"), new RegExp(`\`${id}\`[^.]*\\s\`create-policy\``));
      });
      continue;
    }
    it(`has ${id}, with rights as its effect (${effect}) says`, () => {
      assert.ok(id in ACTION_USES, `${id} is missing in ACTION_USES`);
      const needed = STATEMENTS.filter((statement) => needs(id, statement));
      assert.equal(needed.length > 0, effect !== "local");
      // A change set that is removed again, with what was uploaded for it, leaves everything as it was.
      const changing = needed.filter((statement) => needs(id, statement, ["change-set"]));
      assert.equal(
        changing.some(({ writes }) => writes),
        effect === "writes",
      );
    });
  }
});
