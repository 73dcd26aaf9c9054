import { defineConfig, type Plugin } from "vite";

/** What the page may do. `connect-src` is for the engine's own .wasm file. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The built page carries its policy. Vite's development client needs inline styles, so it does not. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

export default defineConfig({
  base: "./",
  plugins: [contentSecurityPolicy()],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { input: ["index.html", "wording.html", "thread.html"] },
  },
  // The package stands beside this folder and is linked, not copied.
  server: { fs: { allow: [".", "../wasm"] } },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
});
