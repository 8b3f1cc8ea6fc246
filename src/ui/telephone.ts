// SPDX-License-Identifier: Apache-2.0

/** Where a touch dials: digits, and the plus before the country. Without what only eyes need: words before the number, the extension
 * behind it, and the zero in parentheses that whoever dials the country leaves out. */
export function tel_of(phone: string): string {
  const written = phone.replace(/^[^+\d(]*/u, "");
  const abroad = /^(\+|00)/.test(written) ? written.replace("(0)", "") : written;
  const number = abroad.replace(/[\p{L};,#].*$/su, "");
  return `tel:${number.replace(/(?!^\+)\D/g, "")}`;
}
