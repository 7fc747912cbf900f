import type { AwsClients } from "../aws/clients";
import type { AwsConnection } from "../aws/connection";
import { decidePreflight } from "../aws/preflight/decide";
import { gatherPreflight } from "../aws/preflight/gather";
import type { PreflightRequest } from "../aws/preflight/request";
import { removeLeftoverStack } from "../aws/stack-removal";
import { hasUnknown, sameValue, unwrap } from "./property-values";
import type { Reporter, ResourceBehaviour, Values } from "./resource-behaviour";

/**
 * The pre-check of a stack. `check` runs in preview and up alike and refuses what must not be deployed. What it finds
 * of a failed first creation becomes the input `leftoverStackId`, which keeps its value until another is found: a
 * change of it is what makes the pre-check remove the leftover, and the stack's resource start anew.
 */
export function preflightBehaviour(
  connect: (connection: AwsConnection) => AwsClients,
  reporter: Reporter,
): ResourceBehaviour {
  const removeLeftover = async (urn: string, values: Values) => {
    const request = unwrap(values) as PreflightRequest & { leftoverStackId: string };
    if (request.leftoverStackId === "") return;
    await reporter.info(
      urn,
      `deleting the stack ${request.stackName}, which a failed first creation left behind and which holds nothing`,
    );
    await removeLeftoverStack(connect(request.connection), request.leftoverStackId);
  };
  return {
    async check(urn, olds, news) {
      if (hasUnknown(news)) return { inputs: news };
      const request = unwrap(news) as PreflightRequest;
      const verdict = decidePreflight(request, await gatherPreflight(connect(request.connection), request));
      for (const warning of verdict.warnings) await reporter.warn(urn, warning);
      return {
        inputs: { ...news, leftoverStackId: verdict.leftoverStackId ?? olds.leftoverStackId ?? "" },
        failures: verdict.failures.map((reason) => ({ property: "", reason })),
      };
    },
    diff(olds, news) {
      if (hasUnknown(news)) return {};
      return { changes: !sameValue(olds.leftoverStackId, news.leftoverStackId) };
    },
    async create(urn, inputs) {
      await removeLeftover(urn, inputs);
      return { id: String(unwrap(inputs.stackName)), outs: inputs };
    },
    read: (id, values) => Promise.resolve({ id, props: values, inputs: values }),
    async update(urn, _olds, news) {
      await removeLeftover(urn, news);
      return { outs: news };
    },
  };
}
