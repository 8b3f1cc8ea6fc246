// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type DragEvent, type KeyboardEvent, type MouseEvent } from "react";
import { Link } from "wouter";
import "./board.css";
import { HandOverMany } from "../handoff/hand_over_many";
import { data_url, request, url_of, type Query } from "../ui/api";
import type { Board, BoardCard, BoardColumn } from "../ui/api.gen";
import { ChoiceBox, useChosen, type Choice, type Chosen } from "../ui/choose";
import { useAddress } from "../ui/data";
import { record_named } from "../ui/described";
import { Empty } from "../ui/empty";
import { Figure } from "../ui/figure";
import { count_of } from "../ui/format";
import { Term } from "../ui/glossary";
import { useKeys } from "../ui/keys";
import { useListQuery } from "../ui/list";
import { asked_of_server } from "../ui/list_query";
import { ListTools } from "../ui/list_tools";
import { Loaded } from "../ui/loaded";
import { format_money } from "../ui/money";
import { Page, type PageProps } from "../ui/page";
import { useMay, useReader } from "../ui/session";
import { Side } from "../ui/side";
import { tell } from "../ui/undo";
import { BoardChosen, useManyMoves } from "./board_many";
import { useMoves, type Moves } from "./board_move";
import { can_move, cards_max, first_cards, more_cards, stands_in, stay_in_words } from "./board_rules";
import { enter_board, one_stop_each, stop_after } from "./board_stops";

const filters = ["territory", "owner", "side", "phase", "product"];

/** Leads and opportunities by the steps of the funnel, and how they are moved. */
export function BoardPage(_: PageProps) {
  const [query, set_query] = useListQuery("stage_since", true);
  const asked = asked_of_server(query);
  const { order: _order, ...which } = asked;
  const board = useAddress<Board>(url_of("/opportunities/board", {}, which));
  useKeys({ b: { label: "To the board", run: enter_board } });
  const chosen = useChosen<BoardCard>();
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    enter_board();
  };
  return (
    <>
      <a className="skip-link" href="#board" onClick={skip}>
        To the board
      </a>
      <Page
        title="Board"
        lead="What is open, by the steps both sides agreed on. What a CRM keeps moves with its exports; the rest is moved here."
        actions={
          <Button component={Link} href={url_of("/opportunities", {}, { ...which, outcome: "open" })} variant="default">
            As a list
          </Button>
        }
      >
        <ListTools
          fields={record_named("board_card").fields}
          filters={filters}
          query={query}
          on_change={set_query}
          export_url={data_url(url_of("/opportunities/board/cards", {}, { ...asked, outcome: "open" }), "csv")}
          summary=""
        />
        <Loaded query={board}>{(shown) => <Columns board={shown} asked={asked} chosen={chosen} />}</Loaded>
      </Page>
    </>
  );
}

