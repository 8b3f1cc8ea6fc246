// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useKeys } from "./keys";

interface Props {
  /** What the button says, as a verb: "Add an account". */
  button: string;
  /** A heading where the button's words do not do. */
  title?: string;
  /** The key that opens it. */
  letter?: string | undefined;
  children: (close: () => void) => ReactNode;
}

/** A button that opens a form over the page: `<Dialog button="Change">{(close) => <Form … then={close} />}</Dialog>`. */
export function Dialog({ button, title = button, letter, children }: Props) {
  const [is_open, { open, close }] = useDisclosure(false);
  useKeys(letter ? { [letter]: { label: button, run: open } } : {});
  return (
    <>
      <Button variant="default" onClick={open}>
        {button}
      </Button>
      <Modal opened={is_open} onClose={close} title={title} size="lg">
        {children(close)}
      </Modal>
    </>
  );
}
