// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

/// Whole database files, as `backup` and `restore` handle them.
namespace accord::app {

/// Copies a file that may be in use, as of one commit; the target appears only when it is whole and on disk.
void copy_database(const std::string& from, const std::string& to);
/// What is wrong with the file as a database, in the words of SQLite; nothing where it is sound.
std::optional<std::string> damage_of(const std::string& path);
/// Whether another program, such as a running server, has the file open.
bool is_in_use(const std::string& path);
/// Gives a closed file the name of another, whose place it takes at once: whoever looks finds the one or the
/// other, whole, also after a loss of power.
void put_in_place(const std::string& from, const std::string& to);
/// Removes the file and what SQLite keeps beside it.
void remove_database(const std::string& path);

}  // namespace accord::app
