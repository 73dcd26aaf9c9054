// A headless Chromium.

import { chromium } from "playwright-core";

/** Starts the Chromium that the set-up found, with more arguments where a bench needs them. */
export function launch(more = []) {
  return chromium.launch({
    executablePath: process.env.EHCP_QA_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...more,
    ],
  });
}
