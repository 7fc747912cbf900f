import type { ParsedStatement } from "../analysis/statement";
import { KEY_USE } from "../ml/roles/shared-grants";
import type { JudgedEnvironment } from "./environment";

/** What is wrong with whom a key's policy names, and what to write instead. */
export interface KeyFinding {
  message: string;
  instead: string;
}

/** Judges whom a key's policy lets use and administer the key. */
export class KeyPolicyJudge {
  constructor(private readonly environment: JudgedEnvironment | undefined) {}

  findings({ principal, action }: ParsedStatement): KeyFinding[] {
    const names = principal?.kinds.AWS ?? [];
    const whole = names.filter((name) => /^\d{12}$|:root$/.test(name));
    const product = this.environment?.product;
    const administering = action.patterns.filter((pattern) => !KEY_USE.includes(pattern));
    const others =
      product === undefined || administering.length === 0
        ? []
        : names.filter((name) => !product.keyAdministrators.includes(name));
    return [
      ...whole.map((name) => ({
        message: `it gives the key to ${name}: to everybody whom a policy of the account allows it`,
        instead: "name the roles that use and administer it",
      })),
      ...others
        .filter((name) => !whole.includes(name))
        .map((name) => ({
          message: `it lets ${name} do ${administering.join(", ")}, who is none of the config's key_administrators`,
          instead: `allow ${KEY_USE.join(", ")} alone, or add it to ml_product.key_administrators`,
        })),
    ];
  }
}
