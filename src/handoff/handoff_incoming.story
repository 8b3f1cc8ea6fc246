# SPDX-License-Identifier: Apache-2.0

# Demand that comes in is somebody's from the first moment: it waits in a queue, with a time.
clock 2026-05-04 09:00
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"} -> 201 show
as maria   POST /products {"name": "PX-100", "list_price": null, "unit_cost": null}     -> 201 px
as sam     POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1} -> 201 open
           POST /lead-forms {"name": "Ask Karl", "address": "karl", "campaign": {show}, "territory": 1, "product": {px}, "owner": {karl.id}} -> 201 named

# Nothing is agreed yet: marketing qualifies it, whoever takes it. Who typed it did not hand it over.
           POST /lead-forms/{open}/entries {"name": "Petra Holm", "email": "petra@acme.example", "company": "Acme", "once": "019a-0000-0001"} -> 201 petra
as ines    GET  /handoffs/queue.json -> 200 {"total": 1, "items": [{"why": "free", "sentence": "nobody’s for 0 business minutes, to be answered within 8 business hours", "handoff": {"ask": "qualify", "to_side": "marketing", "submitted_by": null, "note": "By the form “Visit us”.", "campaign_name": "Spring show", "rule": "It waits for whoever takes it."}}]}
as maria   GET  /handoffs/queue.json -> 200 {"total": 0}
as ines    GET  /handoffs/1/steps.json -> 200 {"items": [{"kind": "submitted", "person": null, "person_name": "", "text": "By the form “Visit us”."}], "total": 1}

# Asking again makes no second one: it waits already.
as sam     POST /lead-forms/{open}/entries {"name": "Petra Holm", "email": "petra@acme.example", "once": "019a-0000-0002"} -> 201 {"is_new_lead": false, "lead": {petra.lead}}
           GET  /handoffs.json -> 200 {"total": 1}

# Whoever hands it over has qualified it by that; Undo takes both back.
as ines    POST /handoffs {"opportunity": {petra.lead}} -> 201 over
           GET  /handoffs/1.json -> 200 {"handoff": {"state": "answered", "answer": "Handed over to sales.", "decided_by_name": "Ines Duarte"}}
           GET  /handoffs/{over.id}.json -> 200 {"handoff": {"to_side": "sales", "ask": "take_over", "campaign_name": "Spring show", "submitted_by_name": "Ines Duarte"}}
           DELETE /handoffs/{over.id}/steps/{over.step} -> 200
           GET  /handoffs/queue.json -> 200 {"total": 1, "items": [{"handoff": {"ask": "qualify", "state": "waiting"}}]}
as karl    POST /handoffs {"opportunity": {petra.lead}, "ask": "nurture"} -> 422 handoff_not_had

# Whoever takes it on owns the lead, and can take that back.
as ines    GET  /handoffs/1.json -> 200 waits
           POST /handoffs/1/steps {"kind": "accepted", "after": {waits.handoff.last_step}} -> 201 taken
           GET  /opportunities/{petra.lead}.json -> 200 {"owner_name": "Ines Duarte", "stage": "Inquiry"}
           DELETE /handoffs/1/steps/{taken.step} -> 200
           GET  /opportunities/{petra.lead}.json -> 200 {"owner": null}

# What is turned down is lost, with its reason; asked again later, it comes in anew.
           POST /handoffs/1/steps {"kind": "rejected", "after": {waits.handoff.last_step}} -> 422 handoff_reason_missing
           POST /handoffs/1/steps {"kind": "rejected", "after": {waits.handoff.last_step}, "text": "A student's thesis"} -> 201 no
           GET  /opportunities/{petra.lead}.json -> 200 {"outcome": "lost", "lost_reason": "A student's thesis", "close_on": "2026-05-04"}
           DELETE /handoffs/1/steps/{no.step} -> 200
           GET  /opportunities/{petra.lead}.json -> 200 {"outcome": "open", "lost_reason": "", "close_on": null}
           POST /handoffs/1/steps {"kind": "recycled", "after": {waits.handoff.last_step}, "again_on": "2026-06-01", "text": "After the budget."} -> 201
clock 2026-06-01 09:00
as ines    GET  /handoffs/queue.json -> 200 {"total": 1, "items": [{"why": "again", "sentence": "Back since 1 June 2026: After the budget."}]}
as sam     POST /lead-forms/{open}/entries {"name": "Petra Holm", "email": "petra@acme.example", "once": "019a-0000-0003"} -> 201 {"is_new_lead": false, "lead": {petra.lead}}
as ines    GET  /handoffs/queue.json -> 200 {"total": 1, "items": [{"why": "free", "handoff": {"ask": "qualify"}}]}

# Whom the form names gets it at once, on the side that they are of.
as sam     POST /lead-forms/{named}/entries {"name": "Otto Lang", "email": "otto@acme.example", "once": "019a-0000-0004"} -> 201 otto
as karl    GET  /handoffs/queue.json -> 200 {"total": 1, "items": [{"why": "yours", "handoff": {"ask": "take_over", "to_side": "sales", "rule": "The form “Ask Karl” gives its leads to Karl Brandt."}}]}

