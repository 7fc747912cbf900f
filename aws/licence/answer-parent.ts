import { parentPort, workerData } from "node:worker_threads";
import type { Question } from "./ask-aws";
import { entitlementSource } from "./choose-source";

// The worker's whole life is one question.
const { product, connection, timeout } = workerData as Question;
void entitlementSource(product, connection)
  .ask(AbortSignal.timeout(timeout))
  .then((answer) => parentPort?.postMessage(answer));
