// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { for_screen } from "./roi_help";

const pages = import.meta.glob<string>("../../docs/attribution/*.md", { query: "?raw", import: "default", eager: true });

it.each(Object.entries(pages))("%s speaks to who reads it on a screen, not to who types commands", (_, text) => {
  const shown = for_screen(text);
  expect(shown).not.toMatch(/accord attribute|--[a-z]|kernels|```/);
  expect(shown.length).toBeGreaterThan(text.length / 2);
  for (const heading of text.match(/^## (?!From a file).*$/gm) ?? []) expect(shown).toContain(heading);
});
