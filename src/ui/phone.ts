// SPDX-License-Identifier: Apache-2.0
/** Where a page is a phone's, as the style sheets have it. */
export const phone_media = "(max-width: 48em)";
