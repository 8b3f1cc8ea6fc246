# SPDX-License-Identifier: Apache-2.0

# A lead who asks to be forgotten ends, for that reason, wherever it stands; who comes back is somebody new.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-05-01"} -> 201 funnel
           POST {funnel}/signatures -> 201
as sam     POST {funnel}/signatures -> 201 {"state": "locked"}
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
           POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1} -> 201 form
           POST /lead-forms/{form}/entries {"name": "Amy Adams", "company": "Acme", "email": "amy@acme.example", "message": "Please call me.", "once": "019b-0000-0001"} -> 201 amy {"is_new_lead": true}
           POST /lead-forms/{form}/entries {"name": "Bob Baker", "company": "Bolt", "email": "bob@bolt.example", "once": "019b-0000-0002"} -> 201 bob
as ines    POST /handoffs {"opportunity": {amy.lead}, "assigned_to": {karl.id}} -> 201 over
           POST /handoffs {"opportunity": {bob.lead}, "assigned_to": {karl.id}} -> 201 taken
as karl    POST /handoffs/{taken.id}/steps {"kind": "accepted", "after": {taken.step}} -> 201
           GET  /handoffs/queue.json -> 200 {"total": 2}

# One waits to be answered, one to be called: both are erased in time.
clock 2026-05-04 11:00
as ada     POST /contacts/{amy.contact}/erasure -> 201
           POST /contacts/{bob.contact}/erasure -> 201
as karl    GET  /handoffs/queue.json -> 200 {"total": 0}
           GET  /opportunities/{amy.lead}.json -> 200 {"outcome": "lost", "stage": "Lost", "lost_reason": "Asked to be forgotten", "close_on": "2026-05-04"}
           GET  /opportunities/{bob.lead}.json -> 200 {"outcome": "lost", "stage": "Lost", "lost_reason": "Asked to be forgotten"}
           GET  /handoffs/{over.id}.json -> 200 {"they_wrote": [], "handoff": {"state": "withdrawn", "contact_name": ""}}
           GET  /handoffs/{over.id}/steps.json -> 200 {"items": [{"kind": "withdrawn", "person": null, "text": "Whoever it was about is erased: nobody is to speak with them."}, {"kind": "submitted"}]}
           GET  /opportunities.json?outcome=open&source=Visit%20us -> 200 {"total": 0}

# Nobody was late with them, and they cost nothing in vain of sales.
clock 2026-05-06 17:00
as maria   GET  /handoffs/figures.json?from=2026-05-04&until=2026-05-06 -> 200 {"here": 3}
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-06&to_side=sales -> 200 {"total": 1, "items": [{"opportunity": {bob.lead}, "state": "accepted", "in_time": "not_yet", "is_dead": false}]}

# Amy sends the form again: a new contact, a new lead, and somebody has it.
as sam     POST /lead-forms/{form}/entries {"name": "Amy Adams", "company": "Acme", "email": "amy@acme.example", "message": "I am back.", "once": "019b-0000-0003"} -> 201 back {"is_new_contact": true, "is_new_lead": true}
as ines    GET  /handoffs/queue.json -> 200 {"total": 1, "items": [{"they_wrote": ["I am back."], "handoff": {"ask": "qualify", "opportunity": {back.lead}, "contact_name": "Amy Adams"}}]}
           GET  /opportunities/{back.lead}.json -> 200 {"outcome": "open", "stage": "Inquiry"}
           GET  /opportunities/{amy.lead}.json -> 200 {"outcome": "lost"}

# A lead that a CRM keeps ends here as well, and its next export does not bring it back; an opportunity is about the firm, and goes on.
file leads.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Cy","Cole","l-3","Cask Co","cy@cask.example","New","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-01 10:00"
END
as ada     POST /imports?name=leads.csv&target=lead file leads.csv -> 201 first
           PUT  /imports/{first.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-06"}} -> 200
           POST /imports/{first.import.id}/run -> 201
           GET  /opportunities.json?system=SuiteCRM -> 200 crm {"total": 1, "items": [{"outcome": "open", "stage": "New"}]}
           GET  /opportunities/{crm.items.0.id}.json -> 200 lead
as maria   POST /accounts {"name": "Dune AG", "territory": 1} -> 201 dune
           POST /contacts {"name": "Di Dunn", "account": {dune}, "email": "di@dune.example"} -> 201 di
           POST /opportunities {"name": "Two pumps", "stage": "Sales accepted", "account": {dune}, "contact": {di}, "territory": 1, "owner": {karl.id}} -> 201 pumps
as ada     POST /contacts/{lead.contact}/erasure -> 201
           POST /contacts/{di}/erasure -> 201
           GET  /opportunities/{lead.id}.json -> 200 {"outcome": "lost", "stage": "New", "lost_reason": "Asked to be forgotten"}
           GET  /opportunities/{pumps}.json -> 200 {"outcome": "open"}
file later.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Cy","Cole","l-3","Cask Co","cy@cask.example","Assigned","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-07 10:00"
END
clock 2026-05-08 09:00
           POST /imports?name=later.csv&target=lead file later.csv -> 201 second
           PUT  /imports/{second.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-07"}} -> 200 {"preview": {"sentence": "changes nothing; 1 row names somebody whose personal data was erased, which stays erased"}}
           POST /imports/{second.import.id}/run -> 201
           GET  /opportunities/{lead.id}.json -> 200 {"outcome": "lost", "stage": "New"}
