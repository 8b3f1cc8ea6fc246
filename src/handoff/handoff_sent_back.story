# A lead that sales accepted and moved to a step of marketing's again was sent back: it can be handed over anew, and the first one owes nothing more.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
           POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "territory": 1, "source": "Telephone", "owner": {ines.id}} -> 201 gauges
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}}   -> 201 first
as karl    POST /handoffs/{first.id}/steps {"kind": "accepted", "after": {first.step}} -> 201
           GET  /opportunities/{gauges}.json                                    -> 200 {"stage": "Sales accepted"}
as ines    POST /handoffs {"opportunity": {gauges}}                             -> 409 handoff_sales_has_it
clock 2026-05-04 10:00
as karl    PUT  /opportunities/{gauges} {"name": "Ten gauges", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "territory": 1, "source": "Telephone", "owner": {ines.id}, "created_on": "2026-05-04"} -> 200
as ines    POST /handoffs {"opportunity": {gauges}, "assigned_to": {maria.id}}  -> 201 second
as maria   POST /handoffs/{second.id}/steps {"kind": "accepted", "after": {second.step}} -> 201
as karl    GET  /handoffs/queue.json                                            -> 200 {"items": [], "total": 0}
as maria   GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "to_contact", "handoff": {"opportunity_name": "Ten gauges", "assigned_to_name": "Maria Keller"}}], "total": 1}
clock 2026-05-06 09:00
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-06&order=id -> 200
             {"items": [{"in_time": "yes", "response_hours": 1}, {"in_time": "no", "has_responded": false}], "total": 2}
