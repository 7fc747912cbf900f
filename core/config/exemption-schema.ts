import { type Static, Type } from "@sinclair/typebox";
import { CONFIG_NAME_PATTERN } from "./name-patterns";

const Exemption = Type.Object(
  {
    rule: Type.String({
      title: "id of a rule",
      pattern: "^[a-z][a-z0-9-]{1,63}$",
      description: "Id of the rule, as findings name it",
      examples: ["needless-wildcard"],
    }),
    principal: Type.String({
      title: "name",
      pattern: CONFIG_NAME_PATTERN,
      description: "Group or role whose finding it is, by its name in this config",
      examples: ["data_scientists"],
    }),
    policy: Type.String({
      title: "name of a policy",
      pattern: "^[\\w+=,.@/-]{1,200}$",
      description: "Policy that the finding is about, as findings name it",
      examples: ["s3-level2"],
    }),
    reason: Type.String({
      title: "reason",
      pattern: "^[\\u0020-\\u007E\\u00A1-\\u00FF]{10,500}$",
      description: "Why it is accepted, in 10 to 500 characters; it stands in every report",
    }),
    expires: Type.String({
      title: "date",
      pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      description: "Last day on which it counts, YYYY-MM-DD in UTC",
      examples: ["2027-03-31"],
    }),
  },
  { additionalProperties: false, title: "exemption" },
);

/** Section `exemptions`: findings of the analysis that are accepted for a time. */
export const ExemptionsSchema = Type.Array(Exemption, {
  maxItems: 100,
  title: "exemptions",
  description:
    "Findings that are accepted for a time; they stay in every report, and an expired one is a finding",
});

/** A finding that is accepted for a time. */
export type Exemption = Static<typeof Exemption>;
