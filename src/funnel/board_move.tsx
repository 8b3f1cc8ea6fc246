// SPDX-License-Identifier: Apache-2.0
import { Modal } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { del, post } from "../ui/api";
import type { Board, BoardCard, BoardColumn, Moved } from "../ui/api.gen";
import { list_in_words } from "../ui/format";
import { tell_problem, useUndo } from "../ui/undo";
import { AskMissing } from "./ask_missing";
import { asked_for, asks_of } from "./board_rules";
import { missing_of, type Missing } from "./missing";

export interface Moves {
  dragged: BoardCard | null;
  drag: (card: BoardCard | null) => void;
  move: (card: BoardCard, column: BoardColumn) => void;
  dialog: ReactNode;
}

interface Asked {
  card: BoardCard;
  column: BoardColumn;
  missing: Missing;
}

/** Moves cards: at once where the step asks for nothing more, else by a dialog that asks for it. Each can be taken back. */
export function useMoves(board: Board): Moves {
  const [dragged, drag] = useState<BoardCard | null>(null);
  const [asked, ask] = useState<Asked | null>(null);
  const act = useUndo();
  const reasons = board.lost_reasons.map((reason) => ({ value: reason, label: reason }));

  const moved = (card: BoardCard, column: BoardColumn, { change }: Moved) =>
    act({
      say: `${card.name} is in ${column.name}.`,
      run: () => Promise.resolve(),
      undo: () => del("/opportunities/{id}/moves/{change}", undefined, { params: { id: card.id, change } }),
    });
  const move_now = async (card: BoardCard, column: BoardColumn) => {
    try {
      await moved(card, column, await send(card, column, {}));
    } catch (error) {
      const missing = missing_of(error);
      if (missing) ask({ card, column, missing });
      else tell_problem(error);
    }
  };
  const move = (card: BoardCard, column: BoardColumn) => {
    const { fields, needs_activity } = asks_of(card, column);
    if (fields.length === 0 && !needs_activity) return void move_now(card, column);
    ask({ card, column, missing: { fields, needs_activity, why: why_asked(column, fields, needs_activity) } });
  };
  const close = () => ask(null);
  const dialog = (
    <Modal opened={asked !== null} onClose={close} title={asked && `${asked.card.name} to ${asked.column.name}`} size="lg">
      {asked && (
        <AskMissing<Moved>
          record="move_draft"
          missing={asked.missing}
          lead={asked.card.id}
          sources={reasons.length > 0 ? { lost_reason: { values: reasons } } : undefined}
          button="Move it"
          send={(given) => send(asked.card, asked.column, given)}
          then={(done) => {
            close();
            void moved(asked.card, asked.column, done);
          }}
          close={close}
        />
      )}
    </Modal>
  );
  return { dragged, drag, move, dialog };
}

function why_asked(column: BoardColumn, fields: readonly string[], needs_activity: boolean): string {
  if (needs_activity) return `${column.name} demands that something was done about it, and nothing is on record yet.`;
  return `${column.name} asks for ${list_in_words(asked_for(fields))}${column.entry_evidence.length > 0 ? ", as both sides agreed" : ""}.`;
}

const send = (card: BoardCard, column: BoardColumn, body: object) =>
  post("/opportunities/{id}/moves", { ...empty, ...body, from: card.stage, stage: column.name }, { params: { id: card.id } });

const empty = { account: null, contact: null, product: null, owner: null, source: "", value: null, close_on: null, lost_reason: "" };
