// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "base/text.hpp"
#include "importing/cell_text.hpp"
#include "importing/journey_pass.hpp"

namespace accord::importing {
namespace {

using kernels::touch_mark::by_sales, kernels::touch_mark::is_direct, kernels::touch_mark::of_a_day;

/// A touch of a day stands at its beginning, a conversion of a day at its end: what met the customer that day
/// may have led to it.
struct Touch {
  std::int64_t ms = 0;
  std::uint32_t account = 0, key = 0;
  std::uint8_t marks = 0;
};

struct Conversion {
  std::int64_t ms = 0, minor = 0;
  std::uint32_t account = 0;
  bool is_of_a_day = false;
  bool is_taken_back = false;  ///< by refunds, all of it
};

/// Both files of a log, row after row.
struct Gathered {
  NumberedNames accounts;
  ChannelNames channels;
  std::vector<Touch> touches;
  std::vector<Conversion> conversions;
  bool has_own_conversions = false;  ///< they stand in a file of their own
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](auto each) { return equals_ignoring_case(word, each); });
}

class LogRows final : public JourneyRows {
 public:
  LogRows(const JourneySource& source, Journeys& result, Gathered& log)
      : JourneyRows(source, result), log_(log) {}

  void take(const Row& row) override {
    const auto who = trimmed_cell(cell(row, JourneyRole::account));
    if (who.empty())
      return refuse(row, JourneyRole::account, "The cell is empty.", "Say who was touched, or converted.");
    const auto at = value(row, JourneyRole::time, cells_.moment(cell(row, JourneyRole::time)),
                          "Say when it happened: a day or a moment.");
    const auto what = at ? what_of(row) : std::nullopt;
    if (!what) return;
    Touch touch{at->ms, 0, 0, 0};
    if (what->is_touch && !take_channel(row, touch)) return;
    std::optional<std::int64_t> minor = 0;
    if (what->is_conversion) minor = value_of(row);
    if (!minor || begins_anew()) return;
    const auto account = log_.accounts.number_of(who);
    touch.account = account;
    if (at->is_of_a_day) touch.marks |= of_a_day;
    if (what->is_touch) touches_.push_back(touch);
    if (what->is_conversion)
      conversions_.push_back(
          {at->ms + (at->is_of_a_day ? ms_per_day - 1 : 0), *minor, account, at->is_of_a_day});
  }

  void end() override {
    log_.touches.insert(log_.touches.end(), touches_.begin(), touches_.end());
    log_.conversions.insert(log_.conversions.end(), conversions_.begin(), conversions_.end());
  }

 private:
  struct What {
    bool is_touch, is_conversion;
  };

  bool has(JourneyRole role) const { return source_.columns.place(role).has_value(); }

  /// 1. In a file of conversions each row is one. 2. Where a column says whether a touch converted, each row
  /// is a touch, but a conversion that names no channel. 3. Else the row's kind says it. 4. Else each row is
  /// a touch. Beside a file of conversions, in which they are told, rows are touches of whatever kind.
  std::optional<What> what_of(const Row& row) {
    if (source_.columns.kind == JourneyFileKind::conversions) return What{false, true};
    if (has(JourneyRole::conversions) && !log_.has_own_conversions) return what_by_flag(row);
    if (!has(JourneyRole::kind)) return What{true, false};
    const auto kind = trimmed_cell(cell(row, JourneyRole::kind));
    const bool is_conversion =
        is_one_of(kind, {"c", "conversion", "convert", "converted", "purchase", "order", "sale"});
    if (log_.has_own_conversions && is_conversion) {
      refuse(row, JourneyRole::kind, "It is a conversion, and --conversions names a file of them.",
             "Leave the row out, or --conversions.");
      return std::nullopt;
    }
    if (is_conversion) return What{false, true};
    if (log_.has_own_conversions || is_one_of(kind, {"t", "touch", "touchpoint", "impression", "click",
                                                     "visit", "call", "email", "demo"}))
      return What{true, false};
    refuse(row, JourneyRole::kind, in_quotes(kind) + " is neither a touch nor a conversion.",
           "Write touch or conversion.");
    return std::nullopt;
  }

  std::optional<What> what_by_flag(const Row& row) {
    const auto text = cell(row, JourneyRole::conversions);
    if (trimmed_cell(text).empty()) return What{true, false};
    const auto flag = value(row, JourneyRole::conversions, read_boolean(text), "");
    if (!flag) return std::nullopt;
    // A conversion that names no channel was met by none: it is no touch.
    const bool has_channel = !trimmed_cell(cell(row, JourneyRole::channel)).empty();
    return What{has_channel || !*flag, *flag};
  }

