# SPDX-License-Identifier: Apache-2.0

# A list of leads that no system of record keeps is Accord's own: they are moved, changed, handed over and accepted here.
clock 2026-11-23 09:00
file stand.csv <<END
First Name,Last Name,Company,Email,Status
Ada,Ray,Contoso,ada@contoso.example,Inquiry
Bo,Orr,Northwind,bo@northwind.example,Inquiry
END
as sam     POST /imports?name=stand.csv&target=lead file stand.csv                  -> 201 list
               {"import": {"target": "lead", "system": "Accord"}, "preview": {"faults": [], "sentence": "adds 2 accounts, 2 contacts, 2 opportunities and 2 stage changes"}}
           POST /imports/{list.import.id}/run                                       -> 201
           GET  /opportunities.json?order=name                                      -> 200 {"total": 2, "items": [{"id": 1, "name": "Contoso", "system": ""}, {"id": 2, "name": "Northwind", "system": ""}]}
           GET  /accounts.json?order=name                                           -> 200 {"total": 2, "items": [{"system": ""}, {"system": ""}]}
           POST /handoffs {"opportunity": 1}                                        -> 201 ada {"state": "waiting"}
as maria   POST /handoffs/{ada.id}/steps {"kind": "accepted", "after": {ada.step}}  -> 201 {"state": "accepted"}
           GET  /opportunities/1.json                                               -> 200 {"owner": {maria.id}}
           POST /opportunities/1/moves {"from": "Inquiry", "stage": "Qualified"}    -> 201 {"stage": "Qualified"}
           PUT  /opportunities/2 {"name": "Northwind", "phase": "lead", "stage": "Inquiry", "account": 2, "contact": 2, "source": "Autumn show"} -> 200
           PUT  /accounts/1 {"name": "Contoso Works"}                               -> 200

# The same list again moves nothing back: where a lead stands, whoever moved it says.
as sam     POST /imports?name=again.csv&target=lead file stand.csv                  -> 201 again
               {"preview": {"sentence": "changes nothing; 2 rows say what is known already; 2 rows are about somebody with an open lead, which is taken"}}
           DELETE /imports/{again.import.id}                                        -> 200

# Any other file is Accord's own where that is said, in whatever letters.
file deals.csv <<END
opportunity_id,opportunity name,account,stage
A1,Turbines,Contoso Works,Proposal
END
as maria   POST /imports?name=deals.csv file deals.csv                              -> 201 deals {"import": {"system": "CRM"}}
           PUT  /imports/{deals.import.id} {"answers": {"system": "accord"}}        -> 200
           POST /imports/{deals.import.id}/run                                      -> 201
           POST /opportunities/3/moves {"from": "Proposal", "stage": "Won"}         -> 201

# What a system keeps stays read-only, and its leads are taken by such a list as they are.
file theirs.csv <<END
Lead ID,First Name,Last Name,Company,Email,Status
77,Cy,Lin,Fabrikam,cy@fabrikam.example,New
END
file later.csv <<END
First Name,Last Name,Company,Email,Status
Cyrus,Lin,Fabrikam Ltd.,cy@fabrikam.example,Inquiry
END
           POST /imports?name=theirs.csv&target=lead file theirs.csv                -> 201 theirs {"import": {"system": "CRM"}}
           POST /imports/{theirs.import.id}/run                                     -> 201
           POST /opportunities/4/moves {"from": "New", "stage": "Working"}          -> 409 crm_owns_this {"detail": "Another system keeps this record, so it is read-only here. (Kept by CRM: it moves with the next export.)"}
           POST /imports?name=later.csv&target=lead file later.csv                  -> 201 later
               {"import": {"system": "Accord"}, "preview": {"sentence": "changes nothing; 1 row says what is known already; 1 row is about somebody with an open lead, which is taken"}}
           DELETE /imports/{later.import.id}                                        -> 200

