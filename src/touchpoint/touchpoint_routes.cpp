// SPDX-License-Identifier: Apache-2.0
#include "touchpoint/touchpoint_store.hpp"

namespace accord::touchpoint {
namespace {

Listed<TouchpointRow> touchpoints(const Read& read, const web::Input& input) {
  return list_touchpoints(read, input.list());
}

}  // namespace

const Subject subject{
    .name = "touchpoint",
    .schema = schema(),
    .routes = {web::get_list<TouchpointRow>(
        "/touchpoints", see_touchpoints,
        "List how customers met the firm, through either side; calls, visits and demos that were logged too.",
        touchpoints)},
    .pages = {{"/touchpoints", "Touchpoints", "Demand", see_touchpoints, "TouchpointsPage"}},
    .checks = {{"touchpoints_refer_to_what_is_there",
                "Each touchpoint's account, campaign and channel are there.", strays},
               {"touchpoints_belong_to_a_side", "All touchpoints are sales' or marketing's.", sideless}}};

}  // namespace accord::touchpoint
