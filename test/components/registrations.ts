import * as pulumi from "@pulumi/pulumi";
import * as settings from "@pulumi/pulumi/runtime/settings";

/** One resource as a program registered it. */
export interface Registration {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  custom: boolean;
  parent: string;
  dependencies: string[];
  protect: boolean;
  provider: string;
  deleteBeforeReplace: boolean;
}

/** What the SDK sends of a resource, as far as it is looked at here. */
interface RegisterRequest {
  getType(): string;
  getName(): string;
  getCustom(): boolean;
  getParent(): string;
  getDependenciesList(): string[];
  getProtect(): boolean;
  getProvider(): string;
  getDeletebeforereplace(): boolean;
}

type Reply = (error: Error | null, response?: object) => void;

/** The SDK's mock monitor, which lacks what hooks and transforms need. */
interface MockMonitor {
  registerResource(request: RegisterRequest, reply: Reply): Promise<void>;
  registerErrorHook?: (request: unknown, reply: Reply) => void;
  registerResourceHook?: (request: unknown, reply: Reply) => void;
}

const STACK_ID = "arn:aws:cloudformation:us-west-1:123456789012:stack/s/1";

/** Collects what programs register from now on, under `pulumi.runtime.setMocks`; `finish` ends what it opened. */
export async function recordRegistrations(config: Record<string, string> = {}): Promise<Registration[]> {
  const registrations: Registration[] = [];
  const inputsOf = new Map<string, Record<string, unknown>>();
  const mocks: pulumi.runtime.Mocks = {
    newResource({ name, inputs }) {
      inputsOf.set(name, inputs as Record<string, unknown>);
      return { id: `${name}-id`, state: { ...(inputs as object), stackId: STACK_ID } };
    },
    call: () => ({}),
  };
  await pulumi.runtime.setMocks(mocks, "tierguard", "dev", false);

  // Left to itself, setMocks takes transforms as not supported.
  await (settings as unknown as { awaitFeatureSupport(): Promise<void> }).awaitFeatureSupport();
  pulumi.runtime.setAllConfig(config);
  const monitor = settings.getMonitor() as unknown as MockMonitor;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerErrorHook = monitor.registerResourceHook = (_request, reply) => reply(null, {});
  monitor.registerResource = async (request, reply) => {
    await register(request, reply);
    registrations.push({
      type: request.getType(),
      name: request.getName(),
      inputs: inputsOf.get(request.getName()) ?? {},
      custom: request.getCustom(),
      parent: request.getParent(),
      dependencies: request.getDependenciesList(),
      protect: request.getProtect(),
      provider: request.getProvider(),
      deleteBeforeReplace: request.getDeletebeforereplace(),
    });
  };
  return registrations;
}

/** The value of an output, once it is known. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply((value) => resolve(value));
  });
}

/** Waits until everything that was asked for is registered, and closes what hooks and transforms opened. */
export async function finish(): Promise<void> {
  await pulumi.runtime.disconnect();
}
