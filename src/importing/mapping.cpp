// SPDX-License-Identifier: Apache-2.0
#include "importing/mapping.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "importing/cell_text.hpp"
#include "importing/number_cell.hpp"

namespace accord::importing {
namespace {

/// A header as slots and marks are called: `Amount spent (USD)` is an amount spent.
std::string plain(std::string_view header) { return squeezed(without_currency(header)); }

/// How well a header fits a slot: 0 is best; nothing where it does not. Only an amount's names its currency.
std::optional<std::size_t> fit_of(const Slot& slot, const std::string& header) {
  const bool is_amount = slot.field != nullptr && slot.field->type.kind == Kind::money;
  const auto name = is_amount ? plain(header) : squeezed(header);
  const auto found = std::find(slot.headers.begin(), slot.headers.end(), name);
  if (found == slot.headers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - slot.headers.begin());
}

bool has_slot(const Mapping& mapping, const Answers& answers, std::string_view slot) {
  const auto is_it = [&](const auto& use) {
    return use.slot == slot || (slot == "entered" && use.slot.starts_with("entered:"));
  };
  return std::any_of(mapping.columns.begin(), mapping.columns.end(), is_it) ||
         std::any_of(answers.constants.begin(), answers.constants.end(), is_it);
}

/// How many columns tell what the rows are.
std::size_t taken(const Target& target, const Mapping& mapping) {
  return static_cast<std::size_t>(std::ranges::count_if(mapping.columns, [&](const ColumnUse& use) {
    return !use.slot.empty() && std::ranges::find(target.beside, use.slot) == target.beside.end();
  }));
}

bool has_one_of(const Mapping& mapping, const Answers& answers, const std::vector<std::string_view>& slots) {
  return std::any_of(slots.begin(), slots.end(), [&](auto slot) { return has_slot(mapping, answers, slot); });
}

bool has_what_it_needs(const Target& target, const Mapping& mapping, const Answers& answers) {
  return std::all_of(target.needs.begin(), target.needs.end(),
                     [&](const auto& any_of) { return has_one_of(mapping, answers, any_of); });
}

std::string words_of(const std::vector<std::string_view>& slots) {
  std::string text;
  for (const auto slot : slots) text += (text.empty() ? "" : " or ") + label_of(slot);
  return text;
}

/// What is wrong with what rows are to be matched by.
std::optional<std::string> fault_of_match(const Target& target, const Mapping& mapping,
                                          const Answers& answers) {
  const auto& match_by = answers.match_by;
  if (match_by.empty()) return std::nullopt;
  const auto& all = target.identities;
  if (std::find(all.begin(), all.end(), match_by) == all.end()) {
    return std::string(target.title) + " cannot be matched by " + label_of(match_by) +
           (all.empty() ? "." : "; they can by " + words_of(all) + ".");
  }
  const bool has_name = match_by == "name" && has_slot(mapping, answers, "last_name");
  if (has_name || has_slot(mapping, answers, match_by)) return std::nullopt;
  return "Rows are to be matched by " + label_of(match_by) + ", but no column is read as that.";
}

/// What a kind of file needs and nothing gives, in words.
std::vector<std::string> missing_of(const Target& target, const Mapping& mapping, const Answers& answers) {
  std::vector<std::string> missing;
  for (const auto* groups : {&target.needs, &target.asks}) {
    for (const auto& any_of : *groups) {
      if (!has_one_of(mapping, answers, any_of)) missing.push_back(words_of(any_of));
    }
  }
  return missing;
}

bool is_journey(const Target& target) { return target.slot("entered") != nullptr; }

/// In a list the territory of a row is the lead's own, which its record knows, and not that of the number.
void leave_to_the_list(Mapping& mapping) {
  const auto is_of_list = [](const ColumnUse& use) {
    return use.slot == "key" || use.slot == "name" || use.slot == "email" || use.slot == "company";
  };
  if (std::none_of(mapping.columns.begin(), mapping.columns.end(), is_of_list)) return;
  for (auto& use : mapping.columns) {
    if (use.slot == "territory") use.slot.clear();
  }
}

/// HubSpot tells how far somebody is in one column, in the words of its `Date entered` columns, and in
/// another what came of speaking with them.
void tell_stage_from_status(Mapping& mapping) {
  const auto of = [&](std::initializer_list<std::string_view> headers) {
    return std::ranges::find_if(mapping.columns, [&](const ColumnUse& use) {
      return std::ranges::find(headers, std::string_view(squeezed(use.column))) != headers.end();
    });
  };
  const auto stage = of({"lifecyclestage"}), status = of({"leadstatus", "hsleadstatus"});
  if (stage == mapping.columns.end() || status == mapping.columns.end() || status->slot != "stage") return;
  stage->slot = "stage";
  status->slot = "status";
}

/// Of Salesforce's members of campaigns, whose status says how they responded and not how far a lead is.
bool is_of_members(const std::vector<std::string>& columns) {
  const auto has = [&](std::string_view header) {
    return std::ranges::any_of(columns, [&](const std::string& one) { return squeezed(one) == header; });
  };
  if (!has("campaignid")) return false;
  return has("hasresponded") || has("firstrespondeddate") || has("leadorcontactid") ||
         (has("id") && has("leadid"));
}

/// What a person wants of calls is none of whether the campaign reached them.
void leave_wishes_of_members(Mapping& mapping) {
  for (auto& use : mapping.columns) {
    if (use.slot == "opted_out") use.slot.clear();
  }
}

constexpr std::size_t weight_of_mark = 3;

bool is_taken(const Mapping& mapping, std::string_view slot) {
  return std::ranges::any_of(mapping.columns, [&](const ColumnUse& use) { return use.slot == slot; });
}

/// Whether another kind of file has such a column for a record of this kind.
bool refers_to(What what, const std::string& header) {
  return std::ranges::any_of(targets(), [&](const Target& target) {
    return std::ranges::any_of(target.slots, [&](const Slot& slot) {
      const bool is_reference = slot.reading == Reading::reference || slot.reading == Reading::references ||
                                slot.reading == Reading::reference_key;
      return is_reference && slot.refers_to == what &&
             std::ranges::find(slot.headers, header) != slot.headers.end();
    });
  });
}

/// Whether a column that this kind does not read names a record that a row may be about. An account's may
/// name whom one speaks with there, and `ParentId` is of the record above, whatever that is. A lead
/// is named by its own identifier, to which no kind of file refers.
bool names_another(const Target& target, const Mapping& mapping) {
  return std::ranges::any_of(mapping.columns, [&](const ColumnUse& use) {
    const auto header = squeezed(use.column);
    if (!use.slot.empty() || header == "parentid") return false;
    if (header == "leadid") return true;
    return std::ranges::any_of(
        std::array{What::product, What::account, What::contact, What::campaign, What::opportunity},
        [&](What what) {
          const bool is_beside = what == What::contact && target.what == What::account;
          return what != target.what && !is_beside && refers_to(what, header);
        });
  });
}

/// How many of the headers only this kind of file has. One that other kinds have for a record of this kind
/// says nothing where it is not what the rows are called by, or where they name something else.
std::size_t marks_in(const Target& target, const Mapping& mapping, bool is_of_another) {
  return static_cast<std::size_t>(std::ranges::count_if(mapping.columns, [&](const ColumnUse& use) {
    const bool is_mark = std::ranges::find(target.marks, plain(use.column)) != target.marks.end();
    const bool says_nothing = target.is_named_elsewhere && (is_of_another || use.slot.empty()) &&
                              refers_to(target.what, squeezed(use.column));
    return is_mark && !says_nothing;
  }));
}

/// Whether the rows tell what campaigns cost, and not when these run: the budget beside it is that of a day.
/// A list of campaigns may have both.
bool is_report_of_spend(const Target& target, const Mapping& mapping) {
  if (target.what != What::campaign || is_taken(mapping, "starts_on") || is_taken(mapping, "ends_on"))
    return false;
  constexpr std::array<std::string_view, 4> amounts{"cost", "amountspent", "totalspent", "spend"};
  return std::ranges::any_of(mapping.columns, [&](const ColumnUse& use) {
    return use.slot.empty() &&
           std::ranges::find(amounts, std::string_view(plain(use.column))) != amounts.end();
  });
}

}  // namespace

Mapping suggested(const Target& target, const std::vector<std::string>& columns) {
  Mapping mapping{std::string(target.name), {}};
  for (const auto& column : columns) mapping.columns.push_back({column, ""});
  // Each slot takes the column whose header fits it best, and a column goes to the slot it fits best.
  std::multimap<std::size_t, std::pair<std::size_t, const Slot*>> fits;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const auto& slot : target.slots) {
      if (const auto fit = fit_of(slot, columns[i])) fits.emplace(*fit, std::pair{i, &slot});
    }
  }
  std::set<const Slot*> used;
  for (const auto& [fit, pair] : fits) {
    auto& use = mapping.columns[pair.first];
    if (!use.slot.empty() || used.contains(pair.second)) continue;
    use.slot = pair.second->name;
    used.insert(pair.second);
  }
  if (target.name == "claim") leave_to_the_list(mapping);
  if (target.what == What::touchpoint && is_of_members(columns)) leave_wishes_of_members(mapping);
  if (target.name == "lead") tell_stage_from_status(mapping);
  if (!is_journey(target)) return mapping;
  for (auto& use : mapping.columns) {
    const auto stage = use.slot.empty() ? stage_in_header(use.column) : std::nullopt;
    if (stage) use.slot = "entered:" + *stage;
  }
  return mapping;
}

