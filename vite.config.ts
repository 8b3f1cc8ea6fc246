// SPDX-License-Identifier: Apache-2.0
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Pages and their data share one path, so the development server keeps only what a browser navigates to or imports.
const isForTheProgram = (method: string, url: string) => method !== "GET" || /\.(json|csv)(\?|$)/.test(url);

export default defineConfig({
  root: "src/ui",
  plugins: [react()],
  build: {
    outDir: "../../build/screens",
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: "src/ui/index.html", stand_worker: "src/lead_form/stand_worker.ts" },
      // A browser asks for a worker by the address that it was registered at, so that one has no hash in its name.
      output: { entryFileNames: ({ name }) => (name === "stand_worker" ? "[name].js" : "assets/[name]-[hash].js") },
    },
  },
  server: {
    fs: { allow: ["../.."] },
    proxy: {
      "/": {
        target: process.env.ACCORD_URL ?? "http://127.0.0.1:7700",
        bypass: (request) =>
          isForTheProgram(request.method ?? "GET", request.url ?? "/") ? undefined : request.url,
      },
    },
  },
  test: { root: ".", include: ["src/**/*_test.{ts,tsx}"], environment: "happy-dom", passWithNoTests: true },
});
