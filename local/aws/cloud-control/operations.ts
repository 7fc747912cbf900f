import type { Operations } from "../service";
import { createResource, deleteResource, getResource, listResources, updateResource } from "./actions";
import { cancelResourceRequest, getResourceRequestStatus, listResourceRequests } from "./request-actions";

/** Cloud Control's operations. */
export const operations: Operations = {
  CancelResourceRequest: cancelResourceRequest,
  CreateResource: createResource,
  DeleteResource: deleteResource,
  GetResource: getResource,
  GetResourceRequestStatus: getResourceRequestStatus,
  ListResourceRequests: listResourceRequests,
  ListResources: listResources,
  UpdateResource: updateResource,
};
