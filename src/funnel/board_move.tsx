// SPDX-License-Identifier: Apache-2.0
import { Modal } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import { del, post } from "../ui/api";
import type { Board, BoardCard, BoardColumn, Moved } from "../ui/api.gen";
import { list_in_words } from "../ui/format";
import { Form } from "../ui/form";
import { useUndo } from "../ui/undo";
import { asked_for, asks_of, type Asking } from "./board_rules";

export interface Moves {
  dragged: BoardCard | null;
  drag: (card: BoardCard | null) => void;
  move: (card: BoardCard, column: BoardColumn) => void;
  dialog: ReactNode;
}

interface Asked extends Asking {
  card: BoardCard;
  column: BoardColumn;
}

/** Moves cards: at once where the step asks for nothing more, else by a dialog that asks for it. Each can be taken back. */
export function useMoves(board: Board): Moves {
  const [dragged, drag] = useState<BoardCard | null>(null);
  const [asked, ask] = useState<Asked | null>(null);
  const act = useUndo();

  const offer_undo = (card: BoardCard, column: BoardColumn, run: () => Promise<Moved>) => {
    let moved: Moved | null = null;
    const undo = () => del("/opportunities/{id}/moves/{change}", undefined, { params: { id: card.id, change: moved?.change ?? 0 } });
    return act({ say: `${card.name} is in ${column.name}.`, run: async () => (moved = await run()), undo });
  };
  const move = (card: BoardCard, column: BoardColumn) => {
    const asking = asks_of(card, column);
    if (asking.fields.length > 0 || asking.needs_activity) return ask({ card, column, ...asking });
    void offer_undo(card, column, () => send(card, column, {}));
  };
  const dialog = (
    <Modal opened={asked !== null} onClose={() => ask(null)} title={asked && `${asked.card.name} to ${asked.column.name}`} size="lg">
      {asked && <Ask asked={asked} board={board} close={() => ask(null)} then={(moved) => void offer_undo(asked.card, asked.column, () => Promise.resolve(moved))} />}
    </Modal>
  );
  return { dragged, drag, move, dialog };
}

const send = (card: BoardCard, column: BoardColumn, body: object) =>
  post("/opportunities/{id}/moves", { ...empty, ...body, from: card.stage, stage: column.name }, { params: { id: card.id } });

const empty = { account: null, contact: null, product: null, owner: null, source: "", value: null, close_on: null, lost_reason: "" };

interface AskProps {
  asked: Asked;
  board: Board;
  close: () => void;
  then: (moved: Moved) => void;
}

/** Asks for the evidence that the step demands and the record lacks. */
function Ask({ asked, board, close, then }: AskProps) {
  const { card, column, fields, needs_activity } = asked;
  const reasons = board.lost_reasons.map((reason) => ({ value: reason, label: reason }));
  if (needs_activity)
    return (
      <p>
        {column.name} demands that something was done about it, and nothing is on record yet. <Link href={`/opportunities/${card.id}`}>Log it on its page</Link>, then move it.
      </p>
    );
  return (
    <>
      <p className="quiet">{`${column.name} asks for ${list_in_words(asked_for(fields))}${column.entry_evidence.length > 0 ? ", as both sides agreed" : ""}.`}</p>
      <Form<Moved>
        record="move_draft"
        only={fields}
        button="Move it"
        sources={reasons.length > 0 ? { lost_reason: { values: reasons } } : undefined}
        send={(body: object) => send(card, column, body)}
        then={(moved) => {
          close();
          then(moved);
        }}
        on_cancel={close}
      />
    </>
  );
}
