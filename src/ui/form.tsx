// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { useEffect, useState, type KeyboardEvent, type ReactNode } from "react";
import "./form.css";
import { useQueryClient } from "@tanstack/react-query";
import { Problem } from "./api";
import { record_named, type Field } from "./described";
import { body_of, missing_in, path_of, typed_of, type Typed } from "./form_values";
import { Input, is_wide, type Source } from "./form_input";
import { ProblemNote } from "./problem";
import { useSession } from "./session";

export type { Source } from "./form_input";
export type FormState = UseFormReturnType<Typed>;

interface Props<Result> {
  /** The description of what is sent. */
  record: string;
  /** What it holds at first. */
  value?: object | undefined;
  /** Only these fields, in this order; absent: all but the id. */
  only?: readonly string[] | undefined;
  skip?: readonly string[] | undefined;
  /** These have to be filled in, whatever the description says. */
  needed?: readonly string[] | undefined;
  /** Where choices come from, by field, where its name does not say it: `{ approver: { path: "/people", label: "name" } }`. */
  sources?: Record<string, Source> | undefined;
  /** Sent besides what is typed. */
  fixed?: object | undefined;
  send: (body: never) => Promise<Result>;
  then?: ((result: Result) => void) | undefined;
  /** What the button does, as a verb. */
  button?: string;
  /** False while there is nothing that could be sent. */
  can_send?: boolean;
  on_cancel?: (() => void) | undefined;
  /** Told at every change, with the body as it would be sent: for a preview. */
  on_change?: ((body: Record<string, unknown>) => void) | undefined;
  children?: ReactNode;
}

/** A form made from a description: an input for each field by its kind, the server's refusals beside them. */
export function Form<Result>(props: Props<Result>) {
  const { record, sources = {}, button = "Save", needed = [] } = props;
  const fields = chosen_fields(props).map((field) => (needed.includes(field.name) ? { ...field, is_optional: false } : field));
  const { company } = useSession();
  const client = useQueryClient();
  const [problem, set_problem] = useState<Problem | null>(null);
  const [is_busy, set_busy] = useState(false);
  const to_body = (typed: Typed) => ({ ...body_of(record, typed, company.currency), ...props.fixed });
  const form = useForm<Typed>({
    initialValues: typed_of(record, props.value as Typed, fields.map((field) => field.name)),
    validate: (typed) => missing_in(record, typed, props.needed),
    onValuesChange: (typed) => props.on_change?.(to_body(typed)),
  });

  const send = form.onSubmit(async (typed) => {
    set_busy(true);
    set_problem(null);
    try {
      const result = await props.send(to_body(typed) as never);
      await client.invalidateQueries();
      form.resetDirty();
      props.then?.(result);
    } catch (error) {
      set_problem(beside_the_fields(error, form, fields));
    } finally {
      set_busy(false);
    }
  }, focus_first_error);
  // What the server says beside the fields is there once it is shown.
  useEffect(() => void (problem && focus_first_error()), [problem]);
  const on_key = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className="form" onSubmit={send} onKeyDown={on_key} noValidate>
      <div className="form-fields">
        {fields.map((field, at) => (
          <div key={field.name} data-wide={is_wide(field)}>
            <Input form={form} field={field} path={field.name} sources={sources} is_first={at === 0} />
          </div>
        ))}
      </div>
      {props.children}
      {problem && <ProblemNote error={problem} />}
      <div className="form-buttons">
        <Button type="submit" loading={is_busy} disabled={props.can_send === false}>
          {button}
        </Button>
        {props.on_cancel && (
          <Button variant="default" onClick={props.on_cancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

function chosen_fields<Result>({ record, only, skip = [] }: Props<Result>): readonly Field[] {
  const fields = record_named(record).fields;
  if (only) return only.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  return fields.filter((field) => field.name !== "id" && !skip.includes(field.name));
}

/** Puts each error beside its field, and returns what is left to say about the whole. */
function beside_the_fields(error: unknown, form: FormState, fields: readonly Field[]): Problem {
  const problem = error instanceof Problem ? error : new Problem(0, { title: String(error) });
  const is_here = (name: string) => fields.some((field) => name === field.name || path_of(name).startsWith(`${field.name}.`) || name.startsWith(`${field.name}[`));
  const here = problem.errors.filter((one) => is_here(one.field));
  form.setErrors(Object.fromEntries(here.map((one) => [path_of(one.field), one.message])));
  const elsewhere = problem.errors.filter((one) => !is_here(one.field));
  return new Problem(problem.status, { ...problem, title: problem.title, detail: problem.detail, errors: elsewhere });
}

function focus_first_error(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".form [aria-invalid=true]")?.focus());
}
