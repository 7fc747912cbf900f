const PREFIX = "not checked: ";

/** The warning with which the provider says of a resource that it could not look at it. */
export function notCheckedMessage(reason: string): string {
  return `${PREFIX}${reason}`;
}

/** The reason in such a warning; undefined where it is another one. */
export function notCheckedReason(message: string): string | undefined {
  return message.startsWith(PREFIX) ? message.slice(PREFIX.length) : undefined;
}
