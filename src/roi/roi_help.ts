// SPDX-License-Identifier: Apache-2.0

/** Where a model of credit is explained, by its name as the API has it: `time_decay`. */
export const help_on_model = (model: string) => `/help/attribution/${model.replaceAll("_", "-")}`;

/**
 * A page of the manual as the screen shows it: without the command that its example can be tried with, how to use that on files,
 * and where the program's own books are.
 */
export const for_screen = (text: string) =>
  text
    .replace(/^```sh\n[^]*?^```\n+/gm, "")
    .replace(/: \[kernels\]\([^)]*\)/g, "")
    .replace(/^## From a file, without a database\n[^]*/m, "");

/** Where a link between the pages of the manual leads; other files are not in the program. */
export function help_address(link: string): string | null {
  const page = /^([a-z-]+)\.md$/.exec(link)?.[1];
  if (page) return `/help/attribution/${page}`;
  return link === "README.md" ? "/help/attribution" : null;
}
