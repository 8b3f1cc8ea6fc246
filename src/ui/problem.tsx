// SPDX-License-Identifier: Apache-2.0
import { Alert, Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { Problem } from "./api";
import { list_in_words } from "./format";
import { words_of } from "./described";
import { Page } from "./page";

/** Any error as what, where and what to do. */
export function problem_of(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const said = error instanceof Error ? error.message : String(error);
  return new Problem(0, { title: "This page failed.", detail: said, remedy: "Load it again; if it stays, tell whoever runs Accord." });
}

/** An error from the server, with its remedy, in place of what it prevented. */
export function ProblemNote({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const problem = problem_of(error);
  const fields = problem.errors.map((one) => `${words_of(one.field)}: ${one.message}`);
  return (
    <Alert color="red" title={problem.title} role="alert">
      {problem.detail && problem.detail !== problem.title && <div>{problem.detail}</div>}
      {fields.length > 0 && <div>{list_in_words(fields)}</div>}
      {problem.remedy && <div>{problem.remedy}</div>}
      {again && (
        <Button variant="default" mt="xs" onClick={again}>
          Try again
        </Button>
      )}
      {again && <AskOtherwise problem={problem} />}
    </Alert>
  );
}

/** Where what the address asks is refused, trying again repeats it: the same page without what was refused. */
function AskOtherwise({ problem }: { problem: Problem }) {
  const [path] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const refused = [...new Set(problem.errors.map((one) => one.field))].filter((name) => asked.has(name));
  if (refused.length === 0) return null;
  for (const name of refused) asked.delete(name);
  const rest = asked.toString();
  return (
    <div>
      <Link href={rest ? `${path}?${rest}` : path}>Show this page without “{list_in_words(refused.map(words_of))}”</Link>
    </div>
  );
}

/** Catches what a page throws, so that the shell around it stays. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    // A page of an older release is no longer there after an upgrade; loading again brings the new one.
    const is_old = /dynamically imported module|Importing a module/.test(String(this.state.error));
    const error = is_old
      ? new Problem(0, { title: "Accord was upgraded.", remedy: "Load the page again to get the new release." })
      : this.state.error;
    return (
      <Page title="This page cannot be shown">
        <ProblemNote error={error} again={() => window.location.reload()} />
      </Page>
    );
  }
}
