// SPDX-License-Identifier: Apache-2.0
import "@mantine/dropzone/styles.css";
import { Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useState } from "react";
import { format_number, list_in_words } from "./format";

interface Props {
  /** What to drop, as an invitation: "Drop the exports of your CRM here". */
  label: string;
  /** Which files, in words. */
  hint?: string;
  on_files: (files: File[]) => void;
  bytes_max?: number;
  is_busy?: boolean;
}

const megabytes = (bytes: number) => `${format_number(bytes / 2 ** 20, {}, 1)} MB`;

/** A place to drop files, or to choose them by mouse or keyboard; says which it did not take and why. */
export function Files({ label, hint, on_files, bytes_max = 64 * 2 ** 20, is_busy = false }: Props) {
  const [refused, set_refused] = useState<string[]>([]);
  return (
    <>
      <Dropzone
        aria-label={label}
        loading={is_busy}
        maxSize={bytes_max}
        onDrop={(files) => {
          set_refused([]);
          on_files(files);
        }}
        onReject={(files) => set_refused(files.map(({ file }) => `${file.name} (${megabytes(file.size)})`))}
        inputProps={{ "aria-label": label }}
        p="lg"
      >
        <Text ta="center" fw={600}>
          {label}
        </Text>
        <Text ta="center" size="xs" c="dimmed">
          {hint ?? "or press to choose them"}
        </Text>
      </Dropzone>
      {refused.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)" size="xs" mt="xs">
          Not taken: {list_in_words(refused)}. A file may have at most {megabytes(bytes_max)}.
        </Text>
      )}
    </>
  );
}
