import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExitCode, TierguardError } from "../core/errors";
import { continuesPrivateKey, type Hidden, type Mask, maskFor } from "../core/masking";
import { credentialsOf } from "./environment-credentials";
import { reason } from "./write-whole";

/** Levels of a log, the least important first. */
export type LogLevel = "DEBUG" | "INFO" | "WARNING" | "ERROR" | "CRITICAL";

/** Where the log of one run goes, and what it is called after. */
export interface ActionLogOptions {
  action: string;
  /** The output folder; the log goes to `reports/` in it. */
  output: string;
  /** Whether DEBUG lines are kept and everything is shown on stderr. */
  verbose: boolean;
  /** Shows a line to the user. */
  show: (line: string) => void;
}

/** `20261125_004354_123`: a time in UTC, to the millisecond, as names of files have it. */
export function timestamp(time: Date): string {
  const [date, clock] = time.toISOString().split("T") as [string, string];
  return `${date.replaceAll("-", "")}_${clock.slice(0, 8).replaceAll(":", "")}_${clock.slice(9, 12)}`;
}

/**
 * The log of one action. Lines are kept until the file has its name, and appended at once from then on. None of them
 * holds a credential or an external id, whatever they were made of.
 */
export class ActionLog {
  /** When the action began. */
  readonly begun = new Date();
  private readonly credentials = credentialsOf(process.env);
  private mask: Mask = maskFor({ credentials: this.credentials });
  /** Whether the last line ended inside a private key. */
  private insideKey = false;
  private lines: string[] = [];
  private opened: string | undefined;
  private failed = false;

  constructor(private readonly options: ActionLogOptions) {}

  /** Where the log is written, once it is. */
  get path(): string | undefined {
    return this.opened;
  }

  /**
   * Where a report of this run goes: beside the log, under its name with another extension.
   * @throws TierguardError where there is no log to be beside.
   */
  beside(extension: string): string {
    if (this.opened === undefined) {
      throw new TierguardError(`the report can't be written: there is no log in ${this.folder}`, {
        code: "cannot-write",
        exitCode: ExitCode.Failed,
        hint: "name a folder that you may write to with --output",
      });
    }
    return this.opened.replace(/\.log$/, `.${extension}`);
  }

  /** A line without what no line of the log may hold, for whoever else says it. */
  withoutSecrets(line: string): string {
    return this.mask(line);
  }

  /** Hides these external ids too, in lines that are kept and in all that come. */
  hide({ externalIds }: Required<Pick<Hidden, "externalIds">>): void {
    this.mask = maskFor({ credentials: this.credentials, externalIds });
    this.lines = this.lines.map(this.mask);
  }

  debug(message: string): void {
    if (this.options.verbose) this.add("DEBUG", message);
  }

  info(message: string): void {
    this.add("INFO", message);
  }

  warning(message: string): void {
    this.add("WARNING", message);
  }

  error(message: string): void {
    this.add("ERROR", message);
  }

  /** A defect of the program itself. */
  critical(message: string): void {
    this.add("CRITICAL", message);
  }

  /** Gives the file its name, `{name}-{action}-{time in UTC}.log`. Only the first call counts. */
  open(name: string): void {
    if (this.opened !== undefined || this.failed) return;
    const { folder } = this;
    try {
      mkdirSync(folder, { recursive: true });
      this.opened = this.create(folder, name);
      this.lines = [];
    } catch (error) {
      this.failed = true;
      this.options.show(`warning: the log can't be written to ${folder}: ${reason(error)}`);
    }
  }

  private get folder(): string {
    return join(this.options.output, "reports");
  }

  private create(folder: string, name: string): string {
    // Two runs in the same millisecond would share a name: the later one takes the next.
    for (let later = 0; ; later++) {
      const time = timestamp(new Date(this.begun.getTime() + later));
      const path = join(folder, `${name}-${this.options.action}-${time}.log`);
      try {
        writeFileSync(path, this.lines.join(""), { flag: "wx" });
        return path;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST" || later === 1000) throw error;
      }
    }
  }

  /** A key may come line by line: what continues one that has begun is left out. */
  private masked(text: string): string {
    const lines = text.split("\n");
    const rest = this.insideKey ? lines.findIndex((line) => !continuesPrivateKey(line)) : 0;
    if (rest < 0) return "[private key]";
    const end = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----(?![\s\S]*-----END)([\s\S]*)$/.exec(text);
    this.insideKey = end !== null && end[1]!.split("\n").every(continuesPrivateKey);
    return this.mask(lines.slice(rest).join("\n"));
  }

  private add(level: LogLevel, unmasked: string): void {
    const message = this.masked(unmasked);
    const time = new Date().toISOString();
    const line = `${time} ${level.padEnd(8)} ${message.replaceAll("\n", "\n    ")}\n`;
    if (this.options.verbose && (level === "DEBUG" || level === "INFO"))
      this.options.show(`${level.toLowerCase()}: ${message}`);
    if (this.opened === undefined) {
      if (!this.failed) this.lines.push(line);
      return;
    }
    try {
      appendFileSync(this.opened, line);
    } catch (error) {
      this.failed = true;
      this.options.show(`warning: the log ${this.opened} can't be written: ${reason(error)}`);
      this.opened = undefined;
    }
  }
}
