// SPDX-License-Identifier: Apache-2.0

const words: Record<string, string> = {
  sales: "Sales",
  marketing: "Marketing",
  both: "Both",
  arbiter: "Arbiter",
  none: "No side",
};

/** Whose move it is: a coloured square and the word, since colour alone says nothing to many. */
export function Side({ side }: { side: string }) {
  return (
    <span className="side">
      <span className="side-square" data-side={side} aria-hidden="true" />
      {words[side] ?? side}
    </span>
  );
}
