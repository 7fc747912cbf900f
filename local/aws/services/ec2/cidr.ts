import { BlockList, isIPv4, isIPv6 } from "node:net";

interface Block {
  address: string;
  prefix: number;
  family: "ipv4" | "ipv6";
}

function parse(cidr: string): Block | undefined {
  const [address = "", bits = "", ...rest] = cidr.split("/");
  const family = isIPv4(address) ? "ipv4" : isIPv6(address) ? "ipv6" : undefined;
  const prefix = Number(bits);
  if (family === undefined || rest.length > 0 || !/^\d{1,3}$/.test(bits)) return undefined;
  return prefix <= (family === "ipv4" ? 32 : 128) ? { address, prefix, family } : undefined;
}

function blockList({ address, prefix, family }: Block): BlockList {
  const list = new BlockList();
  list.addSubnet(address, prefix, family);
  return list;
}

/** Whether a text is a block of addresses, such as `10.0.0.0/16`. */
export function isCidr(text: string, family: "ipv4" | "ipv6"): boolean {
  return parse(text)?.family === family;
}

/** Number of bits that are the same in a block's addresses; of what is a block alone. */
export function prefixLength(cidr: string): number {
  return Number(cidr.slice(cidr.indexOf("/") + 1));
}

/** Whether every address of the inner block is one of the outer block. */
export function contains(outer: string, inner: string): boolean {
  const [a, b] = [parse(outer), parse(inner)];
  return (
    a !== undefined &&
    b !== undefined &&
    a.family === b.family &&
    a.prefix <= b.prefix &&
    blockList(a).check(b.address, b.family)
  );
}
