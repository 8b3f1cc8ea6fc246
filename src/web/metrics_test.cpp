// SPDX-License-Identifier: Apache-2.0
#include "web/metrics.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace accord::web {
namespace {

TEST(ServerMetrics, CountRequestsByRouteAndStatusAndTheirTimes) {
  Metrics metrics;
  metrics.count("GET", "/people/{id}", 200, 0.004);
  metrics.count("GET", "/people/{id}", 200, 0.005);
  metrics.count("GET", "/people/{id}", 404, 30);
  MetricsText text;
  metrics.write(text);
  const auto written = text.take();
  const std::string labels = R"(method="GET",route="/people/{id}")";
  for (const auto& line : std::vector<std::string>{
           "accord_http_requests_total{" + labels + R"(,status="200"} 2)",
           "accord_http_requests_total{" + labels + R"(,status="404"} 1)",
           "accord_http_request_seconds_bucket{" + labels + R"(,le="0.002"} 0)",
           "accord_http_request_seconds_bucket{" + labels + R"(,le="0.005"} 2)",
           "accord_http_request_seconds_bucket{" + labels + R"(,le="5"} 2)",
           "accord_http_request_seconds_bucket{" + labels + R"(,le="+Inf"} 3)",
           "accord_http_request_seconds_sum{" + labels + "} 30.009",
           "accord_http_request_seconds_count{" + labels + "} 3",
       }) {
    EXPECT_NE(written.find(line + "\n"), std::string::npos) << line << "\n" << written;
  }
}

}  // namespace
}  // namespace accord::web
