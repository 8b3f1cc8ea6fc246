// SPDX-License-Identifier: Apache-2.0
import type { WishRow } from "../ui/api.gen";

type Wish = Pick<WishRow, "medium" | "says">;

const words: Record<Wish["medium"], Record<Wish["says"], string>> = {
  call: { refuses: "No calls", agrees: "May be called" },
  email: { refuses: "No e-mail", agrees: "May get e-mail" },
  mail: { refuses: "No letters", agrees: "May get letters" },
};

/** What somebody said about being reached, in few words. */
export const said_in_words = ({ medium, says }: Wish): string => words[medium][says];
