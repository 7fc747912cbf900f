import { placeholderProblems } from "../../catalogue/placeholders";
import { partitionOf } from "../../naming/partition";
import { isObject, type Path } from "../source";
import { type Check, type CheckContext, entries } from "./check-context";

interface LocatedDocument {
  path: Path;
  document: unknown;
}

function documentsOf({ config }: CheckContext): LocatedDocument[] {
  const { service_roles, assumable_roles, cross_account_roles } = config.security ?? {};
  const at = (...steps: string[]): Path => ["security", ...steps];
  return [
    ...entries(service_roles).map(([name, role]) => ({
      path: at("service_roles", name, "trust_policy"),
      document: role.trust_policy,
    })),
    ...entries(assumable_roles).map(([name, role]) => ({
      path: at("assumable_roles", name, "custom_permissions"),
      document: role.custom_permissions,
    })),
    ...entries(cross_account_roles).flatMap(([name, role]) =>
      entries(role.custom_policies).map(([policy, document]) => ({
        path: at("cross_account_roles", name, "custom_policies", policy),
        document,
      })),
    ),
  ];
}

function checkText(text: string, path: Path, { config, report }: CheckContext): void {
  for (const { message, hint } of placeholderProblems(text)) report(path, "value", message, hint);
  const partition = /^arn:([a-z-]+):/.exec(text)?.[1];
  const region = config.environment?.region;
  if (partition === undefined || region === undefined || partition === partitionOf(region)) return;
  const message = `lies in the partition ${partition}, the region ${region} in ${partitionOf(region)}`;
  report(path, "value", message, "begin it with arn:${AWS::Partition}:");
}

function checkTexts(value: unknown, path: Path, context: CheckContext): void {
  if (typeof value === "string") checkText(value, path, context);
  else if (Array.isArray(value)) value.forEach((item, index) => checkTexts(item, [...path, index], context));
  else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      for (const { message, hint } of placeholderProblems(key)) {
        context.report([...path, key], "key", message, hint);
      }
      checkTexts(item, [...path, key], context);
    }
  }
}

function checkSids(document: unknown, path: Path, { report }: CheckContext): void {
  const statements =
    isObject(document) && Array.isArray(document.Statement) ? (document.Statement as unknown[]) : [];
  const seen = new Set<string>();
  statements.forEach((statement, index) => {
    if (!isObject(statement) || typeof statement.Sid !== "string") return;
    if (seen.has(statement.Sid)) {
      const at = [...path, "Statement", index, "Sid"];
      report(at, "value", `the Sid ${statement.Sid} is used twice`, "IAM wants each Sid once a document");
    }
    seen.add(statement.Sid);
  });
}

/** The policy documents of a config: placeholders that exist, ARNs of the right partition, statement ids once each. */
export const checkDocuments: Check = (context) => {
  for (const { path, document } of documentsOf(context)) {
    checkTexts(document, path, context);
    checkSids(document, path, context);
  }
};
