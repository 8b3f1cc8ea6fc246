// SPDX-License-Identifier: Apache-2.0
// Written by `accord generate` from the described records. Do not edit.

export const described = {} as const;
