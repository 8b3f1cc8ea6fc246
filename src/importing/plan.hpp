// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "account/account.hpp"
#include "general_ledger/general_ledger.hpp"
#include "importing/claim_book.hpp"
#include "importing/fact_book.hpp"
#include "importing/fact_spool.hpp"
#include "importing/identity.hpp"
#include "importing/name_book.hpp"
#include "importing/repeats.hpp"
#include "importing/union.hpp"

namespace accord::funnel {
struct Opportunity;
}
namespace accord::order {
struct OrderLine;
}
namespace accord::touchpoint {
struct Touchpoint;
}

namespace accord::importing {

/// One record that the import makes or changes.
struct PlannedRecord {
  What what = What::opportunity;
  std::int64_t id = 0;             ///< of a stored record; a new one has its place in the plan, negative
  std::shared_ptr<void> record;    ///< ids in it may be negative until the plan is carried out
  std::shared_ptr<void> before{};  ///< nothing of a new one
  std::int64_t line = 0;           ///< that made it, or changed it last
  bool is_new() const { return id < 0; }
};

/// A row that stays out, with everything that is wrong with it.
struct RefusedRow {
  std::int64_t line = 0;
  std::vector<std::string> cells;
  std::vector<Problem> problems;
  std::vector<Asked> asked{};  ///< beside each problem, the question it waits for
};

/// A name in the file that nearly matches a known one.
struct NearName {
  What what = What::product;
  std::string name, known;
  Likeness likeness = Likeness::same;
  std::int64_t rows = 0;
};

/// A name in the file that the user said is a known record's.
struct OtherName {
  What what = What::product;
  std::string name;
  std::int64_t id = 0;
};

/// An exchange rate that stands (line 0), or that a line tells.
struct ToldRate {
  std::string base, quote;
  Day day;
  std::int64_t line = 0, trillionths = 0;
};

/// Which of them are far from the one before of the same two currencies, as problems.
std::vector<Problem> far_rates(std::vector<ToldRate>, const std::string& column);

/// What a file would do; pure, until it is carried out.
struct Plan {
  std::vector<PlannedRecord> records;
  FactSpool reported;  ///< facts of the target's kind that newer reports can replace
  const RecordType* reported_are = nullptr;
  std::vector<PlannedRecord> first_reported;  ///< the first of them again, for whoever looks at the plan
  std::vector<RefusedRow> refused;
  std::vector<Problem> doubtful;          ///< rows that go in, though what they say can hardly be right
  std::vector<Problem> there_already;     ///< rows that say again, in other words, what stands
  std::vector<NearName> near_names;       ///< that are open: their rows are among the refused
  std::map<Asked, std::int64_t> waiting;  ///< how many rows wait for which answer
  std::vector<OtherName> other_names;
  std::vector<std::int64_t>
      replaced;  ///< facts of the target's kind that stand no more: the file tells them anew
  std::vector<std::int64_t> outdated;   ///< that stood no more, and shall not when an older import is undone
  std::vector<std::int64_t> overruled;  ///< observations of stages that a day in the file contradicts
  std::vector<std::int64_t> coarser;    ///< changes known by their day, of which the file tells the moment
  std::vector<std::int64_t>
      overruled_before;              ///< that stood no more, and shall not when that import is undone
  std::set<std::int64_t> placed;     ///< new stage changes that say those again, before that day
  std::vector<std::int64_t> lifted;  ///< wishes that the system that said so has no more
  std::vector<Union> united;
  std::vector<MovedStage> moved_stages;
  std::set<std::string> unknown_owners;  ///< by their identifiers: no file of users has said who they are
  std::map<What, std::set<std::string>> unknown_keys;  ///< of which records their own file has yet to come
  std::vector<std::string> worked_on_both;  ///< leads whose rows wait for the answer that they are one with
                                            ///< their opportunities
  std::int64_t beside_leads = 0;            ///< deals that may have come of leads beside which they stand
  std::int64_t rows = 0, unchanged = 0, deleted = 0;
  std::int64_t cancelled = 0;   ///< rows of cancelled orders that take nothing back
  std::int64_t taken_back = 0;  ///< of `replaced`: what rows cancelled, with nothing in its place
  std::int64_t not_yet = 0;     ///< rows that are no orders yet
  struct UnknownStatus {
    std::string word;
    std::int64_t rows = 0;  ///< that wait for what it means
  };
  std::map<std::string, UnknownStatus> unknown_statuses;  ///< by how they are written plainly
  std::int64_t unreached = 0;                             ///< calls that reached nobody
  std::int64_t attempts = 0;                              ///< logged ones that did, which go in as tasks
  std::int64_t restated = 0;                              ///< claims that stand and are stated anew
  std::int64_t about_none = 0;    ///< activities that go in about no lead or opportunity
  std::int64_t not_done = 0;      ///< that were planned, and are not done
  std::int64_t unmet = 0;         ///< rows of lists that mean no lead or opportunity
  std::int64_t open_leads = 0;    ///< rows about somebody with an open lead, which is taken
  std::int64_t erased = 0;        ///< rows that name somebody whose personal data was erased
  std::vector<ToldClaim> claims;  ///< that the file tells, whether they are news or not
  std::optional<Day> as_of;       ///< given, or the latest day in the file
  std::vector<LeftOutLine> left_out;
  std::optional<Problem> failure;  ///< why the file broke off; what was read before it is good

