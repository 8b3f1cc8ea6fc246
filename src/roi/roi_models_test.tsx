// SPDX-License-Identifier: Apache-2.0
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { RoiModels } from "../ui/api.gen";
import { NoAnswers } from "./roi_models_page";

afterEach(cleanup);

const total = (name: string, why: string) => ({ model: "linear", name, attributed: { why } }) as RoiModels["totals"][number];

test("A column without an answer says why beneath the table, and only that one", () => {
  const why = "Not known: the conversion rate of every set of channels is asked for up to 12 channels, and there are 13";
  const { container } = render(<NoAnswers report={{ totals: [total("Linear", ""), total("Shapley by rate", why)] }} />);
  expect([...container.querySelectorAll("p")].map((one) => one.textContent)).toEqual([`Shapley by rate shows “—”. ${why}.`]);
});
