# Who has a lead everybody of its territory may know; how quick they were is theirs, and those above them.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges
           POST /opportunities {"name": "Four valves", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 valves
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {maria.id}}  -> 201 lead
           POST /handoffs {"opportunity": {valves}, "assigned_to": {karl.id}}   -> 201 his
clock 2026-05-04 11:00
as maria   POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {lead.step}} -> 201
           POST /activities {"opportunity": {gauges}, "kind": "call"}           -> 201
           GET  /handoffs/{lead.id}.json                                        -> 200 {"withholds_times": false, "answer_hours": 2, "contact_hours": 2, "handoff": {"decided_at": "2026-05-04T11:00:00.000Z"}}
as karl    GET  /handoffs/{lead.id}.json                                        -> 200 {"withholds_times": true, "clock": "How long Maria Keller took is told to them and to those above them.", "contact_in_words": "", "routing_hours": 0, "answer_hours": null, "contact_hours": null, "first_had_at": null, "handoff": {"assigned_to_name": "Maria Keller", "state": "accepted", "decided_by_name": "Maria Keller", "assigned_at": null, "due_at": null, "contact_due_at": null, "decided_at": null, "first_contact_at": null, "first_contact_precision": null}}
           GET  /handoffs/{lead.id}/steps.json?order=id                         -> 200 {"items": [{"kind": "submitted", "at": "2026-05-04T09:00:00.000Z", "held_hours": null}, {"kind": "accepted", "person_name": "Maria Keller", "at": null, "held_hours": null}], "total": 2}
as ines    GET  /handoffs/{his.id}.json                                         -> 200 {"withholds_times": true, "clock": "How long Karl Brandt has had it is told to them and to those above them.", "escalation": "none", "handoff": {"assigned_to_name": "Karl Brandt", "due_at": null}}
as karl    GET  /handoffs/{his.id}.json                                         -> 200 {"withholds_times": false, "handoff": {"due_at": "2026-05-04T17:00:00.000Z"}}
as maria   GET  /handoffs/{his.id}.json                                         -> 200 {"withholds_times": false}
as ada     GET  /handoffs/{lead.id}.json                                        -> 200 {"withholds_times": false, "answer_hours": 2}

# Neither does a list say it, nor its CSV, nor the order of its rows or a filter on what is not shown.
as karl    GET  /handoffs.json?order=id                                         -> 200 {"items": [{"opportunity_name": "Ten gauges", "assigned_to_name": "Maria Keller", "submitted_at": "2026-05-04T09:00:00.000Z", "assigned_at": null, "due_at": null, "decided_at": null}, {"opportunity_name": "Four valves", "due_at": "2026-05-04T17:00:00.000Z"}], "total": 2}
           GET  /handoffs.csv?order=id                                          -> 200 golden
           GET  /handoffs.json?decided_at_from=2026-05-01                       -> 200 {"total": 0}
           GET  /handoffs.json?order=-due_at&due_at_from=2026-05-01             -> 200 {"items": [{"opportunity_name": "Four valves"}], "total": 1}
           GET  /handoffs.json?order=due_at&limit=1                             -> 200 page {"items": [{"opportunity_name": "Ten gauges", "due_at": null}], "total": 2}
           GET  /handoffs.json?order=due_at&limit=1&after={page.next}           -> 200 {"items": [{"opportunity_name": "Four valves", "account_name": "Northwind"}], "total": 2, "next": null}
           GET  /handoffs.json?order=due_at&state=waiting&q=valves              -> 200 {"items": [{"opportunity_name": "Four valves"}], "total": 1}
           GET  /handoffs.json?order=due_at&q=gauges&decided_at=                -> 200 {"items": [{"opportunity_name": "Ten gauges"}], "total": 1}
           GET  /handoffs.json?order=first_contact_at&first_contact_at_from=2026-05-01 -> 200 {"total": 0}
           GET  /handoffs.json?order=opportunity_name&due_at_from=2026-05-01    -> 200 {"items": [{"opportunity_name": "Four valves"}], "total": 1}
           GET  /handoffs.json?order=due_at&colour=red                          -> 400 unknown_filter
           GET  /handoffs.json?order=due_at&due_at_from=soon                    -> 400 malformed_filter
as maria   GET  /handoffs.json?decided_at_from=2026-05-01                       -> 200 {"total": 1}
           GET  /handoffs.json?order=due_at                                     -> 200 {"items": [{"opportunity_name": "Ten gauges"}, {"opportunity_name": "Four valves"}], "total": 2}
           GET  /handoffs.json?first_contact_at_from=2026-05-01                 -> 200 {"items": [{"opportunity_name": "Ten gauges", "first_contact_precision": "moment"}], "total": 1}

# What figures count is told with how many it was; each one’s own times stay theirs.
as karl    GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-04&order=id -> 200 {"items": [{"name": "Ten gauges", "state": "accepted", "person": {maria.id}, "response_hours": null, "in_time": "withheld"}, {"name": "Four valves", "response_hours": 2, "in_time": "not_yet"}], "total": 2}
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-04&in_time=yes -> 200 {"total": 0}
           GET  /handoffs/figures/line.json?from=2026-05-04&until=2026-05-04&line=sales -> 200 {"in_time": {"inputs": [{"name": "in time", "number": 1}]}}
as maria   GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-04&in_time=yes -> 200 {"items": [{"name": "Ten gauges", "response_hours": 2}], "total": 1}

# Whoever stands in for somebody sees what waits for them, for as long as they are away.
as maria   POST /absences {"from_day": "2026-05-04", "until_day": "2026-05-04", "deputy": {karl.id}} -> 201
as karl    GET  /handoffs/{lead.id}.json                                        -> 200 {"withholds_times": false, "answer_hours": 2}
clock 2026-05-05 11:00
           GET  /handoffs/{lead.id}.json                                        -> 200 {"withholds_times": true, "answer_hours": null}