  std::int64_t created(What) const;
  std::int64_t updated(What) const;
  /// Takes back everything that it would store.
  void store_nothing();
  std::int64_t to_store() const { return static_cast<std::int64_t>(records.size()) + reported.size(); }
  bool changes_nothing() const {
    return to_store() == 0 && other_names.empty() && replaced.empty() && lifted.empty() && united.empty();
  }
  const PlannedRecord& made(std::int64_t id) const { return records[static_cast<std::size_t>(-id - 1)]; }
};

/// The described fields in which two records of one type differ.
std::vector<const FieldInfo*> differences(const RecordInfo&, const void* a, const void* b);

/// Reads a file's rows one by one and works out what each makes and changes.
class Planner {
 public:
  struct Setting {
    const Target* target = nullptr;
    std::string system;
    Formats formats;
    Answers answers;
    Day today;
    std::optional<Currency> currency{};               ///< the company's; before there is one, the file's
    std::optional<Id<people::Person>> person{};       ///< who imports; nothing: by command
    Side side = Side::none;                           ///< theirs
    std::optional<Id<territory::Territory>> limit{};  ///< of whoever sees one alone: firms are made there
    std::string file{};                               ///< its name
    std::vector<Repeat> repeats{};                    ///< its rows that stand twice
  };
  Planner(Setting setting, std::vector<Use> uses, Known& known);

  void add(const Row& row);
  Plan finish();

  // For the rules of each kind of record.
  const Setting& setting() const { return setting_; }
  /// The record as the plan leaves it: planned, or stored; nothing where there is none.
  const void* record(What, std::int64_t id);
  /// The same, to be changed by this row.
  std::shared_ptr<void>& changeable(What, std::int64_t id, std::int64_t line);
  /// Of an account that turned out to be another one, that one.
  Id<account::Account> account_that_stays(Id<account::Account>);
  NameBook& book(What);
  /// A day on which the system of record was alive; the latest stands for the day of the export.
  void saw(Day day);
  void count_attempt() { ++plan_.attempts; }
  /// Notes that the row goes in, though what it says can hardly be right.
  void doubt(const Line&, const Use*, std::string reason, std::string remedy);
  /// Notes the line's order: where it comes to less than zero in the end, that is told.
  void note_order(const Line&, const order::OrderLine&);
  /// The line that told the total before; nothing where this one is the first.
  std::optional<std::int64_t> told_before(const general_ledger::LedgerTotal&, std::int64_t line);
  /// Plans the fact unless it stands already, or is planned already. One that is only known to have happened
  /// before the export gets the export's day.
  void add_stage_change(fact::StageChange change, std::int64_t line);
  /// It came to its present stage then, which the file tells anew: what older exports saw of it later is
  /// overruled, and what they saw of other stages was before.
  void overrule_observations(const fact::StageChange& present, std::int64_t line);
  /// The same, of what was only seen, on a day that the file tells.
  void add_seen(fact::StageChange change, std::int64_t line);
  /// The stages that it is known to have come to, those of whatever is one journey with it among them.
  std::vector<KnownStage> stages_of(std::int64_t opportunity);
  /// Whether a lead's row is of another lead than the one that the journey began with: two leads may have
  /// become one opportunity.
  bool is_of_another_lead(const Line&, const funnel::Opportunity&) const;
  /// Whether the file is a list of leads that no system of record keeps: what it makes is Accord's own, and
  /// what is known of a lead already stands.
  bool is_of_own_list() const { return is_lead() && setting_.system.empty(); }
  /// What an activity is about, where its row names no opportunity of its own.
  void say_about(Line&, fact::Activity&);
  /// Whether a later change into another stage is known already, and stands.
  bool stood_elsewhere_later(std::int64_t opportunity, const std::string& stage, Instant at);

