import type { Action } from "../action";
import { createProvTemplate } from "./create-prov-template";
import { validateConfigAction } from "./validate-config";

/** Every action, in the order of the help. */
export const actions: readonly Action[] = [validateConfigAction, createProvTemplate];
