import type { Provider } from "@pulumi/pulumi/provider";
import { type AwsClients, connectToAws } from "../aws/clients";
import type { AwsConnection } from "../aws/connection";
import { preflightBehaviour } from "./preflight";
import type { Reporter, ResourceBehaviour, Values } from "./resource-behaviour";
import { watchedResourceBehaviour } from "./watched-resource";

const PREFLIGHT_TYPE = "tierguard:index:Preflight";

/** `urn:pulumi:stack::project::parent$type::name` → `type`. */
function typeOf(urn: string): string {
  return (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
}

/** One set of clients for each way of reaching AWS: a deployment verifies dozens of resources over the same one. */
function rememberConnections(): (connection: AwsConnection) => AwsClients {
  const known = new Map<string, AwsClients>();
  return (connection) => {
    const key = JSON.stringify(connection);
    const clients = known.get(key) ?? connectToAws(connection);
    known.set(key, clients);
    return clients;
  };
}

/** The `tierguard` provider: the pre-check of a stack, and the watched resources of every other type. */
export function createProvider(version: string, reporter: Reporter): Provider {
  const connect = rememberConnections();
  const preflight = preflightBehaviour(connect, reporter);
  const watched = watchedResourceBehaviour(connect, reporter);
  const behaviour = (urn: string): ResourceBehaviour =>
    typeOf(urn) === PREFLIGHT_TYPE ? preflight : watched;
  return {
    version,
    schema: JSON.stringify({ name: "tierguard", version }),
    check: (urn, olds: Values, news: Values) => behaviour(urn).check(urn, olds, news),
    diff: (_id, urn, olds: Values, news: Values) => Promise.resolve(behaviour(urn).diff(olds, news)),
    create: (urn, inputs: Values) => behaviour(urn).create(urn, inputs),
    read: (id, urn, props: Values = {}) => behaviour(urn).read(id, props),
    update: (_id, urn, olds: Values, news: Values) => behaviour(urn).update(urn, olds, news),
    // The program asks for it before it loads the rest, so that what the pre-check needs loads meanwhile.
    invoke: async () => {
      const aws = connect({ region: "us-east-1" });
      await Promise.all([aws.sts(), aws.cloudFormation(), aws.iam(), aws.ssm()]);
      return { outputs: {} };
    },
    // The stack deletes what it made: there is nothing to do for what only watches it.
    delete: () => Promise.resolve(),
  };
}
