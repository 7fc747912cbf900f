import {
  CreateResourceCommand,
  DeleteResourceCommand,
  GetResourceCommand,
  GetResourceRequestStatusCommand,
  ListResourcesCommand,
  type ProgressEvent,
  UpdateResourceCommand,
} from "@aws-sdk/client-cloudcontrol";
import {
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
} from "@aws-sdk/client-cloudformation";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { parameter, refusal, StackFixture } from "../cloudformation/stack-fixture";

type Properties = Record<string, unknown>;

/** Values that a case makes before its stack, such as the id of a VPC. */
export type Made = Record<string, string>;

/** One way in which a resource of the case is changed by an update of its stack. */
export interface UpdateCase {
  name: string;
  properties: Properties | ((made: Made) => Properties);
  /** What of the resource is read afterwards; undefined is what is not there. */
  read: Properties;
  /** Whether AWS makes a new resource in the place of the old one. */
  replaced?: true;
}

/** Something done by the service's own API, and the differences that drift detection finds, or DELETED. */
export interface PlantedDrift {
  name: string;
  plant: (fixture: StackFixture, physicalId: string, made: Made) => Promise<unknown>;
  found: string[] | "DELETED";
}

/** What a resource type has to show from creation to deletion. */
export interface TypeCase {
  type: string;
  prepare?: (fixture: StackFixture) => Promise<Made>;
  /** Resources of the same stack that it refers to. */
  beside?: Record<string, unknown>;
  properties: Properties | ((made: Made) => Properties);
  /** What is read once it is created. */
  read: Properties;
  /** What Ref and Fn::GetAtt give; `Ref` is the key of the former. */
  attributes: Record<string, string | RegExp>;
  /** Cloud Control's identifier, where it is not what Ref gives. */
  identifier?: (physicalId: string, made: Made) => string;
  updates: UpdateCase[];
  drifts: PlantedDrift[];
  /** Cloud Control's patch, and what is read after it; left out of types that Cloud Control does not serve. */
  patch?: { operations: unknown[]; read: Properties };
  /** Reads a type that Cloud Control does not serve, by its service; undefined where it is gone. */
  readByService?: (fixture: StackFixture, physicalId: string) => Promise<Properties | undefined>;
  /** Read-only properties that are others after a rollback. */
  renewed?: string[];
  /** False for what AWS keeps for some time after its deletion. */
  gone?: boolean;
}

const STACK = "subject";

/** Defines the tests of a resource type: by CloudFormation and by Cloud Control, over the services' own APIs. */
export function typeTests(subject: TypeCase): void {
  describe(subject.type, () => {
    const test = new TypeTest(subject);
    before(() => test.start());
    after(() => test.fixture.stop());
    afterEach(() => test.clear());

    it("is created with what it is known by, read, listed, in sync, and deleted", () => test.lifecycle());
    for (const update of subject.updates) {
      it(`is updated by ${update.name}, and rolled back`, () => test.update(update));
    }
    for (const drift of subject.drifts) it(`shows ${drift.name} as drift`, () => test.drift(drift));
    if (subject.patch !== undefined) it("is changed by Cloud Control", () => test.patch(subject.patch!));
    else it("is not served by Cloud Control", () => test.notServed());
  });
}

class TypeTest {
  readonly fixture = new StackFixture();
  private made: Made = {};

  constructor(private readonly subject: TypeCase) {}

  async start(): Promise<void> {
    await this.fixture.start();
    this.made = (await this.subject.prepare?.(this.fixture)) ?? {};
  }

  async clear(): Promise<void> {
    const there = await this.fixture.describe(STACK).catch(() => undefined);
    if (there !== undefined) await this.fixture.delete(STACK);
  }

  async lifecycle(): Promise<void> {
    const physicalId = await this.create();
    const { Outputs = [] } = await this.fixture.describe(STACK);
    for (const [name, expected] of Object.entries(this.subject.attributes)) {
      const value = Outputs.find(({ OutputKey }) => OutputKey === name)!.OutputValue!;
      if (expected instanceof RegExp) assert.match(value, expected);
      else assert.equal(value, expected, name);
    }
    const identifier = this.identifier(physicalId);
    subset(await this.read(identifier), this.subject.read);
    if (this.subject.readByService === undefined) await this.assertListed(identifier);
    assert.deepEqual(await this.differences(), []);
    assert.equal((await this.fixture.delete(STACK)).StackStatus, "DELETE_COMPLETE");
    if (this.subject.gone !== false) await this.assertGone(identifier);
  }

