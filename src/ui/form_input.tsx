// SPDX-License-Identifier: Apache-2.0
import { Checkbox, MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { is_side, label_of, record_named, words_of, type Field } from "./described";
import type { FormState } from "./form";
import { is_name } from "./format";
import { FormList } from "./form_list";
import { home_of } from "./references";
import { exponent_of } from "./money";
import { Pick } from "./pick";
import { PickMany } from "./pick_many";
import { useSession } from "./session";
import { typed_of } from "./form_values";

/** Where a field's choices come from: a list of the server, or values given by the page. */
export type Source = { path: string; label: string; query?: Record<string, string>; placeholder?: string } | { values: readonly { value: string; label: string }[] };

export interface InputProps {
  form: FormState;
  field: Field;
  /** Where the value stands in the form: "stages.2.name". */
  path: string;
  sources: Record<string, Source>;
  /** Whether a dialog around the form begins here. */
  is_first?: boolean | undefined;
}

/** Inputs for sentences and lists take the whole width. */
export const is_wide = (field: Field) => field.is_list || field.kind === "record" || (field.kind === "text" && is_long(field));

/** The input for one described field. */
export function Input(props: InputProps) {
  const { form, field, path, sources, is_first } = props;
  const home = home_of(field);
  const source = sources[field.name] ?? (home ? { path: home, label: "name" } : undefined);
  const common = {
    label: label_of(field),
    description: field.sentence,
    required: !field.is_optional,
    "data-autofocus": is_first || undefined,
    ...form.getInputProps(path),
  };
  if (field.kind === "record") return <RecordInput {...props} />;
  if (field.is_list) return <ListInput {...props} />;
  if (source && "path" in source) return <Pick {...common} value={common.value ?? null} path={source.path} label_field={source.label} query={source.query} placeholder={source.placeholder ?? ""} />;
  if (source) return <Select {...common} searchable allowDeselect={!common.required} data={[...source.values]} value={String(common.value ?? "")} />;
  switch (field.kind) {
    case "boolean":
      return <Checkbox label={common.label} description={common.description} {...form.getInputProps(path, { type: "checkbox" })} />;
    case "choice":
      return <Select {...common} data={choices_of(field)} clearable={!common.required} allowDeselect={!common.required} />;
    case "money":
      return <MoneyInput {...props} />;
    case "integer":
    case "number":
    case "id":
      return (
        <NumberInput
          {...common}
          allowDecimal={field.kind === "number"}
          thousandSeparator={is_name(field) ? "" : ","}
          suffix={suffix_of(field)}
        />
      );
    case "day":
      return <TextInput {...common} type="date" />;
    case "instant":
      return <InstantInput {...props} />;
    default:
      return is_long(field) ? <Textarea {...common} autosize minRows={2} maxRows={12} /> : <TextInput {...common} />;
  }
}

const long_names = /(definition|description|reason|note|comment|evidence|remedy|purpose|text|body|sentence|decision)/;
/** Names of what is written in sentences get room for them. */
const is_long = (field: Field) => long_names.test(field.name);

const suffix_of = (field: Field) =>
  field.unit === "hours" ? " h" : field.unit === "days" ? " days" : field.unit === "percent" ? "%" : "";

const choices_of = (field: Field) =>
  field.choices.map((value) => ({ value, label: is_side(field) && value === "none" ? "No side" : words_of(value) }));

const currencies = Intl.supportedValuesOf("currency");
/** The company's own comes first, then what stands there. */
const currencies_after = (own: string, code: string) => [...new Set([own, code, ...currencies])];

/** An amount in the company's currency, if no other is chosen. */
function MoneyInput({ form, field, path }: InputProps) {
  const { company } = useSession();
  const { currency } = (form.getInputProps(path).value as { currency: string | null }) ?? {};
  const code = currency ?? company.currency;
  return (
    <NumberInput
      label={label_of(field)}
      description={field.sentence}
      required={!field.is_optional}
      thousandSeparator=","
      decimalScale={exponent_of(code)}
      hideControls
      rightSection={
        <select
          aria-label="Currency"
          className="form-currency quiet"
          value={code}
          onChange={(event) => form.setFieldValue(`${path}.currency`, event.currentTarget.value)}
        >
          {currencies_after(company.currency, code).map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      }
      rightSectionWidth={64}
      {...form.getInputProps(`${path}.amount`)}
      error={form.errors[path] ?? form.errors[`${path}.amount`]}
    />
  );
}

/** Instants are typed on the reader's clock and sent as UTC. */
function InstantInput({ form, field, path, is_first }: InputProps) {
  const { value, onChange, error } = form.getInputProps(path);
  const at = value ? new Date(value as string) : null;
  const local = at ? new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16) : "";
  return (
    <TextInput
      type="datetime-local"
      data-autofocus={is_first || undefined}
      label={label_of(field)}
      description={field.sentence}
      required={!field.is_optional}
      error={error}
      value={local}
      onChange={(event) => onChange(event.currentTarget.value ? new Date(event.currentTarget.value).toISOString() : "")}
    />
  );
}

function ListInput({ form, field, path, sources }: InputProps) {
  const source = sources[field.name];
  const offered = source && "values" in source ? source.values.map((one) => one.value) : [];
  const common = { label: label_of(field), description: field.sentence, ...form.getInputProps(path) };
  const home = home_of(field);
  const query = source && "path" in source ? source.query : undefined;
  if (home) return <PickMany {...common} path={home} query={query} />;
  if (field.kind === "choice") return <MultiSelect {...common} data={choices_of(field)} />;
  return <TagsInput {...common} size="xs" placeholder="Type one, press Enter" data={offered} openOnFocus={false} />;
}

function RecordInput(props: InputProps) {
  const { form, field, path } = props;
  if (field.is_list) return <FormList {...props} />;
  const value = form.getInputProps(path).value as object | null;
  return (
    <fieldset className="form-group">
      <legend>{label_of(field)}</legend>
      <p className="quiet">{field.sentence}</p>
      {field.is_optional && (
        <Checkbox
          label={`With ${label_of(field).toLowerCase()}`}
          checked={value !== null}
          onChange={(event) => form.setFieldValue(path, event.currentTarget.checked ? typed_of(field.record) : null)}
        />
      )}
      {value !== null && <RecordFields {...props} at={path} />}
    </fieldset>
  );
}

/** The inputs of a record within the form. */
export function RecordFields({ at, ...props }: InputProps & { at: string }) {
  return (
    <div className="form-fields">
      {fields_within(props.field).map((field) => (
        <div key={field.name} data-wide={is_wide(field)}>
          <Input {...props} is_first={false} field={field} path={`${at}.${field.name}`} />
        </div>
      ))}
    </div>
  );
}

const fields_within = (field: Field) => record_named(field.record).fields.filter((one) => one.name !== "id");
