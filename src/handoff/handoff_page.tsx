// SPDX-License-Identifier: Apache-2.0
export { AbsencesPage } from "./absences_page";
export { HandOverPage } from "./hand_over";
export { HandoffFiguresPage, HandoffLinePage, InGapPage, PassedPage, ReasonsPage } from "./handoff_figures_page";
export { HandoffRecordPage } from "./handoff_record";
export { HandoffsPage } from "./handoffs_page";
export { QueuePage } from "./queue_page";
