// SPDX-License-Identifier: Apache-2.0
#include "importing/plan.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/check.hpp"
#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "db/id_list.hpp"
#include "funnel/funnel.hpp"
#include "importing/cell_text.hpp"

namespace accord::importing {
namespace {

std::size_t at(What what) { return static_cast<std::size_t>(what); }

std::string& text_of(const RecordInfo& info, std::string_view field, void* record) {
  const auto* found = info.field(field);
  CHECK(found != nullptr && found->type.kind == Kind::text);
  return *static_cast<std::string*>(found->at(record));
}

std::string text_in(const RecordInfo& info, std::string_view field, const void* record) {
  const auto* found = info.field(field);
  return found == nullptr ? std::string() : *static_cast<const std::string*>(found->in(record));
}

/// "PX-100; FM-20"
std::vector<std::string> names_in(const std::string& cell) {
  std::vector<std::string> names;
  for (const auto part : split(cell, ';')) {
    if (const auto name = trimmed_cell(part); !name.empty()) names.emplace_back(name);
  }
  return names;
}

void add_reference(const FieldInfo& field, void* record, std::int64_t id) {
  auto ids = ids_in(field, record);
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  put_ids(field, record, ids);
}

void set_reference(const FieldInfo& field, void* record, std::optional<std::int64_t> id) {
  if (is_id_list(field)) {
    if (id) add_reference(field, record, *id);
    return;
  }
  void* target = field.at(record);
  if (!id) {
    if (field.type.is_optional) field.type.clear(target);
    return;
  }
  *static_cast<std::int64_t*>(field.type.is_optional ? field.type.emplace(target) : target) = *id;
}

/// A list of ids is a set.
std::set<std::int64_t> set_in(const FieldInfo& field, const void* record) {
  const auto ids = ids_in(field, record);
  return {ids.begin(), ids.end()};
}

std::int64_t number_of(const PlannedRecord& planned, What what, bool is_new) {
  return planned.record != nullptr && planned.what == what && planned.is_new() == is_new ? 1 : 0;
}

/// What is known by the moment is known by its day.
bool is_known_as(const KnownStage& known, const fact::StageChange& change) {
  if (known.stage != change.stage) return false;
  if (known.at == change.at && known.precision == change.precision) return true;
  return known.precision == fact::Precision::moment && change.precision == fact::Precision::day &&
         day_of(known.at) == day_of(change.at);
}

}  // namespace

std::int64_t Plan::created(What what) const {
  std::int64_t count = 0;
  for (const auto& planned : records) count += number_of(planned, what, true);
  // What an older export saw and this one puts before its day is no news.
  if (what == What::stage_change) count -= static_cast<std::int64_t>(placed.size());
  return count + (reported_are != nullptr && reported_are->what == what ? reported.size() : 0);
}

std::int64_t Plan::updated(What what) const {
  std::int64_t count = 0;
  for (const auto& planned : records) count += number_of(planned, what, false);
  return count;
}

void Plan::store_nothing() {
  records.clear();
  reported = {};
  first_reported.clear();
  other_names.clear();
  replaced.clear();
  overruled.clear();
  coarser.clear();
  overruled_before.clear();
  lifted.clear();
  united.clear();
  moved_stages.clear();
  placed.clear();
  outdated.clear();
  restated = unmet = taken_back = 0;
}

std::vector<const FieldInfo*> differences(const RecordInfo& info, const void* a, const void* b) {
  std::vector<const FieldInfo*> found;
  std::vector<SqlValue> of_a, of_b;
  for (const auto& field : info.fields) {
    if (field.name == "id") continue;
    if (is_id_list(field)) {
      if (set_in(field, a) != set_in(field, b)) found.push_back(&field);
      continue;
    }
    of_a.clear();
    of_b.clear();
    values_of(field, a, of_a);
    values_of(field, b, of_b);
    if (of_a != of_b) found.push_back(&field);
  }
  return found;
}

Planner::Planner(Setting setting, std::vector<Use> uses, Known& known)
    : setting_(std::move(setting)),
      uses_(std::move(uses)),
      known_(known),
      type_(type_of(setting_.target->what)),
      books_(what_count),
      opened_(what_count),
      loaded_(what_count) {}

/// 1. A row that cannot be read, that its system deleted, that reached nobody, that stands twice, or whose
///    order was cancelled or is none yet, or that is planned and not done, goes no further.
/// 2. Its record is found or begun, its fields read, its references looked up, its rules checked.
/// 3. Only where nothing is wrong are the records made that it refers to, and the row planned.
void Planner::add(const Row& row) {
  ++plan_.rows;
  if (row.problem) return refuse(row, {*row.problem}, {Asked::nothing});
  Line line(uses_, setting_.formats, row);
  if (line.says_yes(Reading::is_deleted)) {
    ++plan_.deleted;
    return;
  }
  if (type_.what == What::touchpoint && is_unreached(line)) {
    ++plan_.unreached;
    return;
  }
  if (is_not_done(line) || is_repeated(line) || is_without_line(line)) return;
  if (setting_.target->name == "stage_history" && says_no_change(line)) {
    ++plan_.unchanged;
    return;
  }
  names_erased_ = false;
  if (is_contact_alone(line)) return keep_contact(line);
  auto draft = identify(line);
  if (draft && is_left_alone(*draft)) {
    if (type_.what == What::person) learn_user(line, draft->id);
    return;
  }
  std::vector<Wanted> references;
  if (draft) {
    read_fields(line, *draft);
    references = look_up(line);
    if (line.problems().empty()) check_row(*this, line, draft->record.get(), draft->before.get());
    if (type_.what == What::touchpoint)
      keep_out_opted(line, *static_cast<const touchpoint::Touchpoint*>(draft->record.get()), references);
  }
  const bool is_of_claim = draft && type_.what == What::claim_line;
  if (!line.problems().empty()) {
    if (is_of_claim)
      leave_out_of_claim(row, *static_cast<claim::ClaimLine*>(draft->record.get()), references);
    return refuse(row, line.problems(), line.asked());
  }
  for (const auto& wanted : references) {
    point(line, *draft, wanted);
    learn_key_of_account(line, *draft, wanted);
  }
  take_campaign(line, *draft);
  take_channel_of_platform(line, *draft);
  if (draft->is_of_two()) unite(*draft);
  if (is_of_claim) return claims_.add(*static_cast<claim::ClaimLine*>(draft->record.get()), row);
  complete_row(*this, line, draft->record.get(), draft->before.get());
  begin_on_earliest(line, *draft);
  if (type_.what == What::opportunity) tell_apart(line, *draft);
  if (type_.what == What::touchpoint &&
      was_scanned(line, *static_cast<const touchpoint::Touchpoint*>(draft->record.get())))
    return;
  const bool is_kept = keep(line, *draft), is_touched = note_touch(line, *draft);
  learn_inquirer(line, *draft);
  if (!is_kept && !is_touched) ++plan_.unchanged;
  if (const auto whom = whom_it_is_about(*draft)) hear_wishes(line, *whom, !is_kept && !is_touched);
  if (type_.what == What::person) learn_user(line, draft->id);
  if (names_erased_) ++plan_.erased;
}

Plan Planner::finish() {
  tell_first_stages();
  set_days_of_export();
  plan_wishes();
  settle_reported();
  tell_refunds();
  doubt_rates();
  plan_claims();
  for (auto& [key, near] : near_names_) plan_.near_names.push_back(std::move(near));
  return std::move(plan_);
}

const void* Planner::record(What what, std::int64_t id) {
  if (id < 0) return plan_.made(id).record.get();
  const auto opened = opened_[at(what)].find(id);
  if (opened != opened_[at(what)].end()) return plan_.records[opened->second].record.get();
  auto& loaded = loaded_[at(what)][id];
  if (!loaded) loaded = known_.load(what, id);
  return loaded.get();
}

Id<account::Account> Planner::account_that_stays(Id<account::Account> id) {
  return id.number < 0 ? id : Id<account::Account>{known_.account_that_stays(id.number)};
}

std::shared_ptr<void>& Planner::changeable(What what, std::int64_t id, std::int64_t line) {
  if (id < 0) return plan_.records[static_cast<std::size_t>(-id - 1)].record;
  const auto opened = opened_[at(what)].find(id);
  if (opened != opened_[at(what)].end()) return plan_.records[opened->second].record;
  auto before = known_.load(what, id);
  CHECK(before != nullptr);
  auto record = type_of(what).copy(before.get());
  opened_[at(what)].emplace(id, plan_.records.size());
  plan_.records.push_back({what, id, std::move(record), std::move(before), line});
  return plan_.records.back().record;
}

NameBook& Planner::book(What what) {
  auto& book = books_[at(what)];
  if (!book) {
    book.emplace(what == What::channel ? campaign::plain_name : nullptr);
    known_.each(what, [&](KnownName known) {
      known.key = plain_key(known.key, known.system);
      book->add(known);
    });
  }
  return *book;
}

void Planner::saw(Day day) {
  if (day <= setting_.today && (!latest_ || day > *latest_)) latest_ = day;
}

std::optional<std::int64_t> Planner::told_before(const general_ledger::LedgerTotal& total,
                                                 std::int64_t line) {
  const auto [place, is_first] = totals_.try_emplace({total.month.number, total.measure}, line);
  return is_first ? std::nullopt : std::optional(place->second);
}

void Planner::doubt(const Line& line, const Use* use, std::string reason, std::string remedy) {
  plan_.doubtful.push_back(
      {line.row().line, use == nullptr ? std::string() : use->header, std::move(reason), std::move(remedy)});
}

void Planner::add_stage_change(fact::StageChange change, std::int64_t line) {
  const bool is_dated = change.precision != fact::Precision::at_least_since;
  const std::string identity = std::to_string(change.opportunity.number) + '\x1f' + change.stage + '\x1f' +
                               (is_dated ? std::to_string(change.at.ms) : "");
  if (!stage_changes_.emplace(identity, true).second) return;
  if (change.opportunity.number > 0) {
    for (const auto& known : stages_of(change.opportunity.number)) {
      if (is_dated && is_known_as(known, change)) return;
      // Since an earlier export it cannot stand there for longer than since what was known of it before.
      if (!is_dated) change.at = std::max(change.at, known.at);
    }
  }
  change.system = setting_.system;
  push(What::stage_change, std::make_shared<fact::StageChange>(std::move(change)), line);
}

/// 1. A day that stood already overrules nothing: what was seen after it came later.
/// 2. Nor does it where another day says that it came to another stage later, or a newer export saw it there.
/// 3. What was seen of the same stage later is no news; what was seen of another one was before.
/// 4. What an earlier import had overruled already is overruled by this one as well, or undoing that import
///    would bring it back behind this day.
void Planner::overrule_observations(const fact::StageChange& present, std::int64_t line) {
  if (present.opportunity.number <= 0) return;
  const auto& as_of = setting_.answers.as_of;
  std::vector<KnownStage> overruled;
  for (auto& known : stages_of(present.opportunity.number)) {
    const bool is_seen = known.precision == fact::Precision::at_least_since;
    if (!is_seen && is_known_as(known, present)) return;
    const bool is_firm = !is_seen || (as_of && known.at > start_of(*as_of));
    if (is_firm && known.stage != present.stage && known.at > present.at) return;
    if (is_seen && known.at > present.at) overruled.push_back(std::move(known));
  }
  std::ranges::sort(overruled, {}, [](const KnownStage& one) { return std::pair(one.at, one.id); });
  for (auto& known : overruled) {
    if (!overruled_.insert(known.id).second) continue;
    plan_.overruled.push_back(known.id);
    if (known.stage == present.stage) continue;
    fact::StageChange seen;
    seen.opportunity = present.opportunity;
    seen.stage = std::move(known.stage);
    seen.at = start_of(day_of(present.at));
    seen.precision = fact::Precision::at_least_since;
    seen.system = setting_.system;
    plan_.placed.insert(push(What::stage_change, std::make_shared<fact::StageChange>(std::move(seen)), line));
  }
  for (const auto& known : known_.overruled_stages(present.opportunity.number)) {
    if (known.at > present.at && overruled_.insert(known.id).second)
      plan_.overruled_before.push_back(known.id);
  }
}

void Planner::read_fields(Line& line, Draft& draft) {
  const RecordInfo& info = type_.info();
  const bool has_other =
      line.use(Reading::day_of_list) != nullptr || line.use(Reading::completed_at) != nullptr;
  const bool is_of_day = has_other && line.text(line.use("at")).empty();
  for (const auto& use : uses_) {
    const bool is_told_else = is_of_day && use.slot->name == "at";
    if (use.slot->reading == Reading::field && !is_told_else) line.read(use, draft.record.get());
    if (use.slot->reading == Reading::references) put_ids(*use.slot->field, draft.record.get(), {});
  }
  for (const auto name : {"key", "lead_key"}) {
    if (line.use(name) != nullptr) text_of(info, name, draft.record.get()) = key_in(line, line.use(name));
  }
  if (type_.what == What::opportunity) keep_keys_apart(line, draft);
  const bool is_called = !is_lead() && info.field("name") != nullptr;
  if (is_called && line.use(Reading::last_name) != nullptr && line.text(line.use("name")).empty())
    text_of(info, "name", draft.record.get()) = name_in(line);
  if (info.field("system") == nullptr) return;
  // Matched by what the user chose, a record that another system kept may get this one's identifier.
  const auto own = text_in(info, "system", draft.record.get());
  const bool is_taken_over = !setting_.answers.match_by.empty() && !setting_.system.empty() &&
                             !key_in(line, line.use("key")).empty();
  const bool gets_key = line.use("key") != nullptr && (own.empty() || is_taken_over);
  if (draft.id == 0 || gets_key) text_of(info, "system", draft.record.get()) = setting_.system;
}

std::vector<Planner::Wanted> Planner::look_up(Line& line) {
  std::vector<Wanted> references;
  for (const auto& use : uses_) {
    if (use.slot->reading == Reading::references) {
      for (auto& name : names_in(line.text(&use)))
        references.push_back({use.slot->field, use.slot->refers_to, &use, nullptr, {}, std::move(name)});
      continue;
    }
    const bool is_key = use.slot->reading == Reading::reference_key;
    if (use.slot->reading != Reading::reference && !is_key) continue;
    auto found = std::find_if(references.begin(), references.end(),
                              [&](const Wanted& wanted) { return wanted.field == use.slot->field; });
    if (found == references.end()) {
      found = references.insert(references.end(), Wanted{use.slot->field, use.slot->refers_to});
    }
    (is_key ? found->key_use : found->name_use) = &use;
  }
  // A contact's name is looked for within the account, which therefore comes first.
  std::sort(references.begin(), references.end(),
            [](const Wanted& a, const Wanted& b) { return a.what < b.what; });
  if (type_.what == What::touchpoint) look_up_reached(line, references);
  if (is_lead()) name_inquirer(line, references);
  if (is_of_own_list()) recognise_inquirer(line, references);
  for (auto& wanted : references) {
    if (!wanted.id) look_up(line, wanted);
  }
  if (is_lead()) look_up_inquirer(line, references);
  if (is_lead()) look_up_campaign(line);
  if (setting_.limit) refuse_unseen(line, references);
  // Of whom nobody knows who it is, the row says nothing.
  std::erase_if(references, [](const Wanted& wanted) {
    return wanted.what == What::person && !wanted.id && !wanted.key.empty();
  });
  return references;
}

/// By the identifier; else by the name; a name that nothing is like will be made, where names are enough.
void Planner::look_up(Line& line, Wanted& wanted) {
  wanted.key = key_in(line, wanted.key_use);
  if (wanted.name.empty()) wanted.name = line.text(wanted.name_use);
  if (wanted.what == What::contact && setting_.system == "HubSpot" && wanted.email.empty())
    std::tie(wanted.name, wanted.email) = name_and_address_in(wanted.name);
  auto& names = book(wanted.what);
  if (wanted.what == What::person && !wanted.key.empty()) {
    if (wanted.name.empty()) return look_up_user(wanted);
    wanted.key.clear();
  }
  if (!wanted.key.empty()) wanted.id = names.by_key(setting_.system, wanted.key);
  // A lead's history names it as its own file does.
  if (!wanted.id && type_.what == What::stage_change && !wanted.key.empty())
    wanted.id = names.by_second_key(lead_of(setting_.system, wanted.key));
  if (!wanted.id && !wanted.email.empty()) {
    wanted.id = names.by_second_key(wanted.email);
    const auto erased = wanted.id ? std::nullopt : known_.erased(What::contact).by_address(wanted.email);
    names_erased_ = names_erased_ || erased.has_value();
    if (erased) wanted.id = erased;
  }
  if (wanted.id || (wanted.key.empty() && wanted.name.empty())) return;
  const bool can_be_made = wanted.what <= What::campaign && !is_of_claims(type_.what);
  if (!wanted.name.empty() && wanted.what != What::contact)
    wanted.id = look_up_name(line, wanted.what, wanted.use(), wanted.name, Among::stored_and_planned);
  if (wanted.id || (can_be_made && !wanted.name.empty())) return;
  const std::string one(type_of(wanted.what).one), many(type_of(wanted.what).many);
  if (refuse_of_other_system(line, wanted)) return;
  if (can_be_made) {
    if (setting_.answers.makes_unknown_keys_new) {
      wanted.name = wanted.key;
      return;
    }
    plan_.unknown_keys[wanted.what].insert(wanted.key);
    return line.refuse(
        wanted.use(), "There is no " + one + " with the identifier " + in_quotes(wanted.key) + ".",
        "Import the file of " + many + " first; or say that they are made now and completed later.",
        Asked::key);
  }
  line.refuse(wanted.use(),
              "There is no " + one + " " + in_quotes(wanted.key.empty() ? wanted.name : wanted.key) + ".",
              "Import the file of " + many + " first, then this one again; or leave the column out.");
}

/// What is there, but came from another system.
bool Planner::refuse_of_other_system(Line& line, const Wanted& wanted) {
  if (wanted.key.empty() || setting_.answers.makes_unknown_keys_new) return false;
  const auto other = book(wanted.what).other_system_of(setting_.system, wanted.key);
  if (!other) return false;
  const std::string one(type_of(wanted.what).one);
  line.refuse(wanted.use(),
              "There is no " + one + " " + in_quotes(wanted.key) + " of " + setting_.system +
                  ", as which this file was read, but there is one of " + *other + ".",
              "If this file is of that system too, say so: --system " + in_quotes(*other) +
                  ", or System on the import's page.");
  return true;
}

/// Exactly, else as the user answered, else it is asked whether a name that is nearly the same means the
/// same.
std::optional<std::int64_t> Planner::look_up_name(Line& line, What what, const Use* use,
                                                  const std::string& name, Among among) {
  auto& names = book(what);
  const std::string one(type_of(what).one);
  if (refuse_shared(line, what, use, name)) return std::nullopt;
  if (const auto found = names.by_name(name)) return found;
  if (const auto found = find_erased(what, name)) return found;
  const auto& answers = setting_.answers;
  for (const auto& merge : answers.merges) {
    if (merge.name != name) continue;
    if (merge.into.empty()) return std::nullopt;
    if (const auto known = names.by_name(merge.into)) return take_for(what, name, *known);
    line.refuse(use, "There is no " + one + " " + in_quotes(merge.into) + ".",
                "Merge " + in_quotes(name) + " with a name that is known, or make it new.");
    return std::nullopt;
  }
  if (answers.makes_near_names_new) return std::nullopt;
  const auto& near = names.near(name);
  const auto match = std::find_if(near.begin(), near.end(), [&](const NameMatch& found) {
    return among == Among::stored_and_planned || names.id_at(found.index) > 0;
  });
  if (match == near.end()) return std::nullopt;
  if (answers.merges_near_names) return take_for(what, name, names.id_at(match->index));
  auto& question = near_names_[{what, name}];
  question = {what, name, names.name_at(match->index), match->likeness, question.rows + 1};
  line.refuse(use,
              in_quotes(name) + " looks like the " + one + " " + in_quotes(question.known) + ": it " +
                  std::string(in_words(match->likeness)) + ".",
              "Say whether they are the same or it is a new one.", Asked::name);
  return std::nullopt;
}

/// The name is remembered as another one of that record, so that it is not asked again.
std::int64_t Planner::take_for(What what, const std::string& name, std::int64_t id) {
  book(what).add_other_name(name, id);
  plan_.other_names.push_back({what, name, id});
  return id;
}

void Planner::point(Line& line, Draft& draft, const Wanted& wanted) {
  std::optional<std::int64_t> id = wanted.id;
  std::int64_t scope = 0;
  const bool has_account = type_.what == What::opportunity || type_.what == What::touchpoint;
  if (wanted.what == What::contact && has_account) {
    const auto* account = type_.info().field("account");
    const void* value = account->type.value(account->in(draft.record.get()));
    if (value != nullptr) scope = *static_cast<const std::int64_t*>(value);
  }
  if (!id && !wanted.name.empty()) {
    id = book(wanted.what).by_name(wanted.name, scope);
    // To whom their system gave another identifier only happens to be called so.
    const bool is_keyed = wanted.what == What::contact && !wanted.key.empty();
    if (id && is_keyed && book(wanted.what).has_key(*id)) id.reset();
    if (!id && wanted.what == What::contact) id = find_erased(What::contact, wanted.name, scope);
    if (!id) id = make_named(line, wanted, scope);
  }
  set_reference(*wanted.field, draft.record.get(), id);
}

/// A record of which only the name is known, because another row refers to it.
std::int64_t Planner::make_named(Line& line, const Wanted& wanted, std::int64_t scope) {
  const auto& type = type_of(wanted.what);
  auto record = type.make();
  text_of(type.info(), "name", record.get()) = wanted.name;
  // What a territory's people list is theirs to change, as what they add by hand.
  const bool is_ours = is_own(setting_.system) || setting_.limit;
  text_of(type.info(), "system", record.get()) = is_ours ? "" : setting_.system;
  if (!wanted.key.empty()) text_of(type.info(), "key", record.get()) = wanted.key;
  if (!wanted.email.empty()) text_of(type.info(), "email", record.get()) = wanted.email;
  if (scope != 0) {
    set_reference(*type.info().field("account"), record.get(), scope);
    const auto& account = *static_cast<const account::Account*>(this->record(What::account, scope));
    static_cast<account::Contact*>(record.get())->territory = account.territory;
  }
  if (wanted.what == What::account && setting_.limit)
    static_cast<account::Account*>(record.get())->territory = setting_.limit;
  complete_named(wanted.what, record.get());
  return push(wanted.what, std::move(record), line.row().line);
}

std::int64_t Planner::push(What what, std::shared_ptr<void> record, std::int64_t line) {
  const auto id = -static_cast<std::int64_t>(plan_.records.size()) - 1;
  enter(what, id, record.get());
  plan_.records.push_back({what, id, std::move(record), nullptr, line});
  return id;
}

/// Whether the row changed anything; of reported facts that is known at the end.
bool Planner::keep(Line& line, Draft& draft) {
  if (is_reported(type_.what)) {
    keep_reported(line, draft);
    return true;
  }
  if (type_.what == What::activity) return keep_activity(line, draft);
  const auto records = plan_.records.size();
  bool is_changed = draft.id == 0;
  if (draft.id == 0) {
    if (type_.what == What::stage_change) {
      take_stage_change(*static_cast<fact::StageChange*>(draft.record.get()), line);
      return true;
    }
    draft.id = push(type_.what, draft.record, line.row().line);
  } else if (type_.kind == TableKind::record &&
             (draft.is_of_two() ||
              !differences(type_.info(), draft.before.get(), draft.record.get()).empty())) {
    changeable(type_.what, draft.id, line.row().line) = draft.record;
    enter(type_.what, draft.id, draft.record.get());
    is_changed = true;
  }
  record_stage_changes(*this, line, draft.id, draft.record.get(), draft.before.get());
  if (draft.is_of_two()) add_where_it_stands(draft, records, line.row().line);
  return is_changed || plan_.records.size() > records;
}

/// Rows that follow find it by its key and name.
void Planner::enter(What what, std::int64_t id, const void* record) {
  if (what == What::stage_change || what == What::wish || is_reported(what) || is_of_claims(what)) return;
  const RecordInfo& info = type_of(what).info();
  KnownName known{
      id, text_in(info, "name", record), text_in(info, "key", record), text_in(info, "system", record), {}};
  if (what == What::activity) known.name = name_of(*static_cast<const fact::Activity*>(record));
  if (what == What::person || what == What::contact) known.second_key = lower(text_in(info, "email", record));
  if (what == What::opportunity) {
    const auto& journey = *static_cast<const funnel::Opportunity*>(record);
    if (!journey.lead_key.empty()) known.second_key = lead_of(known.system, journey.lead_key);
    const bool is_nameless = journey.phase == funnel::Phase::lead && journey.lead_key.empty();
    if (is_nameless && journey.contact) known.scope = journey.contact->number;
  }
  if (what == What::contact) {
    const auto* account = info.field("account");
    const void* value = account->type.value(account->in(record));
    if (value != nullptr) known.scope = *static_cast<const std::int64_t*>(value);
  }
  book(what).add(known);
}

void Planner::refuse(const Row& row, const std::vector<Problem>& problems, const std::vector<Asked>& asked) {
  RefusedRow refused{row.line, {}, problems, asked};
  for (const auto cell : row.cells) refused.cells.emplace_back(cell);
  plan_.refused.push_back(std::move(refused));
  for (const auto question : asked) {
    if (question != Asked::nothing) ++plan_.waiting[question];
  }
}

/// What is only known to hold at the export is dated by it, once its day is known.
void Planner::set_days_of_export() {
  plan_.as_of = setting_.answers.as_of ? setting_.answers.as_of : latest_;
  const Day day = plan_.as_of.value_or(setting_.today);
  for (auto& planned : plan_.records) {
    const bool is_dated = plan_.placed.contains(planned.id) || dated_.contains(planned.id);
    if (planned.what != What::stage_change || is_dated) continue;
    auto& change = *static_cast<fact::StageChange*>(planned.record.get());
    if (change.precision == fact::Precision::at_least_since) change.at = std::max(change.at, start_of(day));
  }
}

}  // namespace accord::importing
