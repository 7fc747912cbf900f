export { MlProduct, type MlProductArgs } from "./ml-product";
export { SecurityStack, type SecurityStackArgs } from "./security-stack";
export { loadStackConfig, type StackProgram } from "./stack-config";
