// SPDX-License-Identifier: Apache-2.0
import { Button, Menu, Modal } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import { del, post } from "../ui/api";
import type { Board, BoardCard, BoardColumn, MoveLeft, MovedTogether } from "../ui/api.gen";
import { ChosenBar, type Chosen } from "../ui/choose";
import { Form } from "../ui/form";
import { count_of, list_in_words } from "../ui/format";
import { useReader } from "../ui/session";
import { tell, tell_problem, useUndo } from "../ui/undo";
import { moves_at_once_max, sorted_for, type SortedCards } from "./board_rules";

export interface ManyMoves {
  move: (cards: readonly BoardCard[], column: BoardColumn) => void;
  dialog: ReactNode;
}

interface Asked extends SortedCards {
  column: BoardColumn;
}

interface Left {
  column: BoardColumn;
  moved: number;
  left: readonly MoveLeft[];
  cards: readonly BoardCard[];
}

/** Moves many cards in one act: at once where all can go and nothing is asked, else a dialog says first which cannot and why. What
 * did not move stays chosen. */
export function useManyMoves(board: Board, chosen: Chosen<BoardCard>): ManyMoves {
  const [asked, ask] = useState<Asked | null>(null);
  const [left, set_left] = useState<Left | null>(null);
  const act = useUndo();
  const reader = useReader();
  const cards_in_words = (count: number) => count_of(count, "card", "cards", reader);

  const moved = (column: BoardColumn, cards: readonly BoardCard[], done: MovedTogether) => {
    ask(null);
    const those = new Set<number>(done.moved.map((one) => one.id));
    chosen.choice.set(cards.filter((card) => those.has(card.id)), false);
    const undo = async () => {
      const { stayed } = await del("/opportunities/moves/together/{change}", undefined, { params: { change: done.change } });
      if (stayed.length > 0) tell(`${count_of(stayed.length, "card stays", "cards stay", reader)} there: somebody has moved or changed it since.`);
    };
    if (done.change !== 0) void act({ say: `${count_of(those.size, "card is", "cards are", reader)} in ${column.name}.`, run: () => Promise.resolve(), undo });
    if (done.refused.length > 0) set_left({ column, moved: those.size, left: done.refused, cards });
  };
  const move = (cards: readonly BoardCard[], column: BoardColumn) => {
    const sorted = sorted_for(cards, column);
    if (sorted.going.length > moves_at_once_max) return tell(`At most ${moves_at_once_max} cards move at once.`);
    if (sorted.going.length + sorted.lacking.length === 0) return tell(`All of them stand in ${column.name} already.`);
    if (sorted.lacking.length > 0 || column.outcome === "lost") return ask({ ...sorted, column });
    send(sorted.going, column, "").then((done) => moved(column, sorted.going, done), tell_problem);
  };
  const title = asked ? `${cards_in_words(asked.going.length + asked.lacking.length)} to ${asked.column.name}` : left ? `To ${left.column.name}` : "";
  const close = () => {
    ask(null);
    set_left(null);
  };
  const dialog = (
    <Modal opened={asked !== null || left !== null} onClose={close} title={title} size="lg">
      {asked && <Ask asked={asked} reasons={board.lost_reasons} close={close} then={(done) => moved(asked.column, asked.going, done)} />}
      {left && <WhatStayed {...left} close={close} />}
    </Modal>
  );
  return { move, dialog };
}

const send = (cards: readonly BoardCard[], column: BoardColumn, lost_reason: string) =>
  post("/opportunities/moves/together", { moves: cards.map((card) => ({ opportunity: card.id, from: card.stage })), stage: column.name, lost_reason });

interface AskProps {
  asked: Asked;
  reasons: readonly string[];
  close: () => void;
  then: (done: MovedTogether) => void;
}

/** Which cannot move yet and what they lack; the reason where all of them are lost; then the rest moves. */
function Ask({ asked, reasons, close, then }: AskProps) {
  const { column, going, lacking } = asked;
  const reader = useReader();
  const button = `Move ${count_of(going.length, "card", "cards", reader)}`;
  const move = () => void send(going, column, "").then(then, tell_problem);
  return (
    <>
      {lacking.length > 0 && (
        <>
          <p>
            <strong>{count_of(lacking.length, "card cannot move yet", "cards cannot move yet", reader)}</strong>, for {column.name} demands what {lacking.length === 1 ? "it lacks" : "they lack"}:
          </p>
          <ul>
            {lacking.map(({ card, lacks }) => (
              <li key={card.id}>
                <Link href={`/opportunities/${card.id}`}>{card.name}</Link>: {list_in_words(lacks)}
              </li>
            ))}
          </ul>
        </>
      )}
      {going.length > 0 && column.outcome === "lost" ? (
        <Form<MovedTogether>
          record="moves_draft"
          only={["lost_reason"]}
          needed={["lost_reason"]}
          sources={reasons.length > 0 ? { lost_reason: { values: reasons.map((reason) => ({ value: reason, label: reason })) } } : undefined}
          button={button}
          send={(body: { lost_reason?: string }) => send(going, column, body.lost_reason ?? "")}
          then={then}
          on_cancel={close}
        />
      ) : (
        <div className="form-buttons">
          {going.length > 0 && (
            <Button onClick={move} data-autofocus>
              {button}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {going.length > 0 ? "Cancel" : "Done"}
          </Button>
        </div>
      )}
    </>
  );
}

/** Which moved and which not, each of these by its name with the rule that says why. */
function WhatStayed({ column, moved, left, cards, close }: Left & { close: () => void }) {
  const reader = useReader();
  return (
    <div role="status">
      <p>
        {moved > 0 && `${count_of(moved, "card is", "cards are", reader)} in ${column.name}. `}
        <strong>{count_of(left.length, "card did not move:", "cards did not move:", reader)}</strong>
      </p>
      <ul>
        {left.map((one) => (
          <li key={one.opportunity}>
            <Link href={`/opportunities/${one.opportunity}`}>{cards.find((card) => card.id === one.opportunity)?.name || `Opportunity ${one.opportunity}`}</Link>: {one.message}
            {one.detail && ` ${one.detail}`}
          </li>
        ))}
      </ul>
      <div className="form-buttons">
        <Button onClick={close} data-autofocus>
          Done
        </Button>
      </div>
    </div>
  );
}

interface BarProps {
  chosen: Chosen<BoardCard>;
  columns: readonly BoardColumn[];
  move: (cards: readonly BoardCard[], column: BoardColumn) => void;
  children?: ReactNode;
}

/** Under the board, so that no card moves away from the pointer when the first one is chosen. */
export function BoardChosen({ chosen, columns, move, children }: BarProps) {
  return (
    <div className="board-chosen">
      <ChosenBar chosen={chosen} words={["card", "cards"]}>
        <Menu position="top-start" withinPortal>
          <Menu.Target>
            <Button variant="default">Move to…</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {columns.map((column) => (
              <Menu.Item key={column.id} onClick={() => move(chosen.rows, column)}>
                {column.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {children}
      </ChosenBar>
    </div>
  );
}
