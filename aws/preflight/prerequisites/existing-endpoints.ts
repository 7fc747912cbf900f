import type { EndpointIds } from "../../../core/template/prerequisites";
import type { Prerequisites, WantedEndpoint } from "../../../core/template/prerequisites";
import type { ExistingEndpoint, PrerequisiteFindings } from "./findings";

/** The endpoint that does what the wanted one would do; undefined where there is none. */
export function thatServes(
  { service, gateway }: WantedEndpoint,
  existing: readonly ExistingEndpoint[],
): ExistingEndpoint | undefined {
  return existing.find(
    (endpoint) =>
      endpoint.service === service && endpoint.gateway === gateway && (gateway || endpoint.privateDns),
  );
}

/** Those that keep a VPC from getting the wanted ones: interfaces that answer by the services' own names already. */
export function inTheWay(
  wanted: readonly WantedEndpoint[],
  existing: readonly ExistingEndpoint[],
): ExistingEndpoint[] {
  return wanted.filter(({ gateway }) => !gateway).flatMap((one) => thatServes(one, existing) ?? []);
}

/**
 * The ids of the endpoints that a test copy uses in place of new ones, which its VPC does not take: undefined where the
 * VPC takes them, or has not all that it would need.
 */
export function endpointsToReuse(
  { endpoints: wanted, placement }: Prerequisites,
  { endpoints: answer }: PrerequisiteFindings,
): EndpointIds | undefined {
  if (placement === undefined || answer === undefined || "failure" in answer) return undefined;
  if (inTheWay(wanted, answer.value).length === 0) return undefined;
  const ids: Partial<EndpointIds> = {};
  for (const one of wanted) ids[one.key] = thatServes(one, answer.value)?.id;
  return Object.values(ids).some((id) => id === undefined) ? undefined : (ids as EndpointIds);
}
