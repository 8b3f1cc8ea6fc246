// SPDX-License-Identifier: Apache-2.0
import type { AgreementLine, ReviewView } from "../ui/api.gen";

const binding = ["locked", "reopened", "imposed"];
const open = ["draft", "half_signed", "declined"];

/** How far a firm is on the way to its first review. */
export const steps_done = (view: Pick<ReviewView, "data_until">, agreements: readonly AgreementLine[]) => ({
  has_data: view.data_until !== null,
  has_proposed: agreements.length > 0,
  // A newer draft does not take back what binds: an agreement past its first version was mostly signed once.
  has_signed: agreements.some((one) => binding.includes(one.state)),
});

/** The agreement that waits for a signature: half-signed ones first, for they lack one only. */
export function waiting_for_signature(agreements: readonly AgreementLine[]): AgreementLine | null {
  const waiting = agreements.filter((one) => open.includes(one.state));
  return waiting.find((one) => one.state === "half_signed") ?? waiting[0] ?? null;
}
