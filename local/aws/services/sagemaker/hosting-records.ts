import type * as SageMaker from "@aws-sdk/client-sagemaker";
import type { CallContext } from "../../service";
import { regionalArn } from "../regional-arn";
import { RegionalRecords } from "../regional-records";
import type { Tag } from "../tag-list";
import { validation } from "./input-rules";

/** What hosting has of every kind. */
interface Hosted {
  name: string;
  /** ISO 8601. */
  created: string;
  tags: Tag[];
}

/** A model: containers, and the role that they run with. */
export interface ModelRecord extends Hosted {
  settings: Omit<SageMaker.CreateModelInput, "ModelName" | "Tags">;
}

/** What endpoints are made by. */
export interface EndpointConfigRecord extends Hosted {
  settings: Omit<SageMaker.CreateEndpointConfigInput, "EndpointConfigName" | "Tags">;
}

/** An endpoint, which takes a moment to be what it was last made to be. */
export interface EndpointRecord extends Hosted {
  config: string;
  variants: SageMaker.ProductionVariant[];
  /** What it serves while it is being updated. */
  before?: Pick<EndpointRecord, "config" | "variants">;
  /** When it was created or last updated, ISO 8601. */
  modified: string;
}

/** How long an endpoint takes, in milliseconds: real ones take minutes. */
export const SETTLING_MS = 150;

/** Names differ by more than their letters' case, since ARNs have small letters alone. */
const keyOf = ({ name }: Hosted) => name.toLowerCase();

/** One kind of what is hosted: its records, its ARNs, and what SageMaker calls it. */
export class HostingKind<T extends Hosted> {
  private readonly records: RegionalRecords<T>;

  constructor(
    /** In ARNs. */
    private readonly type: string,
    private readonly word: string,
  ) {
    this.records = new RegionalRecords<T>(`sagemaker.${type}s`, keyOf);
  }

  arn(scope: Pick<CallContext, "partition" | "region" | "caller">, name: string): string {
    return regionalArn(scope, "sagemaker", `${this.type}/${name.toLowerCase()}`);
  }

  find(context: CallContext, name: string): T | undefined {
    return this.records.find(context, name.toLowerCase());
  }

  /** Throws ValidationException where there is none. */
  get(context: CallContext, name: string): T {
    const found = this.find(context, name);
    if (found === undefined) throw validation(`Could not find ${this.word} "${this.arn(context, name)}".`);
    return found;
  }

  /** Throws ValidationException where there is one. */
  refuseExisting(context: CallContext, name: string): void {
    if (this.find(context, name) === undefined) return;
    throw validation(`Cannot create already existing ${this.word} "${this.arn(context, name)}".`);
  }

  all(context: CallContext): T[] {
    return this.records.all(context);
  }

  save(context: CallContext, record: T): void {
    this.records.save(context, record);
  }

  delete(context: CallContext, name: string): void {
    this.records.delete(context, keyOf(this.get(context, name)));
  }
}

/** The models of a region. */
export const models = new HostingKind<ModelRecord>("model", "model");
/** The endpoint configurations of a region. */
export const endpointConfigs = new HostingKind<EndpointConfigRecord>(
  "endpoint-config",
  "endpoint configuration",
);
/** The endpoints of a region. */
export const endpoints = new HostingKind<EndpointRecord>("endpoint", "endpoint");

/** What an endpoint is at a moment, and by which configuration it serves. */
export function endpointState(
  record: Pick<EndpointRecord, "before" | "config" | "modified" | "variants">,
  now: Date,
): Pick<EndpointRecord, "config" | "variants"> & { status: SageMaker.EndpointStatus } {
  const { config, variants, before } = record;
  const isSettled = now.getTime() - Date.parse(record.modified) >= SETTLING_MS;
  if (isSettled) return { config, variants, status: "InService" };
  return before === undefined ? { config, variants, status: "Creating" } : { ...before, status: "Updating" };
}