  async update({ properties, read, replaced }: UpdateCase): Promise<void> {
    const physicalId = await this.create();
    const before = await this.read(this.identifier(physicalId));
    const wanted = this.resolved(properties);
    const bad = parameter("/bad name", "v", { DependsOn: "Subject" });
    const failed = await this.fixture.update(STACK, this.template(wanted, { Bad: bad }));
    assert.equal(failed.StackStatus, "UPDATE_ROLLBACK_COMPLETE", failed.StackStatusReason);
    assert.equal(await this.physicalId(), physicalId);
    const kept = Object.keys(before).filter((name) => !this.subject.renewed?.includes(name));
    const after = await this.read(this.identifier(physicalId));
    assert.deepEqual(Object.keys(after), Object.keys(before));
    for (const name of kept) assert.deepEqual(after[name], before[name], name);
    const updated = await this.fixture.update(STACK, this.template(wanted));
    assert.equal(updated.StackStatus, "UPDATE_COMPLETE", await this.reasons());
    const now = await this.physicalId();
    assert.equal(now !== physicalId, replaced === true);
    subset(await this.read(this.identifier(now)), read);
    assert.deepEqual(await this.differences(), []);
    if (replaced && this.subject.gone !== false) await this.assertGone(this.identifier(physicalId));
  }

  async drift({ plant, found }: PlantedDrift): Promise<void> {
    const physicalId = await this.create();
    await plant(this.fixture, physicalId, this.made);
    assert.deepEqual(await this.differences(), found);
  }

  async patch({ operations, read }: { operations: unknown[]; read: Properties }): Promise<void> {
    const { control } = this.fixture;
    const TypeName = this.subject.type;
    // What stands beside the resource is a stack's still; the resource itself is made by Cloud Control.
    const beside = this.subject.beside ?? {};
    if (Object.keys(beside).length > 0) await this.createStack({ Resources: beside });
    const desired = await this.withReferences(this.resolved(this.subject.properties));
    const created = await this.settled(
      await control.send(new CreateResourceCommand({ TypeName, DesiredState: JSON.stringify(desired) })),
    );
    assert.equal(created.OperationStatus, "SUCCESS", created.StatusMessage);
    const Identifier = created.Identifier!;
    subset(await this.read(Identifier), this.subject.read);
    const PatchDocument = JSON.stringify(operations);
    const updated = await this.settled(
      await control.send(new UpdateResourceCommand({ TypeName, Identifier, PatchDocument })),
    );
    assert.equal(updated.OperationStatus, "SUCCESS", updated.StatusMessage);
    subset(await this.read(Identifier), read);
    const deleted = await this.settled(
      await control.send(new DeleteResourceCommand({ TypeName, Identifier })),
    );
    assert.equal(deleted.OperationStatus, "SUCCESS", deleted.StatusMessage);
    if (this.subject.gone !== false) await this.assertGone(Identifier);
  }

  async notServed(): Promise<void> {
    const read = new GetResourceCommand({ TypeName: this.subject.type, Identifier: "x" });
    const list = new ListResourcesCommand({ TypeName: this.subject.type });
    await assert.rejects(this.fixture.control.send(read), { name: "UnsupportedActionException" });
    await assert.rejects(this.fixture.control.send(list), { name: "UnsupportedActionException" });
  }

  private async assertListed(identifier: string): Promise<void> {
    const { ResourceDescriptions } = await this.fixture.control.send(
      new ListResourcesCommand({ TypeName: this.subject.type }),
    );
    assert.ok(ResourceDescriptions!.some((resource) => resource.Identifier === identifier));
  }

  private identifier(physicalId: string): string {
    return this.subject.identifier?.(physicalId, this.made) ?? physicalId;
  }

  private resolved(properties: UpdateCase["properties"]): Properties {
    return typeof properties === "function" ? properties(this.made) : properties;
  }

