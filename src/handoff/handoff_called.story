# Only a contact stops the clock: a call of a call list that reaches them is one, a note is none, whoever keeps the lead.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
           POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /contacts {"name": "Nora West", "phone": "+1 555 0100", "account": {north}} -> 201 nora
           POST /contacts {"name": "Otto Lang", "phone": "+1 555 0101", "account": {north}} -> 201 otto
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "contact": {nora}, "territory": 1, "source": "Telephone", "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Four valves", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "contact": {otto}, "territory": 1, "source": "Telephone", "owner": {ines.id}} -> 201 valves
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}}   -> 201 lead
as karl    POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {lead.step}} -> 201
           PUT  /opportunities/{valves} {"name": "Four valves", "phase": "lead", "stage": "Sales accepted", "account": {north}, "contact": {otto}, "territory": 1, "source": "Telephone", "owner": {karl.id}, "created_on": "2026-05-04"} -> 200

# A note is work, and no contact.
clock 2026-05-04 10:00
           POST /activities {"opportunity": {gauges}, "kind": "note"}           -> 201
           POST /activities {"opportunity": {valves}, "kind": "task"}           -> 201
           GET  /handoffs/{lead.id}.json                                        -> 200 {"clock": "To be spoken with within 7 business hours.", "contact_hours": null}
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-04&order=name -> 200
             {"items": [{"name": "Four valves", "handoff": null, "state": "waiting", "has_responded": false}, {"name": "Ten gauges", "has_responded": false}], "total": 2}
           GET  /handoff.json                                                   -> 200 {"why": "No contacts of sales are on record, so nobody knows who was contacted."}

# Whoever is on a call list and is reached has been spoken with.
as maria   POST /call-lists {"name": "Spring calls", "campaign": {show}, "side": "sales", "script": "Hello"} -> 201 calls
           POST /call-lists/{calls}/members {"contacts": [{nora}, {otto}]}      -> 201 {"added": 2}
as karl    POST /call-lists/{calls}/turns {"member": 1}                         -> 201
           POST /call-lists/{calls}/calls {"member": 1, "outcome": "no_answer"} -> 201
           GET  /handoffs/{lead.id}.json                                        -> 200 {"contact_hours": null}
           POST /call-lists/{calls}/turns {"member": 1}                         -> 201
           POST /call-lists/{calls}/calls {"member": 1, "outcome": "reached"}   -> 201 call
           GET  /handoffs/{lead.id}.json                                        -> 200 {"escalation": "none", "contact_hours": 1, "contact_in_words": "Spoken with after 1 business hour.", "handoff": {"first_contact_precision": "moment"}}
           GET  /handoffs/queue.json                                            -> 200 {"items": [], "total": 0}
           POST /call-lists/{calls}/turns {"member": 2}                         -> 201
           POST /call-lists/{calls}/calls {"member": 2, "outcome": "reached"}   -> 201 second
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-04&order=name -> 200
             {"items": [{"name": "Four valves", "handoff": null, "state": "accepted", "has_responded": true, "response_hours": 1, "in_time": "yes"}, {"name": "Ten gauges", "has_responded": true, "response_hours": 1, "in_time": "yes"}], "total": 2}
           GET  /handoff.json                                                   -> 200 {"why": "", "sentence": "Of 2 leads passed on to sales, 0 were never contacted within 5 business days"}

# One touchpoint each, as before. A call that is taken back was none.
           GET  /touchpoints.json                                               -> 200 {"total": 2}
           DELETE /call-lists/{calls}/calls/{second}                            -> 200
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-04&order=name -> 200 {"items": [{"name": "Four valves", "state": "waiting", "has_responded": false}, {"name": "Ten gauges"}]}
