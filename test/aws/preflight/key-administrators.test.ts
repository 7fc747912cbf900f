import assert from "node:assert/strict";
import type { PreflightFindings } from "../../../aws/preflight/findings";
import type { FoundAdministrator } from "../../../aws/preflight/prerequisites/findings";
import { judgeKeyAdministrators } from "../../../aws/preflight/prerequisites/judge-key-administrators";

const ACCOUNT = "123456789012";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/keys/administrators`;
const USER = `arn:aws:iam::${ACCOUNT}:user/anna`;
const there = (arn: string): FoundAdministrator => ({ arn, found: { value: arn } });
const denied = (arn: string): FoundAdministrator => ({
  arn,
  found: { failure: { kind: "denied", code: "AccessDenied", message: "no" } },
});
const session = (role: string) => `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/someone`;
const key = (status: string) => ({
  value: [{ logicalId: "KmsKey", type: "AWS::KMS::Key", physicalId: "1234", status }],
});
const unread = { failure: { kind: "denied", code: "AccessDenied", message: "no" } } as const;

interface Case {
  name: string;
  administrators?: FoundAdministrator[];
  caller?: string;
  stackResources?: PreflightFindings["stackResources"];
  says: [string, RegExp][];
}

const cases: Case[] = [
  { name: "the product has no key", says: [] },
  {
    name: "all exist, and the role that deploys is one",
    administrators: [there(ROLE), there(USER)],
    caller: session("administrators"),
    says: [["ok", /^all 2 administrators of the product's key exist$/]],
  },
  {
    name: "the user who deploys is one",
    administrators: [there(USER)],
    caller: USER,
    says: [["ok", /all 1/]],
  },
  {
    name: "a role and a user do not exist",
    administrators: [
      { arn: ROLE, found: { value: undefined } },
      { arn: USER, found: { value: undefined } },
    ],
    caller: USER,
    says: [
      [
        "failing",
        /^ml_product\.key_administrators names \S+role\/keys\/administrators, which does not exist/,
      ],
      ["failing", /names \S+user\/anna, which does not exist: KMS takes no key whose policy names it$/],
    ],
  },
  {
    name: "the role of that name has another path",
    administrators: [{ arn: ROLE, found: { value: ROLE.replace("/keys", "") } }],
    caller: session("administrators"),
    says: [["failing", /but the role of that name is \S+role\/administrators: KMS takes no key/]],
  },
  {
    name: "the role that deploys is none of them",
    administrators: [there(ROLE)],
    caller: session("deployer"),
    says: [
      ["failing", /assumed-role\/deployer\/someone deploys, and is none of ml_product\.key_administrators/],
    ],
  },
  {
    name: "the user who deploys has the name of a role that is one",
    administrators: [there(ROLE)],
    caller: `arn:aws:iam::${ACCOUNT}:user/administrators`,
    says: [["failing", /user\/administrators deploys, and is none/]],
  },
  ...[`arn:aws:iam::${ACCOUNT}:root`, `arn:aws:sts::${ACCOUNT}:federated-user/bob`].map((caller): Case => ({
    name: `nothing is certain of ${caller}`,
    administrators: [there(ROLE)],
    caller,
    says: [["ok", /exist/]],
  })),
  {
    name: "they may not be looked for",
    administrators: [denied(ROLE), denied(USER)],
    caller: USER,
    says: [
      ["unknown", /user\/anna \(iam:GetUser is denied\)$/],
      ["unknown", /role\/keys\/administrators \(iam:GetRole is denied\)$/],
    ],
  },
  {
    name: "the key is there already: its policy may stay as it is",
    administrators: [{ arn: ROLE, found: { value: undefined } }],
    caller: session("deployer"),
    stackResources: key("CREATE_COMPLETE"),
    says: [["warning", /which does not exist: KMS takes no new key policy that names it$/]],
  },
  {
    name: "the key of a failed creation is not there",
    administrators: [there(ROLE)],
    caller: session("deployer"),
    stackResources: key("DELETE_COMPLETE"),
    says: [["failing", /is none of/]],
  },
  {
    name: "whether the key is there is not known",
    administrators: [{ arn: ROLE, found: { value: undefined } }],
    caller: session("deployer"),
    stackResources: unread,
    says: [["warning", /does not exist/]],
  },
];

describe("what is said of the administrators of a product's key, where", () => {
  for (const { name, administrators, caller = USER, stackResources = { value: [] }, says } of cases) {
    it(name, () => {
      const judged = judgeKeyAdministrators(administrators, {
        stackResources,
        caller: { value: { accountId: ACCOUNT, arn: caller } },
      });
      assert.deepEqual(
        judged.map(({ status }) => status),
        says.map(([status]) => status),
      );
      judged.forEach(({ sentence, todo, status, check }, index) => {
        assert.equal(check, "key");
        assert.match(sentence, says[index]![1]);
        assert.equal(todo === undefined, status === "ok");
      });
    });
  }
});
