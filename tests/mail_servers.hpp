// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/check.hpp"

/// Mail servers on this machine for tests: they speak as much of their protocol as a client needs, and note
/// what they were told.
namespace accord::tests {

/// A conversation in lines with one client.
class Lines {
 public:
  explicit Lines(int socket) : socket_(socket) {}
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;
  ~Lines() { SSL_free(tls_); }
  /// From now on the conversation is encrypted; false where the client wants none of it.
  bool encrypt(SSL_CTX* context) {
    tls_ = SSL_new(context);
    CHECK(tls_ != nullptr && SSL_set_fd(tls_, socket_) == 1);
    return SSL_accept(tls_) == 1;
  }
  bool is_encrypted() const { return tls_ != nullptr; }
  /// False where the client is gone.
  bool read(std::string& line) {
    for (;;) {
      const auto end = buffer_.find("\r\n");
      if (end != std::string::npos) {
        line = buffer_.substr(0, end);
        buffer_.erase(0, end + 2);
        return true;
      }
      char part[4096];
      const auto received =
          tls_ != nullptr ? SSL_read(tls_, part, sizeof part) : ::recv(socket_, part, sizeof part, 0);
      if (received <= 0) return false;
      buffer_.append(part, static_cast<std::size_t>(received));
    }
  }
  void say(const std::string& text) {
    const auto whole = text + "\r\n";
    for (std::size_t at = 0; at < whole.size();) {
      const auto left = whole.size() - at;
      const auto sent = tls_ != nullptr ? SSL_write(tls_, whole.data() + at, static_cast<int>(left))
                                        : ::send(socket_, whole.data() + at, left, MSG_NOSIGNAL);
      if (sent <= 0) return;
      at += static_cast<std::size_t>(sent);
    }
  }

 private:
  int socket_;
  SSL* tls_ = nullptr;
  std::string buffer_;
};

/// When a server speaks TLS, and by which certificate.
struct Encryption {
  enum class When : std::uint8_t { never, from_the_start, when_asked };
  When when = When::never;
  std::shared_ptr<SSL_CTX> by{};
};

/// Takes one client after the other in a thread of its own.
class LineServer {
 public:
  explicit LineServer(Encryption encryption)
      : encryption_(std::move(encryption)), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    CHECK(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    CHECK(::listen(socket_, 8) == 0);
    CHECK(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  LineServer(const LineServer&) = delete;
  LineServer& operator=(const LineServer&) = delete;
  virtual ~LineServer() { ::close(socket_); }
  std::string port() const { return std::to_string(port_); }

 protected:
  /// Called by the last class of all, which is whole then.
  void begin() {
    thread_ = std::thread([this] {
      for (;;) {
        const int client = ::accept(socket_, nullptr, nullptr);
        if (client < 0) return;
        // A client that says nothing fails its test instead of hanging it.
        const timeval patience{10, 0};
        ::setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        serve(client);
        ::close(client);
      }
    });
  }
  void end() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
  }
  virtual void talk(Lines&) = 0;
  bool offers_encryption(const Lines& lines) const {
    return encryption_.when == Encryption::When::when_asked && !lines.is_encrypted();
  }
  bool encrypt(Lines& lines) const { return lines.encrypt(encryption_.by.get()); }
  std::mutex mutex_;

 private:
  void serve(int client) {
    Lines lines(client);
    if (encryption_.when == Encryption::When::from_the_start && !encrypt(lines)) return;
    talk(lines);
  }

  Encryption encryption_;
  int socket_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

class SmtpServer final : public LineServer {
 public:
  explicit SmtpServer(Encryption encryption = {}) : LineServer(std::move(encryption)) { begin(); }
  ~SmtpServer() override { end(); }

  /// What the next commands of that kind are answered; after those, yes.
  void answer_recipients(std::deque<std::string> answers) { set(recipient_answers_, std::move(answers)); }
  void answer_texts(std::deque<std::string> answers) { set(text_answers_, std::move(answers)); }
  struct Taken {
    std::string from, to, text;
    bool is_encrypted = false;
  };
  std::vector<Taken> taken() {
    const std::lock_guard lock(mutex_);
    return taken_;
  }
  /// Every command, as it was said; `!` stands before those that anybody could read on the way.
  std::vector<std::string> heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
  }

 private:
  void set(std::deque<std::string>& mine, std::deque<std::string> answers) {
    const std::lock_guard lock(mutex_);
    mine = std::move(answers);
  }
  std::string next(std::deque<std::string>& answers) {
    const std::lock_guard lock(mutex_);
    if (answers.empty()) return "250 OK";
    auto answer = answers.front();
    answers.pop_front();
    return answer;
  }
  void talk(Lines& lines) override {
    lines.say("220 test ESMTP");
    Taken message;
    for (std::string line; lines.read(line);) {
      note((lines.is_encrypted() ? "" : "!") + line);
      if (line.starts_with("EHLO")) {
        lines.say("250-test");
        if (lines.is_encrypted()) lines.say("250-AUTH PLAIN");
        lines.say(offers_encryption(lines) ? "250 STARTTLS" : "250 8BITMIME");
      } else if (line == "STARTTLS" && offers_encryption(lines)) {
        lines.say("220 Go on");
        if (!encrypt(lines)) return;
      } else if (line == "AUTH PLAIN") {
        lines.say("334 ");
        if (!lines.read(line)) return;
        note(lines.is_encrypted() ? "AUTH with a password" : "!AUTH with a password");
        lines.say("235 Welcome");
      } else if (line.starts_with("MAIL FROM:")) {
        message = {line.substr(10), "", "", lines.is_encrypted()};
        lines.say("250 OK");
      } else if (line.starts_with("RCPT TO:")) {
        message.to = line.substr(8);
        lines.say(next(recipient_answers_));
      } else if (line == "DATA") {
        lines.say("354 Go on");
        take_text(lines, message);
      } else if (line == "QUIT") {
        return lines.say("221 Bye");
      } else {
        lines.say("250 test");
      }
    }
  }
  void take_text(Lines& lines, Taken& message) {
    std::string line;
    while (lines.read(line) && line != ".")
      message.text += (line.starts_with("..") ? line.substr(1) : line) + "\r\n";
    // Of a client that is gone before it had ended, nothing is taken.
    if (line != ".") return;
    const auto answer = next(text_answers_);
    if (answer.starts_with("2")) {
      const std::lock_guard lock(mutex_);
      taken_.push_back(message);
    }
    lines.say(answer);
  }

  void note(const std::string& command) {
    const std::lock_guard lock(mutex_);
    heard_.push_back(command);
  }

  std::vector<std::string> heard_;
  std::deque<std::string> recipient_answers_, text_answers_;
  std::vector<Taken> taken_;
};

class ImapServer final : public LineServer {
 public:
  explicit ImapServer(Encryption encryption = {}) : LineServer(std::move(encryption)) { begin(); }
  ~ImapServer() override { end(); }

