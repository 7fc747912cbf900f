import { SecurityStack } from "./components/security-stack";
import { loadStackConfig } from "./components/stack-config";

const security = new SecurityStack("security", loadStackConfig(__dirname));

export const { stackName, stackId, arns } = security;
