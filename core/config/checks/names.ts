import { TEST_SUFFIX_LENGTH } from "../test-copy";
import {
  crossAccountRoleName,
  groupName,
  hyphenated,
  parameterPath,
  pascalCase,
  policyName,
  roleName,
  stackName,
  stem,
  type NamedEnvironment,
} from "../../naming/stack-names";
import type { Path } from "../source";
import { type Check, type CheckContext, entries } from "./check-context";

/** Characters that a test deployment adds to a name: a hyphen and the suffix. */
export const TEST_SUFFIX_CHARACTERS = TEST_SUFFIX_LENGTH + 1;

// IAM and AWS STS quotas ("Name requirements"), CloudFormation's CreateStack, Systems Manager's PutParameter.
const LIMITS = { group: 128, role: 64, policy: 128, stack: 128, parameter: 1011 };

interface Named {
  path: Path;
  configName: string;
  /** Names compete only within one kind. */
  kind: "group" | "role" | "xacct";
}

function allNames({ config }: CheckContext): Named[] {
  const kinds = [
    ["iam_groups", "group"],
    ["service_roles", "role"],
    ["assumable_roles", "role"],
    ["cross_account_roles", "xacct"],
  ] as const;
  return kinds.flatMap(([section, kind]) =>
    Object.keys(config.security?.[section] ?? {}).map((configName) => ({
      path: ["security", section, configName],
      configName,
      kind,
    })),
  );
}

function checkCollisions(names: Named[], { report }: CheckContext): void {
  const seen = new Map<string, Named>();
  for (const named of names) {
    const forms = [
      `${named.kind}-${hyphenated(named.configName)}`,
      `${named.kind}:${pascalCase(named.configName)}`,
    ];
    const other = forms.map((form) => seen.get(form)).find((found) => found !== undefined);
    if (other !== undefined) {
      const name = `${named.kind}-${hyphenated(named.configName)}`;
      const message = `has the same name in AWS (…-${name}, or ${pascalCase(named.configName)} in the template) as ${other.path.slice(1).join(".")}`;
      report(named.path, "key", message, "rename one of them");
    }
    forms.forEach((form) => seen.set(form, other ?? named));
  }
}

interface Length {
  path: Path;
  name: string;
  limit: number;
  what: string;
  suffix?: number;
}

function checkLength(
  { path, name, limit, what, suffix = TEST_SUFFIX_CHARACTERS }: Length,
  { report }: CheckContext,
): void {
  const room = limit - suffix;
  if (name.length <= room) return;
  const message = `gives the ${what} ${name.slice(0, 140)} of ${name.length} characters, AWS allows ${limit}`;
  report(
    path,
    "key",
    message,
    `shorten it by ${name.length - room}: a test deployment adds ${suffix} characters`,
  );
}

function environmentOf({ config }: CheckContext): NamedEnvironment | undefined {
  const { tier, client, environment, deployment } = config;
  const parts = [
    client?.company_prefix,
    client?.tenant_id,
    environment?.env,
    environment?.region,
    tier?.name,
  ];
  return parts.includes(undefined)
    ? undefined
    : ({ tier, client, environment, deployment } as NamedEnvironment);
}

function checkPolicyLengths(environment: NamedEnvironment, context: CheckContext): void {
  const { security } = context.config;
  for (const section of ["iam_groups", "service_roles"] as const) {
    for (const [name, definition] of entries(security?.[section])) {
      for (const [service, id] of entries(definition.policy_assignments)) {
        const path = ["security", section, name, "policy_assignments", service];
        const policy = policyName(environment, { service, id, slug: "" });
        checkLength({ path, name: policy, limit: LIMITS.policy, what: "policy name" }, context);
      }
    }
  }
}

/** No two definitions get the same name or logical id in AWS, and every name fits into AWS's limits, a test's suffix included. */
export const checkNames: Check = (context) => {
  const names = allNames(context);
  checkCollisions(names, context);
  const environment = environmentOf(context);
  if (environment === undefined) return;

  for (const { path, configName, kind } of names) {
    if (kind === "group") {
      checkLength(
        { path, name: groupName(environment, configName), limit: LIMITS.group, what: "group name" },
        context,
      );
    } else {
      const name = (kind === "role" ? roleName : crossAccountRoleName)(environment, configName);
      checkLength({ path, name, limit: LIMITS.role, what: "role name" }, context);
      const parameter = `${parameterPath(environment)}/${pascalCase(`${kind}_${configName}`)}Arn`;
      checkLength({ path, name: parameter, limit: LIMITS.parameter, what: "parameter name" }, context);
    }
  }
  checkPolicyLengths(environment, context);
  const region: Path = ["environment", "region"];
  checkLength(
    { path: region, name: `${stem(environment)}-stack`, limit: LIMITS.stack, what: "stack name" },
    context,
  );
  const pinned: Path = ["deployment", "stack_name"];
  checkLength(
    { path: pinned, name: stackName(environment), limit: LIMITS.stack, what: "stack name", suffix: 0 },
    context,
  );
};
