// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <deque>
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
      const auto received = ::recv(socket_, part, sizeof part, 0);
      if (received <= 0) return false;
      buffer_.append(part, static_cast<std::size_t>(received));
    }
  }
  void say(const std::string& text) {
    const auto whole = text + "\r\n";
    for (std::size_t at = 0; at < whole.size();) {
      const auto sent = ::send(socket_, whole.data() + at, whole.size() - at, MSG_NOSIGNAL);
      if (sent <= 0) return;
      at += static_cast<std::size_t>(sent);
    }
  }

 private:
  int socket_;
  std::string buffer_;
};

/// Takes one client after the other in a thread of its own.
class LineServer {
 public:
  LineServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
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
        Lines lines(client);
        talk(lines);
        ::close(client);
      }
    });
  }
  void end() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
  }
  virtual void talk(Lines&) = 0;
  std::mutex mutex_;

 private:
  int socket_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

class SmtpServer final : public LineServer {
 public:
  SmtpServer() { begin(); }
  ~SmtpServer() override { end(); }

  /// What the next commands of that kind are answered; after those, yes.
  void answer_recipients(std::deque<std::string> answers) { set(recipient_answers_, std::move(answers)); }
  void answer_texts(std::deque<std::string> answers) { set(text_answers_, std::move(answers)); }
  struct Taken {
    std::string from, to, text;
  };
  std::vector<Taken> taken() {
    const std::lock_guard lock(mutex_);
    return taken_;
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
      if (line.starts_with("MAIL FROM:")) {
        message = {line.substr(10), "", ""};
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
    for (std::string line; lines.read(line) && line != ".";)
      message.text += (line.starts_with("..") ? line.substr(1) : line) + "\r\n";
    const auto answer = next(text_answers_);
    if (answer.starts_with("2")) {
      const std::lock_guard lock(mutex_);
      taken_.push_back(message);
    }
    lines.say(answer);
  }

  std::deque<std::string> recipient_answers_, text_answers_;
  std::vector<Taken> taken_;
};

class ImapServer final : public LineServer {
 public:
  ImapServer() { begin(); }
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
      if (!answer(lines, command)) return;
      lines.say(tag + " OK done");
      if (command == "LOGOUT") return;
    }
  }
  /// False to hang up.
  bool answer(Lines& lines, const std::string& command) {
    if (command == "CAPABILITY") lines.say("* CAPABILITY IMAP4rev1");
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
  bool hangs_up_ = false;
  int fetches_ = 0;
  std::string login_;
};

}  // namespace accord::tests
