// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "db/write.hpp"

/// A field that holds the ids of several other records, such as a campaign's products, has rows of its own
/// beside the record's table: `campaign_products` has one for each item, `campaign_products_was` those of
/// before. The list is a set: each id stands once, in the order of the numbers. A view that shows such
/// records has its lists in views of the same two columns: `campaign_row_products (id, item)`.
namespace accord {

bool is_id_list(const FieldInfo&);
/// `campaign_products`
std::string list_table(const RecordInfo&, const FieldInfo&);

std::vector<std::string> create_list_statements(const RecordInfo&, const FieldInfo&, Dialect);
/// Every other statement that `db` runs for the list; also prepared on PostgreSQL by a test.
std::vector<std::string> list_statements(const RecordInfo&, const FieldInfo&);

/// The ids that the member holds, and putting others in their place.
std::vector<std::int64_t> ids_in(const FieldInfo&, const void* record);
void put_ids(const FieldInfo&, void* record, const std::vector<std::int64_t>& ids);

/// What the list holds now, and what it held when that commit was the last.
std::vector<std::int64_t> items_of(const Read&, const RecordInfo&, const FieldInfo&, std::int64_t id);
std::vector<std::int64_t> items_at(const Read&, const RecordInfo&, const FieldInfo&, std::int64_t id,
                                   std::int64_t commit);
/// Adds and takes away what differs from the ids wanted.
void store_items(Write&, const RecordInfo&, const FieldInfo&, std::int64_t id,
                 const std::vector<std::int64_t>& wanted);

}  // namespace accord