  bool take_channel(const Row& row, Touch& touch) {
    const auto channel = trimmed_cell(cell(row, JourneyRole::channel));
    if (channel.empty()) {
      refuse(row, JourneyRole::channel, "The cell is empty.", "Name the channel of the touch.");
      return false;
    }
    const auto side = trimmed_cell(cell(row, JourneyRole::side));
    const bool is_of_sales = equals_ignoring_case(side, "sales");
    if (!is_of_sales && !side.empty() && !equals_ignoring_case(side, "marketing")) {
      refuse(row, JourneyRole::side, in_quotes(side) + " is neither sales nor marketing.",
             "Write one of them, or leave the cell empty.");
      return false;
    }
    const auto direct = read_boolean(cell(row, JourneyRole::is_direct));
    if (direct.is_refused()) {
      refuse(row, JourneyRole::is_direct, direct.reason, direct.remedy);
      return false;
    }
    touch.marks = static_cast<std::uint8_t>((is_of_sales ? by_sales : 0) |
                                            (direct.value.value_or(false) ? is_direct : 0));
    touch.key = log_.channels.key_of(channel);
    return true;
  }

  std::optional<std::int64_t> value_of(const Row& row) {
    if (!has(JourneyRole::value)) return 0;
    return value(row, JourneyRole::value, cells_.amount(cell(row, JourneyRole::value)),
                 "Write what the conversion brought; 0 where it brought nothing.");
  }

  Gathered& log_;
  std::vector<Touch> touches_;
  std::vector<Conversion> conversions_;
};

/// By account, then by time; of the same time in the order of the file. Returns where each account begins.
template <class T>
std::vector<std::uint64_t> sort_by_account(std::vector<T>& all, std::size_t accounts) {
  std::vector<std::uint64_t> from(accounts + 1);
  for (const auto& one : all) ++from[one.account + 1];
  for (std::size_t i = 1; i < from.size(); ++i) from[i] += from[i - 1];
  std::vector<T> sorted(all.size());
  auto next = from;
  for (const auto& one : all) sorted[next[one.account]++] = one;
  all = std::move(sorted);
  const auto is_earlier = [](const T& a, const T& b) { return a.ms < b.ms; };
  for (std::size_t account = 0; account < accounts; ++account) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from[account]),
               end = all.begin() + static_cast<std::ptrdiff_t>(from[account + 1]);
    if (!std::is_sorted(begin, end, is_earlier)) std::stable_sort(begin, end, is_earlier);
  }
  return from;
}

/// What all touches of a channel are; where they differ, it is said.
void mark_channels(const Gathered& log, std::span<const std::uint32_t> become, Journeys& result) {
  std::vector<std::optional<std::uint8_t>> marks(result.channels.size());
  for (const auto& touch : log.touches) {
    const auto own = static_cast<std::uint8_t>(touch.marks & (by_sales | is_direct));
    auto& of_channel = marks[become[touch.key]];
    if (!of_channel) of_channel = own;
    if (*of_channel == own || result.why_marks_differ) continue;
    result.why_marks_differ = "the touches of \"" + result.channels[become[touch.key]] +
                              "\" are not all of one side, or not all direct";
  }
  for (const auto& of_channel : marks) result.marks.push_back(of_channel.value_or(0));
}

/// The newest order of which exactly as much is left, else the newest of which more is; else the end.
std::span<Conversion>::reverse_iterator fitting(std::span<Conversion> before, std::int64_t minor) {
  auto covering = before.rend();
  for (auto order = before.rbegin(); order != before.rend(); ++order) {
    if (order->minor == minor) return order;
    if (covering == before.rend() && order->minor > minor) covering = order;
  }
  return covering;
}

void take(Conversion& order, std::int64_t& minor) {
  const auto taken = std::clamp<std::int64_t>(order.minor, 0, minor);
  order.minor -= taken;
  order.is_taken_back = order.minor == 0 && (taken > 0 || order.is_taken_back);
  minor -= taken;
}

/// Takes an amount off the orders of one account before a place: off one of which as much is left, else off
/// one after the other, the newest first. Gives what is left of it.
std::int64_t take_off(std::span<Conversion> before, std::int64_t minor) {
  const auto one = fitting(before, minor);
  if (one != before.rend()) take(*one, minor);
  for (auto order = before.rbegin(); order != before.rend() && minor > 0; ++order) take(*order, minor);
  return minor;
}

