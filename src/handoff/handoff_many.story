# SPDX-License-Identifier: Apache-2.0

# Many leads are handed over in one act: each as if alone. What a rule refuses is named and left, the others are done.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1} -> 201 north
           POST /contacts {"name": "Nora West", "account": {north}, "email": "nora@northwind.example"} -> 201 nora
           POST /agreements/service_level/versions {"body": {"demands": ["contact"], "answer_within_hours": 4, "contact_within_hours": 8, "ask_within_hours": 16, "reasons": ["No need"], "manager_after_hours": 2, "review_after_hours": 8, "routing": [{"name": "Everything", "people": [{karl.id}, {maria.id}]}]}, "in_force_from": "2026-05-01"} -> 201 level
           POST {level}/signatures -> 201
as sam     POST {level}/signatures -> 201 {"state": "locked"}
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "contact": {nora}, "territory": 1, "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Two pumps", "phase": "lead", "stage": "Inquiry", "account": {north}, "contact": {nora}, "territory": 1, "owner": {ines.id}} -> 201 pumps
           POST /opportunities {"name": "One valve", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 valve
           POST /opportunities {"name": "Old seals", "phase": "lead", "stage": "Lost", "outcome": "lost", "lost_reason": "No need", "account": {north}, "contact": {nora}, "territory": 1, "owner": {ines.id}} -> 201 seals
           POST /handoffs/together {"opportunities": []} -> 422 handoff_nothing_chosen
# What it would do is told before: to whom by which rule, each after those before it, and what would be left. Nothing is done by that.
           POST /handoffs/together/foreseen {"opportunities": []} -> 422 handoff_nothing_chosen
           POST /handoffs/together/foreseen {"opportunities": [{gauges}, {valve}, {pumps}, {seals}]} -> 201 {"going": [{"opportunity": {gauges}, "assigned_to": {karl.id}}, {"opportunity": {pumps}, "assigned_to": {maria.id}}], "refused": [{"opportunity": {valve}, "code": "handoff_demands_missing", "detail": "Contact."}, {"opportunity": {seals}, "code": "handoff_journey_ended"}]}
           POST /handoffs/together/foreseen {"opportunities": [{gauges}, {pumps}], "assigned_to": {karl.id}} -> 201 {"going": [{"assigned_to": {karl.id}, "rule": "Chosen by Ines Duarte."}, {"assigned_to": {karl.id}}], "refused": []}
           GET  /handoffs.json -> 200 {"total": 0}
           POST /handoffs/together {"opportunities": [{gauges}, {valve}, {pumps}, {seals}, {gauges}, 999], "note": "From the fair."} -> 201 many {"handed_over": [{"state": "waiting", "assigned_to": {karl.id}}, {"assigned_to": {maria.id}}], "refused": [{"opportunity": {valve}, "code": "handoff_demands_missing", "detail": "Contact."}, {"opportunity": {seals}, "code": "handoff_journey_ended"}, {"opportunity": 999, "code": "opportunity_unknown"}]}
           GET  /handoffs.json?order=id -> 200 {"items": [{"opportunity": {gauges}, "note": "From the fair."}, {"opportunity": {pumps}, "assigned_to_name": "Maria Keller"}], "total": 2}
as fiona   POST /handoffs/together/foreseen {"opportunities": [{gauges}]} -> 403 not_allowed
           POST /handoffs/together {"opportunities": [{gauges}]} -> 403 not_allowed

# Undo takes back what nobody has done anything about since; the rest stays, and says why.
as maria   POST /handoffs/{many.handed_over.1.id}/steps {"kind": "accepted", "after": {many.handed_over.1.step}} -> 201
           DELETE /handoffs/together/{many.step} -> 409 handoff_step_settled
as ines    DELETE /handoffs/together/{many.step} -> 200 {"taken_back": [{many.handed_over.0.id}], "stayed": [{"opportunity": {pumps}, "code": "handoff_step_settled", "detail": "It is accepted by now."}]}
           GET  /handoffs.json?order=id -> 200 {"items": [{"opportunity": {pumps}, "state": "accepted"}], "total": 1}
           GET  /handoffs/{many.handed_over.0.id}/steps.json -> 200 {"items": [{"kind": "submitted", "is_undone": true, "undone_by_name": "Ines Duarte"}], "total": 1}
           GET  /handoffs/{many.handed_over.1.id}/steps.json?order=id -> 200 {"items": [{"kind": "submitted", "is_undone": false}, {"kind": "accepted"}]}

# One of them is taken back by itself, the others stay; what had waited to be qualified waits again.
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
           POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1} -> 201 form
           POST /lead-forms/{form}/entries {"name": "Petra Holm", "email": "petra@acme.example", "company": "Acme", "once": "019a-0000-0001"} -> 201 petra
           GET  /handoffs.json?opportunity={petra.lead} -> 200 {"items": [{"ask": "qualify", "state": "waiting"}]}
as ines    POST /handoffs/together {"opportunities": [{gauges}, {petra.lead}]} -> 201 again {"handed_over": [{"assigned_to": {karl.id}}, {"state": "waiting"}], "refused": []}
           GET  /handoffs.json?opportunity={petra.lead}&ask=qualify -> 200 {"items": [{"state": "answered"}]}
           DELETE /handoffs/{again.handed_over.1.id}/steps/{again.handed_over.1.step} -> 200
           GET  /handoffs.json?opportunity={petra.lead} -> 200 {"items": [{"ask": "qualify", "state": "waiting"}], "total": 1}
           GET  /handoffs.json?opportunity={gauges} -> 200 {"items": [{"state": "waiting"}], "total": 1}
           DELETE /handoffs/together/{again.step} -> 200 {"taken_back": [{again.handed_over.0.id}], "stayed": []}
           DELETE /handoffs/together/{again.step} -> 404 not_found
           DELETE /handoffs/together/999999 -> 404 not_found
