import type { WatchedResource } from "../template/watched-resource";
import { type Holder, holderKey } from "./principal-access";

/** Whom policies are attached to, by the policy's ARN. */
export type Holders = ReadonlyMap<string, readonly Holder[]>;

function attachedByTemplate(template: readonly WatchedResource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const attached = new Map<string, Set<string>>();
  const note = (arn: string, holder: Holder) => {
    attached.set(arn, (attached.get(arn) ?? new Set()).add(holderKey(holder)));
  };
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  for (const { type, properties, identifier } of template) {
    const kind = type === "AWS::IAM::Group" ? "group" : "role";
    for (const arn of list(properties.ManagedPolicyArns)) note(arn, { kind, name: identifier });
    if (type !== "AWS::IAM::ManagedPolicy") continue;
    for (const name of list(properties.Groups)) note(identifier, { kind: "group", name });
    for (const name of list(properties.Roles)) note(identifier, { kind: "role", name });
    for (const name of list(properties.Users)) note(identifier, { kind: "user", name });
  }
  return attached;
}

/** Of those whom the stack's policies are attached to, those whom its template does not name. */
export function attachedByHand(
  template: readonly WatchedResource[],
  found: Holders,
): Map<string, readonly Holder[]> {
  const attached = attachedByTemplate(template);
  return new Map(
    [...found].map(([arn, holders]) => [
      arn,
      holders.filter((holder) => attached.get(arn)?.has(holderKey(holder)) !== true),
    ]),
  );
}
