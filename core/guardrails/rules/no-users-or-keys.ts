import { guardrail, notApplicable, verdictOf } from "../guardrail";
import { nameOf } from "../template-principals";

const FORBIDDEN: Readonly<Record<string, string>> = {
  "AWS::IAM::AccessKey": "an access key is a secret without an end",
  "AWS::IAM::User": "a user of IAM signs in with a password or keys of its own",
  "AWS::IAM::UserPolicy": "a user of IAM signs in with a password or keys of its own",
  "AWS::IAM::UserToGroupAddition": "who belongs to a group is no matter of the stack",
};

/** People sign in through the account's identity provider, machines take roles. */
export const noUsersOrKeys = guardrail({
  name: "no-users-or-keys",
  forbids: "IAM users, access keys, login profiles, and the membership of users in groups.",
  why: "Keys and passwords last until somebody remembers them; roles give credentials that end by themselves.",
  remediation: "Give the rights to a group or a role; people and machines assume roles.",
  examples: { bad: "Type: AWS::IAM::User", good: "Type: AWS::IAM::Role" },
  enforcement: "mandatory",
  options: {},
  judge({ template }) {
    if (template === undefined) return notApplicable("there is no template");
    return verdictOf(
      template.resources.flatMap((resource) => {
        const why = FORBIDDEN[resource.type];
        if (why === undefined) return [];
        const message = `${resource.type}: ${why}`;
        return { principals: [nameOf(resource)], path: resource.path, message, instead: this.remediation };
      }),
    );
  },
});
