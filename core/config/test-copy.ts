import { ExitCode, TierguardError } from "../errors";
import type { Config } from "./schema";

/** What of a config, of whichever product, makes a test copy. */
type Copied = Pick<Config, "deployment" | "testSuffix">;

/** Characters of the suffix that sets a test copy's names apart, and so never meets the environment's own. */
export const TEST_SUFFIX_LENGTH = 6;

const TEST_SUFFIX = new RegExp(`^[a-z0-9]{${TEST_SUFFIX_LENGTH}}$`);

/**
 * The config of a test copy of an environment: the same but for its names, which all get the suffix. A pinned stack
 * name is the environment's own, and left out.
 * @throws TierguardError where the suffix is not six of a to z and 0 to 9.
 */
export function testCopyOf<C extends Copied>(config: C, testSuffix: string): C {
  if (!TEST_SUFFIX.test(testSuffix)) {
    throw new TierguardError(`"${testSuffix}" is not the suffix of a test copy`, {
      code: "test-suffix",
      exitCode: ExitCode.BadInput,
      hint: "a suffix is six characters of a to z and 0 to 9, such as x1y2z3",
    });
  }
  const { deployment } = config;
  return Object.freeze({
    ...config,
    ...(deployment && { deployment: Object.freeze({ ...deployment, stack_name: undefined }) }),
    testSuffix,
  });
}
