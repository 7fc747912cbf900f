import { callMessage } from "../aws/aws-call";
import { type AwsClients, connectToAws } from "../aws/clients";
import type { AwsConnection } from "../aws/connection";
import { preflightBehaviour } from "./preflight";
import type { Reporter } from "./resource-behaviour";
import type { Provider } from "./serve";
import { watchedResourceBehaviour } from "./watched-resource";

const PREFLIGHT_TYPE = "tierguard:index:Preflight";

/** One set of clients for each way of reaching AWS: a deployment verifies dozens of resources over the same one. */
function rememberConnections(reporter: Reporter): (connection: AwsConnection) => AwsClients {
  const known = new Map<string, AwsClients>();
  return (connection) => {
    const key = JSON.stringify(connection);
    const clients =
      known.get(key) ??
      connectToAws(connection, { onCall: (call) => void reporter.debug(callMessage(call)) });
    known.set(key, clients);
    return clients;
  };
}

/** The `tierguard` provider: the pre-check of a stack, and the watched resources of every other type. */
export function createProvider(version: string, reporter: Reporter): Provider {
  const connect = rememberConnections(reporter);
  const preflight = preflightBehaviour(connect, reporter);
  const watched = watchedResourceBehaviour(connect, reporter);
  return {
    name: "tierguard",
    version,
    behaviour: (type) => (type === PREFLIGHT_TYPE ? preflight : watched),
    // The program asks for it before it loads the rest, so that what the pre-check needs loads meanwhile.
    async warmUp() {
      const aws = connect({ region: "us-east-1" });
      await Promise.all([aws.sts(), aws.cloudFormation(), aws.iam(), aws.ssm()]);
    },
  };
}
