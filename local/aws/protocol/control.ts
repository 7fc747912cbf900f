import { AwsError } from "../service";
import type { Store } from "../store";
import { saveAccessKey } from "../authorization/caller-record";
import type { PolicyDocument } from "../authorization/policy-model";
import { checkPolicyDocument } from "../services/iam/policy-grammar";
import { type LicenceRequest, saveLicence } from "../services/license-manager/licence";
import { type ProductRequest, saveProduct } from "../services/marketplace-metering/product";
import { serviceSession, type ServiceSessionRequest } from "../services/sts/service-session";
import { sentMessages } from "../services/sns/message-record";
import { accountStore } from "../store-scopes";
import { type Fault, type Faults } from "./faults";
import { header, type HttpRequest, type HttpResponse } from "./http-message";
import type { Health } from "../store-lock";

/** Where the server's own endpoints are, beside AWS's. */
export const CONTROL_PATH = "/_tierguard/";

/** What the control endpoints show and change. */
export interface ControlState {
  health: Health;
  accountId: string;
  store: Store;
  faults: Faults;
  /** Every request's `service:operation`, in the order they came. */
  calls: string[];
  /** `action resource` of every right that callers whose rights are enforced were asked for, by services too. */
  askedRights: Set<string>;
}

interface CallerRequest {
  accessKeyId: string;
  policies: PolicyDocument[];
  arn?: string;
  context?: Record<string, string>;
}

/** Answers a request to a control endpoint. */
export function control(request: HttpRequest, state: ControlState): HttpResponse {
  // A page in the user's browser reaches the loopback too; no client of ours sends this header.
  if (header(request, "origin") !== undefined) return json(403, { message: "Not for browsers" });
  const route = `${request.method} ${request.path.slice(CONTROL_PATH.length)}`;
  try {
    switch (route) {
      case "GET health":
        return json(200, state.health);
      case "GET calls":
        return json(200, { calls: state.calls });
      case "DELETE calls":
        state.calls.length = 0;
        return json(200, {});
      case "GET asked-rights":
        return json(200, { rights: [...state.askedRights] });
      case "DELETE asked-rights":
        state.askedRights.clear();
        return json(200, {});
      case "POST faults":
        state.faults.add(parse<Fault>(request, ["service"]));
        return json(200, {});
      case "DELETE faults":
        state.faults.clear();
        return json(200, {});
      case "POST callers":
        addCaller(parse<CallerRequest>(request, ["accessKeyId", "policies"]), state);
        return json(200, {});
      case "GET messages":
        return json(200, { messages: sentMessages(accountStore(state.store, state.accountId)) });
      case "POST products": {
        const product = parse<ProductRequest>(request, ["productCode"]);
        return json(200, saveProduct(state.store, product, state.accountId));
      }
      case "POST licences": {
        const licence = parse<LicenceRequest>(request, ["productSku", "keyFingerprint", "entitlements"]);
        saveLicence(state.store, licence, state.accountId);
        return json(200, {});
      }
      case "POST service-sessions": {
        const wanted = parse<ServiceSessionRequest>(request, ["roleArn", "service", "sourceArn"]);
        return json(200, serviceSession(wanted, state));
      }
      default:
        return json(404, { message: `There is no ${route}` });
    }
  } catch (error) {
    if (error instanceof AwsError) return json(error.status, { code: error.code, message: error.message });
    throw error;
  }
}

function addCaller(caller: CallerRequest, { store, accountId }: ControlState): void {
  for (const policy of caller.policies) checkPolicyDocument(JSON.stringify(policy), "identity");
  saveAccessKey(store, {
    accessKeyId: caller.accessKeyId,
    secretAccessKey: "",
    accountId,
    status: "Active",
    createDate: new Date().toISOString(),
    fixed: {
      arn: caller.arn ?? `arn:aws:iam::${accountId}:user/${caller.accessKeyId}`,
      policies: caller.policies,
      context: caller.context ?? {},
    },
  });
}

function parse<T>(request: HttpRequest, required: (keyof T & string)[]): T {
  let body: T;
  try {
    body = JSON.parse(request.body.toString("utf8")) as T;
  } catch {
    throw new AwsError("BadRequest", "The body is not JSON");
  }
  const missing = required.filter((key) => body?.[key] === undefined);
  if (missing.length > 0) throw new AwsError("BadRequest", `${missing.join(", ")} must be given`);
  return body;
}

function json(status: number, body: unknown): HttpResponse {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
