import { setTimeout as sleep } from "node:timers/promises";
import { AwsError } from "../service";

/** A failure or a delay that a test asked for. */
export interface Fault {
  service: string;
  /** Every operation of the service where it is left out. */
  operation?: string;
  error?: { code: string; message: string; status?: number };
  delayMs?: number;
  /** How many calls it strikes; all of them where it is left out. */
  times?: number;
  /** Strikes only calls beyond this rate, as AWS's own throttling does: a bucket of `burst` calls, filled at `perSecond`. */
  beyond?: { burst: number; perSecond: number };
}

/** A bucket of calls that may be made at once. */
interface Bucket {
  calls: number;
  /** Milliseconds since 1970. */
  filled: number;
}

/** The faults that are asked for at the moment; they do not survive the server. */
export class Faults {
  private planned: Fault[] = [];
  private readonly buckets = new Map<Fault, Bucket>();

  add(fault: Fault): void {
    this.planned.push({ ...fault });
  }

  clear(): void {
    this.planned = [];
    this.buckets.clear();
  }

  /** Waits or throws as the first fault that is planned for this call says. */
  async strike(service: string, operation: string): Promise<void> {
    const fault = this.planned.find(
      (candidate) =>
        candidate.service === service &&
        (candidate.operation === undefined || candidate.operation === operation) &&
        !this.isWithinRate(candidate),
    );
    if (fault === undefined) return;
    if (fault.times !== undefined && --fault.times <= 0) {
      this.planned = this.planned.filter((candidate) => candidate !== fault);
    }
    // A delay does not keep a process alive whose server was closed.
    if (fault.delayMs !== undefined) await sleep(fault.delayMs, undefined, { ref: false });
    if (fault.error !== undefined) {
      throw new AwsError(fault.error.code, fault.error.message, fault.error.status ?? 400);
    }
  }

  /** Whether a fault lets a call through because it comes within the rate; the call then counts. */
  private isWithinRate(fault: Fault): boolean {
    if (fault.beyond === undefined) return false;
    const { burst, perSecond } = fault.beyond;
    const now = Date.now();
    const bucket = this.buckets.get(fault) ?? { calls: burst, filled: now };
    const calls = Math.min(burst, bucket.calls + ((now - bucket.filled) / 1000) * perSecond);
    this.buckets.set(fault, { calls: calls >= 1 ? calls - 1 : calls, filled: now });
    return calls >= 1;
  }
}