function Columns({ board, asked, chosen }: { board: Board; asked: Query; chosen: Chosen<BoardCard> }) {
  const single = useMoves(board);
  const many = useManyMoves(board, chosen);
  const may = useMay();
  const can_choose = may("edit_opportunities");
  useKeys(can_choose ? { x: { label: "Choose the card, or the column, or not", run: choose_in_focus } } : {});
  const move_all = (cards: readonly BoardCard[], column: BoardColumn) => {
    const [only] = cards;
    if (cards.length > 1 || !only) return many.move(cards, column);
    chosen.clear();
    single.move(only, column);
  };
  // One of several that are chosen takes the others along.
  const moves = { ...single, move: (card: BoardCard, column: BoardColumn) => move_all(chosen.choice.has(card) ? chosen.rows : [card], column) };
  if (board.items.length === 0)
    return (
      <Empty title="Nothing is open, and no funnel is agreed on.">
        <Link href="/agreements/funnel">Agree on the steps</Link>, <Link href="/imports">import</Link> your CRM’s export, or add what no CRM keeps under{" "}
        <Link href="/opportunities">Opportunities</Link>.
      </Empty>
    );
  const go = (event: KeyboardEvent<HTMLElement>) => {
    const { currentTarget: shown, target } = event;
    // What opens over the board has keys of its own.
    if (!(target instanceof HTMLElement) || !shown.contains(target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stop_after(shown, target, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <>
      <p className="quiet">
        <Link href={board.link}>{board.sentence}</Link>
        {board.why_provisional && `: provisional, ${board.why_provisional}`}. <span className="board-keys">B goes to the cards; arrows lead on, Tab to the next column, Enter opens a card, M moves it{can_choose && ", X chooses several"}.</span>
      </p>
      <div id="board" className="board" role="group" aria-label="Steps" tabIndex={-1} ref={one_stop_each} onKeyDown={go}>
        {board.items.map((column) => (
          <ColumnOf key={column.id} column={column} board={board} asked={asked} moves={moves} chosen={chosen} />
        ))}
      </div>
      <BoardChosen chosen={chosen} columns={board.items.filter((column) => column.is_agreed)} move={move_all}>
        {may("hand_over") && <HandOverMany rows={chosen.rows} name_of={(card) => card.name || `Opportunity ${card.id}`} clear={chosen.clear} />}
      </BoardChosen>
      {single.dialog}
      {many.dialog}
    </>
  );
}

/** The box of the card, or of the column's head, that has the focus; what has none says why. */
function choose_in_focus() {
  const at = document.activeElement;
  const place = at?.closest("#board .board-card, #board header");
  const box = place?.querySelector<HTMLElement>(".row-choice");
  if (box) return box.click();
  const kept = place?.querySelector<HTMLElement>("[data-kept]");
  if (kept) return kept.click();
  tell("X chooses the card that has the focus: B goes to the cards, arrows lead on.");
}

interface ColumnProps {
  column: BoardColumn;
  board: Board;
  asked: Query;
  moves: Moves;
  chosen: Chosen<BoardCard>;
}

function ColumnOf({ column, board, asked, moves, chosen }: ColumnProps) {
  const reader = useReader();
  const [is_over, set_over] = useState(false);
  const is_end = column.outcome !== "open";
  const [shown, show] = useState(first_cards);
  const which = { ...asked, outcome: "open", stage: column.stages };
  const rows = useCards(which, shown, !is_end);
  const items = rows.data?.items ?? [];
  const count = column.count.number ?? 0;
  const can_choose = useMay()("edit_opportunities");
  const choosable = can_choose ? items.filter(can_move) : [];
  const hidden = Math.max(0, (rows.data?.total ?? 0) - items.length);
  const takes = moves.dragged !== null && column.is_agreed && !stands_in(moves.dragged, column);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    set_over(false);
    if (moves.dragged && takes) moves.move(moves.dragged, column);
  };
  return (
    <section
      className="board-column"
      data-column={column.id}
      data-end={is_end || undefined}
      data-takes={takes || undefined}
      data-over={(is_over && takes) || undefined}
      aria-label={column.name}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        set_over(true);
      }}
      onDragLeave={() => set_over(false)}
      onDrop={drop}
    >
      <header>
        <h2>
          {choosable.length > 0 && (
            <ChoiceBox label={`Choose all that are shown in ${column.name}`} is_on={choosable.every(chosen.choice.has)} on_change={(is_on) => chosen.choice.set(choosable, is_on)} />
          )}
          <span className="board-name">{column.is_agreed ? <Term name={column.name} territory={null} /> : column.name}</span>
          {!is_end && <Figure figure={column.count} />}
        </h2>
        <div className="quiet board-under">
          {column.is_agreed ? <Side side={column.responsible} /> : "nobody agreed on it"}
          {!is_end && count > 0 && <Figure figure={column.value} />}
        </div>
      </header>
      {is_end ? (
        <p className="quiet">{`Moving a card here closes it as ${column.outcome}.`}</p>
      ) : (
        <ol aria-busy={rows.isFetching}>
          {items.map((card) => (
            <Card key={card.id} card={card} board={board} moves={moves} choice={chosen.choice} choosable={choosable} count={chosen.rows.length} />
          ))}
        </ol>
      )}
      {!is_end && rows.data && items.length === 0 && <p className="quiet">Nothing is open here.</p>}
      {rows.error && <p className="quiet">The cards could not be read: reload the page.</p>}
      {hidden > 0 && shown < cards_max && (
        <Button data-rest variant="subtle" loading={rows.isFetching} onClick={() => show(more_cards(shown))}>
          {`${count_of(hidden, "more card", "more cards", reader)}: show more`}
        </Button>
      )}
      {hidden > 0 && shown >= cards_max && (
        <p className="quiet">
          <Link data-rest href={url_of("/opportunities", {}, which)}>{`${count_of(hidden, "more", "more", reader)}: see all as a list`}</Link>
        </p>
      )}
    </section>
  );
}

interface Listed {
  items: BoardCard[];
  next: string | null;
  total: number;
}

