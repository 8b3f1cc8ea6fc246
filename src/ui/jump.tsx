// SPDX-License-Identifier: Apache-2.0
import { Spotlight, spotlight } from "@mantine/spotlight";
import { useLocation } from "wouter";
import type { PageEntry } from "./routing";

export const open_jump = () => spotlight.open();

/** Type part of a page's name, press Enter, be there. */
export function Jump({ pages }: { pages: readonly PageEntry[] }) {
  const [, go] = useLocation();
  const groups = [...new Set(pages.map((page) => page.group))];
  return (
    <Spotlight
      shortcut={null}
      centered={false}
      yOffset="12vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      attributes={{ content: { "aria-label": "Jump to a page" } }}
      nothingFound="No page has such a name."
      searchProps={{ placeholder: "Jump to a page", "aria-label": "Jump to a page" }}
      transitionProps={{ duration: 80 }}
      actions={groups.map((group) => ({
        group,
        actions: pages
          .filter((page) => page.group === group)
          .map((page) => ({ id: page.path, label: page.title, onClick: () => go(page.path) })),
      }))}
    />
  );
}
