// SPDX-License-Identifier: Apache-2.0
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

// Each side's accent stands at 6; the filled shade at 8 carries white text at 4.5 to 1 or better.
const sales: MantineColorsTuple = [
  "#e7f3fd", "#d0e6fa", "#a5d0f5", "#74b7ef", "#4aa3ea", "#2f92e3", "#1c7ed6", "#1a75c8", "#176ab6", "#125493",
];
const marketing: MantineColorsTuple = [
  "#fff2e8", "#ffe3d1", "#ffc5a1", "#ffa56d", "#fb8a44", "#f27024", "#e8590c", "#d44f08", "#bd4404", "#983602",
];

const small = { defaultProps: { size: "xs" } };
/** Reaching a field by Tab, or because of its error, must not cover what stands around it. */
const choosing = { defaultProps: { size: "xs", openOnFocus: false } };

export const theme = createTheme({
  colors: { sales, marketing },
  primaryColor: "indigo",
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "18px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "22px", xl: "32px" },
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "22px", lineHeight: "1.3" },
      h2: { fontSize: "15px", lineHeight: "1.4" },
      h3: { fontSize: "13.5px", lineHeight: "1.4" },
    },
  },
  // By name, not by component: importing them here would put all of them into the first screen.
  components: {
    Alert: { defaultProps: { variant: "light", p: "sm" } },
    Button: small,
    CloseButton: { defaultProps: { "aria-label": "Close" } },
    Drawer: { defaultProps: { transitionProps: { duration: 100 } } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 100 } } },
    MultiSelect: choosing,
    NativeSelect: small,
    NumberInput: small,
    PasswordInput: small,
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
    // Inside a landmark of their own, so that what floats above the page has a place for screen readers.
    Portal: { defaultProps: { target: "#overlays" } },
    Select: choosing,
    Textarea: small,
    TextInput: small,
    Tooltip: { defaultProps: { openDelay: 300, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Mantine's dimmed greys fall short of 4.5 to 1; these do not. */
export const css_variables: CSSVariablesResolver = () => ({
  variables: { "--accord-sales": "#1c7ed6", "--accord-marketing": "#e8590c" },
  light: {
    "--mantine-color-dimmed": "#5f6872",
    "--mantine-color-placeholder": "#6b737b",
    "--mantine-color-error": "#c92a2a",
    "--accord-line": "#dee2e6",
    "--accord-hover": "#f4f6f8",
    "--accord-chosen": "#dbe4ff",
    "--accord-chosen-text": "#364fc7",
    "--accord-link": "#364fc7",
  },
  dark: {
    "--mantine-color-dimmed": "#a0a4a8",
    "--mantine-color-placeholder": "#969a9e",
    "--mantine-color-error": "#ff8787",
    "--accord-line": "#3b3b3b",
    "--accord-hover": "#2b2b2b",
    "--accord-chosen": "#1d2b6b",
    "--accord-chosen-text": "#e7ecff",
    "--accord-link": "#91a7ff",
  },
});
