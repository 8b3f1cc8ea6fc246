// SPDX-License-Identifier: Apache-2.0
#include "web/site.hpp"

#include <sodium.h>

#include <algorithm>
#include <chrono>

#include "base/text.hpp"
#include "web/act.hpp"
#include "web/assets.hpp"
#include "web/cookie.hpp"
#include "web/csv.hpp"
#include "web/log.hpp"
#include "web/percent.hpp"
#include "web/sources.hpp"

namespace accord::web {
namespace {

std::string hash_of(std::string_view text) {
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  std::array<char, crypto_generichash_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

/// Anything else that a stranger sends would make a line of its own in the metrics.
std::string_view known_method(std::string_view method) {
  for (const std::string_view known : {"GET", "HEAD", "POST", "PUT", "DELETE"}) {
    if (method == known) return known;
  }
  return "other";
}

bool is_data(std::string_view path) { return path.ends_with(".json") || path.ends_with(".csv"); }

/// A program on this machine, and not somebody else's request that a proxy on it hands on.
bool is_from_this_machine(const HttpRequest& request) {
  const bool is_loopback = request.remote == "127.0.0.1" || request.remote == "::1";
  const auto is_handed_on = [&](std::string_view header) { return !request.header(header).empty(); };
  return is_loopback && !is_handed_on("forwarded") && !is_handed_on("x-forwarded-for") &&
         !is_handed_on("via");
}

std::string_view path_of(const HttpRequest& request) {
  return std::string_view(request.target).substr(0, request.target.find('?'));
}

bool is_loopback_name(std::string_view host) {
  const auto name =
      host.starts_with("[") ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  return name == "127.0.0.1" || name == "localhost" || name == "[::1]" || name.empty();
}

/// The parameters of a path that fits a pattern such as `/opportunities/{id}`.
std::optional<std::map<std::string, std::string, std::less<>>> fit(std::string_view pattern,
                                                                   std::string_view path) {
  std::map<std::string, std::string, std::less<>> parameters;
  const auto wanted = split(pattern, '/'), given = split(path, '/');
  if (wanted.size() != given.size()) return std::nullopt;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].starts_with("{")) {
      const auto value = percent_decode(given[i]);
      if (!value || value->empty()) return std::nullopt;
      parameters.emplace(wanted[i].substr(1, wanted[i].size() - 2), *value);
    } else if (wanted[i] != given[i]) {
      return std::nullopt;
    }
  }
  return parameters;
}

/// A reply that says itself which sites may show it in a frame keeps its word.
void add_security_headers(HttpReply& reply) {
  const bool has_own_policy =
      std::ranges::find(reply.headers, "Content-Security-Policy", &Header::name) != reply.headers.end();
  const std::initializer_list<std::pair<const char*, const char*>> headers{
      {"Content-Security-Policy",
       "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; "
       "base-uri 'none'; form-action 'self'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"}};
  for (const auto& [name, value] : headers) {
    const std::string_view header(name);
    const bool is_said =
        has_own_policy && (header == "Content-Security-Policy" || header == "X-Frame-Options");
    if (!is_said) reply.headers.push_back({name, value});
  }
}

HttpReply json_reply(int status, const json::value& value, std::vector<Header> headers = {}) {
  HttpReply reply{status, std::move(headers), json::serialize(value)};
  reply.headers.push_back({"Content-Type", "application/json; charset=utf-8"});
  reply.headers.push_back({"Cache-Control", "no-store"});
  return reply;
}

