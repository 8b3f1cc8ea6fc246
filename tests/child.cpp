// SPDX-License-Identifier: Apache-2.0
#include "tests/child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "base/check.hpp"

namespace accord::tests {
namespace {

[[noreturn]] void run_and_exit(const std::function<void(int)>& work, int output) {
  try {
    work(output);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    _exit(EXIT_FAILURE);
  }
  _exit(EXIT_SUCCESS);
}

}  // namespace

Child::Child(const std::function<void(int output)>& work) {
  int ends[2];
  CHECK(pipe2(ends, O_CLOEXEC) == 0);
  pid_ = fork();
  CHECK(pid_ >= 0);
  if (pid_ == 0) run_and_exit(work, ends[1]);
  close(ends[1]);
  output_ = ends[0];
}

Child::~Child() {
  if (!is_over_) kill_now();
  close(output_);
}

void Child::hear(std::size_t lines) {
  while (static_cast<std::size_t>(std::ranges::count(heard_, '\n')) < lines && hear_more()) {
  }
}

bool Child::kill_now() {
  kill(pid_, SIGKILL);
  return !wait();
}

std::optional<int> Child::wait() {
  int status = 0;
  CHECK(waitpid(pid_, &status, 0) == pid_);
  is_over_ = true;
  return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

std::string Child::said() {
  while (hear_more()) {
  }
  return heard_;
}

bool Child::hear_more() {
  char piece[4096];
  const auto count = read(output_, piece, sizeof piece);
  if (count > 0) heard_.append(piece, static_cast<std::size_t>(count));
  return count > 0;
}

}  // namespace accord::tests
