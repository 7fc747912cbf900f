import assert from "node:assert/strict";
import { programDependencies } from "../../../local/language-host/program-dependencies";
import { requiredPackages } from "../../../local/language-host/required-packages";
import { TemporaryFolder } from "../temporary-folder";

describe("the packages of a program", () => {
  let folder: TemporaryFolder;
  const install = (path: string, manifest: object) =>
    folder.write(`program/${path}/package.json`, JSON.stringify(manifest));

  before(() => {
    folder = new TemporaryFolder();
    folder.write(
      "program/package.json",
      JSON.stringify({ dependencies: { "@pulumi/aws": "7", plain: "1" } }),
    );
    install("node_modules/@pulumi/aws", {
      name: "@pulumi/aws",
      version: "7.48.0",
      pulumi: { resource: true },
    });
    install("node_modules/plain", { name: "plain", version: "1.2.3" });
    install("node_modules/plain/node_modules/@acme/pulumi-cloud", {
      name: "@acme/pulumi-cloud",
      version: "0.0.0",
      pulumi: { resource: true, name: "cloud", version: "2.0.0", server: "https://plugins.example.test" },
    });
    folder.write("program/node_modules/broken/package.json", "{");
  });
  after(() => folder.remove());

  const required = (debugProviders?: string) =>
    requiredPackages(`${folder.path}/program`, debugProviders).map((found) =>
      [found.getName(), found.getVersion(), found.getServer()].join(" ").trim(),
    );

  it("that need a provider are found, nested ones too", () => {
    assert.deepEqual(required().sort(), ["aws v7.48.0", "cloud v2.0.0 https://plugins.example.test"]);
  });

  it("whose provider runs already need none", () => {
    assert.deepEqual(required("aws:1234,other:1"), ["cloud v2.0.0 https://plugins.example.test"]);
  });

  it("are listed with their installed versions: direct ones, or all", () => {
    const listed = (transitive: boolean) =>
      programDependencies(`${folder.path}/program`, transitive).map(
        (info) => `${info.getName()} ${info.getVersion()}`,
      );
    assert.deepEqual(listed(false), ["@pulumi/aws 7.48.0", "plain 1.2.3"]);
    assert.deepEqual(listed(true), ["@acme/pulumi-cloud 0.0.0", "@pulumi/aws 7.48.0", "plain 1.2.3"]);
  });
});
