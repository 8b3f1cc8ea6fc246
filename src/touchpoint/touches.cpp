// SPDX-License-Identifier: Apache-2.0
#include "touchpoint/touches.hpp"

#include <algorithm>

namespace accord::touchpoint {

static_assert(static_cast<unsigned>(TouchKind::other) < 16,
              "a touchpoint's marks have four bits for its kind");

namespace {

bool has(const std::vector<std::uint32_t>& sorted, std::uint32_t account) {
  return !sorted.empty() && std::ranges::binary_search(sorted, account);
}

}  // namespace

bool Frame::is_hidden(std::uint32_t account) const { return has(hidden, account); }

TouchColumns TouchColumns::part(std::size_t from, std::size_t count) const {
  return {clock_ms.subspan(from, count),     row.subspan(from, count),
          account.subspan(from, count),      contact.subspan(from, count),
          own_campaign.subspan(from, count), own_channel.subspan(from, count),
          person.subspan(from, count),       east_minutes.subspan(from, count),
          marks.subspan(from, count),        today};
}

void TouchTable::reserve(std::size_t count) {
  for (auto* column : {&clock_ms_, &row_}) column->reserve(count);
  for (auto* column : {&account_, &contact_, &campaign_, &channel_, &person_}) column->reserve(count);
  east_minutes_.reserve(count);
  marks_.reserve(count);
}

void TouchTable::clear() {
  for (auto* column : {&clock_ms_, &row_}) column->clear();
  for (auto* column : {&account_, &contact_, &campaign_, &channel_, &person_}) column->clear();
  east_minutes_.clear();
  marks_.clear();
}

void TouchTable::add(const Touch& touch) {
  clock_ms_.push_back(touch.clock_ms());
  row_.push_back(touch.row);
  account_.push_back(touch.account);
  contact_.push_back(touch.contact);
  campaign_.push_back(touch.campaign);
  channel_.push_back(touch.channel);
  person_.push_back(touch.person);
  east_minutes_.push_back(touch.east_minutes);
  const auto marks = static_cast<unsigned>(touch.side) | static_cast<unsigned>(touch.precision) << 2 |
                     static_cast<unsigned>(touch.kind) << 4;
  marks_.push_back(static_cast<std::uint8_t>(marks));
}

void TouchTable::add(const TouchColumns& from, std::size_t i) {
  clock_ms_.push_back(from.clock_ms[i]);
  row_.push_back(from.row[i]);
  account_.push_back(from.account[i]);
  contact_.push_back(from.contact[i]);
  campaign_.push_back(from.own_campaign[i]);
  channel_.push_back(from.own_channel[i]);
  person_.push_back(from.person[i]);
  east_minutes_.push_back(from.east_minutes[i]);
  marks_.push_back(from.marks[i]);
}

TouchColumns TouchTable::columns(const Today* today) const& {
  return {clock_ms_, row_, account_, contact_, campaign_, channel_, person_, east_minutes_, marks_, today};
}

TouchColumns Touches::older() const {
  auto columns = parts_.older;
  columns.today = &parts_.frame->today;
  return columns;
}

bool Touches::is_changed(std::uint32_t account) const { return has(parts_.changed, account); }

}  // namespace accord::touchpoint
