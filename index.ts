import { createRequire } from "node:module";
import type * as components from "./components/index";
import { besideProvider } from "./components/beside-provider";

const load = createRequire(__filename);

export = () =>
  besideProvider(() => {
    const { SecurityStack, loadStackConfig } = load("./components/index") as typeof components;
    const { stackName, stackId, arns } = new SecurityStack("security", loadStackConfig(__dirname));
    return { stackName, stackId, arns };
  });