 private:
  /// A row's record while it is not yet known whether the row goes in.
  struct Draft {
    std::int64_t id = 0;  ///< 0: to be made
    std::shared_ptr<void> record, before;
    std::int64_t lead = 0, deal = 0;  ///< where these two records are one journey; else both 0
    bool is_of_two() const { return lead != 0; }
  };
  /// A reference that a row names.
  struct Wanted {
    const FieldInfo* field = nullptr;
    What what = What::account;
    const Use *name_use = nullptr, *key_use = nullptr;
    std::optional<std::int64_t> id{};
    std::string name{}, key{}, email{};
    const Use* use() const { return name_use != nullptr ? name_use : key_use; }
  };

  struct LeftStage;
  /// Whether a name is compared with those that this file makes as well.
  enum class Among : std::uint8_t { stored, stored_and_planned };
  /// Whether a contact found by address may have an identifier already.
  enum class Keyed : std::uint8_t { not_yet, also };

  void sum_orders();
  void tell_refunds();
  bool is_of_forgotten(const Draft&);
  bool is_left_alone(const Draft&);
  std::optional<std::int64_t> find_journey(Line&);
  std::optional<std::int64_t> find_deal_of(const std::string& lead);
  std::optional<std::int64_t> one_of(Line&, std::int64_t lead, std::int64_t deal);
  bool may_join(Line&, std::int64_t lead, std::int64_t deal);
  std::string lead_in(const Line&);
  std::vector<std::string> contacts_named(const Line&);
  void tell_apart(const Line&, const Draft&);
  bool is_of_other(std::int64_t opportunity, const std::string& key);
  std::shared_ptr<void> both(const Draft&);
  void keep_keys_apart(Line&, const Draft&);
  void unite(const Draft&);
  void add_where_it_stands(const Draft&, std::size_t told, std::int64_t line);
  bool is_contact_alone(Line&);
  void keep_contact(Line&);
  void learn_user(const Line&, std::int64_t person);
  void name_inquirer(Line&, std::vector<Wanted>&);
  void take_stage_change(const fact::StageChange&, Line&);
  void overrule_coarser(const fact::StageChange&);
  void tell_first_stages();
  void tell_first_stage(const LeftStage&, const std::set<std::string>& stages);
  void add_told(const fact::StageChange&, std::int64_t line);
  bool is_repeated(Line&);
  bool is_not_done(const Line&);
  bool keep_activity(const Line&, const Draft&);
  std::optional<std::int64_t> lead_or_opportunity(const std::string& key);
  std::optional<std::int64_t> journey_on(std::int64_t contact, Day);
  void say_related(Line&, fact::Activity&, std::vector<std::int64_t>& contacts);
  std::vector<std::int64_t> contacts_met(Line&, fact::Activity&);
  std::optional<std::int64_t> find_contact(Line&, Keyed);
  std::optional<std::int64_t> find_erased_contact(Line&);
  std::optional<std::int64_t> find_lead_of_contact(Line&);
  std::optional<std::int64_t> find_own_lead(Line&);
  std::optional<std::int64_t> find_inquirer(Line&);
  std::optional<std::int64_t> find_by_number(Line&);
  std::optional<std::int64_t> find_without_firm(Line&);
  std::vector<NamedContact> with_number(const std::string& plain);
  void begin_on_earliest(Line&, const Draft&);
  void learn_inquirer(const Line&, const Draft&);
  void recognise_inquirer(Line&, std::vector<Wanted>&);
  void look_up_campaign(Line&);
  void take_campaign(Line&, const Draft&);
  void take_channel_of_platform(Line&, const Draft&);
  std::int64_t channel_called(Line&, const std::vector<std::string>& names);
  bool note_touch(Line&, const Draft&);
  bool was_scanned(Line&, const touchpoint::Touchpoint&);
  void tell_scanned(const Line&, const touchpoint::Touchpoint&, Day, const std::string& where);
  void learn_key_of_account(const Line&, const Draft&, const Wanted&);
  bool is_lead() const { return setting_.target->name == "lead"; }
  std::optional<std::int64_t> find_erased(What, const std::string& name, std::int64_t scope = 0);
  std::optional<std::int64_t> find_by_choice(Line&);
  bool refuse_shared(Line&, What, const Use*, const std::string& name);
  std::string key_in(const Line&, const Use*) const;
  std::string chosen_in(const Line&) const;
  std::optional<Draft> identify(Line&);
  std::optional<std::int64_t> find_known(Line&);
  std::optional<std::int64_t> find_by_name(Line&, const std::string& key);
  void read_fields(Line&, Draft&);
  std::vector<Wanted> look_up(Line&);
  void look_up(Line&, Wanted&);
  void look_up_user(Wanted&);
  bool refuse_of_other_system(Line&, const Wanted&);
  void look_up_inquirer(Line&, std::vector<Wanted>&);
  void look_up_reached(Line&, std::vector<Wanted>&);
  void refuse_unseen(Line&, std::vector<Wanted>&);
  bool refuse_unseen(Line&, Wanted&, bool has_account);
  std::optional<std::int64_t> contact_meant(const std::vector<Wanted>&);
  void keep_out_opted(Line&, const touchpoint::Touchpoint&, const std::vector<Wanted>&);
  void plan_opt_out(const Line&, wish::Medium, std::int64_t contact, Instant at);
  void plan_refusal(const wish::Wish& told, std::int64_t line);
  std::optional<std::int64_t> whom_it_is_about(const Draft&) const;
  void hear_wishes(Line&, std::int64_t contact, bool is_else_unchanged);
  void plan_wishes();
  std::optional<std::int64_t> look_up_name(Line&, What, const Use*, const std::string& name, Among);
  std::int64_t take_for(What, const std::string& name, std::int64_t id);
  void point(Line&, Draft&, const Wanted&);
  std::int64_t make_named(Line&, const Wanted&, std::int64_t scope);
  std::int64_t push(What, std::shared_ptr<void> record, std::int64_t line);
  bool keep(Line&, Draft&);
  void keep_reported(Line&, Draft&);
  FactBook& book_of_reported(const Line&);
  bool is_without_line(Line&);
  void take_without_line(Line&, FactBook::Without);
  void point_at_known(Line&, void* record);
  void tell_without_lines(const FactBook::Settled&);
  void look_at_standing();
  void settle_reported();
  void leave_out_of_claim(const Row&, claim::ClaimLine said, const std::vector<Wanted>&);
  std::string header_of(std::string_view slot) const;
  void plan_claims();
  void plan_claim(const ToldClaim&);
  void enter(What, std::int64_t id, const void* record);
  void refuse(const Row&, const std::vector<Problem>&, const std::vector<Asked>&);
  void set_days_of_export();
  void doubt_rates();

