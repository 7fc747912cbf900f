import type { Operations } from "../../service";
import { accountOperations } from "./account-operations";
import { groupOperations } from "./group-operations";
import { holderOperations } from "./holder-operations";
import { instanceProfileOperations } from "./instance-profile-operations";
import { policyOperations } from "./policy-operations";
import { roleOperations } from "./role-operations";
import { simulationOperations } from "./simulation-operations";
import { tagOperations } from "./tag-operations";
import { userOperations } from "./user-operations";

/** IAM's operations. */
export const operations: Operations = {
  ...groupOperations,
  ...roleOperations,
  ...userOperations,
  ...holderOperations,
  ...policyOperations,
  ...tagOperations,
  ...accountOperations,
  ...instanceProfileOperations,
  ...simulationOperations,
};
