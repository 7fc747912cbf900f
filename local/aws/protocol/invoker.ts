import { randomUUID } from "node:crypto";
import { partitionOf } from "../../../core/naming/partition";
import { type AskedRight, authorise } from "../authorization/authorise";
import { AwsError, type CallContext, type Caller } from "../service";
import type { Store } from "../store";
import { accountStore } from "../store-scopes";
import type { Faults } from "./faults";
import { type ServiceModel, serviceModel } from "./schema-model";
import type { ServiceDefinition } from "./service-definition";
import { checkRequired } from "./validate-input";

/** Code of the error where a member that must be there is not, for the protocols that have one of their own. */
const MISSING_INPUT: Partial<Record<ServiceDefinition["protocol"], string>> = {
  query: "ValidationError",
  "ec2-query": "MissingParameter",
};

/** A service with the model of its API. */
export interface Service {
  definition: ServiceDefinition;
  model: ServiceModel;
}

/** Runs operations, for requests and for operations that call others: faults, rights, required input, then the work. */
export class Invoker {
  private readonly services: ReadonlyMap<string, Service>;

  constructor(
    definitions: readonly ServiceDefinition[],
    private readonly store: Store,
    private readonly faults: Faults,
    private readonly asked: (right: AskedRight) => void = () => undefined,
  ) {
    this.services = new Map(
      definitions.map((definition) => [
        definition.name,
        { definition, model: serviceModel(definition.client) },
      ]),
    );
  }

  /** The service of a name, a signing name or an `X-Amz-Target` prefix. */
  find(matches: (definition: ServiceDefinition) => boolean): Service | undefined {
    return [...this.services.values()].find(({ definition }) => matches(definition));
  }

  /** What an operation has at hand when a caller calls it in a region. */
  context(caller: Caller, region: string, requestId: string): CallContext {
    const context: CallContext = {
      caller,
      region,
      partition: partitionOf(region),
      store: accountStore(this.store, caller.accountId),
      requestId,
      now: () => new Date(),
      call: (service, operation, input) =>
        this.invoke(service, operation, input ?? {}, this.context(caller, region, randomUUID())),
    };
    return context;
  }

  /** Runs one operation; throws AwsError as AWS answers, and whatever else goes wrong as it is. */
  async invoke(
    serviceName: string,
    operationName: string,
    input: unknown,
    context: CallContext,
  ): Promise<unknown> {
    const service = this.services.get(serviceName);
    const model = service?.model.operations.get(operationName);
    const operation = service?.definition.operations[operationName];
    if (service === undefined || model === undefined || operation === undefined) {
      throw notImplemented(serviceName, operationName);
    }
    await this.faults.strike(serviceName, operationName);
    const { protocol } = service.definition;
    const call = { service: serviceName, operation: operationName, protocol };
    authorise(call, input as Record<string, unknown>, context, this.asked);
    if (!model.input.isUnitSchema()) {
      checkRequired(model.input, input, MISSING_INPUT[protocol] ?? "ValidationException");
    }
    return await operation(input as never, context);
  }
}

/** AWS has the operation or the service, this server has not. */
export function notImplemented(service: string, operation: string): AwsError {
  return new AwsError("NotImplemented", `The embedded AWS does not have ${service}:${operation}.`, 501);
}