  Setting setting_;
  std::vector<Use> uses_;
  Known& known_;
  const RecordType& type_;
  Plan plan_;
  std::vector<std::optional<NameBook>> books_;
  std::vector<std::unordered_map<std::int64_t, std::size_t>> opened_;  ///< stored records the plan changes
  std::vector<std::unordered_map<std::int64_t, std::shared_ptr<void>>> loaded_;
  std::size_t next_repeat_ = 0;
  using NumberOf = std::pair<std::string, std::int64_t>;
  std::unordered_map<std::string, std::set<NumberOf>> numbers_;  ///< whose they are by a list's lines
  std::unordered_map<std::int64_t, std::int64_t> own_leads_;     ///< that its lines made, by contact
  std::optional<Wanted> campaign_;                               ///< through which the lead of the row came
  std::set<std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int32_t>> touches_;
  /// Who of the file was scanned for which campaign on which day: the first row that says so.
  struct Scanned {
    std::int64_t line = 0;
    Instant at;
    fact::Precision precision = fact::Precision::moment;
  };
  std::map<std::tuple<std::int64_t, std::int64_t, std::int32_t>, Scanned> scanned_;
  std::unordered_map<std::string, bool> stage_changes_;
  std::set<std::int64_t> overruled_;
  std::set<std::int64_t> dated_;  ///< new observations whose day is told, so that it is not the export's
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> united_;  ///< what is gone, by what is kept
  std::unordered_map<std::int64_t, std::optional<Instant>> moved_;
  std::pair<std::int64_t, std::int64_t> two_{};  ///< the lead and the opportunity that the row makes one
  /// The first changes of a history's journey, which wait for the end: what comes before them is told by the
  /// stage that they left.
  struct LeftStage {
    fact::StageChange change;
    std::string from;
    std::int64_t line = 0;
  };
  struct ToldHistory {
    std::vector<LeftStage> first;
    std::set<std::string> stages;  ///< to which the journey came
  };
  std::unordered_map<std::int64_t, ToldHistory> histories_;
  std::vector<std::int64_t> in_order_;  ///< of their first rows
  std::map<std::pair<What, std::string>, NearName> near_names_;
  /// What the lines of one order come to, and the last line that gives back, else the first.
  struct OrderSum {
    Money money;
    bool is_ordered = false, was_ordered = false;  ///< stands; did, and does not
    Problem told{};
  };
  std::map<std::string, OrderSum> orders_;
  std::set<std::pair<wish::Medium, std::int64_t>> opt_outs_;  ///< that rows said already
  /// What the system has on record of a contact.
  struct ToldWish {
    bool refuses = false, is_else_unchanged = false;
    std::string words, source;
    std::optional<Instant> at;  ///< nothing: the day of the export
    std::int64_t line = 0;
  };
  std::map<std::pair<wish::Medium, std::int64_t>, std::vector<ToldWish>> told_wishes_;
  /// A row of an order that is cancelled, or none yet.
  struct WithoutLine {
    FactBook::Without why = FactBook::Without::cancelled;
    Problem told{};
  };
  std::vector<WithoutLine> without_lines_;
  std::optional<FactBook> facts_;  ///< where the file's rows are reported facts
  std::vector<ToldRate> rates_;    ///< that stand, and that the file tells
  using TotalOf = std::pair<std::int32_t, general_ledger::Measure>;
  std::map<TotalOf, std::int64_t> totals_;           ///< their lines
  std::map<TotalOf, std::int64_t> standing_totals_;  ///< their ids
  ClaimBook claims_;
  std::optional<Day> latest_;
  bool names_erased_ = false;  ///< the row that is read names somebody who was erased
};

/// Whether an import leaves a record as it is, whatever its row says.
enum class Keeping : std::uint8_t { taken, ours, erased };
Keeping keeping_of(What, const void* before);

/// The rules of one kind of record. The first adds what is wrong with a row and what follows from its fields;
/// the second, once the row goes in and its record has an id, what follows from its references.
void check_row(Planner&, Line&, void* record, const void* before);
void complete_row(Planner&, Line&, void* record, const void* before);
/// The same of facts, which have no earlier state.
void check_fact(Planner&, Line&, void* record);
void complete_fact(Planner&, Line&, void* record);
/// Whose number it is, of when, and how much.
void check_claim_line(const Planner&, Line&, claim::ClaimLine&);
/// The column that identifies whom a row is about; HubSpot's leads are contacts.
const Use* own_key_of_contact(const Planner&, const Line&);
/// What a row says of the contact whom it is about, and what of that becomes of a contact.
account::Contact contact_in(Line&);
/// The mobile number, where the row has no other.
void take_mobile(Line&, account::Contact&);
std::string phone_in(const Line&);
void complete_contact(Planner&, Line&, Id<account::Contact>, std::optional<Id<account::Account>> firm = {});
/// What a row that makes no line of an order would have been, as far as it can be read.
void read_without_line(Planner&, Line&, order::OrderLine&);
/// What the row leaves out, its opportunity says.
void complete_from_opportunity(Planner&, order::OrderLine&);
/// Whether the file is a list of whom something reached: of one day, or with their addresses or names in
/// parts.
bool is_list_of_people(const Line&);
/// Whether the row of a history tells of something else than where it came to.
bool says_no_change(const Line&);
/// When an activity was, and what it was.
void check_activity(Planner&, Line&, fact::Activity&);
/// Whether the row is a call that nobody answered: no touchpoint.
bool is_unreached(const Line&);
/// Whether a logged call reached nobody: voicemail and messages left with others are among them.
bool is_attempt(const Line&);
/// A list that no system keeps says of a lead that is known only what its record leaves open, and nothing of
/// one that another system keeps: where it stands, whoever moves it says.
void keep_what_is_known(funnel::Opportunity& read, const funnel::Opportunity& before);
/// What follows from the name of a record of which nothing else is known.
void complete_named(What, void* record);
void record_stage_changes(Planner&, Line&, std::int64_t id, const void* record, const void* before);

}  // namespace accord::importing
