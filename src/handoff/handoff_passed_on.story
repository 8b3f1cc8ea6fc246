# Passing a handoff on, or putting it back and taking it again, does not begin the service level anew: the side’s time runs from when somebody first had it.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Four valves", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 valves
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}}   -> 201 lead
           POST /handoffs {"opportunity": {valves}, "assigned_to": {karl.id}}   -> 201 other

# Four and a half days later he passes one on and puts the other back: both are as late as before, and none of it is routing.
clock 2026-05-08 13:00
as karl    POST /handoffs/{lead.id}/steps {"kind": "assigned", "after": {lead.step}, "assigned_to": {maria.id}} -> 201 given
as maria   GET  /handoffs/{lead.id}.json                                        -> 200 {"clock": "It was to be answered 4 business days ago.", "escalation": "review", "routing_hours": 0, "answer_hours": null, "first_had_at": "2026-05-04T09:00:00.000Z", "handoff": {"assigned_to_name": "Maria Keller", "assigned_at": "2026-05-08T13:00:00.000Z", "due_at": "2026-05-04T17:00:00.000Z", "contact_due_at": "2026-05-04T17:00:00.000Z"}}
as karl    POST /handoffs/{other.id}/steps {"kind": "returned", "after": {other.step}} -> 201 returned
           GET  /handoffs/{other.id}.json                                       -> 200 {"clock": "Nobody has it, since 0 business minutes. It was to be answered 4 business days ago.", "escalation": "review"}
clock 2026-05-08 14:00
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "free", "sentence": "nobody’s for 1 business hour, to be answered 4 business days ago"}]}
as maria   POST /handoffs/{other.id}/steps {"kind": "assigned", "after": {returned.step}} -> 201 taken
           GET  /handoffs/{other.id}.json                                       -> 200 {"escalation": "review", "routing_hours": 1, "handoff": {"due_at": "2026-05-04T17:00:00.000Z", "contact_due_at": "2026-05-04T17:00:00.000Z"}}
           GET  /review.json?as_of=2026-05-08                                   -> 200 {"items": [{"code": "handoff_overdue", "about": "sales", "count": 2, "sentence": "Sales has 2 leads neither answered nor spoken with in the agreed time"}]}

# Each one’s own part stands with the step that gave it to them; what stood with nobody is told apart.
           GET  /handoffs/{lead.id}/steps.json                                  -> 200 {"items": [{"kind": "assigned", "assigned_to_name": "Maria Keller", "held_hours": 1}, {"kind": "submitted", "assigned_to_name": "Karl Brandt", "held_hours": 36}], "total": 2}
           GET  /handoffs/{other.id}/steps.json?order=id                        -> 200 {"items": [{"kind": "submitted", "held_hours": 36}, {"kind": "returned", "assigned_to": null, "held_hours": 1}, {"kind": "assigned", "held_hours": 0}], "total": 3}

# Only a logged contact stops it: neither the new hands nor that they accept.
           POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {given.step}} -> 201
           GET  /handoffs/{lead.id}.json                                        -> 200 {"clock": "It was to be spoken with 4 business days ago.", "escalation": "review", "answer_hours": 37}
clock 2026-05-08 15:00
           POST /activities {"opportunity": {gauges}, "kind": "call"}           -> 201
           GET  /handoffs/{lead.id}.json                                        -> 200 {"escalation": "none", "answer_hours": 37, "contact_hours": 38, "contact_in_words": "Spoken with after 5 business days."}
           GET  /handoffs/{lead.id}/steps.json?kind=accepted                    -> 200 {"items": [{"held_hours": 1}], "total": 1}

# The side was late by all of it; in the lines of people each has their own part, and a time that ran out in another’s hands is not theirs.
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-08&order=id -> 200 {"items": [{"name": "Ten gauges", "routing_hours": 0, "response_hours": 38, "in_time": "no"}, {"name": "Four valves", "routing_hours": 1, "response_hours": 38, "has_responded": false, "in_time": "no"}], "total": 2}
           GET  /handoffs/passed.json?by=salesperson&from=2026-05-04&until=2026-05-08&order=id -> 200 {"items": [{"line_name": "Maria Keller", "routing_hours": 0, "response_hours": 2, "in_time": "not_asked"}, {"line_name": "Maria Keller", "routing_hours": 1, "response_hours": 1, "in_time": "not_asked"}], "total": 2}
           GET  /handoffs/passed.json?by=salesperson&from=2026-05-04&until=2026-05-07&order=id -> 200 {"items": [{"line_name": "Karl Brandt", "response_hours": 32, "in_time": "no"}, {"line_name": "Karl Brandt", "response_hours": 32, "in_time": "no"}], "total": 2}
