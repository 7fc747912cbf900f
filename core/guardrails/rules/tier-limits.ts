import { groupBy } from "../../analysis/group-by";
import { own } from "../../config/source";
import { isTierName, type LimitedList, TIER_LIMITS, type TierName, TIERS } from "../../config/tier-limits";
import { isMlTierName, ML_TIERS } from "../../ml/config/tiers";
import { ML_TIER_RESOURCES } from "../../ml/tier-resources";
import { joinWords } from "../../wording/join-words";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type RoleKind, roleKind } from "../role-kind";
import { type JudgedResource, type JudgedTemplate, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

interface Counted {
  list: LimitedList;
  noun: string;
  resources: readonly JudgedResource[];
}

/** A tier's stack has no more groups and roles than the tier allows. */
export const tierLimits = guardrail({
  name: "tier-limits",
  forbids:
    "More groups, service roles, assumable roles or cross-account roles than the tier allows; of an ML product, more resources of a type than its tier has.",
  why: "A tier says how much there is to review; a program that adds to it in secret undoes the review.",
  remediation: "Leave out what is too many, or take a larger tier in the config.",
  examples: {
    bad: "tier startup with 6 AWS::IAM::Group",
    good: "tier startup with 5 AWS::IAM::Group, or tier medium",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, { environment }) {
    if (subject.template?.whole !== true) return notApplicable("there is no whole template");
    if (environment?.product !== undefined)
      return verdictOf(productExcess(subject.template, environment.tier));
    const groups = resourcesOf(subject, "AWS::IAM::Group");
    const roles = resourcesOf(subject, "AWS::IAM::Role");
    if (groups.length + roles.length === 0) return notApplicable("there are no groups and no roles");
    if (environment === undefined) return unknownEnvironment();
    const { tier } = environment;
    if (!isTierName(tier)) return verdictOf([unknownTier(tier, TIERS)]);
    const of = (kind: RoleKind) => roles.filter((role) => roleKind(role, environment) === kind);
    const counted: Counted[] = [
      { list: "enabled_groups", noun: "groups", resources: groups },
      { list: "enabled_service_roles", noun: "service roles", resources: of("service") },
      { list: "enabled_assumable_roles", noun: "assumable roles", resources: of("assumable") },
      { list: "enabled_cross_account_roles", noun: "cross-account roles", resources: of("cross-account") },
    ];
    return verdictOf(counted.flatMap((one) => excess(one, tier)));
  },
});

function unknownTier(tier: string, tiers: readonly string[]): Violation {
  const message = `the config names the tier "${tier}", which does not exist`;
  return { principals: [], path: [], message, instead: `write ${joinWords(tiers, "or")}` };
}

/** The resources that an ML product's tier has not, and those that are more than it has. */
function productExcess({ resources }: JudgedTemplate, tier: string): Violation[] {
  if (!isMlTierName(tier)) return [unknownTier(tier, ML_TIERS)];
  const limits = ML_TIER_RESOURCES[tier];
  return [...groupBy(resources, ({ type }) => type)].flatMap(([type, found]) => {
    const limit = own(limits, type) ?? 0;
    if (found.length <= limit) return [];
    const tooMany = found.slice(limit);
    const message = `the stack has ${found.length} ${type}, a product of the ${tier} tier has ${limit === 0 ? "none" : `at most ${limit}`}`;
    return [{ principals: tooMany.map(nameOf), path: tooMany[0]!.path, message, instead: TOO_MANY }];
  });
}

const TOO_MANY = "leave out what is too many, or take a larger tier in the config";

function excess({ list, noun, resources }: Counted, tier: TierName) {
  const limit = TIER_LIMITS[tier][list];
  if (resources.length <= limit) return [];
  const tooMany = resources.slice(limit);
  return [
    {
      principals: tooMany.map(nameOf),
      path: tooMany[0]!.path,
      message: `the stack has ${resources.length} ${noun}, the ${tier} tier allows ${limit}`,
      instead: TOO_MANY,
    },
  ];
}

function unknownEnvironment() {
  const message = "no config says which tier the stack is of";
  const instead = "set tierguard:tier, tierguard:client and tierguard:environment in the stack's config";
  return verdictOf([{ principals: [], path: [], message, instead }]);
}
