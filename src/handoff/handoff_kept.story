# SPDX-License-Identifier: Apache-2.0

# Marketing hands over what comes in, or turns it down: to keep it is neither, and its time runs on until they are at least spoken with.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"} -> 201 funnel
           POST {funnel}/signatures -> 201
as sam     POST {funnel}/signatures -> 201
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
           POST /spend {"day": "2026-04-01", "side": "marketing", "kind": "event", "campaign": {show}, "amount": {"minor": 90000, "currency": "USD"}} -> 201
           POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1} -> 201 form
           POST /lead-forms/{form}/entries {"name": "Petra Holm", "email": "petra@acme.example", "company": "Acme", "once": "019d-0000-0001"} -> 201 petra
           POST /lead-forms/{form}/entries {"name": "Otto Lang", "email": "otto@bolt.example", "company": "Bolt", "once": "019d-0000-0002"} -> 201 otto
           POST /lead-forms/{form}/entries {"name": "Uma Sand", "email": "uma@cask.example", "company": "Cask", "once": "019d-0000-0003"} -> 201 uma
as ines    GET  /handoffs.json?order=id -> 200 came
           POST /handoffs/{came.items.0.id}/steps {"kind": "accepted", "after": {came.items.0.last_step}} -> 201
           POST /handoffs/{came.items.1.id}/steps {"kind": "accepted", "after": {came.items.1.last_step}} -> 201
           GET  /handoffs/queue.json -> 200 {"total": 3, "items": [{"why": "to_contact", "due_at": "2026-05-04T17:00:00.000Z", "sentence": "to be handed over, turned down or spoken with within 8 business hours", "handoff": {"state": "accepted"}}]}
           GET  /handoffs/{came.items.0.id}.json -> 200 {"clock": "To be handed over, turned down or spoken with within 8 business hours."}

# Spoken with in time; the other is late, escalates, and is on no agenda once it is handed over.
clock 2026-05-04 11:00
           POST /activities {"opportunity": {petra.lead}, "kind": "call"} -> 201
clock 2026-05-05 14:00
           GET  /handoffs/queue.json -> 200 {"total": 2, "late": 2, "items": [{"why": "to_contact", "is_late": true, "escalation": "manager", "sentence": "to be handed over, turned down or spoken with 5 business hours ago", "handoff": {"opportunity": {otto.lead}}}]}
as sam     GET  /handoffs/queue.json -> 200 {"items": [{"why": "manager", "handoff": {"opportunity": {otto.lead}}}]}
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-05&order=id -> 200 {"items": [{"in_time": "yes", "response_hours": 2, "has_come_in": true}, {"in_time": "no", "has_responded": false, "late_hours": 5}, {"in_time": "no"}]}
as ines    POST /handoffs {"opportunity": {otto.lead}, "assigned_to": {karl.id}} -> 201
           GET  /handoffs/queue.json -> 200 {"total": 1}
           GET  /handoffs/{came.items.1.id}.json -> 200 {"handoff": {"handed_back_at": "2026-05-05T14:00:00.000Z"}, "escalation": "none"}

# What marketing turns down counts among the reasons, by the campaign that it came from, and has its share of what that cost: of three leads, each once.
           POST /handoffs/{came.items.2.id}/steps {"kind": "rejected", "after": {came.items.2.last_step}, "text": "No need"} -> 201
as sam     GET  /handoffs/reasons.json?from=2026-05-04&until=2026-05-05 -> 200 {"items": [{"side": "marketing", "reason": "No need", "campaign": {show}, "count": 1, "came": 3}], "total": 1}
           GET  /handoffs/figures.json?by=campaign&from=2026-05-04&until=2026-05-05 -> 200 {"items": [{"name": "Spring show", "rejected": {"number": 1}, "dead_cost": {"money": {"minor": 30000}}}]}
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-05&order=id -> 200 {"items": [{"spent": {"minor": 30000}}, {"spent": null}, {"spent": {"minor": 30000}, "is_dead": true}, {"ask": "take_over", "spent": {"minor": 30000}}]}

# Managers give what waits, and say who is away, on their own side; the liaison on both.
as karl    GET  /handoffs/queue.json -> 200 his
as sam     POST /handoffs/{his.items.0.id}/steps {"kind": "assigned", "after": {his.items.0.handoff.last_step}, "assigned_to": {maria.id}} -> 403 handoff_not_yours
           GET  /handoffs/{his.items.0.id}.json -> 200 {"may_assign": false}
           POST /people/{karl.id}/absences {"from_day": "2026-05-05", "until_day": "2026-12-31"} -> 403 absence_not_yours
           POST /people/{ines.id}/absences {"from_day": "2026-06-05", "until_day": "2026-06-06"} -> 201 away
as maria   DELETE /absences/{away} -> 403 absence_not_yours
as lena    DELETE /absences/{away} -> 200
           POST /handoffs/{his.items.0.id}/steps {"kind": "assigned", "after": {his.items.0.handoff.last_step}, "assigned_to": {maria.id}} -> 201
