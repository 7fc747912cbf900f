import { header, type HttpRequest } from "./http-message";

/** Who signed a request and for what, as its SigV4 (or SigV4a) signature says. */
export interface CredentialScope {
  accessKeyId: string;
  /** Undefined where the signature is for a set of regions. */
  region: string | undefined;
  /** The signing name, such as `cloudcontrolapi`. */
  service: string;
  sessionToken: string | undefined;
}

/** The scope of a request signed in its Authorization header or its query, undefined where it is not signed. */
export function credentialScope(request: HttpRequest): CredentialScope | undefined {
  const authorization = header(request, "authorization");
  const credential =
    authorization === undefined
      ? request.query.get("X-Amz-Credential")
      : /\bCredential=([^,\s]+)/.exec(authorization)?.[1];
  if (credential === undefined || credential === null) return undefined;
  const parts = credential.split("/");
  // Access key ids hold no slash, yet a newcomer's made-up one may: the scope is read from its end.
  if (parts.pop() !== "aws4_request" || parts.length < 3) return undefined;
  const service = parts.pop()!;
  const region = /^\d{8}$/.test(parts.at(-1)!) ? undefined : parts.pop();
  parts.pop();
  return {
    accessKeyId: parts.join("/"),
    region,
    service,
    sessionToken:
      header(request, "x-amz-security-token") ?? request.query.get("X-Amz-Security-Token") ?? undefined,
  };
}
