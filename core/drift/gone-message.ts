const PREFIX = "gone, but not for good: ";

/** The warning with which the provider says of a resource that is gone how it can come back as it was. */
export function goneMessage(note: string): string {
  return `${PREFIX}${note}`;
}

/** The note in such a warning; undefined where it is another one. */
export function goneNote(message: string): string | undefined {
  return message.startsWith(PREFIX) ? message.slice(PREFIX.length) : undefined;
}
