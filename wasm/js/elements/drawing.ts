// The engine's drawing as nodes. No parser of the browser takes text under Trusted Types, and the engine writes little
// XML: tags, attributes in double quotes, and text in which four characters are escaped.

const TOKEN = /<(\/?)([\w-]+)((?: [\w:-]+="[^"]*")*)>|([^<]+)/g;
const ATTRIBUTE = / ([\w:-]+)="([^"]*)"/g;
const CHARACTERS: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** The `svg` element that a text of the engine describes. */
export function drawingOf(text: string): Element {
  const root = document.createDocumentFragment();
  let parent: Node = root;
  for (const [, close, name, attributes, words] of text.matchAll(TOKEN)) {
    if (words !== undefined) {
      parent.appendChild(document.createTextNode(plain(words)));
    } else if (close === "/") {
      parent = parent.parentNode ?? root;
    } else {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name!);
      for (const [, key, value] of attributes!.matchAll(ATTRIBUTE)) {
        // The name space is that of the element already.
        if (key !== "xmlns") element.setAttribute(key!, plain(value!));
      }
      parent = parent.appendChild(element);
    }
  }
  return root.firstElementChild!;
}

function plain(escaped: string): string {
  return escaped.replace(/&(?:lt|gt|quot|amp);/g, (entity) => CHARACTERS[entity]!);
}
