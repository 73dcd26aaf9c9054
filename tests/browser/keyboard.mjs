// What a person does and notices who has a keyboard alone.

import assert from "node:assert/strict";

/** In the page: the element that has the focus, in shadow roots too. */
function deepest() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** What a function of the page makes of the element that has the focus. */
export function atFocus(page, read) {
  return page.evaluate(`(${read})((${deepest})())`);
}

/** The id of the element that has the focus. */
export function focused(page) {
  return atFocus(page, ({ id }) => id);
}

/** Presses Tab, or another key, until the page says of the focused element that it is the one; returns how often. */
export async function pressUntil(page, isFound, { key = "Tab", most = 400 } = {}) {
  for (let presses = 1; presses <= most; presses += 1) {
    await page.keyboard.press(key);
    if (await atFocus(page, isFound)) return presses;
  }
  return assert.fail(`${most} times ${key}, and the focus never came to ${isFound}`);
}

/** The same for the element of an id. */
export function tabTo(page, id, options) {
  return pressUntil(page, `(element) => element.id === ${JSON.stringify(id)}`, options);
}
