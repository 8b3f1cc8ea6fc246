// SPDX-License-Identifier: Apache-2.0
#include "importing/preview.hpp"

#include "base/text.hpp"
#include "claim/claim.hpp"
#include "db/id_list.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "general_ledger/general_ledger.hpp"

namespace accord::importing {
namespace {

using general_ledger::LedgerTotal;

constexpr std::size_t records_shown = 12, problems_shown = 50, kinds_shown = 3;

std::string joined_with(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const auto& text : texts) all.append(all.empty() ? "" : between).append(text);
  return all;
}

std::string delimiter_in_words(char delimiter) {
  switch (delimiter) {
    case ',':
      return "comma";
    case ';':
      return "semicolon";
    case '\t':
      return "tab";
    default:
      return std::string(1, delimiter);
  }
}

std::string waits(std::int64_t count) {
  return " " + counted(count, "cell waits", "cells wait") + " for the answer.";
}

QuestionView about_currency(const Read& read, std::int64_t count) {
  QuestionView question{"currency", "In which currency are the file's amounts?" + waits(count), "", "", count,
                        {}};
  const auto company = people::find_company(read);
  const std::string own = company ? company->currency : "";
  if (!own.empty()) question.choices.push_back({own, own + ", the company's currency"});
  for (const char* code : {"USD", "EUR", "GBP", "CHF", "JPY"}) {
    if (own != code) question.choices.push_back({code, code});
  }
  return question;
}

QuestionView about_dates(const Survey& survey, std::int64_t count) {
  QuestionView question{"dates", survey.days.question + waits(count), "", "", count, {}};
  for (const auto format : survey.days.choices) {
    if (format == DayFormat::day_first) question.choices.push_back({"day_first", "The day comes first"});
    if (format == DayFormat::month_first)
      question.choices.push_back({"month_first", "The month comes first"});
    if (format == DayFormat::excel_serial)
      question.choices.push_back({"excel_serial", "They are a spreadsheet's count of days"});
  }
  return question;
}

/// By what rows are matched to what is known: what the user may choose, and what holds where nothing is
/// chosen.
std::vector<ChoiceView> identities_of(const Target& target) {
  if (target.identities.empty()) return {};
  std::vector<std::string> names;
  for (const auto slot : target.identities) {
    const bool is_lead = slot == "lead_key";
    names.emplace_back(slot == "key"     ? "identifier"
                       : is_lead         ? "lead's identifier"
                       : slot == "email" ? "e-mail address"
                                         : slot);
  }
  std::vector<ChoiceView> choices{{"", "its " + joined_with(names, ", else its ")}};
  for (std::size_t i = 0; i < names.size(); ++i)
    choices.push_back({std::string(target.identities[i]), "its " + names[i] + " only"});
  return choices;
}

std::vector<NearnessView> nearest_of(const std::vector<std::string>& columns) {
  std::vector<NearnessView> views;
  for (const auto& one : nearest(columns)) {
    if (views.size() == kinds_shown) break;
    views.push_back({std::string(one.target->name), std::string(one.target->title), one.known, one.missing});
  }
  return views;
}

/// Rows that name records of other files by identifiers that nobody knows yet.
QuestionView about_keys(const Plan& plan, std::int64_t count) {
  std::vector<std::string> missing, files;
  for (const auto& [what, keys] : plan.unknown_keys) {
    const auto& type = type_of(what);
    missing.push_back(counted(static_cast<std::int64_t>(keys.size()), type.one, type.many));
    files.emplace_back(type.many);
  }
  return {"makes_unknown_keys_new",
          "The file names " + listed(missing) +
              " by an identifier that is not known here. Best import the file of " + listed(files) +
              " first; or make them now, called by their identifiers, and that file completes them." +
              waits(count),
          "",
          "",
          count,
          {{"true", "Make them now"}}};
}

QuestionView about_name(const NearName& near) {
  return {"name",
          "\"" + near.name + "\" looks like the " + std::string(type_of(near.what).one) + " \"" + near.known +
              "\": it " + std::string(in_words(near.likeness)) + ". Are they the same?",
          near.name,
          near.known,
          near.rows,
          {{near.known, "The same: " + near.known}, {"", "A new " + std::string(type_of(near.what).one)}}};
}

QuestionView about_status(const std::string& word, std::int64_t rows) {
  return {"status", "What is an order whose status is \"" + word + "\"?",
          word,     "",
          rows,     {{"booked", "Booked"}, {"cancelled", "Cancelled"}, {"not_yet", "No order yet"}}};
}

/// Rows whose lead and opportunity are known apart, with what people have done on either.
QuestionView about_journeys(const Plan& plan) {
  const auto count = static_cast<std::int64_t>(plan.worked_on_both.size());
  return {"joins_worked_on",
          counted(count, "row says", "rows say") +
              " that a lead became an opportunity, where both are known here "
              "as two and people have worked on both: " +
              listed(first_of(plan.worked_on_both)) +
              ". Are they one journey? What was handed over, called or claimed on either is then that one's.",
          "",
          "",
          count,
          {{"true", "They are one: join them"}}};
}

/// What a record refers to by name, where the plan or the company knows it. A territory is one in records of
/// whichever kind, also where the file's rows have none.
std::string name_of_reference(const Read& read, const Plan& plan, const Target& target,
                              const FieldInfo& field, std::int64_t id) {
  if (field.name == "territory" && id > 0) {
    const auto territory = read.find(Id<territory::Territory>{id});
    return territory ? territory->name : std::to_string(id);
  }
  if (field.name == "opportunity" && target.what == What::claim_line) {
    const auto record = type_of(What::opportunity).load(read, id);
    return record ? static_cast<const funnel::Opportunity*>(record.get())->name : std::to_string(id);
  }
  for (const auto& slot : target.slots) {
    if (slot.field == nullptr || slot.field->name != field.name || slot.reading == Reading::field) continue;
    const auto& type = type_of(slot.refers_to);
    const auto record = id < 0 ? plan.made(id).record : type.load(read, id);
    const auto* name = record == nullptr ? nullptr : type.info().field("name");
    if (name != nullptr) return *static_cast<const std::string*>(name->in(record.get()));
  }
  return std::to_string(id);
}

/// A field's value as a person reads it.
std::string in_words(const Read& read, const Plan& plan, const Target& target, const FieldInfo& field,
                     const void* record) {
  if (is_id_list(field)) {
    std::string names;
    for (const auto id : ids_in(field, record))
      names += (names.empty() ? "" : "; ") + name_of_reference(read, plan, target, field, id);
    return names;
  }
  const void* value = field.in(record);
  if (field.type.is_optional) value = field.type.value(value);
  if (value == nullptr) return {};
  switch (field.type.kind) {
    case Kind::text:
      return *static_cast<const std::string*>(value);
    case Kind::integer:
      return std::to_string(*static_cast<const std::int64_t*>(value));
    case Kind::money:
      return in_words(*static_cast<const Money*>(value));
    case Kind::day:
      return in_words(*static_cast<const Day*>(value));
    case Kind::instant:
      return to_string(*static_cast<const Instant*>(value));
    case Kind::choice:
      return std::string(field.type.choices[*static_cast<const std::uint8_t*>(value)]);
    case Kind::id:
      return name_of_reference(read, plan, target, field, *static_cast<const std::int64_t*>(value));
    default:
      return {};
  }
}

/// The total whose place it takes; nothing of other kinds.
std::shared_ptr<const void> stated_before(const Read& read, const PlannedRecord& planned) {
  if (planned.what != What::ledger_total) return nullptr;
  const auto& total = *static_cast<const LedgerTotal*>(planned.record.get());
  const auto before = total.corrects ? read.find(*total.corrects) : std::nullopt;
  return before ? std::make_shared<const LedgerTotal>(*before) : nullptr;
}

/// What identifies a fact is its name, and what else there is to know of it is told.
bool is_shown(What what, std::string_view field) {
  if (what == What::exchange_rate) return field == "day";
  if (what == What::ledger_total) return field == "amount" || field == "note";
  if (what == What::claim) return field == "from_day" || field == "until_day" || field == "definition";
  if (what == What::wish) return field == "contact" || field == "medium";
  if (what == What::claim_item) return field == "opportunity" || field == "on_day" || field == "amount";
  return field != "name" && field != "system";
}

std::string title_of(const PlannedRecord& planned) {
  if (planned.what == What::exchange_rate)
    return in_words(*static_cast<const exchange_rate::ExchangeRate*>(planned.record.get()));
  if (planned.what == What::ledger_total)
    return in_words(*static_cast<const LedgerTotal*>(planned.record.get()));
  if (planned.what == What::claim) return in_words(*static_cast<const claim::Claim*>(planned.record.get()));
  if (planned.what == What::wish) return static_cast<const wish::Wish*>(planned.record.get())->words;
  if (planned.what == What::claim_item) {
    const auto& item = *static_cast<const claim::ClaimItem*>(planned.record.get());
    if (!item.key.empty()) return item.key;
    return item.label.empty() ? "line " + std::to_string(item.line) : item.label;
  }
  const auto* name = type_of(planned.what).info().field("name");
  return name == nullptr ? std::string() : *static_cast<const std::string*>(name->in(planned.record.get()));
}

RecordView view_of(const Read& read, const Plan& plan, const Target& target, const PlannedRecord& planned) {
  const auto& type = type_of(planned.what);
  const RecordInfo& info = type.info();
  RecordView view{planned.line, std::string(type.one), title_of(planned), planned.is_new(), {}};
  std::shared_ptr<const void> said = planned.before;
  if (said == nullptr) said = stated_before(read, planned);
  const auto before = said ? said : type.make();
  for (const auto* field : differences(info, before.get(), planned.record.get())) {
    if (!is_shown(planned.what, field->name)) continue;
    view.changes.push_back({std::string(field->name),
                            said ? in_words(read, plan, target, *field, before.get()) : "",
                            in_words(read, plan, target, *field, planned.record.get())});
  }
  return view;
}

/// Records, not facts: a stage change says little before its opportunity is there. Reported facts come after
/// what their lines make.
std::vector<RecordView> first_records(const Read& read, const Plan& plan, const Target& target) {
  std::vector<const PlannedRecord*> first;
  for (const auto& planned : plan.records) {
    if (planned.what == What::stage_change && target.what != What::stage_change) continue;
    if (first.size() == records_shown) break;
    first.push_back(&planned);
  }
  for (const auto& planned : plan.first_reported) first.push_back(&planned);
  std::ranges::stable_sort(first, {}, &PlannedRecord::line);
  first.resize(std::min(first.size(), records_shown));
  std::vector<RecordView> views;
  for (const auto* planned : first) views.push_back(view_of(read, plan, target, *planned));
  return views;
}

/// A number goes with its list; other facts count no more, and records are gone.
std::string what_is_gone(const Undone& undone) {
  if (undone.is_of_claims) {
    const auto claims = counted(undone.removed, "claim", "claims");
    if (undone.facts > 0)
      return claims + " and " + counted(undone.facts, "listed row", "listed rows") + " are gone.";
    return claims + (undone.removed == 1 ? " is gone." : " are gone.");
  }
  std::string text;
  if (undone.facts > 0)
    text = counted(undone.facts, "fact that it added counts", "facts that it added count") + " no more.";
  if (undone.lines_back > 0 && undone.facts == 0 && undone.removed == 0 && undone.restored == 0)
    return counted(undone.lines_back, "order line that it took back counts",
                   "order lines that it took back count") +
           " again.";
  if (undone.facts > 0 && undone.removed == 0 && undone.restored == 0) return text;
  text += (text.empty() ? "" : " ") + counted(undone.removed, "record is gone", "records are gone");
  if (undone.restored > 0)
    text += " and " + counted(undone.restored, "is as it was before", "are as they were before");
  return text + ".";
}

SlotView view_of(const Slot& slot) {
  SlotView view{slot.name, label_of(slot.name), slot.sentence, {}};
  if (slot.reading != Reading::field) return view;
  for (const auto choice : slot.field->type.choices) {
    if (choice != "none") view.choices.push_back({std::string(choice), label_of(choice)});
  }
  return view;
}

}  // namespace