/// A conversion of less than nothing is a refund: it closes no journey, and takes back what an order before
/// it of the same account has brought. What nothing is left of is no conversion either: it closes no journey.
/// All are sorted by account and time.
void take_back(std::vector<Conversion>& all, Journeys& result) {
  std::vector<Conversion> kept;
  std::int64_t refunds = 0, of_nothing = 0;
  std::size_t account_from = 0;
  for (const auto& conversion : all) {
    if (!kept.empty() && kept.back().account != conversion.account) account_from = kept.size();
    if (conversion.minor >= 0) {
      kept.push_back(conversion);
      continue;
    }
    ++refunds;
    const bool has_orders = account_from < kept.size() && kept.back().account == conversion.account;
    const auto before = std::span(kept).subspan(has_orders ? account_from : kept.size());
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    if (take_off(before, -std::max(conversion.minor, -most)) > 0) ++of_nothing;
  }
  if (refunds == 0) return;
  const auto whole = std::erase_if(kept, [](const Conversion& order) { return order.is_taken_back; });
  all = std::move(kept);
  result.notes.push_back(counted(refunds, "row is", "rows are") +
                         " below zero: a refund is no conversion, and takes its amount off the newest order "
                         "before it of which exactly as much is left, else of which more is, else off one "
                         "after the other, the newest first." +
                         (of_nothing == 0 ? std::string()
                                          : " " + counted(of_nothing, "of them takes", "of them take") +
                                                " back more than was ordered before; the rest of it counts "
                                                "nowhere.") +
                         (whole == 0
                              ? std::string()
                              : " " + counted(static_cast<std::int64_t>(whole), "order is", "orders are") +
                                    " wholly taken back: no conversion, and the end of no journey."));
}

void group(Gathered& gathered, Journeys& result) {
  const auto become = gathered.channels.sort_into(result);
  mark_channels(gathered, become, result);
  auto& log = result.log;
  log.touches_from = sort_by_account(gathered.touches, gathered.accounts.size());
  sort_by_account(gathered.conversions, gathered.accounts.size());
  take_back(gathered.conversions, result);
  log.conversions_from = sort_by_account(gathered.conversions, gathered.accounts.size());
  for (const auto& touch : gathered.touches) {
    log.touch_ms.push_back(touch.ms);
    log.touch_key.push_back(become[touch.key]);
    log.touch_marks.push_back(touch.marks);
  }
  for (const auto& conversion : gathered.conversions) {
    log.conversion_ms.push_back(conversion.ms);
    log.conversion_minor.push_back(conversion.minor);
    log.conversion_is_of_a_day.push_back(conversion.is_of_a_day ? 1 : 0);
  }
}

/// Whether the file holds conversions beside its touches.
bool has_conversions(const JourneySource& source) {
  return source.columns.place(JourneyRole::kind) || source.columns.place(JourneyRole::conversions);
}

std::optional<FileProblem> nothing_converts(const JourneySource& touches) {
  return FileProblem{
      touches.file.name,
      {0, "", "It is a log of touchpoints, and nothing in it says what converted.",
       "Name the file of conversions (customer_id, timestamp, value): --conversions FILE; or add "
       "a column kind that says of each row touch or conversion.",
       ProblemKind::header_missing}};
}

}  // namespace

void read_log(JourneySource& touches, JourneySource* conversions, const JourneyAnswers& answers,
              Journeys& result) {
  result.is_log = true;
  if (conversions == nullptr && !has_conversions(touches)) result.failure = nothing_converts(touches);
  Gathered log;
  log.has_own_conversions = conversions != nullptr;
  for (auto* source : {&touches, conversions}) {
    if (source == nullptr || result.failure) continue;
    const auto problem = read_rows(*source, answers, result, [&](Journeys& into) {
      return std::make_unique<LogRows>(*source, into, log);
    });
    if (problem) result.failure = FileProblem{source->file.name, *problem};
  }
  if (result.failure) return;
  const auto& with_values = conversions != nullptr ? *conversions : touches;
  result.has_values = with_values.columns.place(JourneyRole::value).has_value();
  if (!touches.columns.place(JourneyRole::side))
    result.why_no_sides = "no column says which touches are of sales";
  if (!touches.columns.place(JourneyRole::is_direct))
    result.why_no_direct = "no column says which touches are direct";
  group(log, result);
}

}  // namespace accord::importing
