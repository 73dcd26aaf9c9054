// The embedding example of README.md, as it stands there.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { startHosts } from "./hosts.mjs";

test("the example works as printed", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const [, example] = /```html\n([\s\S]*?)```/.exec(readme);
  assert.equal(example.trim().split("\n").length, 10);
  const body = `<!doctype html><html lang="en"><title>Example</title>${example}`;
  const hosts = await startHosts({ "/host/": body }, { "/host/ehcp-qa/": "/wasm/dist/" });
  try {
    await hosts.open("/host/", async (page) => {
      await page.locator("#answer:not(:empty)").waitFor();
      assert.equal(
        await page.locator("#answer").textContent(),
        "No score is recorded for the plan. The answers suggest that it is below 2 Good, with which it could not be " +
          "issued. Health needs are recorded, but Section G does not match each of them with provision.",
      );
    });
  } finally {
    await hosts.close();
  }
});
