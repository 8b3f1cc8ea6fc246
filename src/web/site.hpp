// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "web/events.hpp"
#include "web/metrics.hpp"
#include "web/subject.hpp"

namespace accord::web {

inline constexpr Rule not_signed_in{"not_signed_in", "This needs you to sign in.", "Sign in and try again.",
                                    401};
inline constexpr Rule not_allowed{"not_allowed", "Your role does not have the right to do this.",
                                  "Ask an administrator which role has it; the rights page lists them.", 403};
inline constexpr Rule csrf_token_missing{
    "csrf_token_missing", "The request did not come from Accord's own pages.",
    "Send the header X-CSRF-Token with the token of /session.json.", 403};
inline constexpr Rule act_id_reused{"act_id_reused", "Another act was already done under this Act-Id.",
                                    "Use a new id for a new act; repeat the same body to retry the old one."};
inline constexpr Rule reply_was_erased{
    "reply_was_erased",
    "This was done already; what was answered then is gone, since somebody's personal data was erased.",
    "Load the page again: it shows what is now."};
inline constexpr Rule wrong_method{"wrong_method", "This address does not take that method.",
                                   "See the API's description for what it takes.", 405};
inline constexpr Rule not_json{"not_json", "The body is not sent as JSON.",
                               "Send the header Content-Type: application/json.", 415};
inline constexpr Rule strange_host{"strange_host", "This server does not go by that name.",
                                   "Open it as http://127.0.0.1 or http://localhost with its port.", 421};

/// How the site learns who calls; the subject of people supplies it.
struct Identity {
  /// Who holds this session and its CSRF token, or nothing where it has ended.
  struct Caller {
    Actor actor;
    std::string csrf_token;
  };
  std::optional<Caller> (*caller_of)(const Read&, const std::string& session_token) = nullptr;

  /// As whom a program acts, and whether it is news that its token is used.
  struct Program {
    Actor actor;
    bool is_use_news = false;
  };
  /// Throws where the token opens nothing; absent where no program is let in.
  Program (*program_of)(const Read&, const std::string& token) = nullptr;
  void (*note_use)(Write&, const std::string& token) = nullptr;
};

struct SiteOptions {
  bool is_loopback_only = true;  ///< answers only to loopback names, which stops rebinding by strange domains
  EventOptions events{};
};

/// Turns requests into replies over one database: routing, rights, sessions, problem details, pages.
class Site {
 public:
  Site(Database& database, const Subjects& subjects, Identity identity, SiteOptions options = {});

  /// Ends the streams: whoever follows them comes again, and to whoever serves then.
  ~Site() { events_->close(); }
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  HttpReply handle(const HttpRequest&) const;

  Database& database() const { return database_; }
  const Subjects& subjects() const { return subjects_; }
  Events& events() const { return *events_; }
  /// How the server does, as Prometheus reads it.
  std::string metrics() const;

 private:
  struct Matched;
  HttpReply answer(const HttpRequest&, std::string_view& route) const;
  HttpReply answer_route(const HttpRequest&, Matched&) const;
  HttpReply answer_page(const HttpRequest&, const std::string& path, std::string_view& route) const;
  json::value run(const Matched&, const Actor&) const;
  json::value run_act(const Matched&, const Actor&) const;
  std::string csv(const Matched&, const Actor&) const;
  Actor authenticate(const HttpRequest&, Matched&) const;
  Actor authenticate_program(const Route&, const std::string& token) const;
  std::optional<Matched> match(const HttpRequest&, std::string_view method) const;

  Database& database_;
  Subjects subjects_;
  Identity identity_;
  SiteOptions options_;
  std::shared_ptr<Events> events_;
  mutable Metrics metrics_;
};

/// Tables that the floor itself keeps: acts, so that a retry gets the same reply.
const Subject& floor_subject();

/// An error as problem details (RFC 9457); `is_bug` tells the log.
HttpReply problem_reply(const std::exception&, bool& is_bug);

}  // namespace accord::web