  private template(properties: Properties, more: Record<string, unknown> = {}): unknown {
    const outputs = Object.keys(this.subject.attributes).map((name) => [
      name,
      { Value: name === "Ref" ? { Ref: "Subject" } : { "Fn::GetAtt": ["Subject", name] } },
    ]);
    return {
      Resources: {
        ...this.subject.beside,
        Subject: { Type: this.subject.type, Properties: properties },
        ...more,
      },
      Outputs: Object.fromEntries(outputs) as unknown,
    };
  }

  private async create(): Promise<string> {
    await this.createStack(this.template(this.resolved(this.subject.properties)));
    return this.physicalId();
  }

  private async createStack(template: unknown): Promise<void> {
    const stack = await this.fixture.create(STACK, template);
    assert.equal(stack.StackStatus, "CREATE_COMPLETE", await this.reasons());
  }

  private async physicalId(LogicalResourceId = "Subject"): Promise<string> {
    const { StackResourceDetail } = await this.fixture.cfn.send(
      new DescribeStackResourceCommand({ StackName: STACK, LogicalResourceId }),
    );
    return StackResourceDetail!.PhysicalResourceId!;
  }

  private async reasons(): Promise<string> {
    const events = await this.fixture.events(STACK);
    return events.map((event) => event.ResourceStatusReason ?? "").join("\n");
  }

  /** References to what stands beside, as Cloud Control takes them: resolved. */
  private async withReferences(value: unknown): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.withReferences(item)));
    if (typeof value !== "object" || value === null) return value;
    const { Ref } = value as { Ref?: string };
    if (Ref !== undefined) return this.physicalId(Ref);
    const entries = Object.entries(value).map(async ([key, item]) => [key, await this.withReferences(item)]);
    return Object.fromEntries(await Promise.all(entries)) as unknown;
  }

  private async read(Identifier: string): Promise<Properties> {
    if (this.subject.readByService !== undefined) {
      return (await this.subject.readByService(this.fixture, Identifier))!;
    }
    const { ResourceDescription } = await this.fixture.control.send(
      new GetResourceCommand({ TypeName: this.subject.type, Identifier }),
    );
    return JSON.parse(ResourceDescription!.Properties!) as Properties;
  }

  private async assertGone(Identifier: string): Promise<void> {
    if (this.subject.readByService !== undefined) {
      assert.equal(await this.subject.readByService(this.fixture, Identifier), undefined);
      return;
    }
    const read = this.fixture.control.send(
      new GetResourceCommand({ TypeName: this.subject.type, Identifier }),
    );
    const error = await read.then(() => undefined, refusal);
    assert.equal(error?.code, "ResourceNotFoundException", error?.message);
  }

  private async settled({ ProgressEvent }: { ProgressEvent?: ProgressEvent }): Promise<ProgressEvent> {
    let event = ProgressEvent!;
    while (event.OperationStatus!.endsWith("IN_PROGRESS")) {
      await sleep(5);
      const { RequestToken } = event;
      const answer = await this.fixture.control.send(new GetResourceRequestStatusCommand({ RequestToken }));
      event = answer.ProgressEvent!;
    }
    return event;
  }

  /** What drift detection finds of the resource: path and kind of each difference, or that it is deleted. */
  private async differences(): Promise<string[] | "DELETED"> {
    const { cfn } = this.fixture;
    const { StackDriftDetectionId } = await cfn.send(new DetectStackDriftCommand({ StackName: STACK }));
    for (;;) {
      const answer = await cfn.send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }));
      if (answer.DetectionStatus === "DETECTION_IN_PROGRESS") await sleep(5);
      else {
        assert.equal(answer.DetectionStatus, "DETECTION_COMPLETE", answer.DetectionStatusReason);
        break;
      }
    }
    const { StackResourceDrifts } = await cfn.send(
      new DescribeStackResourceDriftsCommand({ StackName: STACK }),
    );
    const found = StackResourceDrifts!.find((drift) => drift.LogicalResourceId === "Subject")!;
    if (found.StackResourceDriftStatus === "DELETED") return "DELETED";
    return found.PropertyDifferences!.map((each) => `${each.PropertyPath} ${each.DifferenceType}`);
  }
}

/** Asserts that properties have what is expected of them; what is expected as undefined is not there. */
export function subset(actual: Properties, expected: Properties): void {
  const picked = Object.fromEntries(Object.keys(expected).map((name) => [name, actual[name]]));
  assert.deepEqual(picked, expected);
}
