// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
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
    const take_back = async (id: string) => {
      notifications.hide(id);
      if (await perform(undo)) tell("Taken back.");
    };
    const id: string = notifications.show({
      autoClose: 10_000,
      message: (
        <div className="undo-note">
          <span>{say}</span>
          <Button variant="subtle" onClick={() => void take_back(id)}>
            Undo
          </Button>
        </div>
      ),
    });
  };
}
