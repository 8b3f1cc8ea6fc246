# What nobody has taken has a time as well, from when it was handed over: it is late and it escalates.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges
           POST /handoffs {"opportunity": {gauges}}                             -> 201 lead {"assigned_to": null}
           GET  /handoffs/{lead.id}.json                                        -> 200 {"clock": "Nobody has it, since 0 business minutes. To be answered within 8 business hours.", "escalation": "none", "routing_hours": 0, "answer_hours": null, "handoff": {"due_at": "2026-05-04T17:00:00.000Z", "contact_due_at": null}}
as maria   POST /opportunities {"name": "Six probes", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1} -> 201 probes
as karl    POST /handoffs {"opportunity": {probes}, "ask": "information", "note": "Which standard?"} -> 201 back {"assigned_to": null}
           GET  /handoffs/{back.id}.json                                        -> 200 {"handoff": {"to_side": "marketing", "due_at": "2026-05-05T17:00:00.000Z"}}

# By whoever takes it: in the queue of everybody of that side, late like anything else, and the manager’s move in turn.
clock 2026-05-05 13:00
as karl    GET  /handoffs/queue.json                                            -> 200 {"total": 1, "late": 1, "items": [{"why": "free", "is_late": true, "escalation": "manager", "due_at": "2026-05-04T17:00:00.000Z", "sentence": "nobody’s for 12 business hours, to be answered 4 business hours ago"}]}
as maria   GET  /handoffs/queue.json                                            -> 200 {"total": 1, "items": [{"why": "free", "escalation": "manager"}]}
as sam     GET  /handoffs/queue.json                                            -> 200 {"total": 1, "late": 0, "items": [{"why": "free", "is_late": false, "escalation": "none", "sentence": "nobody’s for 12 business hours, to be answered within 4 business hours"}]}

clock 2026-05-06 09:00

# Whoever takes it first has the agreed time from then on; how long it had nobody is told apart. What is put back is due as it was when it came.
as karl    POST /handoffs/{lead.id}/steps {"kind": "assigned", "after": {lead.step}} -> 201 taken {"assigned_to": {karl.id}}
           GET  /handoffs/{lead.id}.json                                        -> 200 {"clock": "To be answered within 8 business hours.", "routing_hours": 16, "escalation": "none", "handoff": {"due_at": "2026-05-06T17:00:00.000Z", "contact_due_at": "2026-05-06T17:00:00.000Z"}}
clock 2026-05-06 09:30
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-06&ask=take_over&q=gauges -> 200 {"items": [{"routing_hours": 16, "response_hours": 0.5, "in_time": "not_yet"}], "total": 1}
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-05&ask=take_over&q=gauges -> 200 {"items": [{"line": "sales", "routing_hours": 16, "response_hours": null, "in_time": "no"}], "total": 1}
           POST /handoffs/{lead.id}/steps {"kind": "returned", "after": {taken.step}} -> 201 returned {"assigned_to": null}
           GET  /handoffs/queue.json                                            -> 200 {"late": 1, "items": [{"why": "free", "is_late": true, "escalation": "manager", "due_at": "2026-05-04T17:00:00.000Z"}]}

# Whoever accepts what nobody has, has it from then on; the time to speak with them runs on from when somebody first had it.
           POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {returned.step}} -> 201 {"state": "accepted", "assigned_to": {karl.id}}
           GET  /handoffs/{lead.id}.json                                        -> 200 {"clock": "To be spoken with within 8 business hours.", "routing_hours": 16, "answer_hours": 0.5, "handoff": {"contact_due_at": "2026-05-06T17:00:00.000Z"}}

# What is late of questions alone is answered in words: nothing else is advised.
clock 2026-05-08 09:00
as sam     GET  /gaps/handoff_overdue.json?about=marketing -> 200 {"sentence": "Marketing has 1 question not answered in the agreed time, which nobody has taken", "remedy": "Answer them today, in words; or agree on a time that holds. What nobody has taken needs a rule that gives it to somebody."}
