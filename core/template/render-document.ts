import type { PolicyDocument, Statement } from "../security/policy-document";
import type { TemplateValue } from "./cloudformation";

/**
 * A text in which CloudFormation fills in the partition. Only there does CloudFormation look at `${…}` at all, so
 * IAM's policy variables are escaped (`${!aws:username}`) in such a text and left alone everywhere else.
 */
export function renderText(text: string): TemplateValue {
  if (!text.includes("${AWS::Partition}")) return text;
  return { "Fn::Sub": text.replace(/\$\{(?!AWS::Partition\})/g, "${!") };
}

/** A policy document as a property of a template. */
export function renderDocument(document: PolicyDocument): TemplateValue {
  return { Version: document.Version, Statement: document.Statement.map(renderStatement) };
}

function renderStatement({ Sid, Effect, Principal, Action, Resource, Condition }: Statement): TemplateValue {
  const result: Record<string, TemplateValue> = {};
  if (Sid !== undefined) result.Sid = Sid;
  result.Effect = Effect;
  if (Principal !== undefined) result.Principal = renderPrincipal(Principal);
  result.Action = Action;
  if (Resource !== undefined) result.Resource = Resource.map(renderText);
  if (Condition !== undefined) result.Condition = renderCondition(Condition);
  return result;
}

function renderPrincipal(principal: NonNullable<Statement["Principal"]>): TemplateValue {
  if (principal === "*") return principal;
  return mapSorted(principal, (names) => [names].flat().map(renderText));
}

function renderCondition(condition: NonNullable<Statement["Condition"]>): TemplateValue {
  return mapSorted(condition, (keys) =>
    mapSorted(keys, (value) => (typeof value === "string" ? renderText(value) : value.map(renderText))),
  );
}

function mapSorted<T>(record: Record<string, T>, render: (value: T) => TemplateValue): TemplateValue {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map((key) => [key, render(record[key]!)]));
}
