# What waits for somebody who left, or who is away and named no deputy, is their manager's move at once: nobody else would do anything.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Four valves", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 valves
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}}   -> 201 lead
           POST /handoffs {"opportunity": {valves}, "assigned_to": {karl.id}}   -> 201 other
as karl    POST /handoffs/{other.id}/steps {"kind": "accepted", "after": {other.step}} -> 201
as maria   GET  /handoffs/queue.json                                            -> 200 {"items": [], "total": 0}

# Away with a deputy it is the deputy's; without one the manager's, and so is what he accepted and has not spoken with.
as maria   POST /people/{karl.id}/absences {"from_day": "2026-05-04", "until_day": "2026-05-06"} -> 201 ill
           GET  /handoffs/queue.json                                            -> 200
             {"items": [{"why": "gone", "escalation": "manager", "is_late": false,
                         "sentence": "Karl Brandt is away until 6 May 2026; to be answered within 8 business hours",
                         "handoff": {"opportunity_name": "Ten gauges"}},
                        {"why": "gone", "escalation": "manager", "sentence": "Karl Brandt is away until 6 May 2026; to be spoken with within 8 business hours",
                         "handoff": {"opportunity_name": "Four valves"}}], "total": 2}
           GET  /handoffs/{lead.id}.json                                        -> 200 {"escalation": "manager", "may_decide": true}
as lena    GET  /handoffs/queue.json                                            -> 200 {"items": [], "total": 0}
as maria   DELETE /absences/{ill.id}                                            -> 200
           GET  /handoffs/queue.json                                            -> 200 {"items": [], "total": 0}

# Once he has left, so is what he accepted and never spoke with. The manager gives it to somebody, or answers.
as ada     PUT  /people/{karl.id} {"name": "Karl Brandt", "email": "karl@demo.example", "role": "salesperson", "territory": 1, "left_on": "2026-05-05"} -> 200
as maria   GET  /handoffs/queue.json                                            -> 200 {"items": [], "total": 0}
clock 2026-05-05 09:00
           GET  /handoffs/queue.json                                            -> 200
             {"items": [{"why": "gone", "sentence": "Karl Brandt left on 5 May 2026; to be answered by now"},
                        {"why": "gone", "handoff": {"opportunity_name": "Four valves", "state": "accepted"}}], "total": 2}
           POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {lead.step}} -> 201
           POST /activities {"opportunity": {valves}, "kind": "call"}           -> 201
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "to_contact", "handoff": {"opportunity_name": "Ten gauges"}}], "total": 1}

# What was recycled comes back to whoever handed it over; once they left, to their manager, or every manager of their side.
as ines    POST /opportunities {"name": "Two meters", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 meters
           POST /handoffs {"opportunity": {meters}, "assigned_to": {maria.id}}  -> 201 later
as maria   POST /handoffs/{later.id}/steps {"kind": "recycled", "after": {later.step}, "again_on": "2026-05-20", "text": "Budget comes in May."} -> 201
as ada     PUT  /people/{ines.id} {"name": "Ines Duarte", "email": "ines@demo.example", "role": "marketer", "left_on": "2026-05-12"} -> 200
clock 2026-05-19 09:00
as sam     GET  /handoffs/queue.json                                            -> 200 {"items": [], "total": 0}
clock 2026-05-20 09:00
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "again", "due_at": null, "escalation": "none", "sentence": "Ines Duarte left on 12 May 2026; back since 20 May 2026: Budget comes in May.", "handoff": {"opportunity_name": "Two meters"}}], "total": 1}
           POST /handoffs {"opportunity": {meters}}                             -> 201
           GET  /handoffs/queue.json                                            -> 200 {"items": [], "total": 0}
