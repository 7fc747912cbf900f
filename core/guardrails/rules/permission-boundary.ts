import { guardrail, notApplicable, verdictOf } from "../guardrail";
import { resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

interface Options {
  ml_tiers: string[];
}

/** Where the config asks for a boundary, every role has it. */
export const permissionBoundary = guardrail<Options>({
  name: "permission-boundary",
  forbids:
    "Roles without the permission boundary that the config names, and roles of enterprise ML products without any.",
  why: "A boundary holds whatever policies say; one role without it is a way around it.",
  remediation: "Set PermissionsBoundary on every role, with no exception.",
  examples: {
    bad: "Type: AWS::IAM::Role without PermissionsBoundary",
    good: "PermissionsBoundary: arn:aws:iam::123456789012:policy/edge-boundary",
  },
  enforcement: "mandatory",
  options: {
    ml_tiers: {
      type: "array",
      items: { type: "string" },
      description: "tiers of ML products whose roles all have a boundary",
      default: ["enterprise"],
    },
  },
  judge(subject, { environment }, { ml_tiers: mlTiers }) {
    const roles = resourcesOf(subject, "AWS::IAM::Role");
    if (roles.length === 0) return notApplicable("there is no role");
    const wanted = environment?.boundary;
    const any = environment?.kind === "ml" && mlTiers.includes(environment.tier);
    if (wanted === undefined && !any) return notApplicable("the config asks for no boundary");
    const bounded = (boundary: unknown) =>
      wanted === undefined ? typeof boundary === "string" && boundary !== "" : boundary === wanted;
    return verdictOf(
      roles
        .filter(({ properties }) => !bounded(properties.PermissionsBoundary))
        .map((role) => {
          const { PermissionsBoundary: boundary } = role.properties;
          const said =
            typeof boundary === "string" ? `is bounded by ${boundary}` : "has no permission boundary";
          return {
            principals: [nameOf(role)],
            path: [...role.path, "Properties", "PermissionsBoundary"],
            message: wanted === undefined ? `the role ${said}` : `the role ${said}, not by ${wanted}`,
            instead: `set PermissionsBoundary to ${wanted ?? "the product's boundary"}`,
          };
        }),
    );
  },
});
