# What was won is neither overdue nor dead, though nobody logged a call: late it stays.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as sam     POST /campaigns {"name": "Winter letter", "channel": 2, "starts_on": "2025-01-01", "ends_on": "2026-02-28"} -> 201 letter
           POST /spend {"day": "2026-02-10", "side": "marketing", "kind": "print", "campaign": {letter}, "amount": {"minor": 100000, "currency": "USD"}} -> 201
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "source": "Winter letter", "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Four valves", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "source": "Winter letter", "owner": {ines.id}} -> 201 valves
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}}   -> 201 lead
           POST /handoffs {"opportunity": {valves}, "assigned_to": {karl.id}}   -> 201 other
as karl    POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {lead.step}} -> 201
           POST /handoffs/{other.id}/steps {"kind": "accepted", "after": {other.step}} -> 201
clock 2026-05-08 11:00
           PUT  /opportunities/{gauges} {"name": "Ten gauges", "phase": "opportunity", "stage": "Won", "outcome": "won", "account": {north}, "territory": 1, "source": "Winter letter", "owner": {karl.id}, "value": {"minor": 900000, "currency": "USD"}, "created_on": "2026-05-04", "close_on": "2026-05-08"} -> 200
as maria   GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-08&order=name -> 200
             {"items": [{"name": "Four valves", "outcome": "open", "is_dead": true, "in_time": "no"}, {"name": "Ten gauges", "outcome": "won", "is_dead": false, "in_time": "no"}], "total": 2}
           GET  /review.json?as_of=2026-05-08                                   -> 200 {"items": [{"code": "handoff_overdue", "about": "sales", "count": 1}]}
           GET  /handoffs/in-gap.json?code=handoff_overdue&about=sales&as_of=2026-05-08 -> 200 {"items": [{"name": "Four valves"}], "total": 1}
as sam     GET  /handoffs/figures.json?from=2026-05-04&until=2026-05-08         -> 200 {"items": [{"came": {"number": 2}, "dead_cost": {"money": {"minor": 50000}}}]}