std::vector<QuestionView> questions_of(const Read& read, const Intake& intake, const Plan& plan) {
  std::vector<QuestionView> questions;
  for (const auto& [asked, count] : plan.waiting) {
    if (asked == Asked::currency) questions.push_back(about_currency(read, count));
    if (asked == Asked::dates) questions.push_back(about_dates(intake.survey, count));
    if (asked == Asked::key) questions.push_back(about_keys(plan, count));
    if (asked == Asked::journey) questions.push_back(about_journeys(plan));
    if (asked == Asked::decimals)
      questions.push_back(
          {"decimals",
           intake.survey.numbers.question + waits(count),
           "",
           "",
           count,
           {{"point", "1,234 is more than a thousand"}, {"comma", "1,234 is a little over one"}}});
  }
  for (const auto& [plain, status] : plan.unknown_statuses)
    questions.push_back(about_status(status.word, status.rows));
  for (const auto& near : plan.near_names) questions.push_back(about_name(near));
  return questions;
}

std::vector<ProblemView> first_problems(const Plan& plan) {
  std::vector<ProblemView> views;
  for (const auto& row : plan.refused) {
    for (std::size_t i = 0; i < row.problems.size() && views.size() < problems_shown; ++i) {
      const auto& problem = row.problems[i];
      if (row.asked[i] == Asked::nothing)
        views.push_back({row.line, problem.column, problem.reason, problem.remedy});
    }
  }
  return views;
}

