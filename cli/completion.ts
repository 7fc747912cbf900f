import type { Action, ActionOption } from "./action";
import { commonOptions, ownOptions, partsOf } from "./options";

/** The shells that there is a script for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** One of them. */
export type Shell = (typeof SHELLS)[number];

/** What `tierguard completion` does. */
export const COMPLETION = "Print the script by which a shell completes this command line";

const HELP: ActionOption = { flags: "--help", description: "print this help" };

function optionsOf(action: Action): ActionOption[] {
  return [...commonOptions(), ...ownOptions(action), HELP];
}

/** A text in single quotes, as all three shells read it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Bash: words by position, files and folders by the shell itself. */
function bash(actions: readonly Action[]): string {
  const valued = new Map(
    actions.flatMap(optionsOf).flatMap((option) => {
      const { name, value } = partsOf(option);
      return value === undefined ? [] : [[name, { value, choices: option.choices }] as const];
    }),
  );
  const replies = [...valued].map(([name, { value, choices = [] }]) => {
    const files = { file: "-f", dir: "-d" }[value];
    const how = files ?? `-W ${quoted(choices.join(" "))}`;
    const names = files === undefined ? "" : "compopt -o filenames 2>/dev/null; ";
    return `    ${name}) ${names}COMPREPLY=($(compgen ${how} -- "$current")); return ;;`;
  });
  const words = actions.map((action) => {
    const names = optionsOf(action).map((option) => partsOf(option).name);
    return `    ${action.id}) words=${quoted(names.join(" "))} ;;`;
  });
  const ids = actions.map(({ id }) => id);
  return `_tierguard() {
  local current="\${COMP_WORDS[COMP_CWORD]}" action= word words
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${[...ids, "completion"].join("|")}) action=$word; break ;; esac
  done
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
${replies.join("\n")}
  esac
  case "$action" in
    '') words=${quoted([...ids, "completion", "help", "--help", "--version"].join(" "))} ;;
${words.join("\n")}
    completion) words=${quoted(SHELLS.join(" "))} ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _tierguard tierguard
`;
}

function zsh(actions: readonly Action[]): string {
  // Brackets and colons have a meaning of their own in what zsh describes by.
  const plain = (text: string) => text.replaceAll(/[[\]:]/g, "");
  const spec = (option: ActionOption) => {
    const { name, value } = partsOf(option);
    const head = `${name}[${plain(option.description)}]`;
    if (value === undefined) return quoted(head);
    const files = value === "dir" ? "_files -/" : value === "file" ? "_files" : "";
    return quoted(`${head}:${value}:${option.choices ? `(${option.choices.join(" ")})` : files}`);
  };
  const cases = actions.map(
    (action) => `    ${action.id}) _arguments ${optionsOf(action).map(spec).join(" ")} ;;`,
  );
  return `#compdef tierguard
_tierguard() {
  local -a actions
  actions=(${actions.map(({ id, summary }) => quoted(`${id}:${plain(summary)}`)).join(" ")})
  actions+=(${quoted(`completion:${COMPLETION}`)})
  if (( CURRENT == 2 )); then _describe action actions; return; fi
  local action=$words[2]
  shift words
  (( CURRENT-- ))
  case "$action" in
${cases.join("\n")}
    completion) _values shell ${SHELLS.join(" ")} ;;
  esac
}
compdef _tierguard tierguard
`;
}

function fish(actions: readonly Action[]): string {
  const option = (id: string, { description, choices, ...rest }: ActionOption) => {
    const { name, value } = partsOf({ description, ...rest });
    const among = choices === undefined ? "" : ` -a ${quoted(choices.join(" "))}`;
    const values: Record<string, string> = { file: " -r -F", dir: " -x -a '(__fish_complete_directories)'" };
    const takes = value === undefined ? "" : (values[value] ?? ` -x${among}`);
    const seen = quoted(`__fish_seen_subcommand_from ${id}`);
    return `complete -c tierguard -n ${seen} -l ${name.slice(2)}${takes} -d ${quoted(description)}`;
  };
  const lines = actions.flatMap((action) => [
    `complete -c tierguard -n __fish_use_subcommand -a ${action.id} -d ${quoted(action.summary)}`,
    ...optionsOf(action).map((one) => option(action.id, one)),
  ]);
  const shells = quoted(SHELLS.join(" "));
  lines.push(
    `complete -c tierguard -n __fish_use_subcommand -a completion -d ${quoted(COMPLETION)}`,
    `complete -c tierguard -n '__fish_seen_subcommand_from completion' -a ${shells}`,
  );
  return ["complete -c tierguard -f", ...lines, ""].join("\n");
}

/** The script by which a shell completes actions, their options and the options' values. */
export function completionScript(shell: Shell, actions: readonly Action[]): string {
  return { bash, zsh, fish }[shell](actions);
}
