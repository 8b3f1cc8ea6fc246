// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/check.hpp"
#include "claim/claim.hpp"
#include "db/id_list.hpp"
#include "general_ledger/general_ledger.hpp"
#include "handoff/handoff.hpp"
#include "importing/intake.hpp"
#include "importing/joined_journey_store.hpp"

namespace accord::importing {
namespace {

/// Somebody changed what the plan was made with, so that it has to be made again.
struct Overtaken {};
constexpr int tries_max = 2;

/// The fields of a record that hold another record's id.
std::vector<const FieldInfo*> references_of(const RecordInfo& info) {
  std::vector<const FieldInfo*> found;
  for (const auto& field : info.fields) {
    if (field.type.kind == Kind::id && field.name != "id") found.push_back(&field);
  }
  return found;
}

/// Stores a plan's records, each after those it refers to.
class Carrier {
 public:
  Carrier(Write& write, Plan& plan, Progress* progress)
      : write_(write),
        plan_(plan),
        progress_(progress),
        ids_(plan.records.size()),
        is_begun_(plan.records.size()) {
    for (std::size_t i = 0; i < what_count; ++i)
      references_.push_back(references_of(type_of(static_cast<What>(i)).info()));
  }

  void store_all() {
    for (std::size_t i = 0; i < plan_.records.size(); ++i) store(i);
    for (const auto i : unfinished_) change(i);
    if (plan_.reported.size() > 0) store_reported();
  }

  std::int64_t id_of(std::int64_t planned) const {
    return planned >= 0 ? planned : ids_[static_cast<std::size_t>(-planned - 1)];
  }

 private:
  void store(std::size_t i) {
    if (is_begun_[i]) return;
    is_begun_[i] = true;
    auto& planned = plan_.records[i];
    point(i, planned);
    const auto& type = type_of(planned.what);
    ids_[i] = planned.id;
    if (planned.is_new()) {
      ids_[i] = type.store(write_, planned.record.get());
    } else {
      type.change(write_, planned.record.get());
    }
    if (progress_ != nullptr) ++progress_->stored;
  }

  /// What they refer to is stored by now.
  void store_reported() {
    const auto& type = *plan_.reported_are;
    const auto& references = references_[static_cast<std::size_t>(type.what)];
    plan_.reported.each(type, [&](void* fact, std::int64_t) {
      for (const auto* field : references) {
        auto* id = reference(*field, fact);
        if (id != nullptr && *id < 0) *id = id_of(*id);
      }
      type.store(write_, fact);
      if (progress_ != nullptr) ++progress_->stored;
      return true;
    });
  }

  /// Two records that refer to each other: the first is stored without, and completed at the end.
  void point(std::size_t i, PlannedRecord& planned) {
    for (const auto* field : references_[static_cast<std::size_t>(planned.what)]) {
      if (is_id_list(*field)) {
        point_list(*field, planned.record.get());
        continue;
      }
      auto* id = reference(*field, planned.record.get());
      if (id == nullptr || *id >= 0) continue;
      const auto to = static_cast<std::size_t>(-*id - 1);
      store(to);
      if (ids_[to] > 0) {
        *id = ids_[to];
        continue;
      }
      left_open_.emplace_back(i, field, to);
      unfinished_.push_back(i);
      field->type.clear(field->at(planned.record.get()));
    }
  }

  /// What a list refers to never refers back.
  void point_list(const FieldInfo& field, void* record) {
    auto ids = ids_in(field, record);
    for (auto& id : ids) {
      if (id >= 0) continue;
      const auto to = static_cast<std::size_t>(-id - 1);
      store(to);
      CHECK(ids_[to] > 0);
      id = ids_[to];
    }
    put_ids(field, record, ids);
  }

  void change(std::size_t i) {
    auto& planned = plan_.records[i];
    for (const auto& [from, field, to] : left_open_) {
      if (from == i)
        *static_cast<std::int64_t*>(field->type.emplace(field->at(planned.record.get()))) = ids_[to];
    }
    type_of(planned.what).change(write_, planned.record.get());
  }

  static std::int64_t* reference(const FieldInfo& field, void* record) {
    void* place = field.at(record);
    if (!field.type.is_optional) return static_cast<std::int64_t*>(place);
    return static_cast<std::int64_t*>(const_cast<void*>(field.type.value(place)));
  }

