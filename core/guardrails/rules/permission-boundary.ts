import { isProductOf } from "../environment";
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
    "Roles without the permission boundary that the config names, and roles of enterprise ML products without the product's own.",
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
    const wanted = isProductOf(environment, mlTiers) ? environment.product.boundary : environment?.boundary;
    if (wanted === undefined) return notApplicable("the config asks for no boundary");
    return verdictOf(
      roles
        .filter(({ properties }) => properties.PermissionsBoundary !== wanted)
        .map((role) => {
          const { PermissionsBoundary: boundary } = role.properties;
          const said =
            typeof boundary === "string" ? `is bounded by ${boundary}` : "has no permission boundary";
          return {
            principals: [nameOf(role)],
            path: [...role.path, "Properties", "PermissionsBoundary"],
            message: `the role ${said}, not by ${wanted}`,
            instead: `set PermissionsBoundary to ${wanted}`,
          };
        }),
    );
  },
});
