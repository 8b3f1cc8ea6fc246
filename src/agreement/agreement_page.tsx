// SPDX-License-Identifier: Apache-2.0

export { ComparisonPage } from "./agreement_comparison";
export { AgreementsPage } from "./agreement_list";
export { ProposePage } from "./agreement_propose";
export { AgreementPage } from "./agreement_version";
