import { placeholderProblems, substitutePlaceholders } from "../catalogue/placeholders";
import { partitionOf } from "../naming/partition";
import { report, type BlueprintContext } from "./blueprint-context";
import { inThisCopy } from "./own-names";
import type { PolicyDocument, Statement } from "./policy-document";

const KEYS = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

/** A policy document as the config's schema lets it through: its statements are still open. */
export interface ConfigDocument {
  Version: "2012-10-17";
  Statement: Record<string, unknown>[];
}

/**
 * A policy document that stands in a config, in the one form that rendering writes: lists are lists, placeholders are
 * filled in. Everything that IAM would refuse or that would be lost on the way is reported, under its path.
 */
export function readConfigDocument(
  context: BlueprintContext,
  document: ConfigDocument,
  path: string,
): PolicyDocument {
  const Statement = document.Statement.map((raw, index) =>
    readStatement(context, raw, `${path}.Statement[${index}]`),
  );
  return { Version: "2012-10-17", Statement };
}

function readStatement(context: BlueprintContext, raw: Record<string, unknown>, path: string): Statement {
  for (const key of Object.keys(raw)) {
    if (!KEYS.includes(key)) {
      report(
        context,
        `${path}.${key}`,
        `"${key}" is not supported in a statement`,
        `allowed are ${KEYS.join(", ")}`,
      );
    }
  }
  const { Sid, Effect, Principal, Action, Resource, Condition } = raw;
  if (Effect !== "Allow" && Effect !== "Deny") {
    report(context, `${path}.Effect`, "must be Allow or Deny");
  }
  if (Sid !== undefined && (typeof Sid !== "string" || !/^[A-Za-z0-9]*$/.test(Sid))) {
    report(context, `${path}.Sid`, "must be letters and digits");
  }
  const statement: Statement = {
    Effect: Effect === "Deny" ? "Deny" : "Allow",
    Action: texts(context, Action, `${path}.Action`),
  };
  if (Principal !== undefined) statement.Principal = readPrincipal(context, Principal, `${path}.Principal`);
  if (Resource !== undefined) statement.Resource = texts(context, Resource, `${path}.Resource`);
  if (Condition !== undefined) statement.Condition = readCondition(context, Condition, `${path}.Condition`);
  return typeof Sid === "string" ? { Sid, ...statement } : statement;
}

function readPrincipal(context: BlueprintContext, value: unknown, path: string): Statement["Principal"] {
  if (value === "*") return "*";
  if (!isRecord(value)) {
    report(context, path, "must be a mapping such as `Service: lambda.amazonaws.com`");
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([kind, names]) => [kind, texts(context, names, `${path}.${kind}`)]),
  );
}

function readCondition(context: BlueprintContext, value: unknown, path: string): Statement["Condition"] {
  if (!isRecord(value)) {
    report(context, path, "must be a mapping of operators");
    return {};
  }
  const condition: NonNullable<Statement["Condition"]> = {};
  for (const [operator, keys] of Object.entries(value)) {
    const values: Record<string, string | string[]> = {};
    if (!isRecord(keys)) report(context, `${path}.${operator}`, "must be a mapping of condition keys");
    for (const [key, given] of Object.entries(isRecord(keys) ? keys : {})) {
      const list = texts(context, given, `${path}.${operator}.${key}`);
      values[key] = Array.isArray(given) ? list : (list[0] ?? "");
    }
    condition[operator] = values;
  }
  return condition;
}

function texts(context: BlueprintContext, value: unknown, path: string): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) report(context, path, "must not be empty");
  return list.map((item) => {
    // YAML reads an unquoted true or 3600 as what it is; IAM's conditions take them as text.
    const text = typeof item === "boolean" || typeof item === "number" ? String(item) : item;
    if (typeof text !== "string" || text === "") {
      report(context, path, "must be a text or a list of texts");
      return "";
    }
    return readText(context, text, path);
  });
}

function readText(context: BlueprintContext, text: string, path: string): string {
  const problems = placeholderProblems(text);
  for (const { message, hint } of problems) report(context, path, message, hint);
  const { region } = context.config.environment;
  const partition = /^arn:(aws[a-z-]*):/.exec(text)?.[1];
  if (partition !== undefined && partition !== partitionOf(region)) {
    report(context, path, `there is no partition ${partition} in ${region}`, "write arn:${AWS::Partition}:");
  }
  if (problems.length > 0) return text;
  return inThisCopy(substitutePlaceholders(text, context.values), context.config);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
