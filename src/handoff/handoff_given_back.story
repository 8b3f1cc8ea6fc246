# What sales gave back in time is none of its dead ones, however long ago its time ran out; what it gave back late is.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Four valves", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 valves
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}}   -> 201 early
           POST /handoffs {"opportunity": {valves}, "assigned_to": {karl.id}}   -> 201 late
as karl    POST /handoffs/{early.id}/steps {"kind": "accepted", "after": {early.step}} -> 201
           POST /handoffs/{late.id}/steps {"kind": "accepted", "after": {late.step}} -> 201
clock 2026-05-04 11:00
           POST /handoffs {"opportunity": {gauges}, "ask": "nurture", "note": "Not before autumn."} -> 201 back
as ines    POST /handoffs/{back.id}/steps {"kind": "accepted", "after": {back.step}} -> 201
clock 2026-05-07 11:00
as karl    POST /handoffs {"opportunity": {valves}, "ask": "nurture", "note": "Not before autumn."} -> 201 again
as ines    POST /handoffs/{again.id}/steps {"kind": "accepted", "after": {again.step}} -> 201
clock 2026-05-12 09:00
as maria   GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-12&ask=take_over&order=name -> 200
             {"items": [{"name": "Four valves", "state": "accepted", "in_time": "no", "is_dead": true}, {"name": "Ten gauges", "state": "accepted", "in_time": "yes", "is_dead": false}], "total": 2}
