// SPDX-License-Identifier: Apache-2.0
import { Kbd, Modal } from "@mantine/core";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

/** What a key does here; the label is what `?` shows. */
export interface Key {
  label: string;
  run: () => void;
}
/** By stroke: "n", "g r" (one after the other), "mod+k", "ArrowDown", "/". */
export type Keys = Record<string, Key>;

const patience_ms = 1200;

/** The keys in force: what was laid last is asked first, so a page's keys cover the shell's. */
export class Keyboard {
  private layers: { keys: Keys; title: string }[] = [];
  private watchers = new Set<() => void>();
  private pending = "";
  private pressed_at_ms = 0;
  /** A new array at every change, as React's stores want it. */
  shown: readonly { keys: Keys; title: string }[] = [];

  lay(keys: Keys, title: string): () => void {
    const layer = { keys, title };
    this.layers.push(layer);
    this.tell();
    return () => {
      this.layers = this.layers.filter((one) => one !== layer);
      this.tell();
    };
  }

  watch = (run: () => void) => {
    this.watchers.add(run);
    return () => void this.watchers.delete(run);
  };

  /** Whether the stroke did something or began a sequence. */
  press(stroke: string, now_ms = Date.now()): boolean {
    const prefix = now_ms - this.pressed_at_ms < patience_ms ? this.pending : "";
    this.pending = "";
    this.pressed_at_ms = now_ms;
    if (prefix && this.run_or_begin(`${prefix} ${stroke}`)) return true;
    return this.run_or_begin(stroke);
  }

  private run_or_begin(sequence: string): boolean {
    const layer = this.layers.findLast((one) => sequence in one.keys);
    if (layer) {
      layer.keys[sequence]!.run();
      return true;
    }
    const begins = this.layers.some((one) => Object.keys(one.keys).some((key) => key.startsWith(`${sequence} `)));
    if (begins) this.pending = sequence;
    return begins;
  }

  private tell() {
    this.shown = [...this.layers];
    this.watchers.forEach((run) => run());
  }
}

const keyboard = new Keyboard();

/** The keys of whatever is on screen; they go with the component that named them. */
export function useKeys(keys: Keys, title = "On this page"): void {
  const latest = useRef(keys);
  latest.current = keys;
  const signature = JSON.stringify(Object.entries(keys).map(([stroke, key]) => [stroke, key.label]));
  useEffect(() => {
    const labels = JSON.parse(signature) as [string, string][];
    const laid = labels.map(([stroke, label]) => [stroke, { label, run: () => latest.current[stroke]?.run() }]);
    return keyboard.lay(Object.fromEntries(laid) as Keys, title);
  }, [signature, title]);
}

export function stroke_of(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">): string {
  return event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key;
}

const is_writing = (target: HTMLElement) =>
  target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Keys typed into a field, a menu or a dialog belong to it; Enter belongs to the button or link that has the focus. */
function is_for_us(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.isComposing) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return true;
  if (target.closest("[role=dialog], [role=menu], [role=listbox]")) return false;
  if (event.ctrlKey || event.metaKey) return true;
  const moves = event.key.startsWith("Arrow") && target.closest("[role=tablist], [role=radiogroup]");
  const presses = event.key === "Enter" && target.closest("a, button, summary, [role=button]");
  return !is_writing(target) && !moves && !presses;
}

/** Hears the keys for the whole app, and shows them at `?`. Stands once, in the shell. */
export function KeyListener() {
  const [is_shown, show] = useState(false);
  useKeys({ "?": { label: "Show the keys", run: () => show(true) } }, "Everywhere");
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (is_for_us(event) && keyboard.press(stroke_of(event))) event.preventDefault();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
  return (
    <Modal opened={is_shown} onClose={() => show(false)} title="Keys" size="lg">
      <KeyTable />
    </Modal>
  );
}

function KeyTable() {
  const layers = useSyncExternalStore(keyboard.watch, () => keyboard.shown);
  const shown = shown_keys(layers);
  return (
    <div className="keys">
      {[...new Set(shown.map((key) => key.title))].map((title) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {shown
              .filter((key) => key.title === title)
              .map(({ strokes, label }) => (
                <div key={label}>
                  <dt>
                    {strokes.map((stroke) => (
                      <Stroke key={stroke} stroke={stroke} />
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** What each key does now: the page's own first, one line for keys that do the same, none that is covered. */
export function shown_keys(layers: readonly { keys: Keys; title: string }[]) {
  const seen = new Set<string>();
  const lines: { title: string; label: string; strokes: string[] }[] = [];
  for (const { keys, title } of [...layers].reverse()) {
    for (const [stroke, { label }] of Object.entries(keys)) {
      if (seen.has(stroke)) continue;
      seen.add(stroke);
      const line = lines.find((one) => one.title === title && one.label === label);
      if (line) line.strokes.push(stroke);
      else lines.push({ title, label, strokes: [stroke] });
    }
  }
  return lines;
}

const is_mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const names: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", Enter: "↵", enter: "↵" };

/** A stroke as keycaps: "g r" as two, "mod+k" as Ctrl K or ⌘ K. */
export function Stroke({ stroke }: { stroke: string }) {
  const caps = stroke.split(/[ +]/).map((cap) => (cap === "mod" ? (is_mac ? "⌘" : "Ctrl") : (names[cap] ?? cap)));
  return (
    <span className="stroke">
      {caps.map((cap, at) => (
        <Kbd key={at} size="xs">
          {cap.length === 1 && stroke.includes("mod+") ? cap.toUpperCase() : cap}
        </Kbd>
      ))}
    </span>
  );
}
