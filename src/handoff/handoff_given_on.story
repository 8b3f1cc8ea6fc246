# What sales has accepted has somebody: it is not handed over a second time, and it can be given to somebody else until they are spoken with.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Four valves", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 valves
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}}   -> 201 lead
           POST /handoffs {"opportunity": {valves}, "assigned_to": {karl.id}}   -> 201 other
as karl    POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {lead.step}} -> 201 yes
           POST /handoffs/{other.id}/steps {"kind": "accepted", "after": {other.step}} -> 201 took
as ines    POST /handoffs {"opportunity": {gauges}, "assigned_to": {maria.id}}  -> 409 handoff_sales_has_it
             {"detail": "Sales has accepted this lead already. (Karl Brandt has it since 4 May 2026.)"}

# Whoever routes gives it to somebody else: the lead goes with it, it leaves the one queue for the other, and the side’s time runs on.
clock 2026-05-04 13:00
as maria   GET  /handoffs/{lead.id}.json                                        -> 200 {"may_assign": true, "may_decide": false}
           POST /handoffs/{lead.id}/steps {"kind": "assigned", "after": {yes.step}, "assigned_to": {maria.id}} -> 201 given {"state": "accepted", "assigned_to": {maria.id}}
           GET  /handoffs/{lead.id}.json                                        -> 200 {"clock": "To be spoken with within 4 business hours.", "answer_hours": 0, "handoff": {"rule": "Given by Maria Keller.", "contact_due_at": "2026-05-04T17:00:00.000Z"}}
           GET  /opportunities/{gauges}.json                                    -> 200 {"owner_name": "Maria Keller"}
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "to_contact", "handoff": {"opportunity_name": "Ten gauges"}}], "total": 1}
as karl    GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "to_contact", "handoff": {"opportunity_name": "Four valves"}}], "total": 1}
           POST /handoffs/{lead.id}/steps {"kind": "assigned", "after": {given.step}, "assigned_to": {karl.id}} -> 403 handoff_not_yours

# It can be taken back, and both are as before.
as maria   DELETE /handoffs/{lead.id}/steps/{given.step}                        -> 200
           GET  /opportunities/{gauges}.json                                    -> 200 {"owner_name": "Karl Brandt"}
           GET  /handoffs/{lead.id}.json                                        -> 200 {"handoff": {"assigned_to_name": "Karl Brandt", "state": "accepted"}}
           POST /handoffs/{lead.id}/steps {"kind": "assigned", "after": {yes.step}, "assigned_to": {maria.id}} -> 201

# What somebody who left had accepted is given on likewise. As of the day before it was still theirs, and late.
as ada     PUT  /people/{karl.id} {"name": "Karl Brandt", "email": "karl@demo.example", "role": "salesperson", "territory": 1, "left_on": "2026-05-05"} -> 200
clock 2026-05-05 09:00
as maria   POST /handoffs/{other.id}/steps {"kind": "assigned", "after": {took.step}, "assigned_to": {karl.id}} -> 422 handoff_person_unfit
           POST /handoffs/{other.id}/steps {"kind": "assigned", "after": {took.step}, "assigned_to": {maria.id}} -> 201 theirs
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "to_contact"}, {"why": "to_contact"}], "total": 2}
           GET  /handoffs/passed.json?by=salesperson&from=2026-05-04&until=2026-05-04&order=id -> 200
             {"items": [{"name": "Ten gauges", "line_name": "Maria Keller", "in_time": "no"}, {"name": "Four valves", "line_name": "Karl Brandt", "in_time": "no"}], "total": 2}
           GET  /handoffs/passed.json?by=salesperson&from=2026-05-04&until=2026-05-05&order=id -> 200
             {"items": [{"name": "Ten gauges", "line_name": "Maria Keller", "in_time": "no"}, {"name": "Four valves", "line_name": "Maria Keller", "in_time": "not_asked"}], "total": 2}

# Once they are spoken with nothing is owed any more: it is settled.
           POST /activities {"opportunity": {valves}, "kind": "call"}           -> 201
           GET  /handoffs/{other.id}.json                                       -> 200 {"may_assign": false}
           POST /handoffs/{other.id}/steps {"kind": "assigned", "after": {theirs.step}, "assigned_to": {maria.id}} -> 409 handoff_is_settled
