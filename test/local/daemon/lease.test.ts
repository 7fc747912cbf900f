import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { CreateGroupCommand, IAMClient, ListGroupsCommand } from "@aws-sdk/client-iam";
import { acquireLease } from "../../../local/daemon/acquire-lease";
import { readAddress } from "../../../local/daemon/address-file";
import { localCredentials } from "../../../local/service-addresses";
import { TemporaryFolder } from "../temporary-folder";

const target = { accountId: "123456789012", region: "us-west-1" };

function iam(endpoint: string): IAMClient {
  return new IAMClient({ endpoint, region: target.region, credentials: localCredentials(target.accountId) });
}

async function groupNames(endpoint: string): Promise<string[]> {
  const { Groups: groups = [] } = await iam(endpoint).send(new ListGroupsCommand({}));
  return groups.map(({ GroupName }) => GroupName ?? "");
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("the daemon of a state folder", function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  const env = { ...process.env, TIERGUARD_LOCAL_IDLE_MS: "300" };
  const acquire = () => acquireLease(folder.path, target, env);
  const pid = () => readAddress(folder.path)?.pid ?? 0;

  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(async () => {
    const running = pid();
    if (running > 0 && runs(running)) process.kill(running, "SIGTERM");
    await until(() => running === 0 || !runs(running));
    folder.remove();
  });

  it("is one for two commands that start at the same time", async () => {
    const [first, second] = await Promise.all([acquire(), acquire()]);
    assert.deepEqual(first.services, second.services);
    assert.match(first.services.endpoint, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.match(first.services.debugProviders, /^aws-native:\d+,aws:\d+$/);
    first.release();
    second.release();
  });

  it("goes on while one command still has a lease, and ends after the last", async () => {
    const first = await acquire();
    const second = await acquire();
    const daemon = pid();
    first.release();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.deepEqual(await groupNames(second.services.endpoint), []);
    second.release();
    await until(() => !runs(daemon));
    assert.equal(readAddress(folder.path), undefined);
  });

  it("is replaced where it crashed, and nothing that was answered is lost", async () => {
    const first = await acquire();
    await iam(first.services.endpoint).send(new CreateGroupCommand({ GroupName: "kept" }));
    const crashed = pid();
    process.kill(crashed, "SIGKILL");
    await until(() => !runs(crashed));
    const second = await acquire();
    assert.notEqual(pid(), crashed);
    assert.deepEqual(await groupNames(second.services.endpoint), ["kept"]);
    second.release();
  });

  it("has stand-in providers for each account and region", async () => {
    const here = await acquire();
    const there = await acquireLease(folder.path, { ...target, region: "eu-west-1" }, env);
    assert.equal(here.services.endpoint, there.services.endpoint);
    assert.notEqual(here.services.debugProviders, there.services.debugProviders);
    here.release();
    there.release();
  });

  it("tells nothing to whoever does not have its token", async () => {
    const lease = await acquire();
    const answer = await new Promise<string>((resolve) => {
      let received = "";
      const socket = connect(readAddress(folder.path)!.port, "127.0.0.1");
      socket.write(`${JSON.stringify({ ...target, token: "guessed" })}\n`);
      socket.on("data", (chunk) => (received += chunk.toString()));
      socket.on("close", () => resolve(received));
    });
    assert.equal(answer, "");
    lease.release();
  });

  it("writes a log", async () => {
    const lease = await acquire();
    assert.match(readFileSync(join(folder.path, "daemon.log"), "utf8"), /serves .* embedded AWS is at http/);
    lease.release();
  });
});
