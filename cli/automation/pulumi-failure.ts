import { ExitCode, TierguardError } from "../../core/errors";

/** The lines that Pulumi marks as errors, with what follows them indented; the whole text where it marks none. */
function errorLines(text: string): string {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line.startsWith("error:"));
  if (first < 0) return lines.filter((line) => line !== "").join("\n");
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => line !== "" && !/^\s/.test(line));
  const more = (end < 0 ? rest : rest.slice(0, end)).filter((line) => line !== "");
  return [lines[first]!.replace(/^error:\s*/, ""), ...more].join("\n");
}

/** `3 minutes`, from a time until now. */
function age(since: Date, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - since.getTime()) / 60_000));
  if (minutes < 120) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** Who holds the lock, as backends without a service of their own write it. */
function lockHolders(text: string, now: Date): string[] {
  const holders = text.matchAll(/created by (\S+) \(pid (\d+)\) at (\S+)/g);
  return [...holders].map(([, owner, pid, time]) => {
    const since = new Date(time!);
    const ago = Number.isNaN(since.getTime()) ? "" : `, ${age(since, now)} ago`;
    return `${owner}, process ${pid}, since ${time}${ago}`;
  });
}

function locked(text: string, stack: string, now: Date): TierguardError {
  const holders = lockHolders(text, now);
  const who = holders.length === 0 ? "" : ` by ${holders.join("; ")}`;
  return new TierguardError(`The Pulumi stack ${stack} is locked${who}`, {
    code: "stack-locked",
    exitCode: ExitCode.Failed,
    hint: `wait until that run has ended; where it surely has, as that process is gone, lift the lock with: pulumi cancel --stack ${stack}`,
  });
}

interface Explanation {
  matches: RegExp;
  code: string;
  message: string;
  hint: string;
}

const EXPLANATIONS: readonly Explanation[] = [
  {
    matches: /PULUMI_ACCESS_TOKEN must be set|not logged in|invalid access token/,
    code: "not-logged-in",
    message: "Pulumi is not logged in to a backend, which keeps the state of the stacks",
    hint: "log in with `pulumi login` (Pulumi Cloud) or `pulumi login s3://your-bucket`, or set PULUMI_BACKEND_URL",
  },
  {
    matches: /passphrase must be set with/,
    code: "no-passphrase",
    message: "The passphrase of the Pulumi state is missing",
    hint: "set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE",
  },
  {
    matches: /incorrect passphrase/,
    code: "wrong-passphrase",
    message: "The passphrase is not that of the Pulumi stack",
    hint: "set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to the one that the stack was made with",
  },
];

/** What a failed Pulumi command says, for people, where its words tell what is wrong. */
export function explainPulumiFailure(
  text: string,
  { stack, doing, now = new Date() }: { stack: string; doing: string; now?: Date },
): TierguardError {
  if (/currently locked by|\[409\] Conflict/.test(text)) return locked(text, stack, now);
  const known = EXPLANATIONS.find(({ matches }) => matches.test(text));
  if (known !== undefined) {
    const { code, message, hint } = known;
    return new TierguardError(message, { code, exitCode: ExitCode.Failed, hint });
  }
  return new TierguardError(`${doing} failed. Pulumi says: ${errorLines(text)}`, {
    code: "pulumi-failed",
    exitCode: ExitCode.Failed,
  });
}
