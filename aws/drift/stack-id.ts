import { isMembers } from "../../core/drift/canonical-document";
import type { AwsClients } from "../clients";
import { findStack } from "../deployed-stack";

/** What stands for the stack's ARN in watched resources, as nobody knows it before the stack exists. */
export const STACK_ID = "${AWS::StackId}";

/** Whether a value says the stack's ARN anywhere. */
export function mentionsStackId(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(mentionsStackId);
  return isMembers(value) ? Object.values(value).some(mentionsStackId) : value === STACK_ID;
}

function replaceText(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceText(item, from, to));
  if (!isMembers(value)) return value === from ? to : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, replaceText(member, from, to)]),
  );
}

/** The value with the stack's ARN as templates say it. */
export function hideStackId<T>(value: T, stackId: string | undefined): T {
  return stackId === undefined ? value : (replaceText(value, stackId, STACK_ID) as T);
}

/** The value as AWS is to have it. */
export function revealStackId<T>(value: T, stackId: string | undefined): T {
  return stackId === undefined ? value : (replaceText(value, STACK_ID, stackId) as T);
}

/** Finds the ARNs of stacks, each once: of a tier a few dozen resources are read one after the other. */
export class StackIds {
  readonly #known = new Map<string, Promise<string | undefined>>();

  /** The stack's ARN; undefined where there is no such stack. Throws the SDK's errors. */
  find(aws: AwsClients, stackName: string): Promise<string | undefined> {
    const key = `${aws.region} ${stackName}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = findStack(aws, stackName).then((stack) => stack?.id);
    this.#known.set(key, found);
    // A stack that is not there yet, or could not be asked for, is asked for again.
    void found.then((id) => id ?? this.#known.delete(key)).catch(() => this.#known.delete(key));
    return found;
  }
}
