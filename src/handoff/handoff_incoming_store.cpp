// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_incoming_store.hpp"

#include <algorithm>

#include "db/counts_as.hpp"
#include "db/list.hpp"

namespace accord::handoff {
namespace {

/// Somebody known asked again.
#define ACCORD_ASKED_AGAIN "h.ask = 'information' AND h.submitted_by = 0"

/// Whether a lead is before somebody's eyes already: it waits, or somebody is to speak with them.
const Sql queued{
    "SELECT h.id FROM handoff h JOIN handoff_row r ON r.id = h.id WHERE h.opportunity = :opportunity AND "
    "((h.state = 'waiting' AND (h.ask <> 'information' OR h.submitted_by = 0)) OR (h.state = 'accepted' AND "
    "(h.ask = 'take_over' OR (h.ask = 'qualify' AND h.contact_due_at IS NOT NULL)) AND h.assigned_to IS NOT "
    "NULL AND r.handed_back_at IS NULL AND r.first_contact_at IS NULL)) LIMIT 1"};
const Sql holder{
    "SELECT h.assigned_to FROM handoff h WHERE h.opportunity = :opportunity AND h.state = 'accepted' AND "
    "h.ask <> 'information' AND h.assigned_to IS NOT NULL ORDER BY h.id DESC LIMIT 1"};
const Sql giver{
    "SELECT h.submitted_by FROM handoff h WHERE h.opportunity = :opportunity AND h.ask = 'take_over' AND "
    "h.submitted_by <> 0 ORDER BY h.id DESC LIMIT 1"};
/// Who asked again and was spoken with since, and by whom.
const Sql spoken_with{
    "SELECT h.id, r.first_contact_at, CASE WHEN r.first_contact_precision = 'moment' THEN 1 ELSE 0 END, "
    "(SELECT v.person FROM activity_standing v WHERE v.opportunity = h.opportunity AND v.side = h.to_side "
    "AND "
    "v.at = r.first_contact_at ORDER BY v.id LIMIT 1) FROM handoff h JOIN handoff_row r ON r.id = h.id "
    "WHERE " ACCORD_ASKED_AGAIN " AND h.state = 'waiting' AND r.first_contact_at IS NOT NULL ORDER BY h.id"};
/// Facts were taken back since a commit, that contact among them.
const Sql not_spoken_with{
    "SELECT h.id FROM handoff h JOIN handoff_row r ON r.id = h.id WHERE " ACCORD_ASKED_AGAIN
    " AND h.state = 'answered' AND h.answer = :answer AND EXISTS (SELECT 1 FROM retraction x WHERE "
    "x.commit_number > :since) AND r.first_contact_at IS NULL ORDER BY h.id"};
/// Of whoever is erased no words are told.
const Sql messages{
    "SELECT v.subject_line FROM form_entry_standing e JOIN contact k ON k.id = e.contact JOIN "
    "activity_standing v ON v.opportunity = e.opportunity AND v.at = e.at WHERE e.contact = :contact AND "
    "e.at >= :since AND " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") "= :opportunity AND "
    "k.erased_on IS NULL AND v.kind = 'note' AND v.side = 'none' ORDER BY v.id DESC LIMIT 5"};
/// A lead is one: what was handed over later, or came in anew, counts as that.
const Sql inquiries{
    "SELECT h.id, COALESCE(h.campaign, 0), h.opportunity FROM handoff h WHERE h.ask = 'qualify' AND "
    "h.submitted_at >= :from AND h.submitted_at < :until AND NOT EXISTS (SELECT 1 FROM handoff n WHERE "
    "n.opportunity = h.opportunity AND n.state <> 'withdrawn' AND n.submitted_at < :end AND (n.ask = "
    "'take_over' OR (n.ask = 'qualify' AND n.id > h.id))) AND " ACCORD_IN_SCOPE(
        "h.territory") " ORDER BY h.id"};
const Sql asked_again{"SELECT COUNT(*) FROM handoff h WHERE " ACCORD_ASKED_AGAIN
                      " AND h.state <> 'withdrawn' AND h.submitted_at >= :from AND h.submitted_at < :until "
                      "AND " ACCORD_IN_SCOPE("h.territory")};

}  // namespace

bool is_in_a_queue(const Read& read, Id<funnel::Opportunity> lead) {
  return read.integer(queued, {{"opportunity", lead}}).has_value();
}

std::optional<Id<people::Person>> holder_of(const Read& read, Id<funnel::Opportunity> lead) {
  const auto found = read.integer(holder, {{"opportunity", lead}});
  return found ? std::optional(Id<people::Person>{*found}) : std::nullopt;
}

std::optional<Id<people::Person>> handed_over_by(const Read& read, Id<funnel::Opportunity> lead) {
  const auto found = read.integer(giver, {{"opportunity", lead}});
  return found ? std::optional(Id<people::Person>{*found}) : std::nullopt;
}

std::vector<SpokenWith> asked_again_and_spoken_with(const Read& read) {
  std::vector<SpokenWith> found;
  read.each(spoken_with, {}, [&](const Row& row) {
    SpokenWith one{{row.integer(0)}, {row.integer(1)}, row.integer(2) == 1, std::nullopt};
    if (!row.is_null(3) && row.integer(3) != 0) one.by = Id<people::Person>{row.integer(3)};
    found.push_back(one);
  });
  return found;
}

std::vector<Id<Handoff>> not_spoken_with_any_more(const Read& read, const std::string& answer,
                                                  std::int64_t since_commit) {
  std::vector<Id<Handoff>> found;
  read.each(not_spoken_with, {{"answer", answer}, {"since", since_commit}},
            [&](const Row& row) { found.push_back({row.integer(0)}); });
  return found;
}

std::vector<std::string> written_since(const Read& read, const HandoffRow& row) {
  std::vector<std::string> words;
  if (!row.contact) return words;
  read.each(messages,
            {{"contact", *row.contact}, {"opportunity", row.opportunity}, {"since", row.submitted_at}},
            [&](const Row& one) { words.emplace_back(one.text(0)); });
  std::ranges::reverse(words);
  return words;
}

std::int64_t asked_again_between(const Read& read, Instant from, Instant until) {
  return read.integer(asked_again, {{"from", from}, {"until", until}, read.scope()}).value_or(0);
}

std::vector<Inquiry> inquiries_between(const Read& read, Instant from, Instant until, Instant end) {
  std::vector<Inquiry> found;
  read.each(inquiries, {{"from", from}, {"until", until}, {"end", end}, read.scope()}, [&](const Row& row) {
    found.push_back({row.integer(0), row.integer(1), row.integer(2)});
  });
  return found;
}

}  // namespace accord::handoff
