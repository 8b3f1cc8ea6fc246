// SPDX-License-Identifier: Apache-2.0
import type { ReviewActionLine, ReviewDecisionLine } from "../ui/api.gen";
import { format_day } from "../ui/format";
import { useReader } from "../ui/session";
import { Side } from "../ui/side";

interface Props {
  decisions: readonly ReviewDecisionLine[];
  actions: readonly ReviewActionLine[];
}

/** What a review recorded: decisions in words, then who does what by when. */
export function Recorded({ decisions, actions }: Props) {
  const reader = useReader();
  if (decisions.length + actions.length === 0) return null;
  return (
    <ul className="recorded">
      {decisions.map((one) => (
        <li key={one.at + one.decision}>
          <span className="recorded-kind">Decided</span>
          <span>{one.decision}</span>
          <span className="quiet">recorded by {one.person}</span>
        </li>
      ))}
      {actions.map((one) => (
        <li key={one.id}>
          <span className="recorded-kind">Action</span>
          <span>{one.what}</span>
          <span className="quiet">
            {one.person}
            {one.side !== "none" && <Side side={one.side} />} by {format_day(one.due_on, reader)}
            {one.done_on && `, done ${format_day(one.done_on, reader)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
