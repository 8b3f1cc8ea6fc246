# SPDX-License-Identifier: Apache-2.0

# Whoever is known and asks again is told to whoever has their lead: it waits in that person's queue, with what they wrote.
clock 2026-05-04 09:00
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
           POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1} -> 201 form
file leads.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Amy","Adams","l-1","Acme Inc","amy@acme.example","New","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-01 10:00"
"Bob","Baker","l-2","Bolt LLC","bob@bolt.example","New","","No","","","","","2026-05-01 10:00","2026-05-01 10:00"
END
as ada     POST /imports?name=leads.csv&target=lead file leads.csv -> 201 leads
           PUT  /imports/{leads.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-04"}} -> 200
           POST /imports/{leads.import.id}/run -> 201

# A CRM keeps the lead: its owner has it, and answers as soon as one who hands over.
as sam     POST /lead-forms/{form}/entries {"name": "Amy Adams", "email": "amy@acme.example", "message": "Please call me today, the budget is approved.", "once": "019b-0000-0001"} -> 201 amy {"is_new_lead": false}
as karl    GET  /handoffs/queue.json -> 200 first {"total": 1, "items": [{"why": "yours", "due_at": "2026-05-04T17:00:00.000Z", "they_wrote": ["Please call me today, the budget is approved."], "handoff": {"ask": "information", "to_side": "sales", "submitted_by": null, "system": "SuiteCRM", "note": "By the form “Visit us”.", "campaign_name": "Spring show", "rule": "Karl Brandt has the lead."}}]}
as maria   GET  /handoffs/queue.json -> 200 {"total": 0}

# A second message adds to it.
clock 2026-05-04 10:00
as sam     POST /lead-forms/{form}/entries {"name": "Amy Adams", "email": "amy@acme.example", "message": "Or tomorrow before ten.", "once": "019b-0000-0002"} -> 201 {"lead": {amy.lead}}
as karl    GET  /handoffs/queue.json -> 200 {"total": 1, "items": [{"they_wrote": ["Please call me today, the budget is approved.", "Or tomorrow before ten."]}]}

# It hinders nobody: marketing hands the lead over, or asks about it, as before.
as ines    POST /handoffs {"opportunity": {amy.lead}, "ask": "information", "note": "Was she at the show?"} -> 201 question
           DELETE /handoffs/{question.id}/steps/{question.step} -> 200

# What came of it is said in words, and can be taken back; then who asks once more is told anew.
as karl    POST /handoffs/{first.items.0.id}/steps {"kind": "accepted", "after": {first.items.0.handoff.last_step}} -> 422 handoff_step_unfit
           POST /handoffs/{first.items.0.id}/steps {"kind": "answered", "after": {first.items.0.handoff.last_step}, "text": "Sent her the offer."} -> 201 answered
           GET  /handoffs/queue.json -> 200 {"total": 0}
           DELETE /handoffs/{first.items.0.id}/steps/{answered.step} -> 200
           GET  /handoffs/queue.json -> 200 {"total": 1}
           POST /handoffs/{first.items.0.id}/steps {"kind": "answered", "after": {first.items.0.handoff.last_step}, "text": "Sent her the offer."} -> 201
clock 2026-05-05 10:00
as sam     POST /lead-forms/{form}/entries {"name": "Amy Adams", "email": "amy@acme.example", "message": "The offer is fine.", "once": "019b-0000-0003"} -> 201 {"lead": {amy.lead}}
as karl    GET  /handoffs/queue.json -> 200 {"total": 1, "items": [{"they_wrote": ["The offer is fine."]}]}

# What nobody has waits for whoever takes it, of the side whose step it stands in.
as sam     POST /lead-forms/{form}/entries {"name": "Bob Baker", "email": "bob@bolt.example", "message": "Ten, please.", "once": "019b-0000-0004"} -> 201 bob {"is_new_lead": false}
as ines    GET  /handoffs/queue.json -> 200 {"total": 1, "items": [{"why": "free", "they_wrote": ["Ten, please."], "handoff": {"ask": "information", "to_side": "marketing", "opportunity": {bob.lead}}}]}
# To hand it over answers that as well.
           POST /handoffs {"opportunity": {bob.lead}, "assigned_to": {karl.id}} -> 201 over
           GET  /handoffs/queue.json -> 200 {"total": 0}

# While it waits, or is to be spoken with, what they write stands there, and nobody is told twice.
as sam     POST /lead-forms/{form}/entries {"name": "Bob Baker", "email": "bob@bolt.example", "message": "Make it twelve.", "once": "019b-0000-0005"} -> 201
as karl    GET  /handoffs/{over.id}.json -> 200 {"they_wrote": ["Make it twelve."]}
           POST /handoffs/{over.id}/steps {"kind": "accepted", "after": {over.step}} -> 201
as sam     POST /lead-forms/{form}/entries {"name": "Bob Baker", "email": "bob@bolt.example", "once": "019b-0000-0006"} -> 201
           GET  /handoffs.json?opportunity={bob.lead}&state=waiting -> 200 {"total": 0}

# Who was spoken with and asks again is told to whoever took them on.
as karl    POST /activities {"opportunity": {bob.lead}, "kind": "call"} -> 201
as sam     POST /lead-forms/{form}/entries {"name": "Bob Baker", "email": "bob@bolt.example", "message": "When do they come?", "once": "019b-0000-0007"} -> 201
           GET  /handoffs.json?opportunity={bob.lead}&state=waiting -> 200 {"total": 1, "items": [{"ask": "information", "assigned_to_name": "Karl Brandt"}]}

# Of an owner who left it is the manager's.
as maria   POST /accounts {"name": "Cask Co", "territory": 1} -> 201 cask
           POST /contacts {"name": "Wes Cole", "account": {cask}, "email": "wes@cask.example"} -> 201 wes
           POST /opportunities {"name": "Two casks", "stage": "Proposal", "account": {cask}, "contact": {wes}, "territory": 1, "owner": {karl.id}} -> 201 casks
as ada     PUT  /people/{karl.id} {"name": "Karl Brandt", "email": "karl@demo.example", "role": "salesperson", "territory": 1, "manager": {maria.id}, "left_on": "2026-05-06"} -> 200
clock 2026-05-07 09:00
as sam     POST /lead-forms/{form}/entries {"name": "Wes Cole", "email": "wes@cask.example", "message": "Is the offer still good?", "once": "019b-0000-0008"} -> 201 {"lead": {casks}, "is_new_lead": false}
as maria   GET  /handoffs.json?opportunity={casks} -> 200 {"total": 1, "items": [{"ask": "information", "to_side": "sales", "assigned_to_name": "Maria Keller", "rule": "Karl Brandt, who had the lead, is not here, and Maria Keller is their manager."}]}

# Of who is erased no words are told any more.
as ada     POST /contacts/{wes}/erasure -> 201
as maria   GET  /handoffs.json?opportunity={casks} -> 200 wes_asked
           GET  /handoffs/{wes_asked.items.0.id}.json -> 200 {"they_wrote": []}

# That is no handoff: figures count what was handed over, and say how often somebody asked again.
as maria   GET  /handoffs/figures.json?from=2026-05-04&until=2026-05-07 -> 200 {"here": 1, "elsewhere": 1, "sentence": "2 handoffs: 1 handed over here, 1 read from the CRM’s stage changes. Besides, somebody known asked again 5 times: that is told to whoever has the lead, and is no handoff.", "items": [{"line": "sales", "came": {"number": 2}}]}
           GET  /handoffs/passed.json?from=2026-05-04&until=2026-05-07 -> 200 {"total": 2, "items": [{"ask": "take_over"}, {"ask": "take_over"}]}
