// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_links.hpp"

#include <algorithm>

#include "web/percent.hpp"

namespace accord::roi {
namespace {

/// More of them make an address longer than servers take.
constexpr std::size_t campaigns_of_an_address = 100;

std::string value_of(Dimension by, Key key) {
  if (by == Dimension::side) return std::string(accord::name_of(static_cast<Side>(key - 1)));
  return key == 0 ? "" : std::to_string(key);
}

/// `channel=3&channel=4&`
std::string choosing(std::string_view field, Dimension by, const std::vector<Key>& lines) {
  std::string text;
  for (const auto line : lines) text += std::string(field) + "=" + value_of(by, line) + "&";
  return text;
}

bool is_of_a_team(const std::vector<Key>& people) {
  return std::ranges::any_of(people, [](Key key) { return people::person_behind(key) != key; });
}

}  // namespace

FactLinks::FactLinks(const Read& read, const Question& question)
    : question_(question), campaigns_(campaign_lines(read)), industries_(industries(read)) {
  for (std::size_t i = 0; i < question.only.size(); ++i) {
    const auto by = static_cast<Dimension>(i);
    if (question.only[i]) only_[by] = with_those_below(read, by, *question.only[i]);
  }
}

FactLinks::Chosen FactLinks::chosen(Key line) const {
  auto all = only_;
  const bool is_period = question_.by == Dimension::month || question_.by == Dimension::quarter;
  if (line != everything && !is_period) all[question_.by] = {line};
  return all;
}

Period FactLinks::days(Key line) const {
  return line == everything ? Period{question_.from, question_.until} : period_of(question_, line);
}

/// Keeps those of the campaigns that the dimension's line has.
void FactLinks::narrow(std::optional<std::vector<std::int64_t>>& found, const Chosen& chosen,
                       Dimension by) const {
  const auto lines = chosen.find(by);
  if (lines == chosen.end()) return;
  std::vector<std::int64_t> own;
  if (by == Dimension::campaign) {
    own = lines->second;
  } else {
    const auto& line_of = by == Dimension::product ? campaigns_->product : campaigns_->industry;
    const auto is_chosen = [&](std::int64_t campaign) {
      return std::ranges::find(lines->second, CampaignLines::in(line_of, campaign)) != lines->second.end();
    };
    if (is_chosen(0)) own.push_back(0);
    std::ranges::copy_if(campaigns_->all, std::back_inserter(own), is_chosen);
  }
  if (!found) {
    found = std::move(own);
  } else {
    std::erase_if(*found, [&](auto campaign) { return std::ranges::find(own, campaign) == own.end(); });
  }
}

std::optional<std::vector<std::int64_t>> FactLinks::campaigns(
    const Chosen& chosen, std::initializer_list<Dimension> dimensions) const {
  std::optional<std::vector<std::int64_t>> found;
  for (const auto by : dimensions) narrow(found, chosen, by);
  return found;
}

std::string FactLinks::spend(Key line) const {
  const auto all = chosen(line);
  const auto some = campaigns(all, {Dimension::campaign, Dimension::segment});
  if (some && (some->empty() || some->size() > campaigns_of_an_address)) return "";
  std::string text = some ? choosing("campaign", Dimension::campaign, *some) : "";
  for (const auto& [by, lines] : all) {
    if (by == Dimension::campaign || by == Dimension::segment) continue;
    if (by == Dimension::salesperson && is_of_a_team(lines))
      return "";  // these stand in no list of their own
    text += choosing(by == Dimension::salesperson ? "person" : accord::name_of(by), by, lines);
  }
  return "/spend?" + text + "day_from=" + to_string(days(line).from) +
         "&day_to=" + to_string(days(line).until);
}

std::string FactLinks::touchpoints(Key line) const {
  const auto all = chosen(line);
  const auto some = campaigns(all, {Dimension::campaign, Dimension::product});
  if (some && (some->empty() || some->size() > campaigns_of_an_address)) return "";
  std::string text = some ? choosing("campaign", Dimension::campaign, *some) : "";
  for (const auto& [by, lines] : all) {
    if (by == Dimension::campaign || by == Dimension::product) continue;
    if (by == Dimension::segment) return "";
    if (by == Dimension::salesperson && is_of_a_team(lines)) return "";
    text += choosing(by == Dimension::salesperson ? "person" : accord::name_of(by), by, lines);
  }
  return "/touchpoints?" + text + "at_from=" + to_string(days(line).from) +
         "&at_to=" + to_string(days(line).until);
}

FigureInput FactLinks::accounts_met(Key industry) const {
  const auto name = industries_->names.find(industry);
  const auto count = static_cast<double>(std::ranges::count(industries_->by_account, industry));
  return {
      "accounts of it, met from " + accord::in_words(question_.from) + " to " +
          accord::in_words(question_.until),
      industry == 0 ? std::nullopt : std::optional(count),  // of those without one, the list says how many
      {},
      FigureUnit::count,
      "/accounts?sector=" + (name == industries_->names.end() ? "" : web::percent_encode(name->second))};
}

std::string FactLinks::budgets(Key line) const {
  std::string text;
  for (const auto& [by, lines] : chosen(line)) {
    if (by == Dimension::salesperson) return "";
    if (by == Dimension::segment) {
      for (const auto key : lines) {
        const auto name = industries_->names.find(key);
        text +=
            "industry=" + (name == industries_->names.end() ? "" : web::percent_encode(name->second)) + "&";
      }
      continue;
    }
    const std::string field = by == Dimension::campaign    ? "id"
                              : by == Dimension::product   ? "products"
                              : by == Dimension::territory ? "territories"
                                                           : std::string(accord::name_of(by));
    text += choosing(field, by, lines);
  }
  return "/campaigns?" + text + "starts_on_to=" + to_string(days(line).until) +
         "&ends_on_from=" + to_string(days(line).from);
}

}  // namespace accord::roi
