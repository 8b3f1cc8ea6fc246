// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_transport.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <mutex>

#include "base/check.hpp"
#include "mail/mail_curl.hpp"

namespace accord::mail {
namespace {

/// What is still to be handed to libcurl.
struct Upload {
  std::string_view rest;
};

std::size_t hand_over(char* to, std::size_t size, std::size_t count, void* given) {
  auto& upload = *static_cast<Upload*>(given);
  const auto bytes = std::min(size * count, upload.rest.size());
  std::memcpy(to, upload.rest.data(), bytes);
  upload.rest.remove_prefix(bytes);
  return bytes;
}

/// What the server says, line by line: the last one that refuses something explains the failure.
std::size_t listen(char* line, std::size_t size, std::size_t count, void* kept) {
  const std::string_view text(line, size * count);
  if (!text.empty() && (text.front() == '4' || text.front() == '5'))
    *static_cast<std::string*>(kept) = said(text);
  return size * count;
}

/// A refusal of the sender's rights, or of signing in, is no fault of the message.
bool is_about_us(CURLcode code, long reply) {
  constexpr std::array ours{421L, 454L, 530L, 534L, 535L, 538L};
  return code == CURLE_LOGIN_DENIED || std::ranges::find(ours, reply) != ours.end();
}

}  // namespace

std::string said(std::string_view text) {
  std::string clean;
  for (const char c : text.substr(0, 300)) {
    if (c >= 0x20 && c < 0x7F) clean += c;
  }
  return clean;
}

void begin_curl() {
  static std::once_flag once;
  std::call_once(once, [] {
    CHECK(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);
    // Where it may use no signals, curl leaves this one to us: a server that hangs up would end the whole
    // program.
    std::signal(SIGPIPE, SIG_IGN);
  });
}

int stops(void* is_stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return *static_cast<const std::atomic<bool>*>(is_stopping) ? 1 : 0;
}

void set_up(CURL* curl, const Login& login, const std::atomic<bool>& is_stopping, const char* protocols) {
  curl_easy_setopt(curl, CURLOPT_URL, login.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, protocols);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 20L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 90L);
  curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, 30L);
  curl_easy_setopt(curl, CURLOPT_USE_SSL, login.server.is_local ? CURLUSESSL_NONE : CURLUSESSL_ALL);
  curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &stops);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &is_stopping);
  if (!login.authorities.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, login.authorities.c_str());
  if (!login.password) return;
  curl_easy_setopt(curl, CURLOPT_USERNAME, login.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, login.password->c_str());
}

std::string remedy_for(CURLcode code, const Login& login) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "Check the server's name under Mail, and whether this machine finds names.";
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
      return "Check the server's name and port under Mail, and whether a firewall lets this machine through.";
    case CURLE_LOGIN_DENIED:
      return "Check the user " + login.user + " and the password of " + login.server.host +
             " in the file of passwords.";
    case CURLE_USE_SSL_FAILED:
      return "The server offers no encryption here: take smtps:// or imaps:// and its port.";
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return "Check that the name under Mail is the one in the server's certificate, and that this machine "
             "trusts "
             "it.";
    default:
      return "Ask whoever runs the mail server what it says; Accord tries again by itself.";
  }
}

std::optional<Login> login_of(const std::string& url, const std::optional<ServerAddress>& server,
                              const std::string& user, const Passwords& passwords) {
  CHECK(server.has_value());
  Login login{url, *server, user, std::nullopt};
  if (user.empty()) return login;
  login.password = passwords.of(server->host, user);
  if (!login.password) return std::nullopt;
  return login;
}

struct Sender::State {
  Login login;
  const std::atomic<bool>& is_stopping;
  CURL* curl = nullptr;
};

Sender::Sender(Login login, const std::atomic<bool>& is_stopping)
    : state_(std::make_unique<State>(State{std::move(login), is_stopping})) {
  begin_curl();
  state_->curl = curl_easy_init();
  CHECK(state_->curl != nullptr);
}

Sender::~Sender() { curl_easy_cleanup(state_->curl); }

Sent Sender::send(const std::string& from, const std::string& to, const std::string& text) {
  auto* curl = state_->curl;
  curl_easy_reset(curl);
  set_up(curl, state_->login, state_->is_stopping, "smtp,smtps");
  std::array<char, CURL_ERROR_SIZE> words{};
  std::string server_said;
  Upload upload{text};
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
      curl_slist_append(nullptr, ("<" + to + ">").c_str()), &curl_slist_free_all);
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + from + ">").c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, &hand_over);
  curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &listen);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &server_said);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words.data());
  const auto code = curl_easy_perform(curl);
  long reply = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  if (code == CURLE_OK) return {Sent::How::taken, "", ""};
  Sent sent;
  sent.error = !server_said.empty() ? "The server said: " + server_said
                                    : said(words[0] != '\0' ? words.data() : curl_easy_strerror(code));
  sent.remedy = remedy_for(code, state_->login);
  const bool is_answer = !server_said.empty() && reply >= 400 && !is_about_us(code, reply);
  if (is_answer) sent.how = reply >= 500 ? Sent::How::refused : Sent::How::put_off;
  return sent;
}

}  // namespace accord::mail
