// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Problem } from "./api";
import { ProblemNote } from "./problem";

afterEach(cleanup);

const show = (address: string, errors: { field: string; message: string }[]) => {
  window.history.pushState({}, "", address);
  const error = new Problem(422, { title: "Wrong shape", remedy: "Mend the fields named in errors.", errors });
  render(
    <MantineProvider env="test">
      <ProblemNote error={error} again={() => undefined} />
    </MantineProvider>,
  );
};
const from = { field: "from", message: "It must not lie after the last day." };

it("offers the page without what was refused of its address, with all else that was asked", () => {
  show("/roi?by=campaign&from=2026-12-01&until=2026-11-01", [from, from]);
  expect(screen.getByRole("link", { name: "Show this page without “From”" }).getAttribute("href")).toBe("/roi?by=campaign&until=2026-11-01");
});

it("offers the bare page where nothing is left", () => {
  show("/funnel?from=2026-12-01", [from]);
  expect(screen.getByRole("link").getAttribute("href")).toBe("/funnel");
});

it("offers nothing where the address does not ask for what was refused", () => {
  show("/roi?until=2026-11-01", [from]);
  expect(screen.queryByRole("link")).toBeNull();
});
