import type { Operations } from "../../service";
import { pipelineOperations } from "./pipeline-operations";
import { stateOperations } from "./state-operations";
import { tagOperations } from "./tag-operations";

/** CodePipeline's operations. Executions are not embedded: no pipeline ever runs. */
export const operations: Operations = { ...pipelineOperations, ...stateOperations, ...tagOperations };
