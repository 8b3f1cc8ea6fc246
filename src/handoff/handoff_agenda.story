# SPDX-License-Identifier: Apache-2.0

# The review hears of what is late once it is so by as long as agreed; what is late for less is told beside it.
clock 2026-05-04 09:00
as maria   POST /agreements/service_level/versions {"body": {"demands": [], "answer_within_hours": 4, "contact_within_hours": 4, "ask_within_hours": 8, "reasons": ["No need"], "manager_after_hours": 2, "review_after_hours": 8, "routing": []}, "in_force_from": "2026-05-01"} -> 201 level
           POST {level}/signatures -> 201
           POST /accounts {"name": "Northwind", "territory": 1} -> 201 north
as sam     POST {level}/signatures -> 201 {"state": "locked"}
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
           POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1} -> 201 form
           POST /lead-forms/{form}/entries {"name": "Petra Holm", "email": "petra@acme.example", "company": "Acme", "once": "019c-0000-0001"} -> 201 petra
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Four valves", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 valves
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}} -> 201
clock 2026-05-05 09:00
           POST /handoffs {"opportunity": {valves}} -> 201
as karl    POST /activities {"opportunity": {petra.lead}, "kind": "call"} -> 201
clock 2026-05-05 15:00
as sam     GET  /handoffs/in-gap.json?code=handoff_overdue&about=sales&as_of=2026-05-04 -> 200 {"total": 0}
           GET  /review.json?as_of=2026-05-05 -> 200 {"items": [{"code": "handoff_overdue", "about": "sales", "count": 1, "mover": "sales", "sentence": "Sales has 1 lead neither answered nor spoken with in the agreed time"}]}
           GET  /handoffs/in-gap.json?code=handoff_overdue&about=sales&as_of=2026-05-05 -> 200 {"items": [{"name": "Ten gauges"}], "total": 1}
           GET  /gaps/handoff_overdue.json?about=sales&as_of=2026-05-05 -> 200 golden
as maria   GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-05&ask=take_over&order=id -> 200 {"items": [{"name": "Ten gauges", "late_hours": 10}, {"name": "Four valves", "late_hours": 2}]}

# A lead that one side has and the other speaks with is worked by the wrong side, whichever that is.
clock 2026-05-07 09:00
as sam     GET  /review.json?as_of=2026-05-06 -> 200 {"items": [{"code": "handoff_overdue", "about": "sales", "count": 2, "sentence": "Sales has 2 leads neither answered nor spoken with in the agreed time, 1 of which nobody has taken"}, {"code": "handoff_wrong_side", "about": "marketing", "count": 1, "mover": "marketing", "clause": "qualify_within_hours", "sentence": "Sales spoke with 1 lead that marketing has and has not answered in the agreed time"}]}
           GET  /handoffs/in-gap.json?code=handoff_wrong_side&about=marketing&as_of=2026-05-06 -> 200 {"items": [{"opportunity": {petra.lead}, "to_side": "marketing", "ask": "qualify"}], "total": 1}
           GET  /handoffs/in-gap.json?code=handoff_wrong_side&about=sales&as_of=2026-05-06 -> 200 {"total": 0}
