// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_met.hpp"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>

#include "db/row_picker.hpp"
#include "roi/roi_keys.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

using touchpoint::TouchColumns;

/// Names that many rows say again.
class Names {
 public:
  explicit Names(const Read& read) : read_(read) {}

  void put(const TouchColumns& touches, std::size_t i, MetTouch& row) {
    const auto channel = touches.channel(i), campaign = touches.campaign(i);
    if (row.account)
      row.account_name =
          kept(accounts_, row.account->number, [&] { return name_of_account(read_, *row.account); });
    if (channel != 0)
      row.channel_name = kept(channels_, channel, [&] { return name_of_channel(read_, channel); });
    if (campaign != 0)
      row.campaign_name = kept(campaigns_, campaign, [&] { return name_of_campaign(read_, campaign); });
  }

 private:
  using Known = boost::unordered_flat_map<std::int64_t, std::string>;

  template <class F>
  static const std::string& kept(Known& known, std::int64_t number, F name) {
    const auto found = known.find(number);
    return found != known.end() ? found->second : known.emplace(number, name()).first->second;
  }

  const Read& read_;
  Known accounts_, channels_, campaigns_;
};

MetTouch row_of(const TouchColumns& touches, std::size_t i) {
  MetTouch row;
  row.id = {touches.row[i]};
  row.at = touches.at(i);
  row.precision = touches.precision(i);
  row.kind = touches.kind(i);
  row.side = touches.side(i);
  if (touches.account[i] != 0) row.account = Id<account::Account>{touches.account[i]};
  return row;
}

/// Goes through those that count for the line, each with its place among all.
template <class F>
void each_met(const Read& read, const Question& question, Key key, F use) {
  const Keys keys(read, question.by);
  const Kept kept(read, question.only);
  const auto from = start_of(question.from).ms, end = start_of(question.until + 1).ms;
  const auto all = touchpoint::touches(read);
  std::size_t place = 0;
  all->each([&](const TouchColumns& touches, std::size_t i) {
    const auto own = place++;
    if (touches.clock_ms[i] < from || touches.clock_ms[i] >= end) return;
    if (key != everything && keys.met(touches, i) != key) return;
    if (kept.is_all() || kept.met(touches, i)) use(touches, i, own);
  });
}

constexpr std::array named_fields{"account_name", "channel_name", "campaign_name"};

}  // namespace

Listed<MetTouch> touchpoints_of(const Read& read, const Question& question, Key key,
                                const ListRequest& request) {
  RowPicker picker(info_of<MetTouch>(), people::by_company_days(read, request));
  Names names(read);
  const bool takes_names =
      std::ranges::any_of(named_fields, [&](const char* name) { return picker.asks_about(name); });
  each_met(read, question, key, [&](const TouchColumns& touches, std::size_t i, std::size_t place) {
    auto row = row_of(touches, i);
    if (takes_names) names.put(touches, i, row);
    picker.show(&row, place);
  });
  auto picked = picker.picked();
  boost::unordered_flat_map<std::size_t, std::size_t> wanted;
  for (std::size_t i = 0; i < picked.places.size(); ++i) wanted[picked.places[i]] = i;
  Listed<MetTouch> page{std::vector<MetTouch>(picked.places.size()), std::move(picked.next), picked.total};
  each_met(read, question, key, [&](const TouchColumns& touches, std::size_t i, std::size_t place) {
    const auto found = wanted.find(place);
    if (found == wanted.end()) return;
    auto& row = page.items[found->second];
    row = row_of(touches, i);
    names.put(touches, i, row);
  });
  return page;
}

}  // namespace accord::roi
