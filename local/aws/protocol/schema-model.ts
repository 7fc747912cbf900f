import { NormalizedSchema } from "@smithy/core/schema";

/** HTTP binding of an operation: method, path pattern with its query, status of success. */
export type HttpTrait = [method: string, uri: string, status: number];

/** One operation of a service as the SDK client's schemas describe it. */
export interface OperationModel {
  name: string;
  input: NormalizedSchema;
  output: NormalizedSchema;
  http: HttpTrait | undefined;
}

/** One error shape: under which code it goes over the wire. */
export interface ErrorModel {
  code: string;
  status: number | undefined;
  schema: NormalizedSchema;
}

/** All operations and errors of a service, by name. */
export interface ServiceModel {
  operations: ReadonlyMap<string, OperationModel>;
  /** By the name of the shape and by its code on the wire. */
  errors: ReadonlyMap<string, ErrorModel>;
}

/** Kinds of the SDK's static schemas, in their first element. */
const ERROR = -3;
const OPERATION = 9;

interface Traits {
  http?: HttpTrait;
  httpError?: number;
  awsQueryError?: [code: string, status: number];
}

/** Reads the schemas that an SDK client exports (`CreateGroup$`, …) into a model of the service. */
export function serviceModel(client: Record<string, unknown>): ServiceModel {
  const operations = new Map<string, OperationModel>();
  const errors = new Map<string, ErrorModel>();
  for (const [key, schema] of Object.entries(client)) {
    if (!key.endsWith("$") || !Array.isArray(schema)) continue;
    const [kind, , name, indicator, ...rest] = schema as [
      number,
      string,
      string,
      Traits | number,
      ...unknown[],
    ];
    const traits = typeof indicator === "object" ? indicator : {};
    if (kind === OPERATION) {
      const [input, output] = rest as [Parameters<typeof NormalizedSchema.of>[0], never];
      operations.set(name, {
        name,
        input: NormalizedSchema.of(input),
        output: NormalizedSchema.of(output),
        http: traits.http,
      });
    } else if (kind === ERROR) {
      const error: ErrorModel = {
        code: traits.awsQueryError?.[0] ?? name,
        status: traits.awsQueryError?.[1] ?? traits.httpError,
        schema: NormalizedSchema.of(schema as never),
      };
      errors.set(name, error);
      errors.set(error.code, error);
    }
  }
  return { operations, errors };
}

/** Names of the members that a structure must have: the SDK's schemas put them first and count them. */
export function requiredMembers(schema: NormalizedSchema): string[] {
  const [, , , , names, , count] = schema.getSchema() as unknown as [
    number,
    string,
    string,
    unknown,
    string[],
    unknown,
    number | undefined,
  ];
  return names.slice(0, count ?? 0);
}
