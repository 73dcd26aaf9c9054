// A page whose form the package is bound to.

/** Binds the page, or a part of it, and keeps the binding and its events where the tests find them. */
export async function attach(page, options = {}, selector = "body") {
  await page.evaluate(
    async ([options, selector]) => {
      const { attach } = await import("/wasm/dist/form.js");
      window.received = [];
      const root = document.querySelector(selector);
      root.addEventListener("ehcp-qa-assessment", ({ detail }) =>
        window.received.push({ fields: detail.fields, results: detail.results }),
      );
      window.bound = await attach(root, options);
    },
    [options, selector],
  );
}

/** The texts that the page shows for a result. */
export const shown = (page, name) =>
  page
    .locator(`[data-ehcp-qa-out="${name}"]`)
    .evaluate((element) =>
      "value" in element && element.tagName !== "LI"
        ? element.value
        : element.tagName === "UL"
          ? [...element.children].map((item) => item.textContent)
          : element.textContent,
    );
