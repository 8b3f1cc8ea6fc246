// SPDX-License-Identifier: Apache-2.0
// node src/ui/embed.mjs SCREENS OUT: compresses each built file and writes OUT/screens.bin with all bytes and
// OUT/screens.cpp with the table that src/web/assets.hpp declares.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const contentTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
const alreadyCompressed = new Set([".png", ".ico", ".woff2"]);

const [screens, out] = process.argv.slice(2).map((folder) => resolve(folder));
const blob = [];
let length = 0;
const rows = filesOf(screens).map(row);
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "screens.bin"), Buffer.concat(blob));
writeFileSync(join(out, "screens.cpp"), table(rows));

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  // Ordered by bytes, as the program's binary search expects.
  return paths.sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
}

function row(path) {
  const kind = extname(path);
  if (!(kind in contentTypes)) throw new Error(`${path}: name the content type of ${kind} in src/ui/embed.mjs.`);
  const plain = readFileSync(join(screens, path));
  const etag = createHash("sha256").update(plain).digest("hex").slice(0, 16);
  const isImmutable = path.startsWith("/assets/");
  const [gzip, brotli] = alreadyCompressed.has(kind) ? ["{}", "{}"] : compressed(plain).map((form) => smaller(form, plain));
  return `    {"${path}", "${contentTypes[kind]}", "\\"${etag}\\"", ${isImmutable}, ${place(plain)}, ${gzip}, ${brotli}},`;
}

function compressed(plain) {
  const brotli = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return [gzipSync(plain, { level: 9 }), brotliCompressSync(plain, { params: brotli })];
}

function smaller(form, plain) {
  return form.length < plain.length ? place(form) : "{}";
}

function place(bytes) {
  const from = length;
  blob.push(bytes);
  length += bytes.length;
  return `at(${from}, ${bytes.length})`;
}

function table(rows) {
  // The assembler takes the bytes in as they are; a literal of a megabyte would cost the compiler minutes.
  return `// SPDX-License-Identifier: Apache-2.0
#include "web/assets.hpp"

__asm__(
    ".section .rodata\\n"
    ".global accord_screens_begin\\n"
    "accord_screens_begin: .incbin \\"${join(out, "screens.bin")}\\"\\n"
    ".previous\\n");
extern "C" const char accord_screens_begin[];

namespace accord::web {

namespace {

std::string_view at(std::size_t from, std::size_t size) { return {accord_screens_begin + from, size}; }

}  // namespace

std::span<const Asset> assets() {
  static const Asset all[] = {
${rows.join("\n").replaceAll("    {", "      {")}
  };
  return all;
}

}  // namespace accord::web
`;
}
