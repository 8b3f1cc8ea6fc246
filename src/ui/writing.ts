// SPDX-License-Identifier: Apache-2.0
// Whether somebody is writing: what others change must wait until that is sent or given up.

const controls = "input, textarea, select, [contenteditable]";
/** Searching a list or the jump box is not writing, nor is choosing rows. */
const searches = "[type=search], .row-choice, [role=search] *, [role=dialog] [role=combobox]";

const edited = new Set<Element>();
const sent = new Set<Element>();

const has_focus = (control: Element) => control === document.activeElement;

/** A field of a form counts until the form is sent or gone; one that stands alone counts while it has the focus. */
const is_unfinished = (control: Element) => control.isConnected && (control.closest("form") !== null || has_focus(control));

export function is_writing(): boolean {
  for (const control of edited) {
    if (is_unfinished(control)) return true;
    edited.delete(control);
  }
  return false;
}

/** Once the server took what was sent, its fields hold nothing any more that could be lost. */
export function was_answered(is_taken: boolean): void {
  if (is_taken) sent.forEach((control) => edited.delete(control));
  sent.clear();
}

function note_edit({ target }: Event): void {
  if (!(target instanceof Element) || !target.matches(controls) || target.matches(searches)) return;
  edited.add(target);
  sent.delete(target);
}

function note_sending({ target }: Event): void {
  if (!(target instanceof HTMLFormElement)) return;
  for (const control of edited) {
    if (target.contains(control)) sent.add(control);
  }
}

/** Listens to all fields of the page, whoever made them. */
export function watch_writing(): () => void {
  document.addEventListener("input", note_edit, true);
  document.addEventListener("submit", note_sending, true);
  return () => {
    document.removeEventListener("input", note_edit, true);
    document.removeEventListener("submit", note_sending, true);
    edited.clear();
    sent.clear();
  };
}
