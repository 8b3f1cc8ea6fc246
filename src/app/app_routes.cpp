// SPDX-License-Identifier: Apache-2.0
#include "app/app.hpp"
#include "app/reference.hpp"
#include "people/people.hpp"
#include "web/openapi.hpp"
#include "web/refusal_reply.hpp"

namespace accord::app {
namespace {

web::OpenApi show_openapi(const Read&, const web::Input&) { return web::openapi(installed_subjects()); }

/// Says whether it may be done; `Reception` does it once this was answered.
web::Done agree_to_removal(web::Work& work) {
  const auto company =
      work.database.read(work.actor, [](const Read& read) { return people::find_company(read); });
  refuse_if(!company || !company->is_demo, not_a_demo);
  return {};
}

}  // namespace

const Subject subject{
    .name = "app",
    .schema = {.subject = "app"},
    .routes = {web::get("/openapi", see_api, "Describes every route as OpenAPI 3.1.", show_openapi),
               web::serve(web::refusals_path, web::anyone, "Tell every refusal, and what to do then.",
                          "text/html", show_refusals),
               web::work(web::Method::post, demo_removal_path, remove_demo,
                         "Remove the demo company and go on with one's own file.", agree_to_removal)},
    .pages = {{"/api", "API", "", see_api, "ApiPage"}},
    .rules = {&not_a_demo},
};

}  // namespace accord::app
