import { describeAwsError, explainAwsFailure } from "../aws/aws-error";
import type { AwsClients } from "../aws/clients";
import type { AwsConnection } from "../aws/connection";
import { type AsWanted, makeAsWanted, PATIENCE } from "../aws/drift/make-as-wanted";
import { readWatched, type WatchedState } from "../aws/drift/read-watched";
import { StackReferences } from "../aws/drift/stack-references";
import { StackRepairs } from "../aws/drift/stack-repairs";
import { TemplateSpelling } from "../aws/drift/template-spelling";
import { type WatchedArgs, watchedName } from "../aws/watched-args";
import { canonicalProperties, type Properties } from "../core/drift/canonical-properties";
import { differenceName } from "../core/drift/compare-properties";
import { goneMessage } from "../core/drift/gone-message";
import { LOST_CONTENT } from "../core/drift/lost-content";
import { notCheckedMessage } from "../core/drift/not-checked-message";
import { referencesIn } from "../core/template/open-references";
import { ExitCode, TierguardError } from "../core/errors";
import { detailedDiff } from "./detailed-diff";
import { limited } from "./limited";
import { hasUnknown, sameValue, secretLike, unwrap } from "./property-values";
import type { DiffResult, Reporter, ResourceBehaviour, Values } from "./resource-behaviour";

/** More reads at once would be throttled: each makes Cloud Control call IAM several times. */
const READS_AT_ONCE = 10;

/** The inputs with their properties in canonical form: what stands in the state, and what a refresh compares. */
function canonicalInputs(values: Values): Values {
  const { type, properties } = unwrap(values) as WatchedArgs;
  return withProperties(values, canonicalProperties(type, properties));
}

function withProperties(values: Values, properties: Properties): Values {
  return { ...values, properties: secretLike(properties, values.properties) };
}

function propertiesOf(values: Values): Properties {
  return (unwrap(values) as WatchedArgs).properties;
}

/** What of a change is to be shown. */
function shown(replaced: readonly string[], before: Values, after: Values): Pick<DiffResult, "detailed"> {
  // A new resource is shown whole.
  if (replaced.length > 0) return {};
  return { detailed: detailedDiff("properties", unwrap(before.properties), unwrap(after.properties)) };
}

/** What a repair came to, as messages beside the resource. */
async function report(reporter: Reporter, urn: string, watched: WatchedArgs, result: AsWanted) {
  if (result.unreadable !== undefined) {
    await reporter.warn(urn, `not verified: ${watchedName(watched)}: ${result.unreadable}`);
  }
  if (result.restored) {
    const lost = result.kept ? undefined : LOST_CONTENT[watched.type];
    const back = `${watchedName(watched)} was gone and is back`;
    await reporter.info(urn, lost === undefined ? back : `${back}; ${lost}`);
  }
  if (result.putBack.length > 0) {
    await reporter.info(
      urn,
      `${watched.logicalId}: put back ${result.putBack.map(differenceName).join(", ")}`,
    );
  }
  if (result.unseen.length > 0) {
    const names = result.unseen.map(differenceName).join(", ");
    await reporter.warn(
      urn,
      `${watchedName(watched)} has drifted: ${names}; "pulumi up --refresh" shows it and puts it back`,
    );
  }
}

/**
 * A resource that the stack makes and the engine watches. Reading it tells what AWS has; creating and updating it
 * verify that AWS has what the template says, and put back what it has lost since the stack was deployed.
 */
export function watchedResourceBehaviour(
  connect: (connection: AwsConnection) => AwsClients,
  reporter: Reporter,
  patience = PATIENCE,
): ResourceBehaviour {
  const references = new StackReferences();
  const spelling = new TemplateSpelling(references);
  const repairs = new StackRepairs();
  const inTurn = limited(READS_AT_ONCE);
  const read = async (values: Values): Promise<WatchedState> => {
    const watched = unwrap(values) as WatchedArgs;
    try {
      return await inTurn(() => readWatched(connect(watched.connection), references, watched));
    } catch (error) {
      const reason = explainAwsFailure(describeAwsError(error));
      throw new TierguardError(`${watchedName(watched)} could not be read: ${reason}`, {
        code: "not-read",
        exitCode: ExitCode.Failed,
        cause: error,
      });
    }
  };
  const repair = async (urn: string, values: Values, seen: Properties | undefined) => {
    const watched = unwrap(values) as WatchedArgs;
    const result = await makeAsWanted(connect(watched.connection), watched, seen, {
      repairs,
      references,
      spelling,
      patience,
      announce: (changes) =>
        reporter.info(
          urn,
          `putting back by a drift-aware change set of ${watched.stackName}: ${changes.map(({ logicalId }) => logicalId).join(", ")}`,
        ),
      announceKept: (keyIds) =>
        reporter.info(urn, `cancelled the deletion of the key ${keyIds.join(", ")}, and enabled it`),
    });
    await report(reporter, urn, watched, result);
    return result.identifier ?? watched.identifier;
  };
  return {
    check: (_urn, _olds, news) =>
      Promise.resolve({ inputs: hasUnknown(news) ? news : canonicalInputs(news) }),
    diff(olds, news) {
      if (hasUnknown(news)) return {};
      const replaced = ["type", "identifier"].filter((key) => !sameValue(olds[key], news[key]));
      // How AWS is reached and what the resource is called in the template say nothing about the resource itself.
      const [before, after] = [canonicalInputs(olds), canonicalInputs(news)];
      const changed = replaced.length > 0 || !sameValue(before.properties, after.properties);
      return { changes: changed, replaces: replaced, ...shown(replaced, before, after) };
    },
    async create(urn, inputs) {
      return { id: await repair(urn, inputs, undefined), outs: inputs };
    },
    async read(id, values, urn) {
      if (values.properties === undefined) {
        throw new TierguardError(`${id} can't be imported: a watched resource is what a stack has made`, {
          code: "not-importable",
          exitCode: ExitCode.BadInput,
        });
      }
      const state = await read(values);
      if (state.kind === "gone") {
        if (state.note !== undefined) await reporter.warn(urn, goneMessage(state.note));
        return { id: "", props: {} };
      }
      if (state.kind !== "found") {
        await reporter.warn(urn, notCheckedMessage(state.reason));
        return { id, props: values, inputs: values };
      }
      const live = withProperties(values, state.properties);
      // What AWS names has another name where the stack made it anew.
      const now = referencesIn(unwrap(values.identifier)).size > 0 ? state.identifier : id;
      return { id: now, props: live, inputs: live };
    },
    async update(urn, olds, news) {
      await repair(urn, news, propertiesOf(olds));
      return { outs: news };
    },
  };
}
