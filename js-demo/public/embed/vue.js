// A page in Vue. Its build is told that names with `ehcp-qa-` are custom elements.

import { createApp } from "vue";
import "ehcp-qa/elements";
import Case from "./Case.vue";

createApp(Case).mount("#app");
