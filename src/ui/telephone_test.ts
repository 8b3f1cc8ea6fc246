// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { tel_of } from "./telephone";

it.each([
  ["+1 (555) 010-0", "tel:+15550100"],
  ["+49 (0)30 123 45 67", "tel:+49301234567"],
  ["0049 (0)30 123 45 67", "tel:0049301234567"],
  ["(0)30 123 45 67", "tel:0301234567"],
  ["030/1234567", "tel:0301234567"],
  ["0555 / 0100", "tel:05550100"],
  ["555 0100 ext. +7", "tel:5550100"],
  ["+1 555 010 0001 ext. 42", "tel:+15550100001"],
  ["+1 555 010 0001;ext=42", "tel:+15550100001"],
  ["030 1234567 Durchwahl 12", "tel:0301234567"],
  ["Tel. +49 30 1234567", "tel:+49301234567"],
  ["Téléphone : (030) 1234567", "tel:0301234567"],
])("%s is dialled as %s", (phone, dialled) => expect(tel_of(phone)).toBe(dialled));
