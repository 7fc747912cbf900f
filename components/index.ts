export { SecurityStack, type SecurityStackArgs } from "./security-stack";
export { loadStackConfig } from "./stack-config";
