# SPDX-License-Identifier: Apache-2.0

# Of what was won no day is known: which part is won within so many days is not known, and it is not nought.
clock 2026-04-01 09:00
file leads.csv <<END
Lead ID,First Name,Last Name,Company,Status,Created Date
1,Amy,Adams,Acme,Won,2026-01-10
2,Bob,Baker,Bolt,New,2026-01-11
END
as ada     POST /imports?name=leads.csv&target=lead file leads.csv                 -> 201 leads
           PUT  /imports/{leads.import.id} {"answers": {"system": "CRM"}}           -> 200
           POST /imports/{leads.import.id}/run                                     -> 201
as maria   GET  /funnel.json?from=2026-01-01&until=2026-03-31                      -> 200
             {"won": {"number": 1}, "won_at_horizon": {"number": null, "why": "Of none of the won ones the day is known."}, "won_at_horizon_from": null, "won_so_far": {"number": null, "why": "Of none of the won ones the day is known."}}
