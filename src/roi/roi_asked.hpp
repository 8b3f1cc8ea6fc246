// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi.hpp"

namespace accord::roi {

/// What a request asks of the return; what it leaves out is the usual.
Question asked(const Read&, const web::Input&);

}  // namespace accord::roi
