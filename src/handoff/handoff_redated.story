# SPDX-License-Identifier: Apache-2.0

# A lead that another territory takes along is due by the clock there: that is a step, also where whoever has it stays.
clock 2026-03-02 09:00
as ada     POST /territories {"name": "North East", "parent": 1, "time_zone": "Asia/Tokyo"} -> 201 east
as maria   POST /accounts {"name": "Delta Works", "territory": {east.id}}       -> 201 delta
           POST /accounts {"name": "Delta Wroks", "territory": 1}               -> 201 slip
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {slip}} -> 201 gauges
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {maria.id}}  -> 201 over
           GET  /handoffs/{over.id}/steps.json                                  -> 200 {"items": [{"kind": "submitted"}], "total": 1}
clock 2026-03-02 10:00
as maria   POST /merges {"record": "account", "number": {slip}, "into_number": {delta}} -> 201 merged
           GET  /handoffs/{over.id}.json                                        -> 200 {"handoff": {"territory": {east.id}, "assigned_to": {maria.id}}}
           GET  /handoffs/{over.id}/steps.json                                  -> 200 {"items": [{"kind": "assigned", "person": null, "assigned_to": {maria.id}}, {"kind": "submitted"}], "total": 2}
