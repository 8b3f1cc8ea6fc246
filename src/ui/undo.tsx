// SPDX-License-Identifier: Apache-2.0
import { Button, Kbd } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useKeys } from "./keys";
import { problem_of } from "./problem";

/** Says that something was done. */
export const tell = (message: string) => void notifications.show({ message });

/** Says why something was not done, and what to do instead. */
export function tell_problem(error: unknown): void {
  const problem = problem_of(error);
  const detail = [problem.detail, problem.remedy].filter((text) => text && text !== problem.title).join(" ");
  notifications.show({ color: "red", title: problem.title, message: detail, autoClose: 12_000, role: "alert" });
}

export interface Undoable {
  /** What was done, as a sentence: "Marked as settled." */
  say: string;
  run: () => Promise<unknown>;
  undo: () => Promise<unknown>;
}

interface Offer {
  id: string;
  take_back: () => void;
}

/** What can be taken back while its note stands: the newest is what the key takes back. */
let offers: readonly Offer[] = [];
const watchers = new Set<() => void>();
const watch = (run: () => void) => {
  watchers.add(run);
  return () => void watchers.delete(run);
};
function set_offers(changed: readonly Offer[]): void {
  offers = changed;
  watchers.forEach((run) => run());
}
const withdraw = (id: string) => set_offers(offers.filter((one) => one.id !== id));

/** The key of Undo, wherever something can be taken back. Stands once, beside the notes. */
export function UndoKey() {
  const newest = useSyncExternalStore(watch, () => offers).at(-1);
  return newest ? <TakesBack key={newest.id} offer={newest} /> : null;
}

/** Laid when its note comes, so that it covers what the page means by the key. */
function TakesBack({ offer }: { offer: Offer }) {
  useKeys({ u: { label: "Undo what was just done", run: offer.take_back } }, "Just now");
  return null;
}

/** Does it at once and offers to take it back: `const act = useUndo(); act({ say, run, undo })`. */
export function useUndo(): (act: Undoable) => Promise<void> {
  const client = useQueryClient();
  const perform = async (run: () => Promise<unknown>): Promise<boolean> => {
    try {
      await run();
      await client.invalidateQueries();
      return true;
    } catch (error) {
      tell_problem(error);
      return false;
    }
  };
  return async ({ say, run, undo }) => {
    if (!(await perform(run))) return;
    let is_taken = false;
    const take_back = async () => {
      if (is_taken) return;
      is_taken = true;
      notifications.hide(id);
      withdraw(id);
      if (await perform(undo)) tell("Taken back.");
    };
    const id: string = notifications.show({
      autoClose: 10_000,
      onClose: () => withdraw(id),
      message: (
        <div className="undo-note">
          <span>{say}</span>
          <Button variant="subtle" onClick={() => void take_back()} rightSection={<UndoStroke />}>
            Undo
          </Button>
        </div>
      ),
    });
    set_offers([...offers, { id, take_back: () => void take_back() }]);
  };
}

/** The key beside the word; who listens hears the word alone. */
const UndoStroke = () => (
  <Kbd size="xs" className="undo-stroke" aria-hidden="true">
    U
  </Kbd>
);
