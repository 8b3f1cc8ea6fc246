// SPDX-License-Identifier: Apache-2.0
import type { CreditedOrder } from "../ui/api.gen";

/** Under an order's name: whose it is, and whether it is none any more. */
export const order_in_words = ({ account_name, is_refund, is_taken_back }: Pick<CreditedOrder, "account_name" | "is_refund" | "is_taken_back">): string =>
  account_name + (is_refund ? ", refund" : is_taken_back ? ", wholly taken back" : "");
