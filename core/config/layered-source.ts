import { type ConfigSource, type JsonObject, type Part, type Path, type Place } from "./source";

/** A config whose `security` comes from a master file with the user's `security_overrides` laid over it. */
export class LayeredSource implements ConfigSource {
  constructor(
    private readonly user: ConfigSource,
    private readonly master: ConfigSource,
    readonly value: JsonObject,
  ) {}

  place(path: Path, part: Part): Place {
    const { source, inSource } = this.layer(path);
    return source.place(inSource, part);
  }

  has(path: Path): boolean {
    const { source, inSource } = this.layer(path);
    return source.has(inSource);
  }

  writtenAs(path: Path): string | undefined {
    const { source, inSource } = this.layer(path);
    return source.writtenAs(inSource);
  }

  /** The user's file where it says something about this path or, failing that, about the nearest thing around it. */
  private layer(path: Path): { source: ConfigSource; inSource: Path } {
    if (path[0] !== "security") return { source: this.user, inSource: path };
    const overriding: Path = ["security_overrides", ...path.slice(1)];
    for (let depth = path.length; depth > 1; depth--) {
      if (this.user.has(overriding.slice(0, depth))) return { source: this.user, inSource: overriding };
      if (this.master.has(path.slice(0, depth))) break;
    }
    return { source: this.master, inSource: path };
  }
}
