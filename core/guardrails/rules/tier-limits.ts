import { isTierName, type LimitedList, TIER_LIMITS, type TierName } from "../../config/tier-limits";
import { guardrail, notApplicable, verdictOf } from "../guardrail";
import { type RoleKind, roleKind } from "../role-kind";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

interface Counted {
  list: LimitedList;
  noun: string;
  resources: readonly JudgedResource[];
}

/** A tier's stack has no more groups and roles than the tier allows. */
export const tierLimits = guardrail({
  name: "tier-limits",
  forbids: "More groups, service roles, assumable roles or cross-account roles than the tier allows.",
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
    const groups = resourcesOf(subject, "AWS::IAM::Group");
    const roles = resourcesOf(subject, "AWS::IAM::Role");
    if (groups.length + roles.length === 0) return notApplicable("there are no groups and no roles");
    if (environment === undefined) return unknownEnvironment();
    if (environment.kind === "ml") return notApplicable("an ML product has roles of its services alone");
    const { tier } = environment;
    if (!isTierName(tier)) {
      const message = `the config names the tier "${tier}", which does not exist`;
      return verdictOf([
        { principals: [], path: [], message, instead: "write startup, medium or enterprise" },
      ]);
    }
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

function excess({ list, noun, resources }: Counted, tier: TierName) {
  const limit = TIER_LIMITS[tier][list];
  if (resources.length <= limit) return [];
  const tooMany = resources.slice(limit);
  return [
    {
      principals: tooMany.map(nameOf),
      path: tooMany[0]!.path,
      message: `the stack has ${resources.length} ${noun}, the ${tier} tier allows ${limit}`,
      instead: "leave out what is too many, or take a larger tier in the config",
    },
  ];
}

function unknownEnvironment() {
  const message = "no config says which tier the stack is of";
  const instead = "set tierguard:tier, tierguard:client and tierguard:environment in the stack's config";
  return verdictOf([{ principals: [], path: [], message, instead }]);
}
