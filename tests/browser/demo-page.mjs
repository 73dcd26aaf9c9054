// The pages of the demo.

/** Waits until the page has started. */
export function ready(page) {
  return page.locator('main[data-state="ready"]').waitFor();
}

/** Opens a page of the demo on a wide screen, and runs the test in it once it has started. */
export function withDemoPage(hosts, name, run, options = {}) {
  return hosts.open(
    `/js-demo/dist/${name}`,
    async (page, context) => {
      await ready(page);
      await run(page, context);
    },
    { viewport: { width: 1280, height: 900 }, ...options },
  );
}
