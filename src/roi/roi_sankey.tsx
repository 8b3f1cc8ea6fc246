// SPDX-License-Identifier: Apache-2.0
import { useComputedColorScheme } from "@mantine/core";
import { SankeyChart } from "echarts/charts";
import { TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { RoiFlow } from "../ui/api.gen";
import { as_sentence, count_of, format_percent } from "../ui/format";
import { useReader } from "../ui/session";

use([SankeyChart, TooltipComponent, CanvasRenderer]);

/** From the first touchpoints to the order, or to none: one column for each step. */
export default function Sankey({ flow }: { flow: RoiFlow }) {
  const element = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  const reader = useReader();
  useEffect(() => {
    const chart = init(element.current!, null, { renderer: "canvas" });
    chart.setOption(option_of(flow, reader));
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(element.current!);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [flow, scheme, reader]);
  const heads = heads_of(flow);
  return (
    <>
      <p className="quiet roi-sankey-hint">The drawing goes on to the right, {heads.length - 1} steps in all: swipe it sideways.</p>
      <div className="roi-sankey-scroll scrolls" role="region" aria-label="Flow of journeys" tabIndex={0}>
        <div className="roi-sankey-heads" aria-hidden="true">
          {heads.map((words, at) => (
            <span key={words} style={{ left: `calc(${margins.left}px + (100% - ${margins.left + margins.right + node_width}px) * ${at / Math.max(1, heads.length - 1)})` }}>
              {words}
            </span>
          ))}
        </div>
        <div ref={element} className="roi-sankey" role="img" aria-label={as_sentence(`${flow.sentence}; the table below has its numbers`)} />
      </div>
    </>
  );
}

/** Where the columns stand in the drawing, in pixels. */
const margins = { left: 6, right: 96 }, node_width = 12;
const steps_of = (flow: RoiFlow) => [...new Set(flow.nodes.map((node) => node.step))].sort((a, b) => a - b);

/** What the columns are: the first touchpoint of each journey, the next, … and what came of it. */
function heads_of(flow: RoiFlow): string[] {
  const steps = steps_of(flow);
  return steps.map((step, at) => {
    if (at === steps.length - 1) return "Outcome";
    const is_rest = flow.nodes.filter((node) => node.step === step).every(({ name }) => name.startsWith("…"));
    return is_rest ? "Later" : `Step ${at + 1}`;
  });
}

function option_of(flow: RoiFlow, reader: ReturnType<typeof useReader>) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const text = colour("--mantine-color-text"), dimmed = colour("--mantine-color-dimmed"), line = colour("--accord-line");
  const steps = steps_of(flow);
  const is_order = (at: number) => flow.nodes[at]!.step === steps.at(-1) && flow.nodes[at]!.name === "Order";
  const colour_of = (at: number) => {
    const { side } = flow.nodes[at]!;
    if (side === "sales" || side === "marketing") return colour(`--accord-${side}`);
    return is_order(at) ? colour("--accord-link") : dimmed;
  };
  return {
    animation: false,
    tooltip: {
      renderMode: "richText",
      backgroundColor: colour("--mantine-color-body"),
      borderColor: line,
      textStyle: { color: text, fontSize: 12 },
      formatter: ({ dataType, data }: { dataType: string; data: { at: number } }) =>
        dataType === "node" ? words_of_node(flow, data.at, reader) : words_of_link(flow, data.at, reader),
    },
    series: {
      type: "sankey",
      ...margins,
      top: 8,
      bottom: 8,
      nodeWidth: node_width,
      nodeGap: 10,
      draggable: false,
      emphasis: { focus: "adjacency" },
      // Labels lie on ribbons: a halo in the page's colour keeps them legible.
      label: { color: text, fontSize: 12, width: 104, overflow: "truncate", textBorderColor: colour("--mantine-color-body"), textBorderWidth: 3 },
      lineStyle: { color: "source", opacity: 0.28, curveness: 0.5 },
      data: flow.nodes.map((node, at) => ({
        at,
        name: String(at),
        depth: steps.indexOf(node.step),
        itemStyle: { color: colour_of(at), borderWidth: 0 },
        label: { formatter: node.name },
      })),
      links: flow.links.map((link, at) => ({ at, source: String(link.from), target: String(link.to), value: link.journeys })),
    },
  };
}

function words_of_node(flow: RoiFlow, at: number, reader: ReturnType<typeof useReader>): string {
  const node = flow.nodes[at]!;
  return `${node.name}: ${count_of(node.journeys, "journey", "journeys", reader)}`;
}

function words_of_link(flow: RoiFlow, at: number, reader: ReturnType<typeof useReader>): string {
  const { from_name, to_name, journeys, orders, still_open } = flow.links[at]!;
  const ended = journeys - still_open;
  const what_came = ended > 0 ? `${format_percent((100 * orders) / ended, reader)} of those that have ended led to an order` : "none of them has ended yet";
  return `${from_name} › ${to_name}: ${count_of(journeys, "journey", "journeys", reader)}\n${what_came}`;
}
