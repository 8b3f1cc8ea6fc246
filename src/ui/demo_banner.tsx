// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { post } from "./api";
import { useSubmit } from "./login";
import { ProblemNote } from "./problem";
import { useSession } from "./session";

/** Says that all of this is invented, and takes it away. Nothing brings it back, so this one act asks first. */
export function DemoBanner() {
  const { is_demo, company } = useSession();
  const [is_asked, { open, close }] = useDisclosure(false);
  const { error, is_busy, submit } = useSubmit(async () => {
    await post("/demo/removal", undefined);
    window.location.assign("/");
  });
  if (!is_demo) return null;
  return (
    <div className="demo-banner" role="note">
      This is the demo company: {company.name}, its people and its numbers are invented.{" "}
      <UnstyledButton className="demo-remove" onClick={open}>
        Remove it
      </UnstyledButton>
      <Modal opened={is_asked} onClose={close} title={`Remove ${company.name}?`}>
        <form onSubmit={submit}>
          <p>
            Its people, agreements and facts go, and everything that was tried out in it. You then set up your own
            company. This cannot be undone.
          </p>
          {error !== null && <ProblemNote error={error} />}
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close} data-autofocus>
              Keep it
            </Button>
            <Button type="submit" color="red" loading={is_busy}>
              Remove the demo company
            </Button>
          </Group>
        </form>
      </Modal>
    </div>
  );
}