# A scan list is leads and touchpoints of its campaign in one pass; who has a known number under another name is asked about.
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-10-10", "ends_on": "2026-10-12"} -> 201
file scans.csv <<END
Name,Firm,Phone,Scanned At
Gil Moss,Wingtip,+1 (555) 017-3907,2026-10-10 09:41
Hal Nye,Adatum,,
END
file more.csv <<END
Name,Firm,Phone,Scanned At
G. Moss,Wingtip Toys,001 555 0173 907,2026-10-11 10:00
END
as sam     POST /imports?name=scans.csv&target=lead file scans.csv                  -> 201 scans
           PUT  /imports/{scans.import.id} {"answers": {"constants": [{"slot": "campaign", "value": "Spring show"}]}} -> 200
               {"import": {"system": "Accord"}, "preview": {"faults": [], "refused": 1, "problems": [{"line": 3, "reason": "It names a campaign, but not the day on which it came through it."}]}}
           PUT  /imports/{scans.import.id} {"answers": {"constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "day", "value": "2026-10-12"}]}} -> 200
               {"preview": {"refused": 0, "sentence": "adds 2 accounts, 2 contacts, 2 opportunities, 2 stage changes and 2 touchpoints"}}
           POST /imports/{scans.import.id}/run                                      -> 201
           GET  /touchpoints.json?order=at                                          -> 200 {"total": 2, "items": [{"contact_name": "Gil Moss", "campaign_name": "Spring show", "precision": "moment"}, {"contact_name": "Hal Nye", "precision": "day"}]}
           GET  /opportunities.json?source=Spring%20show                            -> 200 {"total": 2}
           POST /imports?name=more.csv&target=lead file more.csv                    -> 201 more
               {"preview": {"refused": 1, "questions": [{"code": "name", "count": 1, "sentence": "\"G. Moss\" looks like the contact \"Gil Moss\": it has the same telephone number. Are they the same?"}]}}
           PUT  /imports/{more.import.id} {"answers": {"merges": [{"name": "G. Moss", "into": "Gil Moss"}]}} -> 200
               {"preview": {"refused": 0, "questions": [], "sentence": "changes nothing; 1 row says what is known already; 1 row is about somebody with an open lead, which is taken"}}
           POST /imports/{scans.import.id}/undo                                     -> 201
           GET  /touchpoints.json                                                   -> 200 {"total": 0}

# Who was met on two days stands on the list twice: one lead, and a touchpoint of each day. Who has the number of an earlier line under another name is asked about.
file twice.csv <<END
Name,Firm,Phone,Scanned At
Zoe Zed,Zed Mills,+1 555 800 0001,2026-10-10 09:41
Zoe Zed,Zed Mills,+1 555 800 0001,2026-10-11 09:20
Z. Zed,Zed Mills,(555) 800-0001,2026-10-12 11:00
END
           POST /imports?name=twice.csv&target=lead file twice.csv                  -> 201 twice
           PUT  /imports/{twice.import.id} {"answers": {"constants": [{"slot": "campaign", "value": "Spring show"}]}} -> 200
               {"preview": {"refused": 1, "sentence": "adds 1 account, 1 contact, 1 opportunity, 1 stage change and 2 touchpoints; 1 row stays out", "questions": [{"code": "name", "sentence": "\"Z. Zed\" looks like the contact \"Zoe Zed\": it has the same telephone number. Are they the same?"}]}}
           PUT  /imports/{twice.import.id} {"answers": {"constants": [{"slot": "campaign", "value": "Spring show"}], "merges": [{"name": "Z. Zed", "into": "Zoe Zed"}]}} -> 200
               {"preview": {"refused": 0, "questions": [], "sentence": "adds 1 account, 1 contact, 1 opportunity, 1 stage change and 3 touchpoints"}}
           POST /imports/{twice.import.id}/run                                      -> 201
           GET  /touchpoints.json?order=at                                          -> 200 {"total": 3, "items": [{"contact_name": "Zoe Zed"}, {"contact_name": "Zoe Zed"}, {"contact_name": "Zoe Zed"}]}
           GET  /opportunities.json?q=Zed                                           -> 200 {"total": 1}
