// SPDX-License-Identifier: Apache-2.0
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./base.css";
import "./shell.css";
import "./keys.css";
import "./print.css";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { make_query_client } from "./data";
import { SessionGate } from "./session";
import { Shell } from "./shell";
import { css_variables, theme } from "./theme";
import { UndoKey } from "./undo";

const scheme = localStorageColorSchemeManager({ key: "accord-theme" });

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={scheme}
      cssVariablesResolver={css_variables}
    >
      <QueryClientProvider client={make_query_client()}>
        <SessionGate>
          <Shell />
        </SessionGate>
        <aside id="overlays" aria-label="Menus, dialogs and notes">
          <Notifications position="bottom-right" withinPortal={false} />
          <UndoKey />
        </aside>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
