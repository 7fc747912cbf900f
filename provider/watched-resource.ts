import { describeAwsError, explainAwsFailure } from "../aws/aws-error";
import type { AwsClients } from "../aws/clients";
import type { AwsConnection } from "../aws/connection";
import { readLiveResource } from "../aws/live-resource";
import { missingProperties } from "../aws/normalise-properties";
import { ExitCode, TierguardError } from "../core/errors";
import type { WatchedResource } from "../core/template/watched-resource";
import { hasUnknown, sameValue, unwrap } from "./property-values";
import type { Reporter, ResourceBehaviour, Values } from "./resource-behaviour";

/** Milliseconds. IAM and Cloud Control show a change a few seconds late. */
const CONSISTENCY_TIMEOUT = 30_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 4_000;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

type WatchedInputs = WatchedResource & { connection: AwsConnection };

async function findFault(aws: AwsClients, watched: WatchedInputs): Promise<string | undefined> {
  const live = await readLiveResource(aws, watched.type, watched.identifier);
  if (live === undefined) return "it does not exist";
  const missing = missingProperties(watched.type, watched.properties, live);
  return missing.length === 0 ? undefined : `AWS has another ${missing.join(", ")}`;
}

/** Waits, within bounds, until AWS has what the template says; throws TierguardError where it does not. */
export async function verifyWatched(
  aws: AwsClients,
  watched: WatchedInputs,
  timeout = CONSISTENCY_TIMEOUT,
): Promise<"verified" | "denied"> {
  const deadline = Date.now() + timeout;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    let fault: string | undefined;
    try {
      fault = await findFault(aws, watched);
    } catch (error) {
      const failure = describeAwsError(error);
      if (failure.kind === "denied") return "denied";
      fault = explainAwsFailure(failure);
    }
    if (fault === undefined) return "verified";
    if (Date.now() + pause > deadline) {
      throw new TierguardError(
        `${watched.logicalId} (${watched.type} ${watched.identifier}) is not as the template says although the stack is done: ${fault}`,
        { code: "not-as-deployed", exitCode: ExitCode.Failed },
      );
    }
    await sleep(pause);
  }
}

/** A resource that the stack makes and the engine watches: it creates and deletes nothing itself. */
export function watchedResourceBehaviour(
  connect: (connection: AwsConnection) => AwsClients,
  reporter: Reporter,
): ResourceBehaviour {
  const verify = async (urn: string, values: Values) => {
    const watched = unwrap(values) as WatchedInputs;
    if ((await verifyWatched(connect(watched.connection), watched)) === "denied") {
      await reporter.warn(
        urn,
        `not verified: reading ${watched.type} ${watched.identifier} is denied (cloudformation:GetResource)`,
      );
    }
  };
  return {
    check: (_urn, _olds, news) => Promise.resolve({ inputs: news }),
    diff(olds, news) {
      if (hasUnknown(news)) return {};
      const replaced = ["type", "identifier"].filter((key) => !sameValue(olds[key], news[key]));
      // How AWS is reached and what the resource is called in the template say nothing about the resource itself.
      const changed = replaced.length > 0 || !sameValue(olds.properties, news.properties);
      return { changes: changed, replaces: replaced };
    },
    async create(urn, inputs) {
      await verify(urn, inputs);
      return { id: String(unwrap(inputs.identifier)), outs: inputs };
    },
    read: (id, values) => Promise.resolve({ id, props: values, inputs: values }),
    async update(urn, _olds, news) {
      await verify(urn, news);
      return { outs: news };
    },
  };
}
