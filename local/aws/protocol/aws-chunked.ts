import { AwsError } from "../service";

/** The content of a body in S3's `aws-chunked` encoding; signatures of chunks and trailers are left out. */
export function decodeAwsChunked(body: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  const trailers: Record<string, string> = {};
  let offset = 0;
  for (;;) {
    const end = body.indexOf("\r\n", offset);
    if (end < 0) throw incomplete();
    const size = Number.parseInt(body.toString("latin1", offset, end), 16);
    if (Number.isNaN(size)) throw incomplete();
    offset = end + 2;
    if (size === 0) break;
    if (offset + size + 2 > body.length) throw incomplete();
    chunks.push(body.subarray(offset, offset + size));
    offset += size + 2;
  }
  for (const line of body.toString("latin1", offset).split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) trailers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { content: Buffer.concat(chunks), trailers };
}

function incomplete(): AwsError {
  return new AwsError(
    "IncompleteBody",
    "You did not provide the number of bytes specified by the Content-Length HTTP header",
  );
}
