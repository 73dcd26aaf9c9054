// The parts of a package such as a Word file, by its central directory.

import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const DEFLATED = 8;

/** The bytes of each part, by its name. */
export function unzip(bytes) {
  const file = Buffer.from(bytes);
  let end = file.length - 22;
  while (end >= 0 && file.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error("This is not a package.");
  const parts = new Map();
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
    const isDeflated = file.readUInt16LE(at + 10) === DEFLATED;
    parts.set(file.toString("utf8", at + 46, at + 46 + name), isDeflated ? inflateRawSync(packed) : packed);
    at += 46 + name + extra + comment;
  }
  return parts;
}