/** The first cards of a column, those that stand there for longest first: one request, however many are shown. */
function useCards(which: Query, shown: number, is_shown: boolean) {
  return useQuery({
    queryKey: ["list", "/opportunities/board/cards", which, shown],
    enabled: is_shown,
    queryFn: ({ signal }) => {
      const url = url_of("/opportunities/board/cards", {}, { ...which, limit: shown });
      return request<Listed>("GET", data_url(url), undefined, signal);
    },
    placeholderData: (before) => before,
  });
}

interface CardProps {
  card: BoardCard;
  board: Board;
  moves: Moves;
  choice: Choice<BoardCard>;
  /** Those of its column that can be chosen, in their order. */
  choosable: readonly BoardCard[];
  /** How many are chosen. */
  count: number;
}

const tell_kept = (card: BoardCard) => tell(`${card.system} keeps ${card.name || "it"}: it is not chosen here, and moves with the next export.`);

function Card({ card, board, moves, choice, choosable, count }: CardProps) {
  const reader = useReader();
  const may = useMay();
  const [is_open, set_open] = useState(false);
  const is_movable = can_move(card) && may("edit_opportunities");
  const worth = card.worth ?? card.value;
  const targets = board.items.filter((column) => column.is_agreed && !stands_in(card, column));
  const on_key = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key.toLowerCase() !== "m" || event.ctrlKey || event.metaKey || !is_movable) return;
    event.preventDefault();
    // A menu hides itself while the button that it hangs on is out of sight.
    event.currentTarget.closest("li")?.scrollIntoView({ block: "nearest" });
    set_open(true);
  };
  const is_chosen = choice.has(card);
  const press = (event: MouseEvent) => {
    const is_on_control = (event.target as HTMLElement).closest("a, button, [role=button], input");
    if (is_on_control || !may("edit_opportunities") || !(event.ctrlKey || event.metaKey || event.shiftKey)) return;
    window.getSelection()?.removeAllRanges();
    if (is_movable) choice.pick(card, event.shiftKey || !is_chosen, choosable, event.shiftKey);
    else tell_kept(card);
  };
  return (
    <li
      className="board-card"
      draggable={is_movable}
      onDragStart={() => moves.drag(card)}
      onDragEnd={() => moves.drag(null)}
      onClick={press}
      data-late={card.is_late || undefined}
      data-chosen={is_chosen || undefined}
    >
      {is_movable && <ChoiceBox label={`Choose ${card.name || "it"}`} is_on={is_chosen} on_change={(is_on, is_through) => choice.pick(card, is_on, choosable, is_through)} />}
      <Link href={`/opportunities/${card.id}`} data-card={card.id} onKeyDown={on_key} aria-keyshortcuts={is_movable ? "M" : undefined}>
        {card.name || `Opportunity ${card.id}`}
      </Link>
      <div className="quiet">{[!card.name.startsWith(card.account_name) && card.account_name, card.product_name].filter(Boolean).join(" · ")}</div>
      {card.contact_name && (
        <div>
          <span className="quiet">Contact</span> {card.contact_name}
        </div>
      )}
      <div className="board-card-foot">
        <span>{card.owner_name || <span className="quiet">nobody’s</span>}</span>
        <span className="number">{worth ? format_money(worth, { locale: reader.locale }) : <span className="quiet">no value</span>}</span>
      </div>
      <div className="board-card-foot">
        <span className={card.is_late ? "board-late" : "quiet"}>{card.is_late ? `late: ${stay_in_words(card)}` : stay_in_words(card)}</span>
        {is_movable ? (
          <Menu opened={is_open} onChange={set_open} position="bottom-start" withinPortal>
            <Menu.Target>
              <Button variant="subtle" size="compact-xs" aria-label={`Move ${card.name}`}>
                Move
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {is_chosen && count > 1 && <Menu.Label>{count_of(count, "chosen card to", "chosen cards to", reader)}</Menu.Label>}
              {targets.map((column) => (
                <Menu.Item key={column.id} onClick={() => moves.move(card, column)}>
                  {column.name}
                </Menu.Item>
              ))}
              {may("hand_over") && (
                <>
                  <Menu.Divider />
                  <Menu.Item component={Link} href={`/handoffs/new?opportunity=${card.id}`}>
                    Hand over…
                  </Menu.Item>
                </>
              )}
            </Menu.Dropdown>
          </Menu>
        ) : (
          card.system && (
            <span className="quiet" data-kept onClick={() => tell_kept(card)}>
              {card.system} moves it
            </span>
          )
        )}
      </div>
    </li>
  );
}
