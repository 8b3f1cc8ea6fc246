// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "importing/fact_book.hpp"
#include "importing/importing.hpp"
#include "importing/joined_journey.hpp"
#include "importing/known.hpp"
#include "importing/name_book.hpp"
#include "importing/plan.hpp"

namespace accord::importing {

Schema schema();

/// What the company's file holds, read as planning asks for it.
class KnownRecords final : public Known {
 public:
  explicit KnownRecords(const Read& read) : read_(read) {}
  void each(What, const std::function<void(const KnownName&)>&) override;
  std::shared_ptr<void> load(What, std::int64_t id) override;
  std::vector<KnownStage> stages(std::int64_t opportunity) override;
  std::vector<KnownStage> overruled_stages(std::int64_t opportunity) override;
  bool is_worked_on(std::int64_t opportunity) override;
  bool both_wait(std::int64_t one, std::int64_t other) override;
  std::optional<std::int64_t> deal_about(const std::string& system, std::int64_t contact) override;
  std::vector<OpenLead> open_leads_of(std::int64_t account) override;
  void each_reported(What, const std::string& system,
                     const std::function<void(std::int64_t id, const void*)>&) override;
  void each_replaced(What, const std::string& system,
                     const std::function<void(std::int64_t id, const void*)>&) override;
  const people::Erased& erased(What) override;
  std::optional<KnownOptOut> opted_out(wish::Medium, std::optional<std::int64_t> contact,
                                       const account::Contact& told) override;
  std::optional<wish::Wish> wish_of(wish::Medium, std::int64_t contact) override;
  std::vector<JourneyAbout> journeys_about(std::int64_t contact) override;
  std::vector<NamedContact> contacts_with_number(const std::string& plain) override;
  bool was_touched(std::int64_t campaign, std::int64_t contact, std::int64_t account, Day,
                   const std::string& time_zone) override;
  const std::vector<KnownScan>& scans_of(std::int64_t campaign, std::int64_t contact) override;
  std::vector<claim::ClaimItem> meant(const std::vector<claim::ItemDraft>&) override;
  std::optional<claim::Claim> stated(const claim::Claim& like) override;
  std::vector<claim::ClaimItem> list_behind(Id<claim::Claim>) override;
  bool is_seen(What, std::int64_t id) override;
  std::int64_t account_that_stays(std::int64_t account) override;
  bool is_firm_anywhere(const std::string& name) override;

 private:
  void each_named(What, const std::function<void(const KnownName&)>&);

  const Read& read_;
  using StagesOfEach = std::unordered_map<std::int64_t, std::vector<KnownStage>>;
  std::vector<KnownStage> stages_of(std::optional<StagesOfEach>&, const Sql&, std::int64_t opportunity);

  std::optional<StagesOfEach> stages_, overruled_;
  std::map<What, people::Erased> erased_;
  std::optional<std::set<std::int64_t>> worked_on_;
  std::optional<std::unordered_map<std::int64_t, std::int64_t>> deals_;
  std::optional<std::unordered_map<std::int64_t, std::vector<OpenLead>>> open_leads_;
  std::map<wish::Medium, std::shared_ptr<const wish::OptOuts>> opt_outs_;
  std::optional<std::unordered_map<std::int64_t, std::vector<JourneyAbout>>> journeys_;
  struct Numbered {
    std::string plain;
    NamedContact contact;
  };
  std::optional<std::unordered_map<std::string, std::vector<Numbered>>> numbers_;  ///< by their last digits
  using Touched = std::set<std::tuple<std::int64_t, std::int64_t, std::int32_t>>;
  std::unordered_map<std::int64_t, Touched> touched_;  ///< by campaign
  using Scans = std::unordered_map<std::int64_t, std::vector<KnownScan>>;
  std::unordered_map<std::int64_t, Scans> scans_;  ///< by campaign, by contact
  std::optional<NameBook> firms_;                  ///< of all territories
};

/// Makes two journeys one: facts of the one that goes are the other's, and its record is there no more. Where
/// people have worked on both, that is put on record, like what is given; returns the last such record.
Id<JoinedJourney> store_unions(Write&, const Plan&, JoinedJourney like = {});
/// The stages of one journey that stand.
std::vector<KnownStage> stages_standing(const Read&, std::int64_t opportunity);
/// Whether a handoff of each of the two waits for the same side.
bool do_both_wait(const Read&, std::int64_t one, std::int64_t other);
/// The journeys that a commit made of two and that somebody has changed since: they stay one when it is
/// undone.
std::vector<Union> unions_changed_since(const Read&, std::int64_t commit);
void keep_union(Write&, const Union&);
/// `one_identifier_one_record`, as sentences.
std::vector<std::string> doubled_identifiers(const Read&);

std::optional<ImportSource> find_source(const Read&, const std::string& fingerprint);
/// Keeps how the file was read for the next one with the same headers.
void remember_source(Write&, const std::string& fingerprint, const Mapping&, const Answers&);
/// Whether anything that an import may have planned with was changed after that commit.
bool is_overtaken(const Read&, std::int64_t planned_at);
/// An import of the very same file that refused rows and is not undone.
std::optional<Import> find_same(const Read&, const std::string& sha256, std::int64_t refused);
void store_problems(Write&, Id<Import>, const Plan&);
void forget_names(Write&, Id<Import>);
void forget_problems(Write&, Id<Import>);
/// The records of one type that a commit made and that something else still refers to.
std::set<std::int64_t> referred_to(const Read&, What, std::int64_t commit);
/// Uploads that wait since before that moment.
std::vector<Import> waiting_since_before(const Read&, Instant);
/// How many lines of orders that commit had taken back and stand again, once it is retracted.
std::int64_t lines_back(const Read&, std::int64_t commit);
/// The day of the newest export of this kind and system that is in.
std::optional<Day> newest_export(const Read&, const std::string& target, const std::string& system);
/// The claim of an import that stands in the minutes of a closed review; nothing where none does.
std::optional<Id<claim::Claim>> claim_in_minutes(const Read&, Id<Import>);
/// One of its claims that was withdrawn since, or whose list others have added to.
std::optional<Id<claim::Claim>> claim_changed_since(const Read&, Id<Import>);
/// Who imported it, or "Accord".
std::string importer_of(const Read&, Id<Import>);
/// Those that a commit took away, and in whose place they have said something since.
std::set<std::int64_t> wishes_said_anew(const Read&, std::int64_t commit);
/// Those that an import brought which was undone since: another import had lifted them, and was undone too.
std::vector<Id<wish::Wish>> wishes_of_undone_imports(const Read&);
/// Blanks the cells of rows that stayed out and name somebody who is erased.
void forget_problems_naming(Write&, const Erasure&);
/// Forgets which names a file used for them.
void forget_answers_naming(Write&, const Erasure&);
std::vector<ImportProblem> problems_of(const Read&, Id<Import>, std::int64_t limit);
/// Imports with refused rows that no later import of the same system and kind has mended.
std::vector<Import> unmended(const Read&, Day as_of);
/// `imports_count_their_problems`, as sentences.
std::vector<std::string> miscounted(const Read&);

}  // namespace accord::importing
