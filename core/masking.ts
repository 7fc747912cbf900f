import { isObject } from "./config/source";

/** What is known to be unfit for a log or a report, beside what its form alone gives away. */
export interface Hidden {
  /** Values of credentials, such as a secret access key. */
  credentials?: readonly string[];
  /** External ids of the config. */
  externalIds?: readonly string[];
}

/** Credentials that are shorter are words, such as the passphrase of a local stack. */
const SHORTEST_CREDENTIAL = 8;
/** An external id shorter than this is hidden where it stands alone: it may be a syllable of anything. */
const SHORTEST_INSIDE = 8;

const CREDENTIAL = "[credential]";
const EXTERNAL_ID = "[external id]";

const KEY_NAMES =
  "aws_?secret_?access_?key|secret_?access_?key|aws_?session_?token|session_?token|aws_?security_?token|x-amz-security-token|x-amz-signature|x-amz-credential|pulumi_access_token|pulumi_config_passphrase|password|passphrase";

/** Credentials by their form; what stands before one is kept, so that a line still says what it was about. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|(?=\n\s*(?!-----END)[^\sA-Za-z0-9+/=])|$)/g,
    "[private key]",
  ],
  // A header's whole value: schemes differ in how many words a credential has.
  [/((?:proxy-)?authorization["']?\s*[:=]\s*["']?)[^\r\n"']+/gi, `$1${CREDENTIAL}`],
  [/\bAWS4-HMAC-SHA256\s[^\r\n"']+/g, CREDENTIAL],
  [/\b(Bearer|Basic)\s+[\w.~+/-]{8,}=*/g, `$1 ${CREDENTIAL}`],
  [
    new RegExp(`\\b((?:${KEY_NAMES})\\b["']?\\s*(?:[:=>]|=>)\\s*["']?)[^\\s"',;&<>]+`, "gi"),
    `$1${CREDENTIAL}`,
  ],
  // Long-term and temporary access key ids (IAM User Guide, "Unique identifiers").
  [/(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{12,124}(?![A-Za-z0-9])/g, "[access key id]"],
  // Tokens of Pulumi Cloud.
  [/\bpul-[0-9a-f]{40}\b/g, CREDENTIAL],
];

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** A value as it is, and as URLs and JSON texts hold it. */
function spellings(value: string): string[] {
  return [...new Set([value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)])];
}

function anyOf(values: readonly string[]): RegExp | undefined {
  if (values.length === 0) return undefined;
  // The longest first: one may begin with another.
  const alternatives = values.flatMap(spellings).sort((a, b) => b.length - a.length);
  return new RegExp(alternatives.map(literal).join("|"), "g");
}

function alone(values: readonly string[]): RegExp | undefined {
  if (values.length === 0) return undefined;
  const alternatives = [...values].sort((a, b) => b.length - a.length).map(literal);
  return new RegExp(`(?<![\\w+=,.@:/-])(?:${alternatives.join("|")})(?![\\w+=@/-]|[,.:][\\w+=@/-])`, "g");
}

/** Replaces every credential and every external id of a text, of whatever number of lines. */
export type Mask = (text: string) => string;

/** A mask for what is known to be hidden, and for everything that has a credential's form. */
export function maskFor({ credentials = [], externalIds = [] }: Hidden): Mask {
  const known = anyOf(credentials.filter(({ length }) => length >= SHORTEST_CREDENTIAL));
  const long = anyOf(externalIds.filter(({ length }) => length >= SHORTEST_INSIDE));
  const short = alone(externalIds.filter(({ length }) => length > 0 && length < SHORTEST_INSIDE));
  return (text) => {
    let masked = text;
    if (known !== undefined) masked = masked.replace(known, CREDENTIAL);
    for (const [form, replacement] of FORMS) masked = masked.replace(form, replacement);
    if (long !== undefined) masked = masked.replace(long, EXTERNAL_ID);
    return short === undefined ? masked : masked.replace(short, EXTERNAL_ID);
  };
}

/** Every external id in a config: those of cross-account roles, and those that a trust policy's condition asks for. */
export function externalIdsOf(config: unknown): string[] {
  const found = new Set<string>();
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) value.forEach((item) => walk(item, key));
    else if (isObject(value)) for (const [name, item] of Object.entries(value)) walk(item, name);
    else if (typeof value === "string" && /^(external_id|sts:ExternalId)$/i.test(key)) found.add(value);
  };
  walk(config, "");
  return [...found];
}

/** Whether a line, within a private key, may still be part of it: base64, or a header such as `Proc-Type`. */
export function continuesPrivateKey(line: string): boolean {
  return /^\s*([A-Za-z0-9+/=]*|[A-Za-z-]+: .*)\s*$/.test(line);
}
