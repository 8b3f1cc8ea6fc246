// SPDX-License-Identifier: Apache-2.0
import { Drawer, Popover, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useSyncExternalStore, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import "./opener.css";
import { phone_media } from "./phone";

// One listener for all openers of a page: with one each, a narrowing window would render it as often as it has openers.
const phone = window.matchMedia(phone_media);
const openers = new Set<() => void>();
phone.addEventListener("change", () => openers.forEach((tell) => tell()));

function watch_width(tell: () => void) {
  openers.add(tell);
  return () => void openers.delete(tell);
}

interface Props {
  /** What is opened, as a heading. */
  title: string;
  /** What a screen reader says of the words that open it, beginning with them; without it, the words alone. */
  label: string | undefined;
  /** The dotted words. */
  words: ReactNode;
  /** Made only once it is opened. */
  content: () => ReactNode;
  kind: "figure" | "term";
  /** For tests: which figure this is. */
  data_figure?: string | undefined;
}

/** Dotted words that open what is behind them: a popover on a desk, a drawer on a phone. */
export function Opener({ title, label, words, content, kind, data_figure }: Props) {
  const [is_open, { close, toggle }] = useDisclosure(false);
  const is_phone = useSyncExternalStore(watch_width, () => phone.matches);
  // A row around it opens on click and on Enter too; this press is not meant for it.
  const press = (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    toggle();
  };
  const button = (
    <UnstyledButton
      component="span"
      role="button"
      tabIndex={0}
      className={`${kind} dotted`}
      data-figure={data_figure}
      aria-haspopup="dialog"
      aria-expanded={is_open}
      aria-label={label}
      onClick={press}
      onKeyDown={(event) => (event.key === "Enter" || event.key === " ") && press(event)}
    >
      {words}
    </UnstyledButton>
  );
  if (is_phone) {
    return (
      <>
        {button}
        <Drawer opened={is_open} onClose={close} position="bottom" title={title} className="opened-drawer">
          <div className="opened">{content()}</div>
        </Drawer>
      </>
    );
  }
  return (
    <Popover opened={is_open} onChange={(open) => !open && close()} width={380} shadow="md" trapFocus returnFocus>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown aria-label={title} onClick={(event) => event.stopPropagation()}>
        <div className="opened" tabIndex={-1} data-autofocus>
          <h2>{title}</h2>
          {is_open && content()}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