std::optional<Mapping> recognise(const std::vector<std::string>& columns, const Answers& answers) {
  std::optional<Mapping> best;
  std::size_t best_score = 1;
  bool is_tied = false;
  const bool is_of_members_alone = is_of_members(columns);
  for (const auto& target : targets()) {
    if (is_of_members_alone && target.what != What::touchpoint) continue;
    auto mapping = suggested(target, columns);
    if (!has_what_it_needs(target, mapping, answers) || is_report_of_spend(target, mapping)) continue;
    if (!target.settled_by.empty()) return mapping;
    const bool is_of_another = target.is_named_elsewhere && names_another(target, mapping);
    const auto marks = marks_in(target, mapping, is_of_another);
    const bool is_unsure = !target.sure_by.empty() && !is_taken(mapping, target.sure_by);
    if ((is_of_another || is_unsure) && marks == 0) continue;
    const std::size_t score = taken(target, mapping) + weight_of_mark * marks;
    is_tied = is_tied || (score == best_score && best.has_value());
    if (score <= best_score) continue;
    is_tied = false;
    best_score = score;
    best = std::move(mapping);
  }
  return is_tied ? std::nullopt : best;
}

std::vector<Nearness> nearest(const std::vector<std::string>& columns) {
  std::vector<Nearness> all;
  for (const auto& target : targets()) {
    const auto mapping = suggested(target, columns);
    Nearness one{&target, {}, missing_of(target, mapping, {})};
    for (const auto& use : mapping.columns) {
      if (!use.slot.empty()) one.known.push_back(use.column);
    }
    if (!one.known.empty() && !is_report_of_spend(target, mapping)) all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(), [](const Nearness& a, const Nearness& b) {
    return a.known.size() != b.known.size() ? a.known.size() > b.known.size()
                                            : a.missing.size() < b.missing.size();
  });
  return all;
}