/// `assets/…` never change under their hashed names; the page itself is asked for anew.
HttpReply asset_reply(const HttpRequest& request, const Asset& asset) {
  const bool is_immutable = asset.path.starts_with("/assets/");
  HttpReply reply;
  reply.headers = {{"Content-Type", std::string(asset.content_type)},
                   {"ETag", std::string(asset.etag)},
                   {"Vary", "Accept-Encoding"},
                   {"Cache-Control", is_immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (request.header("if-none-match") == asset.etag) {
    reply.status = 304;
    return reply;
  }
  const auto accepted = request.header("accept-encoding");
  if (accepted.find("br") != std::string_view::npos && !asset.brotli.empty()) {
    reply.asset = asset.brotli;
    reply.headers.push_back({"Content-Encoding", "br"});
  } else if (accepted.find("gzip") != std::string_view::npos && !asset.gzip.empty()) {
    reply.asset = asset.gzip;
    reply.headers.push_back({"Content-Encoding", "gzip"});
  } else {
    reply.asset = asset.plain;
  }
  return reply;
}

/// The token that a program sends. Other schemes are between a browser and a server in front of this one.
std::optional<std::string> bearer_token(const HttpRequest& request) {
  constexpr std::string_view scheme = "bearer ";
  const auto given = trimmed(request.header("authorization"));
  if (lower(given.substr(0, scheme.size())) != scheme) return std::nullopt;
  return std::string(trimmed(given.substr(scheme.size())));
}

bool is_equal_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && !a.empty() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace

struct Site::Matched {
  const Route* route = nullptr;
  Input input{};
  std::string data_format{};  ///< `json`, `csv`; empty: the path as it stands
};

Site::Site(Database& database, const Subjects& subjects, Identity identity, SiteOptions options)
    : database_(database),
      subjects_(subjects),
      identity_(identity),
      options_(options),
      events_(std::make_shared<Events>(options.events)) {
  CHECK(sodium_init() >= 0);
  events_->begin(database.observe([events = events_](const Committed& made) { events->note(made); }));
}

HttpReply Site::handle(const HttpRequest& request) const {
  const auto begun = std::chrono::steady_clock::now();
  std::string_view route = "none";
  HttpReply reply;
  try {
    reply = answer(request, route);
  } catch (const std::exception& error) {
    bool is_bug = false;
    reply = problem_reply(error, is_bug);
    if (is_bug) log_error(request.method + " " + std::string(path_of(request)) + ": " + error.what());
  }
  add_security_headers(reply);
  metrics_.count(known_method(request.method), route, reply.status,
                 std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
  return reply;
}

HttpReply Site::answer(const HttpRequest& request, std::string_view& route) const {
  refuse_if(options_.is_loopback_only && !is_loopback_name(request.header("host")), strange_host);
  const std::string path(path_of(request));
  const bool is_read = request.method == "GET" || request.method == "HEAD";
  auto matched = match(request, is_read ? "GET" : request.method);
  // A list's own path is its page; only what is no data is answered there.
  const bool is_page = is_read && !is_data(path) && (!matched || !matched->route->serve);
  if (is_page) return answer_page(request, path, route);
  if (!matched) {
    for (const auto* method : {"GET", "POST", "PUT", "DELETE"}) {
      refuse_if(match(request, method).has_value(), wrong_method, request.method + " " + path);
    }
    throw Refusal(not_found, path);
  }
  route = matched->route->path;
  return answer_route(request, *matched);
}

HttpReply Site::answer_page(const HttpRequest& request, const std::string& path,
                            std::string_view& route) const {
  route = "page";
  if (path == "/healthz") {
    database_.read(Actor{}, [](const Read& read) { return read.as_of(); });
    return {200, {{"Content-Type", "text/plain"}, {"Cache-Control", "no-store"}}, "ok\n"};
  }
  if (const auto* asset = find_asset(path); asset != nullptr && path != "/index.html") {
    route = "asset";
    return asset_reply(request, *asset);
  }
  const auto* index = find_asset("/index.html");
  CHECK(index != nullptr);
  HttpReply reply = asset_reply(request, *index);
  bool is_page = path == "/";
  for (const auto* subject : subjects_) {
    for (const auto& page : subject->pages) is_page = is_page || fit(page.path, path);
  }
  if (!is_page) reply.status = 404;
  return reply;
}

std::optional<Site::Matched> Site::match(const HttpRequest& request, std::string_view method) const {
  std::string_view path = path_of(request);
  Matched matched;
  if (method == "GET" && is_data(path)) {
    matched.data_format = path.substr(path.rfind('.') + 1);
    path.remove_suffix(matched.data_format.size() + 1);
  }
  for (const auto* subject : subjects_) {
    for (const auto& route : subject->routes) {
      if (name_of(route.method) != method) continue;
      auto parameters = fit(route.path, path);
      if (!parameters) continue;
      // A literal path such as /people/me wins over /people/{id}.
      if (matched.route != nullptr && matched.input.paths.size() <= parameters->size()) continue;
      matched.route = &route;
      matched.input.paths = std::move(*parameters);
    }
  }
  if (matched.route == nullptr) return std::nullopt;
  matched.input.request = &request;
  return matched;
}

HttpReply Site::answer_route(const HttpRequest& request, Matched& matched) const {
  const auto question = request.target.find('?');
  if (question != std::string::npos) {
    auto query = parse_query(std::string_view(request.target).substr(question + 1));
    if (!query) throw ShapeError("", "The query of the address cannot be read.");
    matched.input.queries = std::move(query->pairs);
  }
  const Actor actor = authenticate(request, matched);
  const Route& route = *matched.route;
  if (route.serve) {
    refuse_if(!matched.data_format.empty(), not_found, "This is no data; ask for it without .json.");
    return route.serve({*this, actor, matched.input});
  }
  if (route.body != nullptr) {
    refuse_if(!request.header("content-type").starts_with("application/json"), not_json);
    matched.input.body = parse_json(request.body);
  }
  if (matched.data_format == "csv") {
    HttpReply reply{200, {}, csv(matched, actor)};
    reply.headers = {{"Content-Type", "text/csv; charset=utf-8"},
                     {"Content-Disposition", "attachment; filename=\"" + csv_name(route.path) + "\""},
                     {"Cache-Control", "no-store"}};
    return reply;
  }
  const json::value value = run(matched, actor);
  return json_reply(route.method == Method::post ? 201 : 200, value, std::move(matched.input.reply_headers));
}

Actor Site::authenticate(const HttpRequest& request, Matched& matched) const {
  const Route& route = *matched.route;
  const bool is_open = route.right.code == anyone.code;
  if (route.is_open_on_this_machine && is_from_this_machine(request)) return {};
  // What is sent on purpose counts before a cookie, which a browser sends by itself.
  if (const auto bearer = bearer_token(request); bearer && identity_.program_of != nullptr)
    return authenticate_program(route, *bearer);
  const auto token = cookie_named(request.header("cookie"), "accord_session");
  std::optional<Identity::Caller> caller;
  if (token && !token->empty()) {
    caller = database_.read(Actor{}, [&](const Read& read) { return identity_.caller_of(read, *token); });
    if (caller) matched.input.session_token = *token;
  }
  if (!caller) {
    refuse_if(!is_open, not_signed_in);
    Actor nobody;
    nobody.name = "somebody not signed in";
    return nobody;
  }
  const bool is_change = route.method != Method::get;
  refuse_if(is_change && !is_open && !is_equal_secret(request.header("x-csrf-token"), caller->csrf_token),
            csrf_token_missing);
  refuse_if(!caller->actor.may(route.right), not_allowed, std::string(route.right.sentence));
  return caller->actor;
}

/// No other site can make a browser send a token, so that a change needs nothing besides.
Actor Site::authenticate_program(const Route& route, const std::string& token) const {
  const auto program =
      database_.read(Actor{}, [&](const Read& read) { return identity_.program_of(read, token); });
  refuse_if(!program.actor.may(route.right), not_allowed, std::string(route.right.sentence));
  if (program.is_use_news)
    database_.write(program.actor, "Use a token.", [&](Write& write) { identity_.note_use(write, token); });
  return program.actor;
}

json::value Site::run(const Matched& matched, const Actor& actor) const {
  const Route& route = *matched.route;
  if (route.read) {
    return database_.read(actor, [&](const Read& read) {
      json::value reply = route.read(read, matched.input);
      note_sources(matched.input, database_, read);
      return reply;
    });
  }
  if (route.work) {
    Work work{database_, actor, matched.input};
    return route.method == Method::get ? with_sources(route, work) : route.work(work);
  }
  return run_act(matched, actor);
}

json::value Site::run_act(const Matched& matched, const Actor& actor) const {
  const Route& route = *matched.route;
  const HttpRequest& request = *matched.input.request;
  const std::string act_id(request.header("act-id"));
  if (act_id.size() > 64) throw ShapeError("Act-Id", "Is longer than 64 characters.");
  json::value reply;
  database_.write(actor, std::string(route.sentence), [&](Write& write) {
    const std::string body_hash = hash_of(request.method + " " + request.target + "\n" + request.body);
    const auto earlier = act_id.empty() ? std::nullopt : find_act(write, act_id);
    if (earlier) {
      refuse_if(earlier->person != actor.person || earlier->body_hash != body_hash, act_id_reused);
      refuse_if(earlier->reply.empty(), reply_was_erased);
      reply = parse_json(earlier->reply);
      return;
    }
    reply = route.write(write, matched.input);
    if (act_id.empty()) return;
    forget_old_acts(write);
    Act act{{}, act_id, actor.person, body_hash, json::serialize(reply), write.now()};
    write.insert_plain(act);
  });
  return reply;
}

/// Goes through all pages of the list within one snapshot, so that an export is of one moment.
std::string Site::csv(const Matched& matched, const Actor& actor) const {
  const Route& route = *matched.route;
  refuse_if(!has_csv(route), not_found);
  if (route.work) {
    CsvWriter writer(route);
    writer.add(run(matched, actor));
    return writer.text();
  }
  return database_.read(actor, [&](const Read& read) {
    if (route.csv) return route.csv(read, matched.input);
    Input input = matched.input;
    input.page_rows_max = 5'000;
    std::erase_if(input.queries, [](const auto& pair) { return pair.first == "limit"; });
    if (route.is_list) input.queries.emplace_back("limit", "5000");
    CsvWriter writer(route);
    while (true) {
      const json::value page = route.read(read, input);
      writer.add(page);
      const auto* next = page.as_object().if_contains("next");
      if (!route.is_list || next == nullptr || !next->is_string()) return writer.text();
      std::erase_if(input.queries, [](const auto& pair) { return pair.first == "after"; });
      input.queries.emplace_back("after", next->get_string().c_str());
    }
  });
}

std::string Site::metrics() const {
  MetricsText text;
  metrics_.write(text);
  const Writing writing = database_.writing();
  const auto number = [](auto value) { return static_cast<double>(value); };
  text.one("accord_commits_total", "counter", "Acts committed.", number(writing.acts));
  text.one("accord_writer_groups_total", "counter",
           "Groups of acts that shared one commit to disk; commits by groups is their mean size.",
           number(writing.groups));
  text.one("accord_writer_seconds_total", "counter", "Time the writer spent on them.", writing.seconds);
  text.one("accord_writer_waiting", "gauge", "Acts that wait for the writer now.", number(writing.waiting));
  text.one("accord_commit_number", "gauge", "The number of the last commit.",
           number(database_.read(Actor{}, [](const Read& read) { return read.as_of(); })));
  text.one("accord_event_streams", "gauge", "Event streams open now.", number(events_->streams()));
  write_process(text, database_.path());
  return text.take();
}

}  // namespace accord::web
