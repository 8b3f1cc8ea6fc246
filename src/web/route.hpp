// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/rule.hpp"
#include "db/database.hpp"
#include "db/list.hpp"
#include "web/http.hpp"

namespace accord::web {

inline constexpr Rule not_found{"not_found", "There is nothing here that you may see.",
                                "Check the address; what lies outside your territory is not shown.", 404};

/// Routes that need no session: signing in, first-run set-up, health.
inline constexpr Right anyone{"anyone", "Open this without signing in.", every_role};
/// Routes that every signed-in person may call.
inline constexpr Right signed_in{"signed_in", "Use Accord.", every_role};

/// What a request brings to a handler: the parameters of its path, its query, its body.
class Input {
 public:
  /// A number from the path, as `{id}`; anything else answers 404.
  std::int64_t id(std::string_view name = "id") const;
  template <class T>
  Id<T> id_of(std::string_view name = "id") const {
    return {id(name)};
  }
  const std::string& path(std::string_view name) const;
  std::optional<std::string> query(std::string_view name) const;
  std::optional<Day> query_day(std::string_view name) const;
  /// The whole query, for `list`.
  ListRequest list() const { return {queries, page_rows_max}; }
  /// Adds a header to the reply, such as a cookie.
  void reply_header(std::string name, std::string value) const {
    reply_headers.push_back({std::move(name), std::move(value)});
  }

  const HttpRequest* request = nullptr;
  std::map<std::string, std::string, std::less<>> paths{};
  std::vector<std::pair<std::string, std::string>> queries{};
  json::value body{};
  std::string session_token{};  ///< of the caller's session; empty where there is none
  std::optional<std::int64_t> page_rows_max{};
  mutable std::vector<Header> reply_headers{};
};

/// A handler that must compute between reading and writing, such as an import: it opens both itself.
struct Work {
  Database& database;
  const Actor& actor;
  const Input& input;
};

class Site;

/// For what is no data and answers at its path as it stands: a stream, the server's metrics.
struct Serving {
  const Site& site;
  const Actor& actor;
  const Input& input;
};

enum class Method : std::uint8_t { get, post, put, remove };
std::string_view name_of(Method);

/// What a route takes after the question mark, besides a list's filters.
struct Parameter {
  std::string_view name, sentence;
};

using DescriptionOf = const RecordInfo& (*)();

/// One line of a subject's table of routes. Exactly one of `read`, `write`, `work`, `serve` is set.
struct Route {
  Method method;
  std::string_view path;  ///< `/opportunities/{id}`; with `.json` or `.csv` behind it for data
  Right right;
  std::string_view sentence;
  DescriptionOf body = nullptr, reply = nullptr;
  bool is_list = false;  ///< replies `{items, next, total}` of `reply`
  std::function<json::value(const Read&, const Input&)> read{};
  std::function<json::value(Write&, const Input&)> write{};
  std::function<json::value(Work&)> work{};
  /// Writes `.csv` in another form than that of the described items, such as that of an imported file.
  std::function<std::string(const Read&, const Input&)> csv{};
  std::function<HttpReply(const Serving&)> serve{};
  std::string_view media_type = "application/json";
  std::vector<Parameter> parameters{};
  /// What a list's reply says of all its rows besides them, and under which name.
  std::string_view said_as{};
  DescriptionOf said = nullptr;
  bool is_open_on_this_machine = false;  ///< programs beside the server need no session
};

/// The reply of an act that leaves nothing to say.
struct Done {
  bool done = true;
};

/// The reply of an act that made or changed one record. It holds no personal data, since replies are kept.
struct Made {
  std::int64_t id = 0;
};

template <Described T>
json::value listed_to_json(const Listed<T>& listed) {
  json::array items;
  items.reserve(listed.items.size());
  for (const auto& item : listed.items) items.push_back(to_json(item));
  return json::object{{"items", std::move(items)},
                      {"next", listed.next ? json::value(json::string(*listed.next)) : json::value(nullptr)},
                      {"total", listed.total}};
}

template <Described R>
Route get(std::string_view path, const Right& right, std::string_view sentence,
          R (*handler)(const Read&, const Input&)) {
  Route route{Method::get, path, right, sentence, nullptr, &info_of<R>};
  route.read = [handler](const Read& read, const Input& input) -> json::value {
    return to_json(handler(read, input));
  };
  return route;
}

template <Described T>
Route get_list(std::string_view path, const Right& right, std::string_view sentence,
               Listed<T> (*handler)(const Read&, const Input&)) {
  Route route{Method::get, path, right, sentence, nullptr, &info_of<T>, true};
  route.read = [handler](const Read& read, const Input& input) {
    return listed_to_json(handler(read, input));
  };
  return route;
}

/// An act with a body; POST makes a noun, PUT replaces one, DELETE takes one back.
template <Described B, Described R>
Route act(Method method, std::string_view path, const Right& right, std::string_view sentence,
          R (*handler)(Write&, const Input&, const B&)) {
  Route route{method, path, right, sentence, &info_of<B>, &info_of<R>};
  route.write = [handler](Write& write, const Input& input) -> json::value {
    return to_json(handler(write, input, from_json<B>(input.body)));
  };
  return route;
}

template <Described R>
Route act(Method method, std::string_view path, const Right& right, std::string_view sentence,
          R (*handler)(Write&, const Input&)) {
  Route route{method, path, right, sentence, nullptr, &info_of<R>};
  route.write = [handler](Write& write, const Input& input) -> json::value {
    return to_json(handler(write, input));
  };
  return route;
}

/// Work of several transactions, with the described body read by the handler where it has one.
template <Described R>
Route work(Method method, std::string_view path, const Right& right, std::string_view sentence,
           R (*handler)(Work&), DescriptionOf body = nullptr) {
  Route route{method, path, right, sentence, body, &info_of<R>};
  route.work = [handler](Work& work) -> json::value { return to_json(handler(work)); };
  return route;
}

/// The same route, with what it takes after the question mark.
inline Route taking(Route route, std::vector<Parameter> parameters) {
  route.parameters = std::move(parameters);
  return route;
}

/// The same list, whose reply also says something of all its rows: `{items, next, total}` and that.
template <Described R>
Route saying(Route route, std::string_view name, R (*say)(const Read&, const Input&)) {
  route.said_as = name;
  route.said = &info_of<R>;
  route.read = [rows = std::move(route.read), name, say](const Read& read, const Input& input) {
    auto reply = rows(read, input);
    reply.as_object()[name] = to_json(say(read, input));
    return reply;
  };
  return route;
}

/// What is no data; `reply` describes what it says, where that is JSON in some way.
inline Route serve(std::string_view path, const Right& right, std::string_view sentence,
                   std::string_view media_type, HttpReply (*handler)(const Serving&),
                   DescriptionOf reply = nullptr) {
  Route route{Method::get, path, right, sentence, nullptr, reply};
  route.serve = handler;
  route.media_type = media_type;
  return route;
}

}  // namespace accord::web

namespace accord {
template <>
inline constexpr auto described<web::Done> =
    record("done", "The reply of an act that leaves nothing to say.",
           field(&web::Done::done, "done", "Always true: what failed is answered as a problem."));
template <>
inline constexpr auto described<web::Made> = record("made",
                                                    "The reply of an act that made or changed one record.",
                                                    field(&web::Made::id, "id", "The record's number."));
}  // namespace accord
