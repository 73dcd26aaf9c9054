// All that is added to the page, beside the attributes on its fields.
import { attach } from "/wasm/dist/form.js";

globalThis.binding = await attach(document.body);