Preview preview_of(const Read& read, const Intake& intake, const Plan* plan) {
  Preview preview;
  const auto* target = target_named(intake.mapping.target);
  for (const auto& each : targets())
    preview.targets.push_back({std::string(each.name), std::string(each.title)});
  if (target == nullptr) preview.nearest = nearest_of(intake.survey.columns);
  if (target != nullptr) {
    for (const auto& slot : target->slots) preview.slots.push_back(view_of(slot));
    preview.identities = identities_of(*target);
  }
  for (std::size_t i = 0; i < intake.survey.columns.size(); ++i) {
    preview.columns.push_back({intake.survey.columns[i], intake.mapping.columns[i].slot,
                               intake.survey.samples[i], intake.survey.blanks[i]});
  }
  preview.faults = intake.faults;
  preview.rows = intake.survey.rows;
  preview.encoding = intake.survey.encoding;
  preview.delimiter = delimiter_in_words(intake.survey.delimiter);
  preview.time_zone = time_zone_of(read, intake.answers);
  if (plan == nullptr) return preview;
  preview.questions = questions_of(read, intake, *plan);
  preview.sentence = sentence_of(*plan);
  preview.refused = static_cast<std::int64_t>(plan->refused.size());
  preview.as_of = plan->as_of;
  preview.newer_export = newer_export(read, intake, *plan);
  preview.records = first_records(read, *plan, *target);
  preview.problems = first_problems(*plan);
  for (const auto& doubt : plan->doubtful) {
    if (preview.doubtful.size() == problems_shown) break;
    preview.doubtful.push_back({doubt.line, doubt.column, doubt.reason, doubt.remedy});
  }
  for (const auto& told : plan->there_already) {
    if (preview.there_already.size() == problems_shown) break;
    preview.there_already.push_back({told.line, told.column, told.reason, told.remedy});
  }
  for (const auto& line : plan->left_out) preview.left_out.push_back({line.line, "", line.why, line.text});
  return preview;
}

UndoneView view_of(const Undone& undone) {
  UndoneView view{what_is_gone(undone), undone.restored,    undone.removed,
                  undone.changed_since, undone.referred_to, undone.counting_again};
  if (!undone.counting_again.empty())
    view.sentence += " What was stated before counts again: " + listed(first_of(undone.counting_again)) + ".";
  const auto stays = [&](const std::vector<std::string>& names, const std::string& why) {
    if (names.empty()) return;
    view.sentence += " " + counted(static_cast<std::int64_t>(names.size()), "record stays", "records stay") +
                     ", " + why + ": " + listed(first_of(names)) + ".";
  };
  stays(undone.changed_since, "because it was changed since");
  stays(undone.referred_to, "because something else refers to it");
  return view;
}

}  // namespace accord::importing
