// SPDX-License-Identifier: Apache-2.0
// Written by `accord generate` from the subjects' pages. Do not edit.

export const pages = [] as const;
