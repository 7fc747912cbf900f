import { isObject } from "../../config/source";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type JudgedResource, resourcesOf } from "../subject";

/** Nobody comes in from just anywhere. */
export const noOpenIngress = guardrail({
  name: "no-open-ingress",
  forbids: "Security groups that let in any address.",
  why: "What is open to every address is tried by every scanner within minutes.",
  remediation: "Name the security group whose members may come, or the addresses of your own network.",
  examples: { bad: "CidrIp: 0.0.0.0/0", good: "SourceSecurityGroupId: sg-0a1b2c3d4e5f60718" },
  enforcement: "mandatory",
  options: {},
  judge(subject) {
    const groups = resourcesOf(subject, "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress");
    if (groups.length === 0) return notApplicable("there is no security group");
    return verdictOf(
      groups.flatMap((group) =>
        rulesOf(group)
          .filter(({ rule }) => isOpen(rule))
          .map(({ path }): Violation => ({
            principals: [group.logicalId],
            path,
            message: "it lets in every address",
            instead: this.remediation,
          })),
      ),
    );
  },
});

function rulesOf({ type, properties, path }: JudgedResource): { rule: unknown; path: Violation["path"] }[] {
  const at = [...path, "Properties"];
  if (type !== "AWS::EC2::SecurityGroup") return [{ rule: properties, path: at }];
  const { SecurityGroupIngress: rules } = properties;
  return (Array.isArray(rules) ? (rules as unknown[]) : []).map((rule, index) => ({
    rule,
    path: [...at, "SecurityGroupIngress", index],
  }));
}

/** A network of no fixed bits is everybody; a value that nobody knows may be. */
function isOpen(rule: unknown): boolean {
  if (!isObject(rule)) return true;
  return [rule.CidrIp, rule.CidrIpv6].some((cidr) => cidr !== undefined && !isNarrow(cidr));
}

function isNarrow(cidr: unknown): boolean {
  return typeof cidr === "string" && /\/[1-9]\d{0,2}$/.test(cidr);
}
