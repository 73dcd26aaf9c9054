// A server on loopback that serves pages of a test and folders of the repository.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A browser asks for this icon unless a page names another. */
const NO_ICON = { "/favicon.ico": { status: 204, body: "" } };

/**
 * Serves the repository, or another folder.
 * @param pages HTML or `{ status, type, headers, body }` by path, before any file.
 * @param folders Folders in it that stand elsewhere too, by the beginning of their path.
 */
export async function serve(pages = {}, folders = {}, root = repository) {
  const requests = [];
  const all = { ...NO_ICON, ...pages };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    requests.push(pathname);
    const page = all[pathname];
    if (page !== undefined) {
      const {
        status = 200,
        type = TYPES[".html"],
        headers = {},
        body,
      } = typeof page === "string" ? { body: page } : page;
      response.writeHead(status, { "content-type": type, ...headers }).end(body);
      return;
    }
    try {
      const [prefix, folder] = Object.entries(folders).find(([prefix]) => pathname.startsWith(prefix)) ?? ["/", "/"];
      const file = folder + pathname.slice(prefix.length) + (pathname.endsWith("/") ? "index.html" : "");
      const path = normalize(join(root, decodeURIComponent(file)));
      if (!path.startsWith(root)) throw new Error("outside the folder");
      const body = await readFile(path);
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
