// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { DaysAsked } from "./days_asked";

vi.mock("./session", () => ({ useReader: () => ({ locale: "en-US", today: "2026-11-23" }) }));
afterEach(cleanup);

const show = (ask: (changed: object) => void) =>
  render(
    <MantineProvider env="test">
      <DaysAsked from="2026-03-01" until="2026-03-31" ask={ask} />
    </MantineProvider>,
  );
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const value_of = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

it("asks for a day that fits", () => {
  const ask = vi.fn();
  show(ask);
  type("From", "2026-03-31");
  expect(ask).toHaveBeenCalledWith({ from: "2026-03-31" });
  expect(document.querySelector("[aria-invalid=true]")).toBeNull();
});

it("keeps a first day that lies after the last, says so at the field, and asks for nothing", () => {
  const ask = vi.fn();
  show(ask);
  type("From", "2026-04-15");
  expect(ask).not.toHaveBeenCalled();
  expect(value_of("From")).toBe("2026-04-15");
  expect(screen.getByLabelText("From").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText("This lies after the last day, 31 Mar.")).toBeTruthy();
});

it("asks for both once the other one fits", () => {
  const ask = vi.fn();
  show(ask);
  type("From", "2026-04-15");
  type("To", "2026-04-10");
  expect(screen.getByText("This lies before the first day, 15 Apr.")).toBeTruthy();
  expect(ask).not.toHaveBeenCalled();
  type("To", "2026-04-30");
  expect(ask).toHaveBeenCalledWith({ from: "2026-04-15", until: "2026-04-30" });
});

it("waits for a year to be typed, and says nothing of it", () => {
  const ask = vi.fn();
  show(ask);
  type("To", "0002-03-31");
  expect(ask).not.toHaveBeenCalled();
  expect(value_of("To")).toBe("0002-03-31");
  expect(screen.queryByText(/lies before/)).toBeNull();
  type("To", "2026-03-30");
  expect(ask).toHaveBeenCalledWith({ until: "2026-03-30" });
});
