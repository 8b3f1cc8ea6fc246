// SPDX-License-Identifier: Apache-2.0

/** Where a model of credit is explained, by its name as the API has it: `time_decay`. */
export const help_on_model = (model: string) => `/help/attribution/${model.replaceAll("_", "-")}`;

/** Where a link between the pages of the manual leads; other files are not in the program. */
export function help_address(link: string): string | null {
  const page = /^([a-z-]+)\.md$/.exec(link)?.[1];
  if (page) return `/help/attribution/${page}`;
  return link === "README.md" ? "/help/attribution" : null;
}
