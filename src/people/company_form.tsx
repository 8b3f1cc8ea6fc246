// SPDX-License-Identifier: Apache-2.0
import { put } from "../ui/api";
import { currency_choices } from "../ui/currencies";
import { useData } from "../ui/data";
import { Form } from "../ui/form";
import { Loaded } from "../ui/loaded";
import { Page, type PageProps } from "../ui/page";
import { tell } from "../ui/undo";

const time_zones = ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => ({ value: zone, label: zone }));
const currencies = currency_choices();

/** The firm's name, its currency and its clock. */
export function CompanyPage(_: PageProps) {
  const company = useData("/company");
  return (
    <Page title="Company" lead="Days begin on its clock; figures are shown in its currency.">
      <section className="panel">
        <Loaded query={company}>
          {(value) => (
            <Form
              record="company_change"
              value={value}
              sources={{ time_zone: { values: time_zones }, currency: { values: currencies } }}
              send={(body) => put("/company", body)}
              then={() => tell("The company is changed.")}
            />
          )}
        </Loaded>
      </section>
    </Page>
  );
}
