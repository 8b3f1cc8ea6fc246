// SPDX-License-Identifier: Apache-2.0
export { HandoffFiguresPage, HandoffLinePage, InGapPage, PassedPage, ReasonsPage } from "./handoff_figures_page";
