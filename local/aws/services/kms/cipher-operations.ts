import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type * as Kms from "@aws-sdk/client-kms";
import { AwsError, type CallContext, type Operations } from "../../service";
import { byText } from "../../../../core/text-order";
import { refuseUnsupported } from "../unsupported-input";
import { validation } from "./errors";
import { findKey, type KeyRecord, kmsArn, usableKey } from "./key-record";

/** What a call may encrypt at most (KMS API Reference, Encrypt). */
const MAX_PLAINTEXT_BYTES = 4096;
const KEY_BYTES: Readonly<Record<string, number>> = { AES_128: 16, AES_256: 32 };
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 36;

/** The context is no part of the text, yet the text opens with the same context alone. */
function associated(context: Record<string, string> | undefined): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(context ?? {}).sort(([a], [b]) => byText(a, b))));
}

function seal(key: KeyRecord, plaintext: Uint8Array, context: Record<string, string> | undefined): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key.material, "base64"), nonce);
  cipher.setAAD(associated(context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from(key.id), nonce, cipher.getAuthTag(), sealed]);
}

function open(key: KeyRecord, blob: Buffer, context: Record<string, string> | undefined): Buffer {
  const nonce = blob.subarray(ID_BYTES, ID_BYTES + NONCE_BYTES);
  const tag = blob.subarray(ID_BYTES + NONCE_BYTES, ID_BYTES + NONCE_BYTES + TAG_BYTES);
  try {
    const cipher = createDecipheriv("aes-256-gcm", Buffer.from(key.material, "base64"), nonce);
    cipher.setAAD(associated(context));
    cipher.setAuthTag(tag);
    return Buffer.concat([cipher.update(blob.subarray(ID_BYTES + NONCE_BYTES + TAG_BYTES)), cipher.final()]);
  } catch {
    throw new AwsError("InvalidCiphertextException", "");
  }
}

function encrypt(input: Kms.EncryptRequest, context: CallContext): Kms.EncryptResponse {
  refuseUnsupported(input, ["DryRun", "GrantTokens"]);
  const key = usableKey(context, input.KeyId!);
  const { length } = input.Plaintext!;
  if (length < 1 || length > MAX_PLAINTEXT_BYTES) {
    throw validation(
      `1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length ${length < 1 ? "greater than or equal to 1" : `less than or equal to ${MAX_PLAINTEXT_BYTES}`}`,
    );
  }
  return {
    CiphertextBlob: seal(key, input.Plaintext!, input.EncryptionContext),
    KeyId: kmsArn(context, key.id),
    EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
  };
}

function decrypt(input: Kms.DecryptRequest, context: CallContext): Kms.DecryptResponse {
  refuseUnsupported(input, ["DryRun", "GrantTokens", "Recipient"]);
  const blob = Buffer.from(input.CiphertextBlob ?? []);
  const id = keyIdOf(blob);
  if (id === undefined || findKey(context, id) === undefined) {
    throw new AwsError("InvalidCiphertextException", "");
  }
  const key = usableKey(context, id);
  if (input.KeyId !== undefined && findKey(context, input.KeyId)?.id !== key.id) {
    throw new AwsError(
      "IncorrectKeyException",
      "The key ID in the request does not identify a CMK that can perform this operation.",
    );
  }
  return {
    KeyId: kmsArn(context, key.id),
    Plaintext: open(key, blob, input.EncryptionContext),
    EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
  };
}

/** The id of the key that an encrypted text was made with; undefined where it is none of this server's. */
export function keyIdOf(blob: Uint8Array): string | undefined {
  const id = Buffer.from(blob.subarray(0, ID_BYTES)).toString("latin1");
  return blob.length >= ID_BYTES + NONCE_BYTES + TAG_BYTES && /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
}

function generateDataKey(
  input: Kms.GenerateDataKeyRequest,
  context: CallContext,
): Kms.GenerateDataKeyResponse {
  refuseUnsupported(input, ["DryRun", "GrantTokens", "Recipient"]);
  const key = usableKey(context, input.KeyId!);
  const bytes = input.NumberOfBytes ?? KEY_BYTES[input.KeySpec ?? ""];
  if (bytes === undefined || bytes < 1 || bytes > 1024) {
    throw validation("Please specify either number of bytes or key spec.");
  }
  const plaintext = randomBytes(bytes);
  return {
    CiphertextBlob: seal(key, plaintext, input.EncryptionContext),
    Plaintext: plaintext,
    KeyId: kmsArn(context, key.id),
  };
}

/** What keys are used for. */
export const cipherOperations: Operations = {
  Encrypt: encrypt,
  Decrypt: decrypt,
  GenerateDataKey: generateDataKey,
};
