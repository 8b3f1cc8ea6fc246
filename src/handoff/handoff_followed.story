# SPDX-License-Identifier: Apache-2.0

# What the record of a lead says needs no second word: it settles what waits.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"body": {"stages": [{"name": "New", "definition": "A hand was raised.", "responsible": "marketing"}, {"name": "Ripe", "definition": "Worth a call.", "responsible": "marketing"}, {"name": "Working", "definition": "Sales has it.", "responsible": "sales", "crm_stages": ["In Process"]}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won"}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost", "crm_stages": ["Dead"]}], "lost_reasons": ["No need", "No budget"]}, "in_force_from": "2026-05-01"} -> 201 funnel
           POST {funnel}/signatures -> 201
as sam     POST {funnel}/signatures -> 201 {"state": "locked"}

# A CRM's next export: sales has one, one is lost, one stays; what was handed over follows in the same act.
file first.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Amy","Adams","l-1","Acme Inc","amy@acme.example","New","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-01 10:00"
"Bob","Baker","l-2","Bolt LLC","bob@bolt.example","New","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-01 10:00"
"Cy","Cole","l-3","Cask Co","cy@cask.example","New","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-01 10:00"
END
file second.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Amy","Adams","l-1","Acme Inc","amy@acme.example","In Process","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-05 14:00"
"Bob","Baker","l-2","Bolt LLC","bob@bolt.example","Dead","No budget","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-06 11:00"
"Cy","Cole","l-3","Cask Co","cy@cask.example","New","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-01 10:00"
END
as ada     POST /imports?name=first.csv&target=lead file first.csv -> 201 first
           PUT  /imports/{first.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-04"}} -> 200
           POST /imports/{first.import.id}/run -> 201
as sam     POST /handoffs {"opportunity": 1} -> 201 amy
           POST /handoffs {"opportunity": 2} -> 201 bob
           POST /handoffs {"opportunity": 3} -> 201 cy
clock 2026-05-08 17:00
as ada     POST /imports?name=second.csv&target=lead file second.csv -> 201 second
           PUT  /imports/{second.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-08"}} -> 200
           POST /imports/{second.import.id}/run -> 201
as maria   GET  /handoffs.json?order=id -> 200 {"items": [{"state": "accepted", "decided_by": null, "assigned_to_name": "Karl Brandt", "decided_at": "2026-05-05T23:59:59.999Z"}, {"state": "rejected", "reason": "No budget", "decided_by": null}, {"state": "waiting"}]}
           GET  /handoffs/{amy.id}/steps.json -> 200 {"items": [{"kind": "accepted", "person": null, "text": "It stands in In Process."}, {"kind": "submitted", "person_name": "Sam Rivera"}], "total": 2}
           GET  /handoffs/figures.json?from=2026-05-04&until=2026-05-08 -> 200 {"items": [{"came": {"number": 3}, "accepted": {"number": 1}, "rejected": {"number": 1}, "waiting": {"number": 1}}]}
           GET  /handoffs/queue.json -> 200 {"items": [{"why": "free", "handoff": {"opportunity": 3}}]}
           POST /handoffs/{amy.id}/steps {"kind": "accepted", "after": {amy.step}} -> 409 handoff_settled_meanwhile

# The import is undone: both wait again, and say why.
as ada     POST /imports/{second.import.id}/undo -> 201
as maria   GET  /handoffs.json?order=id -> 200 {"items": [{"state": "waiting", "assigned_to_name": "Karl Brandt"}, {"state": "waiting", "reason": ""}, {"state": "waiting"}]}
           GET  /handoffs/{bob.id}/steps.json -> 200 {"items": [{"kind": "assigned", "person": null, "text": "Its record does not say so any more."}, {"kind": "rejected", "text": "It is lost: No budget", "is_undone": true, "undone_by_name": "Ada Osei"}, {"kind": "submitted"}], "total": 3}

# A contact is the response, also where nobody has accepted the lead yet: nothing is late any more.
clock 2026-05-11 09:00
as karl    POST /activities {"opportunity": 3, "kind": "call"} -> 201
clock 2026-05-15 09:00
as maria   GET  /handoffs/{cy.id}.json -> 200 {"clock": "Nobody has it, since 9 business days. It is to be accepted or rejected.", "escalation": "none"}
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-15&in_time=no&opportunity=3 -> 200

# What sales hands back is marketing's again: its step, its owner; sales owes no call about it any more.
as maria   POST /accounts {"name": "Northwind", "territory": 1} -> 201 north
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Ripe", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges
as maria   POST /handoffs {"opportunity": {gauges}, "ask": "nurture"} -> 422 handoff_not_had
as ines    POST /handoffs {"opportunity": {gauges}} -> 201 over
as maria   POST /handoffs/{over.id}/steps {"kind": "accepted", "after": {over.step}} -> 201
           GET  /opportunities/{gauges}.json -> 200 {"owner_name": "Maria Keller", "stage": "Working"}
           POST /handoffs {"opportunity": {gauges}, "ask": "nurture", "note": "They build in autumn."} -> 201 back {"assigned_to": {ines.id}}
as ines    POST /handoffs/{back.id}/steps {"kind": "accepted", "after": {back.step}} -> 201 taken
           GET  /opportunities/{gauges}.json -> 200 {"owner_name": "Ines Duarte", "stage": "Ripe"}
clock 2026-06-15 09:00
as maria   GET  /handoffs/queue.json -> 200 queue
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-06-15&order=-at -> 200 {"items": [{"ask": "nurture", "state": "accepted"}, {"ask": "take_over", "state": "accepted", "in_time": "yes", "has_responded": true}]}
as ines    POST /handoffs {"opportunity": {gauges}} -> 201 again
