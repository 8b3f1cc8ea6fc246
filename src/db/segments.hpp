// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "db/segment.hpp"

namespace accord {

/// Where a database's column files stand: in a folder beside its file, which may be removed at any time.
std::string segments_folder_of(const std::string& database_path);

/// The column files of one database, mapped once and shared by all who read.
class Segments {
 public:
  using Notice = std::function<void(const std::string&)>;
  /// Puts a new one in the file's place and maps it; nothing where the disk does not take it.
  using Put = std::function<Segment::Held(const SegmentWriter&)>;
  /// Takes what is there, or nothing, and gives back what is to be used: the same, a new one, or none.
  using Renew = std::function<Segment::Held(const Segment::Held& found, const Put& put)>;

  explicit Segments(std::string folder);

  /// Of one file only one at a time looks and makes; whoever comes meanwhile waits and finds what the first
  /// has made. Others are opened beside it: a server that has just started reads two of them at once.
  Segment::Held renew(const std::string& name, std::string_view layout, const Renew&);
  /// Who hears why a file was made anew, or could not be; without it, standard error.
  void on_notice(Notice);

 private:
  struct File {
    std::mutex mutex;
    Segment::Held held;
  };

  File& file_of(const std::string& name);
  void notice(const std::string& line);
  Segment::Held open(const std::string& name, std::string_view layout);
  Segment::Held put(const std::string& name, std::string_view layout, const SegmentWriter&);
  std::string path_of(const std::string& name) const { return folder_ + "/" + name; }

  std::string folder_;
  std::mutex mutex_;  ///< of what follows; never held while a file is read or made
  Notice notice_;
  std::map<std::string, File> files_;
};

}  // namespace accord
