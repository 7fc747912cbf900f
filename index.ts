import { createRequire } from "node:module";
import type * as components from "./components/index";
import { startProvider } from "./components/start-provider";

export = async () => {
  await startProvider();
  // Loaded after the provider was asked for, so that the two load side by side.
  const { SecurityStack, loadStackConfig } = createRequire(__filename)(
    "./components/index",
  ) as typeof components;
  const { stackName, stackId, arns } = new SecurityStack("security", loadStackConfig(__dirname));
  return { stackName, stackId, arns };
};
