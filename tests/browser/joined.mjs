// The five plans as one Word file, for measurements: the bodies of all, one after the other, in the package of the
// first. It is packed without compression.

import { readFileSync, readdirSync } from "node:fs";
import { crc32 } from "node:zlib";

import { unzip } from "./unzip.mjs";

const FOLDER = new URL("../plans/", import.meta.url);
const DOCUMENT = "word/document.xml";

/** The bytes of the file. */
export function joinedPlans() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".docx"));
  const packages = names.map((name) => unzip(readFileSync(new URL(name, FOLDER))));
  const documents = packages.map((parts) => parts.get(DOCUMENT).toString("utf8"));
  const bodies = documents.map((xml) =>
    /<w:body>([\s\S]*)<\/w:body>/.exec(xml)[1].replace(/<w:sectPr[\s\S]*?<\/w:sectPr>/g, ""),
  );
  // Every document declares what its own body needs: the names are those of all.
  const names_ = new Map(
    documents.flatMap((xml) =>
      [.../<w:document([^>]*)>/.exec(xml)[1].matchAll(/(xmlns:\w+)="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ),
  );
  const declared = [...names_].map(([name, value]) => ` ${name}="${value}"`).join("");
  const joined = `<?xml version="1.0" encoding="UTF-8"?><w:document${declared}><w:body>${bodies.join("")}</w:body></w:document>`;
  return zip(new Map(packages[0]).set(DOCUMENT, Buffer.from(joined, "utf8")));
}

/** The bytes of a package with these parts, packed without compression. */
export function zip(parts) {
  const [files, entries] = [[], []];
  let at = 0;
  for (const [name, bytes] of parts) {
    const path = Buffer.from(name, "utf8");
    const sizes = Buffer.alloc(26);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(0x21, 8);
    sizes.writeUInt32LE(crc32(bytes), 10);
    sizes.writeUInt32LE(bytes.length, 14);
    sizes.writeUInt32LE(bytes.length, 18);
    sizes.writeUInt16LE(path.length, 22);
    files.push(word(0x04034b50), sizes, path, bytes);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([word(0x02014b50), Buffer.from([20, 0]), sizes, place, path]));
    at += 30 + path.length + bytes.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, directory, word(0x06054b50), end]);
}

function word(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
