// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_mailbox.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/check.hpp"
#include "base/text.hpp"
#include "mail/mail_curl.hpp"
#include "mail/mail_read.hpp"

namespace accord::mail {
namespace {

constexpr std::size_t at_once_max = 50;
/// Of a line of the server's; the numbers of a full mailbox stand in one.
constexpr std::size_t line_max = 1U << 20U;
constexpr int patience_ms = 30'000, look_every_ms = 200;

[[noreturn]] void give_up(
    std::string error,
    std::string remedy = "Ask whoever runs the mail server; Accord tries again by itself.") {
  throw MailboxTrouble{std::move(error), std::move(remedy)};
}

}  // namespace

struct Mailbox::State {
  const std::atomic<bool>& is_stopping;
  CURL* curl = nullptr;
  std::string buffer{};
  int commands = 0;

  /// Waits for the connection, not for ever.
  void wait(short what) {
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &socket);
    for (int waited = 0; waited < patience_ms; waited += look_every_ms) {
      if (is_stopping) give_up("Accord is stopping.");
      pollfd one{socket, what, 0};
      if (::poll(&one, 1, look_every_ms) > 0) return;
    }
    give_up("The mail server does not answer.");
  }

  void send(std::string_view text) {
    while (!text.empty()) {
      std::size_t sent = 0;
      const auto code = curl_easy_send(curl, text.data(), text.size(), &sent);
      if (code == CURLE_AGAIN) {
        wait(POLLOUT);
        continue;
      }
      if (code != CURLE_OK) give_up("The connection to the mailbox broke off.");
      text.remove_prefix(sent);
    }
  }

  void receive_more() {
    std::array<char, 16'384> part{};
    for (;;) {
      std::size_t received = 0;
      const auto code = curl_easy_recv(curl, part.data(), part.size(), &received);
      if (code == CURLE_AGAIN) {
        wait(POLLIN);
        continue;
      }
      if (code != CURLE_OK || received == 0) give_up("The connection to the mailbox broke off.");
      buffer.append(part.data(), received);
      return;
    }
  }

  std::string line() {
    for (;;) {
      const auto end = buffer.find("\r\n");
      if (end != std::string::npos) {
        auto found = buffer.substr(0, end);
        buffer.erase(0, end + 2);
        return found;
      }
      if (buffer.size() > line_max) give_up("The mail server sends a line without an end.");
      receive_more();
    }
  }

  std::string bytes(std::size_t count) {
    while (buffer.size() < count) receive_more();
    auto found = buffer.substr(0, count);
    buffer.erase(0, count);
    return found;
  }

  /// Sends a command and calls with each line of its answer that is not the last.
  void command(const std::string& text, const std::function<void(const std::string&)>& untagged) {
    // The tags of libcurl begin with other letters.
    const auto tag = "ACC" + std::to_string(++commands);
    send(tag + " " + text + "\r\n");
    for (;;) {
      const auto answer = line();
      if (!answer.starts_with(tag + " ")) {
        untagged(answer);
        continue;
      }
      if (!answer.substr(tag.size() + 1).starts_with("OK"))
        give_up("The mail server said: " + said(answer.substr(tag.size() + 1)),
                "Check the name of the folder under Mail, and whether the user may read and mark messages "
                "there.");
      return;
    }
  }
};

namespace {

/// `* 3 FETCH (UID 7 BODY[]<0> {1234}` → 1234
std::optional<std::size_t> literal_of(std::string_view line) {
  if (!line.ends_with('}')) return std::nullopt;
  const auto open = line.rfind('{');
  if (open == std::string_view::npos) return std::nullopt;
  const auto digits = line.substr(open + 1, line.size() - open - 2);
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return size;
}

}  // namespace

Mailbox::Mailbox(const Login& login, const std::atomic<bool>& is_stopping)
    : state_(std::make_unique<State>(State{is_stopping})) {
  begin_curl();
  state_->curl = curl_easy_init();
  CHECK(state_->curl != nullptr);
  auto* curl = state_->curl;
  set_up(curl, login, is_stopping, "imap,imaps");
  std::array<char, CURL_ERROR_SIZE> words{};
  curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words.data());
  const auto code = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  if (code != CURLE_OK) {
    const auto error = said(words[0] != '\0' ? words.data() : curl_easy_strerror(code));
    curl_easy_cleanup(curl);
    give_up(error, remedy_for(code, login));
  }
  try {
    state_->command(std::string("SELECT") + " \"" + login.server.folder + "\"", [](const std::string&) {});
  } catch (...) {
    curl_easy_cleanup(curl);
    throw;
  }
}

Mailbox::~Mailbox() { curl_easy_cleanup(state_->curl); }

std::vector<std::uint32_t> Mailbox::unread(std::size_t at_most) {
  std::vector<std::uint32_t> found;
  state_->command("UID SEARCH UNSEEN", [&](const std::string& line) {
    if (!line.starts_with("* SEARCH")) return;
    for (const auto word : split(std::string_view(line).substr(8), ' ')) {
      std::uint32_t number = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
      if (error == std::errc() && end == word.data() + word.size() && number > 0) found.push_back(number);
    }
  });
  std::ranges::sort(found);
  if (found.size() > at_most) found.resize(at_most);
  return found;
}

std::string Mailbox::fetch(std::uint32_t number) {
  std::string message;
  const auto part = "<0." + std::to_string(message_bytes_max) + ">";
  state_->command("UID FETCH " + std::to_string(number) + " BODY.PEEK[]" + part,
                  [&](const std::string& line) {
                    const auto size = literal_of(line);
                    if (!size) return;
                    if (*size > message_bytes_max) give_up("The mail server sends more than was asked for.");
                    message = state_->bytes(*size);
                  });
  return message;
}

void Mailbox::mark_read(std::uint32_t number) {
  state_->command("UID STORE " + std::to_string(number) + " +FLAGS.SILENT (\\Seen)",
                  [](const std::string&) {});
}

namespace {

std::optional<MailSetting> mailbox_to_read(Database& database) {
  return database.read(Actor{}, [](const Read& read) -> std::optional<MailSetting> {
    const auto company = people::find_company(read);
    if (!company || company->is_demo) return std::nullopt;
    auto setting = find_setting(read);
    return setting && !setting->mailbox.empty() ? setting : std::nullopt;
  });
}

/// What is gone between looking and fetching is nothing to take.
void take_unread(Mailbox& mailbox, const std::atomic<bool>& is_stopping,
                 const std::function<void(std::string_view)>& take) {
  for (const auto number : mailbox.unread(at_once_max)) {
    if (is_stopping) return;
    const auto raw = mailbox.fetch(number);
    if (raw.empty()) continue;
    take(raw);
    mailbox.mark_read(number);
  }
}

}  // namespace

void read_mailbox(Database& database, const Passwords& passwords, const std::atomic<bool>& is_stopping,
                  const std::function<void(std::string_view raw)>& take) {
  const auto setting = mailbox_to_read(database);
  if (!setting) return;
  const auto server = imap_server(setting->mailbox);
  const auto login = login_of(setting->mailbox, server, setting->mailbox_user, passwords);
  if (!login)
    return note_failed(
        database, "in", "There is no password for " + setting->mailbox_user + " at " + server->host + ".",
        "Add it to the file that accord serve is given as --mail-passwords, and start Accord anew.");
  try {
    Mailbox mailbox(*login, is_stopping);
    take_unread(mailbox, is_stopping, take);
    note_worked(database, "in");
  } catch (const MailboxTrouble& trouble) {
    if (!is_stopping) note_failed(database, "in", trouble.error, trouble.remedy);
  }
}

}  // namespace accord::mail
