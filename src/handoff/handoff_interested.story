# SPDX-License-Identifier: Apache-2.0

# Who says in a call of a call list that they are interested, and whose lead somebody has, is told to whoever has it.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /contacts {"name": "Nora West", "phone": "+1 555 0100", "account": {north}} -> 201 nora
           POST /opportunities {"name": "Ten gauges", "stage": "Proposal", "account": {north}, "contact": {nora}, "territory": 1, "owner": {karl.id}} -> 201 gauges
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
           POST /call-lists {"name": "Spring calls", "campaign": {show}, "side": "marketing", "script": "Hello"} -> 201 calls
           POST /call-lists/{calls}/members {"contacts": [{nora}]}              -> 201 {"added": 1}
as ines    POST /call-lists/{calls}/turns {"member": 1}                         -> 201
           POST /call-lists/{calls}/calls {"member": 1, "outcome": "interested"} -> 201 first
as karl    GET  /handoffs/queue.json                                            -> 200 {"total": 1, "items": [{"why": "yours", "handoff": {"ask": "information", "submitted_by": null, "opportunity": {gauges}, "campaign_name": "Spring show", "note": "They said in a call that they are interested: “Spring calls”.", "rule": "Karl Brandt has the lead.", "first_contact_at": null}}]}

# The call is taken back with what it told, as long as nobody has done anything about that.
as ines    DELETE /call-lists/{calls}/calls/{first}                             -> 200
as karl    GET  /handoffs/queue.json                                            -> 200 {"total": 0}
as ines    POST /call-lists/{calls}/calls {"member": 1, "outcome": "interested"} -> 201 second
as karl    GET  /handoffs/queue.json                                            -> 200 told {"total": 1}
           POST /handoffs/{told.items.0.id}/steps {"kind": "answered", "after": {told.items.0.handoff.last_step}, "text": "They get an offer."} -> 201
as ines    DELETE /call-lists/{calls}/calls/{second}                            -> 409 call_is_settled

# Whoever has the lead and calls themselves knows it. Reached without more is no interest.
clock 2026-05-05 09:00
as sam     POST /call-lists {"name": "Karl calls", "campaign": {show}, "side": "sales", "script": "Hello"} -> 201 own
           POST /call-lists/{own}/members {"contacts": [{nora}]}                -> 201
as karl    POST /call-lists/{own}/turns {"member": 2}                           -> 201
           POST /call-lists/{own}/calls {"member": 2, "outcome": "interested"}  -> 201
           GET  /handoffs/queue.json                                            -> 200 {"total": 0}
as sam     POST /call-lists {"name": "Lena calls", "campaign": {show}, "side": "sales", "script": "Hello"} -> 201 others
           POST /call-lists/{others}/members {"contacts": [{nora}]}             -> 201
as maria   POST /call-lists/{others}/turns {"member": 3}                        -> 201
           POST /call-lists/{others}/calls {"member": 3, "outcome": "reached"}  -> 201
as karl    GET  /handoffs/queue.json                                            -> 200 {"total": 0}

# A colleague of the same side called: that call is how they asked, and not the answer to it. The next one is.
as sam     POST /call-lists {"name": "Maria calls", "campaign": {show}, "side": "sales", "script": "Hello"} -> 201 more
           POST /call-lists/{more}/members {"contacts": [{nora}]}               -> 201
as maria   POST /call-lists/{more}/turns {"member": 4}                          -> 201
           POST /call-lists/{more}/calls {"member": 4, "outcome": "interested"} -> 201
as karl    GET  /handoffs/queue.json                                            -> 200 {"total": 1, "items": [{"handoff": {"first_contact_at": null}}]}
clock 2026-05-05 10:00
           POST /activities {"opportunity": {gauges}, "kind": "call"}           -> 201
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"handoff": {"first_contact_at": "2026-05-05T10:00:00.000Z"}}]}
