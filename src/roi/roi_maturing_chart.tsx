// SPDX-License-Identifier: Apache-2.0
import { useComputedColorScheme } from "@mantine/core";
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Cohort } from "../ui/api.gen";
import { drawn_of } from "./roi_cohort_question";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

/** A line for each month of spend: how much of it was back by so many months. The youngest stand out; the one that is not over is left to the table. */
export default function MaturingChart({ cohorts }: { cohorts: readonly Cohort[] }) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  useEffect(() => {
    const element = place.current;
    if (!element || element.clientWidth === 0) return;
    const chart = init(element, null, { renderer: "svg" });
    chart.setOption(options_of(cohorts, getComputedStyle(element), scheme === "dark"));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [cohorts, scheme]);
  return <div ref={place} className="cohorts-chart" role="img" aria-label="How much of each month's spend was back, by months since; the table above says the same." />;
}

function options_of(cohorts: readonly Cohort[], { color: ink, fontFamily }: CSSStyleDeclaration, is_dark: boolean) {
  const drawn = drawn_of(cohorts).filter((cohort) => cohort.cells.some((cell) => typeof cell.multiple.number === "number"));
  const ages = Math.max(0, ...drawn.map((cohort) => cohort.cells.length));
  const quiet = is_dark ? "#5c5f66" : "#adb5bd";
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 48, right: 96, top: 12, bottom: 40 },
    tooltip: { trigger: "item", valueFormatter: (value: unknown) => `${Math.round(Number(value))}%` },
    xAxis: { type: "category", data: [...Array(ages).keys()], name: "months since", nameLocation: "middle", nameGap: 26, axisLabel: { color: ink }, nameTextStyle: { color: ink } },
    yAxis: { type: "value", axisLabel: { color: ink, formatter: "{value}%" }, splitLine: { lineStyle: { color: quiet, opacity: 0.35 } } },
    series: drawn.map((cohort, at) => ({
      type: "line",
      name: cohort.name,
      // A dashed end: orders of that month are still coming in.
      data: cohort.cells.map((cell) => ({ value: cell.multiple.number ?? null, symbol: cell.is_incomplete ? "emptyCircle" : "circle" })),
      symbolSize: 5,
      lineStyle: { width: cohort.is_final ? 1 : 2, type: cohort.is_final ? "solid" : "dashed", opacity: cohort.is_final ? 0.55 : 1 },
      color: `hsl(${228 - at * 6}, ${is_dark ? 75 : 60}%, ${is_dark ? 70 : 45}%)`,
      endLabel: { show: !cohort.is_final || at === drawn.length - 1, formatter: cohort.name, color: ink, fontSize: 11 },
      labelLayout: { moveOverlap: "shiftY" },
    })),
  };
}
