"use strict";

const { writeFileSync } = require("node:fs");
const { reporters, Runner } = require("mocha");

/**
 * Mocha's own "spec" report, and as its last line the plain `N passed, N failed, N skipped`; also written to the file
 * that TIERGUARD_TEST_SUMMARY names, so that a caller has it whatever is printed afterwards.
 */
class SummaryReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes = 0, failures = 0, pending = 0 } = this.stats;
      const line = `${passes} passed, ${failures} failed, ${pending} skipped`;
      console.log(line);
      const file = process.env.TIERGUARD_TEST_SUMMARY;
      if (file) writeFileSync(file, `${line}\n`);
    });
  }
}

module.exports = SummaryReporter;
