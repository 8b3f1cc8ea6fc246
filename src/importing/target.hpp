// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/write.hpp"

namespace accord::importing {

/// What an import can make.
enum class What : std::uint8_t {
  territory,
  person,
  product,
  channel,
  account,
  contact,
  campaign,
  opportunity,
  activity,
  stage_change,
  spend,
  touchpoint,
  order_line,
  exchange_rate,
  ledger_total,
  wish,  ///< that somebody opted out, which a list of people says beside
  claim,
  claim_item,
  claim_line  ///< a row of a file of claims, which says something of both
};
constexpr std::size_t what_count = 19;
/// What a file of claims makes is put together when all of it is read.
constexpr bool is_of_claims(What what) { return what >= What::claim; }

/// How the engine handles records of one type without knowing its members.
struct RecordType {
  What what;
  std::string_view one, many;  ///< "1 account", "2 accounts"
  TableKind kind;
  const RecordInfo& (*info)();
  std::shared_ptr<void> (*make)();
  std::shared_ptr<void> (*copy)(const void*);
  std::shared_ptr<void> (*load)(const Read&, std::int64_t id);
  std::int64_t (*store)(Write&, void*);  ///< inserts it and returns its id
  void (*change)(Write&, void*);
};

const RecordType& type_of(What);

/// How a column's cells are read.
enum class Reading : std::uint8_t {
  field,          ///< a described field of the record
  reference,      ///< the name of another record
  reference_key,  ///< the other record's identifier in the system of record
  references,     ///< the names of several other records, with semicolons between them
  of_contact,     ///< a described field of the contact that a lead's row is about
  whole_name,     ///< of a person, else first and last name
  currency,       ///< of the row's amounts
  first_name,     ///< joined with `last_name`
  last_name,
  status,  ///< open, won or lost, beside the stage
  won_at,
  lost_at,
  is_won,
  is_closed,
  order_status,  ///< of a line of an order: booked, cancelled, no order yet
  is_deleted,    ///< the row is a record that its system has deleted
  day_of_list,   ///< of a touchpoint whose row does not say when
  call_result,   ///< of a call: some reach nobody
  opted_out,     ///< whether whom the row names does not want to be written to or called
  stage_since,   ///< since when it stands in its present stage
  entered,       ///< since when it stood in the stage that the slot names: `entered:Proposal`
  from_stage,
  rate,     ///< an exchange rate, exactly
  month,    ///< of a ledger total
  measure,  ///< what a ledger total is of, in the words of books
  debit,
  credit,
  period,     ///< of a claim, of spend: a month or a quarter
  first_day,  ///< of the days that one row of spend covers
  last_day,
  claim_number,       ///< that a claim states: of leads a count, else an amount
  claim_amount,       ///< of a row of its list; where the row is the number itself, that
  converted_key,      ///< the opportunity that a lead became
  converted_at,       ///< when it became one
  modified_at,        ///< since when nothing of the record was changed
  lead_campaign,      ///< through which a lead came, by name
  lead_campaign_key,  ///< the same, by its identifier
  user_key,           ///< of a person, who is known by it as by another name
  is_active,          ///< of a person, who has left where it says no
  changed_field,      ///< of a history that tells changes of every field
  refuses_calls,      ///< what a system has on record of a contact, or of whom a lead is about
  refuses_email,
  refuses_mail,
  mobile,         ///< of whom the row is about: their telephone where they have no other
  related_key,    ///< what an activity is about, of the kind that the row says
  related,        ///< the same, by its name
  related_kind,   ///< lead, opportunity, account, contact or campaign
  with_lead_key,  ///< with whom an activity was: a lead or a contact, by identifier
  with_contact_key,
  with_name,     ///< the same, by name
  completed_at,  ///< when an activity was done, beside the day for which it was planned
  work_status,   ///< whether it was done
  direction      ///< of a call
};

/// Something that a column of a file can be.
struct Slot {
  std::string name;  ///< `value`, `account`, `account_key`, `entered`
  std::string sentence;
  Reading reading = Reading::field;
  const FieldInfo* field = nullptr;  ///< of Reading::field, of_contact and every reference
  What refers_to = What::territory;
  bool may_be_negative = false;        ///< of an amount
  std::vector<std::string> headers{};  ///< squeezed names of columns that mean it, best first
};

/// A kind of file: what its rows are, and what its columns can be.
struct Target {
  std::string_view name;   ///< `opportunity`, `lead`, `stage_history`
  std::string_view title;  ///< "Opportunities"
  What what;
  std::vector<Slot> slots;
  std::vector<std::vector<std::string_view>> needs;  ///< of each group one slot must have a column
  std::vector<std::string> marks;                    ///< squeezed headers that only this kind of file has
  /// What must be said of every row, though files are recognised that leave it open: in which direction rates
  /// are told.
  std::vector<std::vector<std::string_view>> asks{};
  std::string_view settled_by{};               ///< a slot that no other kind of file has a column for
  std::vector<std::string_view> identities{};  ///< slots that rows can be matched by, the usual one first

  /// Files of other kinds name such records too: one that names something else besides, which this kind does
  /// not read, is of this kind only by a mark that no file has which merely refers to such a record.
  bool is_named_elsewhere = false;
  /// The slot without which only a mark tells this kind from others; empty: none is asked for.
  std::string_view sure_by{};
  /// Slots that files of people have as well: they say nothing of what the rows are.
  std::vector<std::string_view> beside{};

  const Slot* slot(std::string_view name) const;
};

/// All kinds of file, in the order in which several go in so that references are found.
const std::vector<Target>& targets();
const Target* target_named(std::string_view name);

/// A header without case, spaces, underscores: `Deal - Stage` and `deal_stage` differ only by the hyphen.
std::string squeezed(std::string_view header);

}  // namespace accord::importing
