# SPDX-License-Identifier: Apache-2.0

# A lead that another territory takes along is due by the clock there: that is a step, also where whoever has it stays.
clock 2026-03-02 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1} -> 201 gauges
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {maria.id}}  -> 201 over
           GET  /handoffs/{over.id}/steps.json                                  -> 200 {"items": [{"kind": "submitted"}], "total": 1}
clock 2026-03-03 09:00
as ada     POST /territories {"name": "North East", "parent": 1, "time_zone": "Asia/Tokyo"} -> 201 east
as ines    PUT  /opportunities/{gauges} {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": {east.id}, "owner": {ines.id}, "created_on": "2026-03-02"} -> 200
           GET  /handoffs/{over.id}/steps.json                                  -> 200 {"items": [{"kind": "assigned", "person": null, "assigned_to": {maria.id}}, {"kind": "submitted"}], "total": 2}