  Write& write_;
  Plan& plan_;
  Progress* progress_;
  std::vector<std::int64_t> ids_;
  std::vector<bool> is_begun_;
  std::vector<std::vector<const FieldInfo*>> references_;
  std::vector<std::tuple<std::size_t, const FieldInfo*, std::size_t>> left_open_;
  std::vector<std::size_t> unfinished_;
};

/// The import's own record: that of the upload, or a new one.
void store_import(Write& write, Import& import, const std::optional<Id<Import>>& waiting) {
  if (!waiting) {
    write.insert(import);
    return;
  }
  import.id = *waiting;
  write.update(import);
}

void store_names(Write& write, const Carrier& carrier, const Plan& plan, Id<Import> import) {
  for (const auto& other : plan.other_names) {
    ImportedName name{
        {}, import, std::string(type_of(other.what).info().name), other.name, carrier.id_of(other.id)};
    write.insert_plain(name);
  }
}

/// New leads that no other system keeps come in as those of a form do.
void bring_in(Write& write, const Carrier& carrier, const Plan& plan, const std::string& file) {
  for (const auto& planned : plan.records) {
    if (planned.what != What::opportunity || !planned.is_new()) continue;
    const auto& lead = *static_cast<const funnel::Opportunity*>(planned.record.get());
    if (lead.phase != funnel::Phase::lead || !lead.system.empty()) continue;
    const std::string list = "the list “" + file + "”";
    handoff::come_in_listed(write, {{carrier.id_of(planned.id)}, true, "In " + list + ".", "", {}, {}});
  }
}

/// What stood before the import that said so stands again; where nothing did, the wish goes.
void lift(Write& write, Id<wish::Wish> id) {
  constexpr std::string_view path = "/imports/";
  const auto wish = write.find(id);
  CHECK(wish.has_value() && wish->link.starts_with(path));
  const auto import = write.find(Id<Import>{std::stoll(wish->link.substr(path.size()))});
  CHECK(import.has_value() && import->landed_in.has_value());
  wish::take_back(write, *wish, *import->landed_in);
}

/// A side's list may be an export of opportunities: the next file with these headers need not be a list.
bool is_remembered(const Intake& intake) {
  if (intake.mapping.target != "claim") return true;
  const auto recognised = recognise(intake.survey.columns, {});
  return !recognised || recognised->target == intake.mapping.target;
}

void store_outcome(Write& write, const Intake& intake, Outcome& outcome, std::optional<Id<Import>> waiting,
                   std::int64_t planned_at, Progress* progress) {
  if (waiting) {
    const auto present = write.find(*waiting);
    refuse_if(!present || present->state != State::waiting, import_has_run);
  }
  if (is_overtaken(write, planned_at)) throw Overtaken{};
  if (outcome.import.state == State::done) outcome.import.landed_in = write.number();
  store_import(write, outcome.import, waiting);
  for (auto& planned : outcome.plan.records) {
    if (planned.what == What::claim)
      static_cast<claim::Claim*>(planned.record.get())->import = outcome.import.id.number;
    if (planned.what == What::wish)
      static_cast<wish::Wish*>(planned.record.get())->link =
          "/imports/" + std::to_string(outcome.import.id.number);
  }
  Carrier carrier(write, outcome.plan, progress);
  carrier.store_all();
  for (const auto id : outcome.plan.lifted) lift(write, {id});
  const auto& type = type_of(target_named(intake.mapping.target)->what);
  for (const auto* ids : {&outcome.plan.replaced, &outcome.plan.outdated}) {
    for (const auto id : *ids) write.supersede(type.info(), id);
  }
  for (const auto* ids : {&outcome.plan.overruled, &outcome.plan.overruled_before, &outcome.plan.coarser}) {
    for (const auto id : *ids) write.supersede(Id<fact::StageChange>{id});
  }
  store_unions(write, outcome.plan);
  bring_in(write, carrier, outcome.plan, intake.file.name);
  handoff::follow_records(write, write.number() - 1);
  store_names(write, carrier, outcome.plan, outcome.import.id);
  store_problems(write, outcome.import.id, outcome.plan);
  if (is_remembered(intake))
    remember_source(write, fingerprint(intake.survey.columns), intake.mapping, intake.answers);
}

/// The very same file with the very same result leaves nothing to keep.
bool leaves_nothing(const Read& read, const Import& import) {
  if (import.state == State::nothing_new) return true;
  return import.state == State::refused && find_same(read, import.sha256, import.refused).has_value();
}

/// "opportunity Cancity"; nothing where it is gone.
std::optional<std::string> called(const Read& read, const RecordType& type, std::int64_t id) {
  const auto record = type.load(read, id);
  if (record == nullptr) return std::nullopt;
  if (type.what == What::claim)
    return "claim “" + in_words(*static_cast<const claim::Claim*>(record.get())) + "”";
  if (type.what == What::wish) {
    const auto contact = read.find(static_cast<const wish::Wish*>(record.get())->contact);
    return "opt-out of " + (contact ? contact->name : "somebody");
  }
  return std::string(type.one) + " " +
         *static_cast<const std::string*>(type.info().field("name")->in(record.get()));
}

void undo_records(Write& write, const RecordType& type, std::int64_t commit, UndoOfRecords& undo) {
  auto kept = referred_to(write, type.what, commit);
  const auto united =
      type.what == What::opportunity ? unions_changed_since(write, commit) : std::vector<Union>{};
  for (const auto& one : united) kept.insert(one.gone);
  if (type.what == What::wish) kept.merge(wishes_said_anew(write, commit));
  const auto reverted = revert(write, type.info(), commit, kept);
  for (const auto& one : united) keep_union(write, one);
  undo.restored += static_cast<std::int64_t>(reverted.restored.size());
  undo.removed += static_cast<std::int64_t>(reverted.removed.size());
  const std::string record(type.info().name);
  for (const auto id : reverted.changed_since) undo.stayed.push_back({record, id, true});
  const std::set<std::int64_t> restored(reverted.restored.begin(), reverted.restored.end());
  for (const auto id : kept) {
    if (!restored.contains(id)) undo.stayed.push_back({record, id, false});
  }
}

const RecordType& type_named(std::string_view record) {
  std::size_t i = 0;
  while (i < what_count && type_of(static_cast<What>(i)).info().name != record) ++i;
  CHECK(i < what_count);
  return type_of(static_cast<What>(i));
}

/// Of those about what a claim that is gone was about, the newest counts again.
void note_counting_again(const Read& read, const std::vector<claim::Claim>& gone, UndoOfRecords& undo) {
  std::set<std::int64_t> found;
  for (const auto& claim : gone) {
    const auto newest = claim::newest_like(read, claim);
    if (newest && newest->id.number < claim.id.number) found.insert(newest->id.number);
  }
  undo.counting.assign(found.begin(), found.end());
}

Undone named(const Read& read, const Import& import, const UndoOfRecords& undo) {
  Undone undone{undo.restored, undo.removed,    {}, {}, import.target == "claim",
                import.facts,  undo.lines_back, {}};
  for (const auto number : undo.counting) {
    if (const auto claim = read.find(Id<claim::Claim>{number}))
      undone.counting_again.push_back(in_words(*claim));
  }
  for (const auto& one : undo.stayed) {
    auto name = called(read, type_named(one.record), one.number);
    if (name) (one.is_changed ? undone.changed_since : undone.referred_to).push_back(std::move(*name));
  }
  return undone;
}

/// What a file would do, and whether it is left at that: it changes nothing, or waits for an answer.
struct PlannedOutcome {
  Outcome value;
  bool is_left = false;
};

PlannedOutcome planned(const Read& read, const Intake& intake, std::optional<Id<Import>> waiting,
                       Progress* progress) {
  PlannedOutcome outcome;
  outcome.value.plan = plan_of(read, intake, progress);
  outcome.value.import = described_import(read, intake, outcome.value.plan);
  outcome.value.newer = newer_export(read, intake, outcome.value.plan);
  const bool is_asking = outcome.value.plan.changes_nothing() && !outcome.value.plan.waiting.empty();
  refuse_if(is_asking && waiting, import_has_questions);
  outcome.is_left = is_asking || (!waiting && leaves_nothing(read, outcome.value.import));
  if (progress != nullptr) {
    progress->stored = 0;
    progress->stored_total = outcome.value.plan.to_store();
  }
  return outcome;
}

/// Where others keep changing what it reads, it is planned while nobody else writes.
Outcome run_alone(Database& database, const Actor& actor, const Intake& intake,
                  std::optional<Id<Import>> waiting, Progress* progress) {
  struct Left {};
  PlannedOutcome outcome;
  try {
    database.write(actor, "Import " + intake.file.name + ".", [&](Write& write) {
      outcome = planned(write, intake, waiting, progress);
      if (outcome.is_left) throw Left{};
      store_outcome(write, intake, outcome.value, waiting, write.as_of(), progress);
    });
  } catch (const Left&) {
    // Nothing is to be stored, so there is no commit either.
  }
  return std::move(outcome.value);
}

/// Nobody undoes the other side's claims, nor any that minutes name or somebody has changed since.
void refuse_to_undo_claims(const Read& read, Id<Import> import) {
  const Side own = read.actor().side;
  for (const auto& claim : claim::claims_of_import(read, import.number))
    refuse_if(own != Side::none && own != claim.side, claim::claim_not_yours, in_words(claim));
  if (const auto claim = claim_in_minutes(read, import))
    throw Refusal(import_in_minutes, in_words(*read.find(*claim)));
  if (const auto claim = claim_changed_since(read, import))
    throw Refusal(import_claim_changed, in_words(*read.find(*claim)));
}

}  // namespace

const Rule* why_not(const Actor& actor, std::string_view target) {
  if (actor.person == 0) return nullptr;
  if (target == "ledger_total" && !actor.may(general_ledger::state_ledger_totals)) return &import_of_finance;
  if (target == "claim" && !actor.may(claim::state_claims)) return &import_of_claims;
  return nullptr;
}

const Rule* why_not(const Read& read, const Import& import) {
  const auto& actor = read.actor();
  if (const auto* rule = why_not(actor, import.target)) return rule;
  if (import.target != "claim" || !import.person || actor.side == Side::none) return nullptr;
  const auto uploader = read.find(*import.person);
  const bool is_of_the_other = uploader && uploader->side != Side::none && uploader->side != actor.side;
  return is_of_the_other ? &claim::claim_not_yours : nullptr;
}

Outcome run_import(Database& database, const Actor& actor, const Intake& intake,
                   std::optional<Id<Import>> waiting, Progress* progress) {
  if (const auto* rule = why_not(actor, intake.mapping.target)) throw Refusal(*rule);
  const std::string what = "Import " + intake.file.name + ".";
  for (int i = 0; i < tries_max; ++i) {
    std::int64_t planned_at = 0;
    auto outcome = database.read(actor, [&](const Read& read) {
      planned_at = read.as_of();
      return planned(read, intake, waiting, progress);
    });
    if (outcome.is_left) return std::move(outcome.value);
    try {
      database.write(actor, what, [&](Write& write) {
        store_outcome(write, intake, outcome.value, waiting, planned_at, progress);
      });
      return std::move(outcome.value);
    } catch (const Overtaken&) {
      // Somebody changed meanwhile what the plan was made with.
    }
  }
  return run_alone(database, actor, intake, waiting, progress);
}

Undone undo_import(Write& write, Id<Import> id) {
  auto import = write.find(id);
  refuse_if(!import.has_value(), web::not_found);
  refuse_if(import->state == State::undone, import_already_undone, import->file_name);
  refuse_if(!import->landed_in, import_not_landed, import->file_name);
  if (const auto* rule = why_not(write.actor(), import->target)) throw Refusal(*rule);
  refuse_to_undo_claims(write, id);
  UndoOfRecords undo;
  const auto claims = claim::claims_of_import(write, id.number);
  write.retract_facts(*import->landed_in);
  handoff::take_back_incoming(write, *import->landed_in);
  // What refers goes before what it refers to.
  for (std::size_t i = what_count; i-- > 0;) {
    const auto& type = type_of(static_cast<What>(i));
    if (type.kind == TableKind::record) undo_records(write, type, *import->landed_in, undo);
  }
  for (const auto wish : wishes_of_undone_imports(write)) lift(write, wish);
  part_what_people_did(write, *import->landed_in);
  handoff::follow_records(write, write.number() - 1);
  territory::rebuild_reach(write);
  forget_names(write, id);
  note_counting_again(write, claims, undo);
  undo.lines_back = lines_back(write, *import->landed_in);
  import->state = State::undone;
  import->undone_in = write.number();
  import->undone = Json{json::serialize(to_json(undo))};
  write.update(*import);
  return named(write, *import, undo);
}

std::optional<Undone> undone_of(const Read& read, const Import& import) {
  if (import.state != State::undone || !import.undone) return std::nullopt;
  return named(read, import, from_json<UndoOfRecords>(parse_json(import.undone->text)));
}

}  // namespace accord::importing