// Won opportunities name the leads they came from, so leads are first; but not those that name the
// opportunities which they became, unless they tell the identifiers of their accounts as well.
std::int64_t turn_of(const Mapping& mapping) {
  const auto* target = target_named(mapping.target);
  if (target == nullptr) return static_cast<std::int64_t>(targets().size()) * 2;
  const bool is_first = mapping.target == "lead" &&
                        (!has_slot(mapping, {}, "converted_key") || has_slot(mapping, {}, "account_key"));
  const auto* place = is_first ? target_named("opportunity") : target;
  return (place - targets().data()) * 2 - (is_first ? 1 : 0);
}

bool is_known_header(std::string_view header) {
  static const std::set<std::string, std::less<>> known = [] {
    std::set<std::string, std::less<>> names;
    for (const auto& target : targets()) {
      for (const auto& slot : target.slots) names.insert(slot.headers.begin(), slot.headers.end());
    }
    return names;
  }();
  return known.contains(squeezed(header)) || known.contains(plain(header)) ||
         stage_in_header(header).has_value();
}

std::string system_of(const std::vector<std::string>& columns) {
  std::set<std::string> headers;
  for (const auto& column : columns) headers.insert(squeezed(column));
  const auto has_any = [&](std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return headers.contains(name); });
  };
  const auto starts = [&](std::string_view start) {
    return std::any_of(headers.begin(), headers.end(), [&](const auto& h) { return h.starts_with(start); });
  };
  const auto is_there = [&](std::string_view name) { return headers.contains(std::string(name)); };
  for (const auto& platform : campaign::platforms()) {
    if (std::ranges::any_of(platform.telling_headers, is_there) &&
        std::ranges::all_of(platform.common_headers, is_there))
      return std::string(platform.system);
  }
  if (starts("deal-") || starts("organization-") || starts("person-") || starts("activity-"))
    return "Pipedrive";
  if (has_any({"hsobjectid", "recordid", "recordid-contact", "recordid-company", "hubspotownerid"}))
    return "HubSpot";
  if (has_any({"systemmodstamp", "opportunityowner", "accountowner", "leadowner", "fiscalperiod", "tostage",
               "budgetedcost", "membertype", "memberfirstassociateddate", "contactorleadid", "whoid",
               "whatid", "tasksubtype", "hasresponded", "leadorcontactid"}) ||
      (has_any({"isdeleted", "ownerid"}) && headers.contains("id")) ||
      (headers.contains("username") && headers.contains("profileid")))
    return "Salesforce";
  if (has_any({"assignedusername", "assigneduserid", "createdbyname"})) return "EspoCRM";
  if (has_any({"assigneduser", "datemodified", "modifiedby"})) return "SuiteCRM";
  if (has_any({"currencydenom"})) return "ECB";
  if (has_any({"rateofthecolumn"})) return "Reference rates";
  return "CRM";
}

