# SPDX-License-Identifier: Apache-2.0

# What Accord itself holds becomes late by the clock, without a new fact: in the review as in the queue.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1} -> 201 north
           POST /agreements/service_level/versions {"body": {"demands": [], "answer_within_hours": 4, "contact_within_hours": 8, "ask_within_hours": 16, "reasons": ["No need"], "manager_after_hours": 0, "review_after_hours": 0, "routing": []}, "in_force_from": "2026-05-01"} -> 201 level
           POST {level}/signatures -> 201
as sam     POST {level}/signatures -> 201 {"state": "locked"}
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Two pumps", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 pumps
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}} -> 201 one
clock 2026-05-04 12:59
as maria   GET  /gaps/handoff_overdue.json?about=sales -> 404 not_found
clock 2026-05-04 13:01
           GET  /gaps/handoff_overdue.json?about=sales -> 200 {"count": 1, "sentence": "Sales has 1 lead neither answered nor spoken with in the agreed time"}

# The newest fact is old, and its day is offered: what exports tell is judged by that, what is late by today.
clock 2026-06-01 09:00
as ines    POST /handoffs {"opportunity": {pumps}, "assigned_to": {karl.id}} -> 201 two
as maria   GET  /review.json -> 200 {"as_of": "2026-05-04", "items": [{"code": "handoff_overdue", "count": 1}]}
clock 2026-06-01 13:01
           GET  /review.json -> 200 {"as_of": "2026-05-04", "items": [{"code": "handoff_overdue", "count": 2, "sentence": "Sales has 2 leads neither answered nor spoken with in the agreed time (as of 1 June 2026)"}]}
           GET  /gaps/handoff_overdue.json?about=sales&as_of=2026-05-04 -> 200 {"count": 2}
           GET  /handoffs/in-gap.json?code=handoff_overdue&about=sales&as_of=2026-05-04 -> 200 {"total": 2}

# A day that is over, and not the one offered, is judged by its end, whatever time it is.
           GET  /gaps/handoff_overdue.json?about=sales&as_of=2026-05-05 -> 200 {"count": 1, "sentence": "Sales has 1 lead neither answered nor spoken with in the agreed time"}
           GET  /gaps/handoff_overdue.json?about=sales&as_of=2026-05-03 -> 404 not_found
           GET  /gaps/handoff_overdue.json?about=sales&as_of=2026-06-01 -> 200 {"count": 2}
