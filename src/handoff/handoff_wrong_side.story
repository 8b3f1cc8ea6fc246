# A lead is worked by the wrong side where the one that has it does nothing and the other speaks with them, by a call list too; without a handoff the agreed step says whose it is.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"} -> 201 funnel
           POST {funnel}/signatures                                             -> 201
           POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /contacts {"name": "Otto Lang", "phone": "+1 555 0101", "account": {north}} -> 201 otto
           POST /contacts {"name": "Pia Weiss", "phone": "+1 555 0102", "account": {north}} -> 201 pia
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
           POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1} -> 201 form
           POST /lead-forms/{form}/entries {"name": "Nora West", "email": "nora@west.example", "phone": "+1 555 0100", "once": "019b-0000-0001"} -> 201 nora {"is_new_lead": true}
as ines    POST /opportunities {"name": "Four valves", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "contact": {otto}, "territory": 1, "source": "Telephone", "owner": {ines.id}} -> 201 valves
           POST /opportunities {"name": "Two pumps", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "contact": {pia}, "territory": 1, "source": "Telephone", "owner": {ines.id}} -> 201 pumps
           POST /handoffs {"opportunity": {pumps}, "assigned_to": {karl.id}}    -> 201

# What came in and marketing is late with, what nobody handed over, and what waits for sales to accept: sales calls all three.
clock 2026-05-06 12:00
as maria   POST /call-lists {"name": "Spring calls", "campaign": {show}, "side": "sales", "script": "Hello"} -> 201 calls
           POST /call-lists/{calls}/members {"contacts": [{nora.contact}, {otto}, {pia}]} -> 201 {"added": 3}
as karl    POST /call-lists/{calls}/turns {"member": 1}                         -> 201
           POST /call-lists/{calls}/calls {"member": 1, "outcome": "reached"}   -> 201
           POST /call-lists/{calls}/turns {"member": 2}                         -> 201
           POST /call-lists/{calls}/calls {"member": 2, "outcome": "reached"}   -> 201
           POST /call-lists/{calls}/turns {"member": 3}                         -> 201
           POST /call-lists/{calls}/calls {"member": 3, "outcome": "reached"}   -> 201
clock 2026-05-08 09:00
as maria   GET  /handoffs/in-gap.json?code=handoff_wrong_side&about=marketing&as_of=2026-05-08 -> 200 {"total": 1, "items": [{"opportunity": {nora.lead}, "ask": "qualify"}]}

# Each lead has one next move: that marketing did not answer is said where it is that sales speaks with them, and there alone.
           GET  /handoffs/in-gap.json?code=handoff_overdue&about=marketing&as_of=2026-05-08 -> 200 {"total": 0}

# Marketing has the agreed five business days to do something about what stands in its step.
           GET  /gaps/step_wrong_side/opportunities.json?about=Marketing%20qualified&as_of=2026-05-08 -> 404 not_found
clock 2026-05-13 09:00
           GET  /gaps/step_wrong_side/opportunities.json?about=Marketing%20qualified&as_of=2026-05-12 -> 200 {"total": 1, "items": [{"name": "Four valves"}]}
           GET  /gaps/opportunity_unworked/opportunities.json?about=Inquiry&as_of=2026-05-12 -> 200 {"total": 1}
           GET  /gaps/step_wrong_side/opportunities.json?about=Inquiry&as_of=2026-05-12 -> 404 not_found
           GET  /handoffs/in-gap.json?code=handoff_wrong_side&about=marketing&as_of=2026-05-12 -> 200 {"total": 1, "items": [{"opportunity": {nora.lead}}]}

# What sales did longer ago than agreed is no work any more, until it speaks with them again.
           GET  /gaps/step_wrong_side/opportunities.json?about=Marketing%20qualified&as_of=2026-05-13 -> 404 not_found
as karl    POST /activities {"opportunity": {valves}, "kind": "call"}           -> 201
as maria   GET  /gaps/step_wrong_side/opportunities.json?about=Marketing%20qualified&as_of=2026-05-13 -> 200 {"total": 1, "items": [{"name": "Four valves"}]}
           GET  /review.json?as_of=2026-05-13 -> 200 agenda

# What waits for sales to accept it is no fault of marketing's, whose step it still stands in.
           GET  /gaps/opportunity_unworked/opportunities.json?about=Marketing%20qualified&as_of=2026-05-13 -> 200 {"total": 1, "items": [{"name": "Four valves"}]}
           GET  /gaps/stage_overdue/opportunities.json?about=Marketing%20qualified&as_of=2026-05-13 -> 200 {"total": 1, "items": [{"name": "Four valves"}]}
as ines    POST /activities {"opportunity": {valves}, "kind": "email"}          -> 201
as maria   GET  /gaps/step_wrong_side/opportunities.json?about=Marketing%20qualified&as_of=2026-05-13 -> 404 not_found
