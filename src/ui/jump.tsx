// SPDX-License-Identifier: Apache-2.0
import { Modal, TextInput, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState, type KeyboardEvent, type MouseEvent } from "react";
import { useLocation } from "wouter";
import { get, type Reply } from "./api";
import { best_first, fit_of } from "./fit";
import { count_of } from "./format";
import { recent_of } from "./recent";
import type { PageEntry } from "./routing";
import { useSession } from "./session";
import "./jump.css";

type Item = Reply<"GET", "/jump">["items"][number];

/** The words of the box, wherever it is named. */
export const jump_words = "Jump to a page or record";

interface Props {
  pages: readonly PageEntry[];
  is_open: boolean;
  close: () => void;
}

/** Type part of a name, press Enter, be there. */
export function Jump({ pages, is_open, close }: Props) {
  return (
    <Modal
      opened={is_open}
      onClose={close}
      withCloseButton={false}
      padding={0}
      yOffset="12vh"
      size={600}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 80 }}
      attributes={{ content: { "aria-label": jump_words } }}
    >
      <Box pages={pages} close={close} />
    </Modal>
  );
}

function Box({ pages, close }: Pick<Props, "pages" | "close">) {
  const [, go] = useLocation();
  const [text, set_text] = useState("");
  const [chosen, choose] = useState(0);
  const [is_going, set_going] = useState(false);
  const { items, is_settled } = useItems(text, pages);
  const at = Math.min(chosen, Math.max(items.length - 1, 0));

  const open = (item: Item, event?: MouseEvent | KeyboardEvent) => {
    close();
    if (event?.ctrlKey || event?.metaKey) window.open(item.link);
    else go(item.link);
  };
  // Who types quickly and presses Enter means what they typed, not what was found for its first letters.
  useEffect(() => {
    if (!is_going || !is_settled) return;
    set_going(false);
    const item = items[at];
    if (item) open(item);
  });
  const on_key = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const next = event.nativeEvent.isComposing ? undefined : moves[event.key];
    if (next !== undefined && items.length > 0) choose((next + items.length) % items.length);
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      const item = items[at];
      if (is_settled && item) open(item, event);
      else set_going(true);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="jump">
      <TextInput
        data-autofocus
        variant="unstyled"
        size="md"
        className="jump-text"
        placeholder={jump_words}
        aria-label={jump_words}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls="jump-items"
        aria-autocomplete="list"
        aria-activedescendant={items.length > 0 ? `jump-item-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          set_text(event.currentTarget.value);
          choose(0);
        }}
        onKeyDown={on_key}
      />
      <Items items={items} at={at} choose={choose} open={open} />
      {items.length === 0 && is_settled && text.trim() && <p className="jump-none">Nothing that you may see has such a name.</p>}
      <VisuallyHidden role="status">{is_settled && text.trim() ? count_of(items.length, "result") : ""}</VisuallyHidden>
    </div>
  );
}

interface ItemsProps {
  items: readonly Item[];
  at: number;
  choose: (at: number) => void;
  open: (item: Item, event: MouseEvent) => void;
}

function Items({ items, at, choose, open }: ItemsProps) {
  // In braces: newer browsers answer a scroll with a promise, which React would call as the effect's end.
  useEffect(() => {
    document.getElementById(`jump-item-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <ul id="jump-items" role="listbox" aria-label="Found" className="jump-items">
      {items.map((item, index) => (
        <li
          key={item.link}
          id={`jump-item-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerMove={() => choose(index)}
          onClick={(event) => open(item, event)}
        >
          <span className="jump-name">{item.name}</span>
          <span className="jump-detail">{item.detail}</span>
          <span className="jump-kind">{item.kind}</span>
        </li>
      ))}
    </ul>
  );
}

/** What fits the text: pages, which are known here, and records, which the server finds. Without a text: where one was
 * last, then all pages. */
function useItems(text: string, pages: readonly PageEntry[]): { items: Item[]; is_settled: boolean } {
  const wanted = text.trim();
  const [asked] = useDebouncedValue(wanted, 80);
  const found = useQuery({
    queryKey: ["jump", asked],
    queryFn: ({ signal }) => get("/jump", { query: { q: asked }, signal }),
    placeholderData: keepPreviousData,
    enabled: asked !== "",
  });
  const recent = useRecent(pages);
  const page_items = pages.map(item_of_page);
  if (!wanted) {
    const rest = page_items.filter((item) => !recent.some((one) => one.link === item.link));
    return { items: [...recent, ...rest], is_settled: true };
  }
  const is_settled = asked === wanted && !found.isPlaceholderData && !found.isFetching;
  const records = found.data?.items ?? [];
  // What was found for this very text by another name than the one it shows was found by its identifier.
  const by_key = is_settled ? records.filter((item) => fit_of(item.name, wanted) === null) : [];
  return { items: [...by_key, ...best_first([...page_items, ...records], wanted)], is_settled };
}

const item_of_page = (page: PageEntry): Item => ({
  kind: "Page",
  name: page.title,
  detail: page.group === page.title ? "" : page.group,
  link: page.path,
});

/** Where this person was last, but for where they are; names as they are now, of what they may still see. */
function useRecent(pages: readonly PageEntry[]): Item[] {
  const { person } = useSession();
  const [here] = useLocation();
  const [addresses] = useState(() => recent_of(person.id));
  const of_pages = new Map(pages.map((page) => [page.path, item_of_page(page)]));
  const of_records = addresses.filter((address) => !of_pages.has(address));
  const found = useQuery({
    queryKey: ["jump", "recent", ...of_records],
    queryFn: ({ signal }) => get("/jump", { query: { at: of_records }, signal }),
    enabled: of_records.length > 0,
  });
  const leads_to = (address: string, link: string) => address === link || address.startsWith(`${link}/`);
  const record_at = (address: string) => found.data?.items.find((item) => leads_to(address, item.link));
  const items = addresses.flatMap((address) => of_pages.get(address) ?? record_at(address) ?? []);
  const is_elsewhere = (item: Item) => !leads_to(here, item.link.split("?")[0] ?? "");
  return [...new Map(items.map((item) => [item.link, item])).values()].filter(is_elsewhere).slice(0, recent_shown);
}

const recent_shown = 6;
