// SPDX-License-Identifier: Apache-2.0
import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { url_of } from "../ui/api";
import type { Roi, RoiLine, RoiOnly } from "../ui/api.gen";
import { useAddress } from "../ui/data";
import { words_of } from "../ui/described";
import { alone_in, dimensions_of_filters, only_name, type Filter, type Question } from "./roi_question";

interface OnlyProps {
  report: Pick<Roi, "from_day" | "until_day" | "only">;
  asked: Question;
  ask: (changed: Question) => void;
}

/** Asks for one line alone: first of what, then which; what else is asked stays. */
export function ChooseOnly({ report, asked, ask }: OnlyProps) {
  const [by, choose] = useState<Filter | null>(null);
  const open = dimensions_of_filters.filter((dimension) => !asked[only_name(dimension)]);
  if (open.length === 0) return null;
  return (
    <>
      <Select
        label="Of one alone"
        placeholder="Everything"
        clearable
        data={open.map((dimension) => ({ value: dimension, label: words_of(dimension) }))}
        value={by}
        onChange={(chosen) => choose(open.find((dimension) => dimension === chosen) ?? null)}
      />
      {by && (
        <WhichLine
          by={by}
          report={report}
          on_choose={(line) => {
            choose(null);
            ask({ [only_name(by)]: line });
          }}
        />
      )}
    </>
  );
}

/** The lines of these days, by their names; sides are told by name in an address, all else by number. */
function WhichLine({ by, report, on_choose }: { by: Filter; report: OnlyProps["report"]; on_choose: (line: string) => void }) {
  const query = useAddress<{ items: RoiLine[] }>(
    url_of("/roi/lines", {}, { by, from: report.from_day, until: report.until_day, order: "name", limit: "1000" }),
  );
  const value_of = (line: RoiLine) => (by === "side" ? (line.side ?? "none") : String(line.id));
  return (
    <Select
      label={`Which ${by}`}
      placeholder={query.isPending ? "Reading…" : "Choose one"}
      searchable
      autoFocus
      data={(query.data?.items ?? []).map((line) => ({ value: value_of(line), label: line.name }))}
      value={null}
      onChange={(chosen) => chosen && on_choose(chosen)}
    />
  );
}

/** What is asked for alone, each to be left out again, and what that keeps. */
export function AskedAlone({ report, ask }: Omit<OnlyProps, "asked">) {
  if (report.only.length === 0) return null;
  return (
    <>
      <p className="roi-only">
        Of {report.only.length === 1 ? "this" : "these"} alone:
        {report.only.map((one) => (
          <Button
            key={one.by}
            className="no-print"
            size="compact-sm"
            variant="default"
            rightSection="×"
            aria-label={`Leave out ${words_of(one.by).toLowerCase()} ${one.name}`}
            onClick={() => ask({ [only_name(one.by as Filter)]: "" })}
          >
            {words_of(one.by)}: {one.name}
          </Button>
        ))}
      </p>
      <p className="quiet roi-whose">{kept_in_words(report.only)}</p>
    </>
  );
}

/** Once for each way of keeping: "PX-100, West: orders, leads …". */
function kept_in_words(only: readonly RoiOnly[]): string {
  return only.map(({ name, sentence }) => `${name}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`).join(" ");
}

/** The same where a page lists what is behind a number: "of West alone". */
export function AloneOf({ question }: { question: Question }) {
  const { line: _line, columns: _columns, ...asked } = question;
  const query = useAddress<Roi>(alone_in(question).length > 0 ? url_of("/roi", {}, asked) : null);
  if (!query.data) return null;
  return <> Of {query.data.only.map((one) => one.name).join(" and ")} alone.</>;
}
