// SPDX-License-Identifier: Apache-2.0
// What figures of handoffs come to, worked out again from the handoffs that their workings list.
import { minors } from "./numbers.mjs";

const counted = (name) => async (working) => (await working.rows(name)).length;

/** The first time by which so large a part had it; those that wait count for as long as they have waited. */
function quantile(rows, hours, has_it, part) {
  if (rows.length < 5) return null;
  const sorted = rows.map((row) => [Math.round(hours(row) * 3600), has_it(row)]).sort(([a], [b]) => a - b);
  let stays = 1;
  for (let at = 0; at < sorted.length; ) {
    const [tick] = sorted[at];
    let left = 0, end = at;
    for (; end < sorted.length && sorted[end][0] === tick; end += 1) left += sorted[end][1] ? 1 : 0;
    stays *= 1 - left / (sorted.length - at);
    if (left > 0 && stays <= 1 - part + 1e-12) return tick / 3600;
    at = end;
  }
  return null;
}

const response = (part) => async (working) =>
  quantile(await working.rows(/^with a known time$/), (row) => row.response_hours, (row) => row.has_responded, part);
const routing = async (working) =>
  quantile(await working.rows(/^with a known time$/), (row) => row.routing_hours, (row) => !row.is_nobodys, 0.5);

/** Of fewer than ten no share is told. */
const share_of = (part, whole) => (whole < 10 ? null : (100 * part) / whole);
const share = (part, rest) => async (working) => {
  const [yes, no] = await Promise.all([working.rows(part), working.rows(rest)]);
  return share_of(yes.length, yes.length + no.length);
};

async function acceptance(working) {
  const [accepted, decided] = await Promise.all([working.rows(/^accepted or answered$/), working.rows(/^decided$/)]);
  return share_of(accepted.length, decided.length);
}

export const handoff_formulas = [
  [/^what was handed over in these days$/, counted(/^handoffs$/)],
  [/^those of them that (are (waiting|rejected|recycled)|were accepted, or answered)$/, counted(/^handoffs$/)],
  [/^those accepted that were won$/, counted(/^handoffs$/)],
  [/^accepted or answered ÷ decided$/, acceptance],
  [/^the first business time by which half had a response/, response(0.5)],
  [/^the first business time by which nine of ten had a response/, response(0.9)],
  [/^the first business time by which half had somebody/, routing],
  [/^in time ÷ \(in time \+ late\)/, share(/^in time$/, /^late$/)],
  [/^won ÷ \(won \+ lost\), of those accepted$/, share(/^won$/, /^lost$/)],
  [/^what those that wait and are open are worth$/, async (working) => minors(await working.rows(/^handoffs that wait$/), "worth")],
  [/^what their campaigns cost in the year up to the last of these days, shared equally/, async (working) => minors(await working.rows(/^dead ones$/), "spent")],
  [/^what the campaign cost in a year, shared equally/, async (working) => minors(await working.rows(/^leads rejected for this$/), "spent")],
  [/^what was spent in a year on the channel/, async (working) => minors(await working.rows(/^leads rejected for this$/), "spent")],
];
