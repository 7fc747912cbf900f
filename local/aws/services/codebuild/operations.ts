import type { Operations } from "../../service";
import { projectOperations } from "./project-operations";

/** CodeBuild's operations on projects. Builds are not embedded: nothing is built. */
export const operations: Operations = projectOperations;