bool is_own(std::string_view system) { return equals_ignoring_case(system, own_system); }

bool has_no_identifiers(const Mapping& mapping) {
  return std::ranges::none_of(mapping.columns, [](const ColumnUse& use) {
    return use.slot == "key" || use.slot == "lead_key" || use.slot == "converted_key" ||
           use.slot == "contact_key" || use.slot == "account_key";
  });
}

std::string fingerprint(const std::vector<std::string>& columns) {
  std::string text;
  for (const auto& column : columns) text += squeezed(column) + "\x1f";
  return text;
}

std::optional<std::string> stage_in_header(std::string_view header) {
  header = trimmed(header);
  if (squeezed(header) == "engagedate") return "Engaging";
  constexpr std::string_view start = "date entered ";
  if (header.size() <= start.size() || !equals_ignoring_case(header.substr(0, start.size()), start))
    return std::nullopt;
  std::string_view stage = trimmed(header.substr(start.size()));
  const bool is_quoted =
      stage.size() > 2 && (stage.front() == '"' || stage.front() == '\'') && stage.back() == stage.front();
  if (!is_quoted) return std::nullopt;
  stage = stage.substr(1, stage.size() - 2);
  // HubSpot writes the pipeline's name behind the stage's.
  if (const auto pipeline = stage.rfind(" ("); pipeline != std::string_view::npos && stage.ends_with(")"))
    stage = stage.substr(0, pipeline);
  return std::string(stage);
}

std::vector<std::string> faults_of(const Mapping& mapping, const Answers& answers,
                                   const std::vector<std::string>& columns) {
  if (mapping.target.empty())
    return {"What its rows are cannot be told from its columns: say what it holds."};
  const auto* target = target_named(mapping.target);
  if (target == nullptr) return {"There is no kind of file called \"" + mapping.target + "\"."};
  std::vector<std::string> faults;
  std::set<std::string> slots, used;
  const auto take = [&](const std::string& slot) {
    const bool is_entered = slot.starts_with("entered:") && is_journey(*target) && slot.size() > 8;
    if (!is_entered && (target->slot(slot) == nullptr || slot == "entered"))
      faults.push_back(std::string(target->title) + " have nothing called \"" + slot + "\".");
    return slots.insert(slot).second;
  };
  for (const auto& use : mapping.columns) {
    if (std::find(columns.begin(), columns.end(), use.column) == columns.end())
      faults.push_back("The file has no column \"" + use.column + "\".");
    if (use.slot.empty()) continue;
    if (!take(use.slot)) faults.push_back("Two columns are read as " + label_of(use.slot) + "; choose one.");
    if (!used.insert(use.column).second)
      faults.push_back("The column \"" + use.column + "\" is given twice.");
  }
  for (const auto& constant : answers.constants) {
    if (!take(constant.slot))
      faults.push_back(label_of(constant.slot) + " is given for every row and elsewhere too; choose one.");
  }
  for (const auto& needed : missing_of(*target, mapping, answers)) {
    faults.push_back(std::string(target->title) + " need a column for " + needed +
                     ", or one value for every row.");
  }
  if (auto fault = fault_of_match(*target, mapping, answers)) faults.push_back(std::move(*fault));
  return faults;
}

}  // namespace accord::importing
