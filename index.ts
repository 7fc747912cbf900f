import { createRequire } from "node:module";
import { besideProvider } from "./components/beside-provider";
import type * as ml from "./components/ml-product";
import type * as security from "./components/security-stack";
import type * as stackConfig from "./components/stack-config";

const load = createRequire(__filename);

export = () =>
  besideProvider(() => {
    const { loadStackConfig } = load("./components/stack-config") as typeof stackConfig;
    const program = loadStackConfig(__dirname);
    if (program.product === "ml") {
      const { MlProduct } = load("./components/ml-product") as typeof ml;
      const { stackName, stackId, parameterPath, outputs } = new MlProduct("ml", program);
      return { stackName, stackId, parameterPath, outputs };
    }
    const { SecurityStack } = load("./components/security-stack") as typeof security;
    const { stackName, stackId, arns } = new SecurityStack("security", program);
    return { stackName, stackId, arns };
  });
