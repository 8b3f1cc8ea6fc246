// SPDX-License-Identifier: Apache-2.0
#include "importing/journey_columns.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "importing/number_cell.hpp"
#include "importing/target.hpp"

namespace accord::importing {
namespace {

struct RoleHeaders {
  JourneyRole role;
  std::string_view name;
  std::vector<std::string_view> headers;  ///< squeezed, best first
};

/// As ChannelAttribution, DP6 Marketing-Attribution-Models, fractribution, snowplow-attribution, Google
/// Analytics and this program's own exports write them.
const std::vector<RoleHeaders>& all_roles() {
  static const std::vector<RoleHeaders> roles{
      {JourneyRole::path,
       "path",
       {"path", "journey", "channelpath", "pathtoconversion", "conversionpath", "transformedpath",
        "pathtransform", "topconversionpaths", "mcfchannelgroupingpath", "defaultchannelgrouppath",
        "source/mediumpath", "channelsagg"}},
      {JourneyRole::conversions,
       "conversions",
       {"totalconversions", "conversions", "conversion", "converted", "convertedagg", "numberofconversions",
        "keyevents"}},
      {JourneyRole::not_converted,
       "null",
       {"totalnull", "null", "nulls", "totalnulls", "nonconversions", "nonconverting", "notconverted",
        "totalnonconversions", "nonconversion"}},
      {JourneyRole::value,
       "value",
       {"totalconversionvalue", "conversionvalue", "value", "totalvalue", "revenue", "totalrevenue",
        "conversionsvalue", "amount", "ordervalue", "channelorvalue"}},
      {JourneyRole::account,
       "account",
       {"customerid", "accountid", "account", "accountname", "customer", "company", "userid", "clientid",
        "visitorid", "contactid", "userpseudoid", "cookie", "id"}},
      {JourneyRole::time,
       "time",
       {"timestamp", "time", "datetime", "happenedat", "at", "occurredat", "eventtimestamp", "eventtime",
        "date", "day", "epochs", "createdat", "orderedat", "orderdate", "convertedat"}},
      {JourneyRole::channel,
       "channel",
       {"channelname", "channel", "marketingchannel", "channelorvalue", "campaign", "source", "utmsource"}},
      {JourneyRole::kind, "kind", {"kind", "eventtype", "event", "interaction", "rowtype", "type"}},
      {JourneyRole::side, "side", {"side", "ownerside"}},
      {JourneyRole::is_direct, "direct", {"isdirect", "direct"}},
  };
  return roles;
}

std::size_t rank_in(const RoleHeaders& role, const std::string& header) {
  return static_cast<std::size_t>(std::ranges::find(role.headers, header) - role.headers.begin());
}

const RoleHeaders* role_named(std::string_view name) {
  const auto found = std::ranges::find(all_roles(), name, &RoleHeaders::name);
  return found == all_roles().end() ? nullptr : &*found;
}

Problem not_so(std::string column, std::string reason, std::string remedy) {
  return {0, std::move(column), std::move(reason), std::move(remedy), ProblemKind::header_missing};
}

/// The header without the currency that it names, as headers are compared.
std::string plain(std::string_view header) { return squeezed(without_currency(header)); }

/// The best header of each role. `channel_or_value` is both: what it is, the row's kind says.
void place_by_headers(JourneyColumns& columns, const std::vector<bool>& is_taken) {
  for (const auto& role : all_roles()) {
    auto& place = columns.places[static_cast<std::size_t>(role.role)];
    if (place) continue;
    std::size_t best = role.headers.size();
    for (std::size_t i = 0; i < columns.names.size(); ++i) {
      const auto rank = rank_in(role, plain(columns.names[i]));
      if (is_taken[i] || rank >= best) continue;
      best = rank;
      place = i;
    }
  }
}

/// What was said of single columns; each must be there.
std::optional<Problem> place_as_told(JourneyColumns& columns, const JourneyAnswers& answers,
                                     std::vector<bool>& is_taken) {
  for (const auto& use : answers.columns) {
    const auto found = std::ranges::find_if(
        columns.names, [&](const std::string& name) { return squeezed(name) == squeezed(use.column); });
    if (found == columns.names.end()) continue;
    const auto place = static_cast<std::size_t>(found - columns.names.begin());
    is_taken[place] = true;
    if (use.slot.empty()) continue;
    const auto* role = role_named(use.slot);
    if (role == nullptr)
      return not_so(use.column, "\"" + use.slot + "\" is nothing that a column of journeys can be.",
                    "It can be " + names_of_journey_roles() + ".");
    columns.places[static_cast<std::size_t>(role->role)] = place;
  }
  return std::nullopt;
}

Problem unrecognised(const JourneyColumns& columns) {
  std::string headers;
  for (const auto& name : columns.names) headers += (headers.empty() ? "\"" : "\", \"") + name;
  return not_so(
      "",
      "Its columns (" + headers +
          "\") are neither those of grouped journeys nor those of a log of "
          "touchpoints.",
      "Grouped journeys need path and total_conversions, besides total_conversion_value and total_null where "
      "they are known; a log needs customer_id, timestamp and channel. Rename the columns, or say what they "
      "are: --column HEADER=ROLE, the role being one of " +
          names_of_journey_roles() + ".");
}

/// What kind of file it is by what it has; nothing where it is none.
std::optional<JourneyFileKind> kind_of(const JourneyColumns& columns, bool is_for_conversions) {
  const auto has = [&](JourneyRole role) { return columns.place(role).has_value(); };
  if (is_for_conversions)
    return has(JourneyRole::account) && has(JourneyRole::time) ? std::optional(JourneyFileKind::conversions)
                                                               : std::nullopt;
  if (has(JourneyRole::path) && has(JourneyRole::conversions)) return JourneyFileKind::grouped;
  if (has(JourneyRole::account) && has(JourneyRole::time) && has(JourneyRole::channel))
    return JourneyFileKind::touches;
  return std::nullopt;
}

}  // namespace

std::string JourneyColumns::name(JourneyRole role) const {
  const auto at = place(role);
  return at ? names[*at] : std::string();
}

std::string names_of_journey_roles() {
  std::string names;
  for (const auto& role : all_roles()) names += (names.empty() ? "" : ", ") + std::string(role.name);
  return names;
}

std::variant<JourneyColumns, Problem> recognise_journeys(const std::vector<std::string>& columns,
                                                         const JourneyAnswers& answers,
                                                         bool is_for_conversions) {
  JourneyColumns found;
  found.names = columns;
  std::vector<bool> is_taken(columns.size());
  if (auto problem = place_as_told(found, answers, is_taken)) return *problem;
  place_by_headers(found, is_taken);
  const auto kind = kind_of(found, is_for_conversions);
  if (!kind && is_for_conversions)
    return not_so("", "The conversions need to say whose they are and when.",
                  "Give columns customer_id and timestamp, and value where it is known.");
  if (!kind && found.place(JourneyRole::path))
    return not_so("", "There is a path, but no column says how many journeys of it converted.",
                  "Add a column total_conversions, or say which it is: --column HEADER=conversions.");
  if (!kind) return unrecognised(found);
  found.kind = *kind;
  if (const auto value = found.place(JourneyRole::value))
    found.currency = currency_in_header(columns[*value]);
  return found;
}

bool is_known_journey_header(std::string_view header) {
  return std::ranges::any_of(all_roles(), [&](const RoleHeaders& role) {
    return rank_in(role, plain(header)) < role.headers.size();
  });
}

}  // namespace accord::importing