  void add(const std::string& raw) {
    const std::lock_guard lock(mutex_);
    messages_.push_back({raw, false});
  }
  /// Hangs up instead of marking the next message: what a program that is killed just then leaves behind.
  void hang_up_before_marking() {
    const std::lock_guard lock(mutex_);
    hangs_up_ = true;
  }
  int fetches() {
    const std::lock_guard lock(mutex_);
    return fetches_;
  }
  int unread() {
    const std::lock_guard lock(mutex_);
    int count = 0;
    for (const auto& message : messages_) count += message.is_read ? 0 : 1;
    return count;
  }
  /// Whether somebody signed in where anybody could read it on the way.
  bool is_login_open() {
    const std::lock_guard lock(mutex_);
    return is_login_open_;
  }
  std::string login() {
    const std::lock_guard lock(mutex_);
    return login_;
  }

 private:
  struct Message {
    std::string raw;
    bool is_read = false;
  };

  void talk(Lines& lines) override {
    lines.say("* OK test");
    for (std::string line; lines.read(line);) {
      const auto space = line.find(' ');
      const auto tag = line.substr(0, space), command = line.substr(space + 1);
      const std::lock_guard lock(mutex_);
      if (command.starts_with("LOGIN") && !lines.is_encrypted()) is_login_open_ = true;
      if (command == "CAPABILITY")
        lines.say("* CAPABILITY IMAP4rev1" + std::string(offers_encryption(lines) ? " STARTTLS" : ""));
      if (!answer(lines, command)) return;
      lines.say(tag + " OK done");
      if (command == "STARTTLS" && !encrypt(lines)) return;
      if (command == "LOGOUT") return;
    }
  }
  /// False to hang up.
  bool answer(Lines& lines, const std::string& command) {
    if (command.starts_with("LOGIN")) login_ = command;
    if (command.starts_with("SELECT")) lines.say("* " + std::to_string(messages_.size()) + " EXISTS");
    if (command == "UID SEARCH UNSEEN") search(lines);
    if (command.starts_with("UID FETCH ")) fetch(lines, std::stoul(command.substr(10)));
    if (command.starts_with("UID STORE ")) {
      if (std::exchange(hangs_up_, false)) return false;
      messages_.at(std::stoul(command.substr(10)) - 1).is_read = true;
    }
    return true;
  }
  void search(Lines& lines) {
    std::string found = "* SEARCH";
    for (std::size_t i = 0; i < messages_.size(); ++i) {
      if (!messages_[i].is_read) found += " " + std::to_string(i + 1);
    }
    lines.say(found);
  }
  void fetch(Lines& lines, std::size_t number) {
    ++fetches_;
    const auto& raw = messages_.at(number - 1).raw;
    lines.say("* " + std::to_string(number) + " FETCH (UID " + std::to_string(number) + " BODY[]<0> {" +
              std::to_string(raw.size()) + "}");
    lines.say(raw + ")");
  }

  std::vector<Message> messages_;
  bool hangs_up_ = false, is_login_open_ = false;
  int fetches_ = 0;
  std::string login_;
};

}  // namespace accord::tests
