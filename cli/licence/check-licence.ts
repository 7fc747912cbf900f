import { createRequire } from "node:module";
import type * as asking from "./ask-for-licence";
import type { LicenceCheck, LicenceQuestion } from "./licence-question";

/** An `import()` would go through Node's module loader, which knows no TypeScript. */
const load = createRequire(__filename);

/** Begins to ask for the licence that a config names; says in the log where it names none. */
export function checkLicence(question: LicenceQuestion): LicenceCheck {
  const { config, log } = question;
  if (config.license === undefined) {
    log.info("licence: off, since the config has no license section; nothing is asked");
    return { admit: () => Promise.resolve(), tell: () => Promise.resolve() };
  }
  // What asks for it is loaded where there is something to ask.
  return (load("./ask-for-licence") as typeof asking).askForLicence(question, config.license);
}
