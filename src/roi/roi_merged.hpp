// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi_words.hpp"

namespace accord::roi {

/// ", with AdWords, which counts as it", and of a channel that was renamed ", called Web until 27 November
/// 2026"; empty where nothing counts as this channel or campaign, or of lines of other dimensions.
std::string with_merged(const Read&, Dimension, Key);
/// The same of an account's order: "; Acme Inc counts as the account, so its touchpoints are among them".
std::string with_merged_accounts(const Read&, std::int64_t account);
/// "Its touchpoints and orders are also those of Acme Inc, which counts as it: “Merged” lists it."
std::string merged_account_in_words(const Read&, std::int64_t account);
/// "1 channel and 2 accounts count as others."; empty where none does.
std::string merged_in_words(const Read&);

}  // namespace accord::roi
