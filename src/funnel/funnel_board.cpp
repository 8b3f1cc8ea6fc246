// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_board.hpp"

#include <algorithm>
#include <charconv>
#include <span>

#include "base/text.hpp"
#include "funnel/funnel_judgement.hpp"
#include "funnel/funnel_open.hpp"
#include "funnel/funnel_routes.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {
namespace {

/// The territory that is asked for, else the reader's own; 0 for the company.
std::int64_t territory_in(const Read& read, const web::Input& input) {
  const auto text = input.query("territory").value_or("");
  std::int64_t number = read.actor().territory.value_or(0);
  if (!text.empty()) std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Figure blank(const Read& read, std::string name, FigureUnit unit, std::string formula) {
  Figure figure;
  figure.name = std::move(name);
  figure.unit = unit;
  figure.formula = std::move(formula);
  figure.as_of = read.as_of();
  return figure;
}

/// Adds what stands under one name of the systems. Of several currencies the last figure is all in the
/// company's.
void add(BoardColumn& column, const StageTotals& part) {
  column.count.number = column.count.number.value_or(0) + part.count.number.value_or(0);
  std::ranges::copy(part.count.inputs, std::back_inserter(column.count.inputs));
  if (part.values.empty()) return;
  const auto& all = part.values.back();
  std::ranges::copy(all.inputs, std::back_inserter(column.value.inputs));
  if (!all.money) {
    if (!column.value.money) column.value.why = all.why;
    return;
  }
  column.value.why.clear();
  column.value.money = column.value.money ? *column.value.money + *all.money : *all.money;
}

BoardColumn empty_column(const Read& read, std::string name) {
  BoardColumn column;
  column.count =
      blank(read, "Open in " + name, FigureUnit::count, "Counted: those of this board that are open there.");
  column.count.number = 0;
  column.value = blank(read, "Open in " + name, FigureUnit::money,
                       "The values given, and list prices of those without, in the company's currency.");
  column.value.why = "Nothing is open there.";
  column.name = std::move(name);
  return column;
}

BoardColumn column_of(const Read& read, const FunnelStage& stage, int hours_per_day) {
  auto column = empty_column(read, stage.name);
  column.definition = stage.definition;
  column.responsible = stage.responsible;
  column.outcome = stage.outcome;
  column.stages = {stage.name};
  for (const auto& name : stage.crm_stages) {
    if (lower(name) != lower(stage.name)) column.stages.push_back(name);
  }
  column.allowed_business_days = stage.time_allowed_hours / hours_per_day;
  column.entry_evidence = stage.entry_evidence;
  return column;
}

void tell_whose(const Judgement::Basis& basis, Board& board) {
  if (basis.judge == nullptr) {
    board.sentence = "No funnel is agreed on: the stages are those that records name.";
    board.link = "/agreements/funnel";
    return;
  }
  board.sentence = "The steps of the funnel" + (basis.place.empty() ? "" : " of " + basis.place);
  board.link = basis.link;
  board.why_provisional = basis.why_provisional;
  board.lost_reasons = basis.judge->funnel().lost_reasons;
}

Board board(const Read& read, const web::Input& input) {
  const Judgement judgement(read, people::today(read));
  const auto& basis = judgement.basis(territory_in(read, input));
  Board board;
  tell_whose(basis, board);
  if (basis.judge != nullptr) {
    for (const auto& stage : basis.judge->funnel().stages)
      board.items.push_back(column_of(read, stage, basis.hours_per_day));
  }
  for (const auto& part : open_by_stage(read, input)) {
    const auto* stage = basis.judge == nullptr ? nullptr : basis.judge->stage(part.stage);
    const auto name = stage == nullptr ? part.stage : stage->name;
    auto column = std::ranges::find(board.items, name, &BoardColumn::name);
    if (column == board.items.end()) {
      board.items.push_back(empty_column(read, name));
      column = board.items.end() - 1;
      column->is_agreed = basis.judge == nullptr;
      column->stages = {name};
    }
    add(*column, part);
  }
  for (std::size_t i = 0; i < board.items.size(); ++i) board.items[i].id = {static_cast<std::int64_t>(i) + 1};
  return board;
}

std::vector<Evidence> on_record(const OpportunityRow& row) {
  std::vector<Evidence> found;
  const auto note = [&](bool is_there, Evidence evidence) {
    if (is_there) found.push_back(evidence);
  };
  note(row.account.has_value(), Evidence::account);
  note(row.contact.has_value(), Evidence::contact);
  note(row.product.has_value(), Evidence::product);
  note(row.value && row.value_basis == ValueBasis::given, Evidence::value);
  note(row.close_on.has_value(), Evidence::close_date);
  note(!row.source.empty(), Evidence::source);
  note(row.last_activity_on.has_value(), Evidence::activity);
  note(row.owner.has_value(), Evidence::owner);
  return found;
}

/// Business time since the end of the day on which it came there, so that nothing is called late before it
/// is.
BoardCard card_of(const Judgement& judgement, const OpportunityRow& row, Instant now) {
  const auto territory = row.territory.value_or(Id<territory::Territory>{}).number;
  const auto& basis = judgement.basis(territory);
  const auto* stage = basis.judge == nullptr ? nullptr : basis.judge->stage(row.stage);
  BoardCard card{.id = {row.id.number},
                 .name = row.name.empty() ? row.key : row.name,
                 .phase = row.phase,
                 .account = row.account,
                 .account_name = row.account_name,
                 .contact = row.contact,
                 .contact_name = row.contact_name,
                 .product = row.product,
                 .product_name = row.product_name,
                 .owner = row.owner,
                 .owner_name = row.owner_name,
                 .side = row.side,
                 .territory = row.territory,
                 .territory_name = row.territory_name,
                 .source = row.source,
                 .stage = row.stage,
                 .outcome = row.outcome,
                 .stage_since = row.stage_since,
                 .stage_since_precision = row.stage_since_precision,
                 .on_record = on_record(row),
                 .last_activity_on = row.last_activity_on,
                 .value = row.value,
                 .worth = row.worth,
                 .system = row.system};
  if (!row.stage_since) return card;
  const auto hours =
      territory::business_hours(judgement.calendar(territory), start_of(*row.stage_since + 1), now);
  card.business_days = hours / basis.hours_per_day;
  card.is_late = stage != nullptr && stage->time_allowed_hours > 0 && hours > stage->time_allowed_hours;
  return card;
}

/// Each id is a filter, and a list takes sixty.
constexpr std::size_t looked_up_at_once = 50;

/// What a page shows is looked up; which rows these are is known without a look at the others. An export
/// looks at all of them anyway.
Listed<OpportunityRow> rows_of(const Read& read, const ListRequest& request) {
  if (request.limit_max || !is_about_open_ones(request)) return list_opportunities(read, request);
  const auto all = open_ones(read);
  auto picked = pick_open(read, *all, request);
  Listed<OpportunityRow> page{{}, std::move(picked.next), picked.total};
  const std::span ids(picked.ids);
  for (std::size_t from = 0; from < ids.size(); from += looked_up_at_once) {
    const auto part = ids.subspan(from, std::min(looked_up_at_once, ids.size() - from));
    ListRequest these{{{"limit", std::to_string(part.size())}}, std::nullopt};
    for (const auto id : part) these.filters.emplace_back("id", std::to_string(id.number));
    std::ranges::move(list_opportunities(read, these).items, std::back_inserter(page.items));
  }
  std::ranges::sort(page.items, {}, [&](const OpportunityRow& row) {
    return std::ranges::find(picked.ids, row.id) - picked.ids.begin();
  });
  return page;
}

/// The cards of what a list of opportunities with these filters holds.
Listed<BoardCard> cards(const Read& read, const web::Input& input) {
  const auto rows = rows_of(read, input.list());
  const Judgement judgement(read, people::today(read));
  Listed<BoardCard> found{{}, rows.next, rows.total};
  for (const auto& row : rows.items) found.items.push_back(card_of(judgement, row, read.now()));
  return found;
}

}  // namespace

std::vector<web::Route> board_routes() {
  return {
      web::get("/opportunities/board", see_opportunities,
               "Show the steps of the funnel with what is open in each; takes the filters of the list.",
               board),
      web::get_list<BoardCard>("/opportunities/board/cards", see_opportunities,
                               "List leads and opportunities as cards, with what moving them asks.", cards)};
}

}  // namespace accord::funnel
