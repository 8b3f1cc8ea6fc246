// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button } from "@mantine/core";
import { label_of, words_of } from "./described";
import { RecordFields, type InputProps } from "./form_input";
import { typed_item, type Typed } from "./form_values";

/** A list of records in a form: add, take away, move up and down, all by mouse and by keyboard. */
export function FormList(props: InputProps) {
  const { form, field, path } = props;
  const items = (form.getInputProps(path).value ?? []) as Typed[];
  const one = words_of(field.record).toLowerCase();
  const move = (from: number, to: number) => {
    form.reorderListItem(path, { from, to });
    requestAnimationFrame(() => document.getElementById(`${path}-${to}-${to > from ? "down" : "up"}`)?.focus());
  };
  return (
    <fieldset className="form-group">
      <legend>{label_of(field)}</legend>
      <p className="quiet">{field.sentence}</p>
      <ol className="form-items">
        {items.map((item, at) => (
          <li key={item.$key as number} className="form-item" aria-label={`${one} ${at + 1}`}>
            <div className="form-item-head">
              <strong>
                {at + 1}. {title_of(item)}
              </strong>
              <span>
                <Mover label={`Move ${one} ${at + 1} up`} id={`${path}-${at}-up`} is_off={at === 0} run={() => move(at, at - 1)}>
                  ↑
                </Mover>
                <Mover
                  label={`Move ${one} ${at + 1} down`}
                  id={`${path}-${at}-down`}
                  is_off={at === items.length - 1}
                  run={() => move(at, at + 1)}
                >
                  ↓
                </Mover>
                <Mover label={`Remove ${one} ${at + 1}`} id={`${path}-${at}-remove`} run={() => form.removeListItem(path, at)}>
                  ✕
                </Mover>
              </span>
            </div>
            <RecordFields {...props} at={`${path}.${at}`} />
          </li>
        ))}
      </ol>
      {form.errors[path] && <p className="form-error">{form.errors[path]}</p>}
      <Button variant="default" onClick={() => form.insertListItem(path, typed_item(field) as never)}>
        Add a {one}
      </Button>
    </fieldset>
  );
}

const title_of = (item: Typed) => String(item.name ?? item.title ?? item.term ?? "");

interface MoverProps {
  label: string;
  id: string;
  is_off?: boolean;
  run: () => void;
  children: string;
}

function Mover({ label, id, is_off = false, run, children }: MoverProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} id={id} disabled={is_off} onClick={run}>
      {children}
    </ActionIcon>
  );
}
