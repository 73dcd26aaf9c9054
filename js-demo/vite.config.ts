import { cpSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { build, defineConfig, type Plugin } from "vite";

/** The pages that read plans in a worker, with the name by which Trusted Types let them make its address. */
const WITH_WORKER = ["/index.html", "/compare.html"];
const WORKER_POLICY = "ehcp-qa-worker";

/** The names of the policies of Trusted Types that a page makes. */
const namesOf = (page: string): string => {
  if (page === "/vue.html") return "vue";
  return WITH_WORKER.includes(page) ? WORKER_POLICY : "'none'";
};

/** The policy of a page. `connect-src` is for the .wasm files of the engine, and a worker falls under `script-src`. */
const policyOf = (page: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${namesOf(page)}`,
  ].join("; ");

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%2312344d'/%3E%3Cpath d='M4 8.5l2.7 2.7L12 5.5' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Puts the header and the footer around the content of a page, and marks the page in the navigation. */
function layout(): Plugin {
  return {
    name: "layout",
    transformIndexHtml: {
      order: "pre",
      handler(html, { path }) {
        if (path.startsWith("/snippets/")) return html;
        const around = readFileSync(here("layout.html"), "utf8");
        const [, main = ""] = /<body>([\s\S]*)<\/body>/.exec(html) ?? [];
        const page = `./${path.split("/").pop() || "index.html"}`;
        const body = around
          .replace(`href="${page}"`, `href="${page}" aria-current="page"`)
          .replace("{{main}}", () => main);
        const head = [
          '<meta charset="utf-8">',
          '<meta name="viewport" content="width=device-width, initial-scale=1">',
          '<meta name="referrer" content="no-referrer">',
          `<link rel="icon" href="${ICON}">`,
          '<link rel="stylesheet" href="/src/style.scss">',
        ].join("\n");
        return html
          .replace("<html ", '<html class="govuk-template app-template" ')
          .replace("<head>", `<head>\n${head}`)
          .replace(/<body>[\s\S]*<\/body>/, () => `<body class="govuk-template__body">${body}</body>`);
      },
    },
  };
}

/** A built page carries its policy. Vite's development client needs inline styles, so it does not. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: (_, { path }) => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policyOf(path) },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** The snippets as they are, with the package beside them as on the server of a council. */
function snippets(): Plugin {
  return {
    name: "snippets",
    apply: "build",
    closeBundle() {
      cpSync(here("snippets"), here("dist/snippets"), { recursive: true });
      cpSync(here("../wasm/dist"), here("dist/snippets/ehcp-qa"), { recursive: true });
    },
  };
}

/** The pages of hosts that have a build of their own, each in its framework. */
function hosts(): Plugin {
  return {
    name: "hosts",
    apply: "build",
    async closeBundle() {
      await build({
        configFile: false,
        root: here("public/embed"),
        base: "./",
        publicDir: false,
        logLevel: "warn",
        plugins: [
          vue({ template: { compilerOptions: { isCustomElement: (name) => name.startsWith("ehcp-qa-") } } }),
          contentSecurityPolicy(),
        ],
        build: {
          outDir: here("dist/embed"),
          emptyOutDir: false,
          target: "es2022",
          modulePreload: { polyfill: false },
          assetsInlineLimit: 0,
          rollupOptions: { input: ["react.html", "vue.html"].map((page) => here(`public/embed/${page}`)) },
        },
      });
    },
  };
}

export default defineConfig({
  base: "./",
  // A missing page gets status 404, and not the first page.
  appType: "mpa",
  plugins: [layout(), contentSecurityPolicy(), snippets(), hosts()],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: [
        "index.html",
        "compare.html",
        "wording.html",
        "report.html",
        "framework.html",
        "embed.html",
        "about.html",
      ],
    },
  },
  worker: { format: "es" },
  // The package and the installed packages stand beside this folder.
  server: { fs: { allow: [".."] } },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
});
