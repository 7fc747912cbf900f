/** Short forms that existing scripts use. */
const aliases: Record<string, string> = { "-con": "--config", "-act": "--action" };

/** Options of every action that take a value. */
const withValue = new Set(["--config", "--stack", "--output", "--action"]);

/**
 * Brings the accepted forms of a command line into the one that is parsed, the action as first word:
 * `--config F --action X`, `-con F -act X` and options before the action.
 */
export function normalisedArguments(argv: readonly string[]): string[] {
  const rest: string[] = [];
  let action: string | undefined;
  let word: number | undefined;
  for (let index = 0; index < argv.length; index++) {
    const [head, ...tail] = argv[index]!.split("=");
    const option = aliases[head!] ?? head!;
    const given = [option, ...tail].join("=");
    if (argv[index] === "--") {
      rest.push(...argv.slice(index));
      break;
    }
    if (!option.startsWith("-")) {
      word ??= rest.length;
      rest.push(argv[index]!);
    } else if (option === "--action" && action === undefined) {
      action = tail.length > 0 ? tail.join("=") : (argv[++index] ?? "");
    } else {
      rest.push(given);
      if (withValue.has(option) && tail.length === 0 && index + 1 < argv.length) rest.push(argv[++index]!);
    }
  }
  if (action !== undefined) return [action, ...rest];
  if (word === undefined || rest[0] === "help") return rest;
  return [rest[word]!, ...rest.slice(0, word), ...rest.slice(word + 1)];
}
