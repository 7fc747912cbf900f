import type { Operations } from "../../service";
import { publish } from "./publish";
import { subscriptionOperations } from "./subscription-operations";
import { topicOperations } from "./topic-operations";

/** SNS's operations. */
export const operations: Operations = { ...topicOperations, ...subscriptionOperations, Publish: publish };