# Agreed: to sales at once by the rules, where it has what sales is to have; marketing's rules choose who qualifies the rest.
as maria   POST /agreements/service_level/versions {"body": {"demands": ["product"], "answer_within_hours": 4, "contact_within_hours": 8, "ask_within_hours": 16, "incoming": "hand_over", "qualify_within_hours": 2000, "reasons": ["No need"], "routing": [{"name": "Both", "people": [{karl.id}, {ines.id}]}]}} -> 422 wrong_shape golden
           POST /agreements/service_level/versions {"body": {"demands": ["product"], "answer_within_hours": 4, "contact_within_hours": 8, "ask_within_hours": 16, "incoming": "hand_over", "qualify_within_hours": 2, "reasons": ["No need"], "routing": [{"name": "Sales", "people": [{maria.id}]}, {"name": "Inquiries", "people": [{ines.id}]}]}, "in_force_from": "2026-06-01"} -> 201 level
           POST {level}/signatures -> 201
as sam     POST {level}/signatures -> 201 {"state": "locked"}
           POST /lead-forms {"name": "Try PX-100", "address": "try-px", "campaign": {show}, "territory": 1, "product": {px}} -> 201 px_form
           POST /lead-forms/{px_form}/entries {"name": "Nora Vik", "email": "nora@north.example", "once": "019a-0000-0005"} -> 201 nora
           GET  /handoffs.json?opportunity={nora.lead} -> 200 {"items": [{"ask": "take_over", "to_side": "sales", "assigned_to_name": "Maria Keller", "rule": "“Sales” chose Maria Keller, the only one it names."}]}
           POST /lead-forms/{open}/entries {"name": "Ugo Neri", "email": "ugo@south.example", "once": "019a-0000-0006"} -> 201 ugo
           GET  /handoffs.json?opportunity={ugo.lead} -> 200 {"items": [{"ask": "qualify", "to_side": "marketing", "assigned_to_name": "Ines Duarte", "rule": "It lacks Product, which sales is to have: marketing adds that first. “Inquiries” chose Ines Duarte, the only one it names."}]}

# Sales took it over: who asks again before they were spoken with stands in that queue already.
as maria   GET  /handoffs.json?opportunity={nora.lead} -> 200
           GET  /handoffs/queue.json -> 200 queue
           POST /handoffs/{queue.items.0.id}/steps {"kind": "accepted", "after": {queue.items.0.handoff.last_step}} -> 201
as sam     POST /lead-forms/{px_form}/entries {"name": "Nora Vik", "email": "nora@north.example", "once": "019a-0000-0007"} -> 201 {"is_new_lead": false}
           GET  /handoffs.json?opportunity={nora.lead} -> 200 {"total": 1}

# Whoever is interested in a call comes in too; to take the call back takes that back, unless somebody did something about it.
           POST /call-lists {"name": "After the show", "campaign": {show}, "side": "marketing", "closed_on": "2026-08-01"} -> 201 calls
as maria   POST /accounts {"name": "Berg", "territory": 1} -> 201 berg
           POST /contacts {"name": "Ida Berg", "account": {berg}, "phone": "+1 555 0300", "email": "ida@berg.example"} -> 201 ida
as ines    POST /call-lists/{calls}/members {"contacts": [{ida}]} -> 201
           POST /call-lists/{calls}/turns {} -> 201 turn
           POST /call-lists/{calls}/calls {"member": {turn.member}, "outcome": "interested"} -> 201 call
           GET  /handoffs.json?campaign={show}&order=-id&limit=1 -> 200 came {"items": [{"note": "They said in a call that they are interested: “After the show”.", "ask": "qualify", "assigned_to_name": "Ines Duarte"}]}
           DELETE /call-lists/{calls}/calls/{call} -> 200
           GET  /handoffs/{came.items.0.id}.json -> 404 not_found
           POST /call-lists/{calls}/turns {} -> 201
           POST /call-lists/{calls}/calls {"member": {turn.member}, "outcome": "interested"} -> 201 again
           GET  /handoffs.json?order=-id&limit=1 -> 200 waits
           POST /handoffs/{waits.items.0.id}/steps {"kind": "accepted", "after": {waits.items.0.last_step}} -> 201
           DELETE /call-lists/{calls}/calls/{again} -> 409 call_is_settled

# New leads of a list that no system keeps come in as well, where a signed service level bound them when they were created.
file stand.csv <<END
First Name,Last Name,Company,Email,Created Date
Rolf,Lange,Lange KG,rolf@lange.example,2026-06-01
Mia,Sand,Sand AG,mia@sand.example,2026-03-01
END
as sam     POST /imports?name=stand.csv&target=lead file stand.csv -> 201 list
           POST /imports/{list.import.id}/run -> 201
           GET  /handoffs.json?order=-id&limit=1 -> 200 listed {"items": [{"note": "In the list “stand.csv”.", "contact_name": "Rolf Lange", "ask": "qualify"}]}
           POST /imports/{list.import.id}/undo -> 201
           GET  /handoffs/{listed.items.0.id}.json -> 404 not_found
           GET  /opportunities.json?contact_name=Rolf%20Lange -> 200 {"total": 0}
