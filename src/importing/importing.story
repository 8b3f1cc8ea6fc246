# SPDX-License-Identifier: Apache-2.0

# A file waits until it is run, in one commit; undone, the company is as it was.
clock 2026-11-23 09:00
file deals.csv <<END
opportunity_id,opportunity name,owner,account,stage,amount,close date
A1,Turbines,Karl Novak,Northwind,Proposal,"1,500.00",2026-12-31
A2,Spares,Karl Novak,Northwind,Won,200.00,2026-11-02
A3,Oil,Karl Novak,Contoso,Won,-5.00,2026-11-02
END
as karl    POST /imports?name=deals.csv file deals.csv                    -> 403 not_allowed
as maria   POST /imports?name=deals.csv file deals.csv                    -> 201 upload
               {"import": {"state": "waiting", "target": "opportunity", "system": "CRM"},
                "preview": {"row_count": 3, "questions": [{"code": "currency"}], "columns": [{"column": "stage", "slot": "stage"}]}}
           POST /imports/{upload.import.id}/undo                          -> 409 import_not_landed
           PUT  /imports/{upload.import.id} {"answers": {"currency": "USD"}} -> 200
               {"preview": {"questions": [], "refused": 1, "problems": [{"line": 4, "column": "amount"}]}}
           POST /imports/{upload.import.id}/run                           -> 201
               {"import": {"state": "done", "refused": 1}, "preview": null}
           POST /imports/{upload.import.id}/run                           -> 409 import_has_run
           DELETE /imports/{upload.import.id}                             -> 409 import_has_run
           GET  /opportunities.json                                       -> 200 {"total": 2}
           GET  /imports/{upload.import.id}/problems.json                 -> 200 {"total": 1, "items": [{"line": 4, "column_name": "amount"}]}
           GET  /imports/{upload.import.id}/problems.csv                  -> 200 golden
           GET  /accounts.json?q=northwind                                -> 200 {"total": 1, "items": [{"system": "CRM"}]}

# The same file again says nothing new, and what was answered is not asked again.
           POST /imports?name=again.csv file deals.csv                    -> 201 again
               {"preview": {"questions": [], "refused": 1}}
           DELETE /imports/{again.import.id}                              -> 200
           POST /imports/{upload.import.id}/undo                          -> 201 {"changed_since": [], "referred_to": []}
           GET  /opportunities.json                                       -> 200 {"total": 0}
           GET  /accounts.json?q=northwind                                -> 200 {"total": 0}
           POST /imports/{upload.import.id}/undo                          -> 409 import_already_undone
           GET  /imports/{upload.import.id}.json                          -> 200 {"import": {"state": "undone"}, "undone": {"changed_since": [], "referred_to": []}}

# A name that nearly matches a known one is asked; while nothing else could go in, the file does not run.
file first.csv <<END
opportunity_id,product,stage
B1,GTX Pro,Proposal
END
file second.csv <<END
opportunity_id,product,stage
B2,GTXPro,Proposal
END
as lena    POST /imports?name=first.csv file first.csv                    -> 201 first
           POST /imports/{first.import.id}/run                            -> 201
           POST /imports?name=second.csv file second.csv                  -> 201 second
               {"preview": {"questions": [{"code": "name", "name": "GTXPro", "known": "GTX Pro"}]}}
           POST /imports/{second.import.id}/run                           -> 422 import_has_questions
           PUT  /imports/{second.import.id} {"answers": {"merges": [{"name": "GTXPro", "into": "GTX Pro"}]}} -> 200
               {"preview": {"questions": [], "refused": 0}}
           POST /imports/{second.import.id}/run                           -> 201
           GET  /products.json                                            -> 200 {"total": 1}

# What a file holds can be corrected; what cannot be read is refused with what to do.
file odd.csv <<END
Naam,Fase
C1,Proposal
END
file nothing.csv <<END
END
as sam     POST /imports?name=odd.csv file odd.csv                        -> 201 odd
               {"import": {"target": ""}, "preview": {"sentence": "", "slots": [], "nearest": [], "faults": ["What its rows are cannot be told from its columns: say what it holds."]}}
           POST /imports/{odd.import.id}/run                              -> 422 import_mapping_wrong
           PUT  /imports/{odd.import.id} {"columns": [{"column": "Naam", "slot": "name"}, {"column": "Fase", "slot": "stage"}], "target": "opportunity", "answers": {"system": "Archive"}} -> 200
               {"preview": {"faults": []}, "import": {"system": "Archive"}}
           POST /imports/{odd.import.id}/run                              -> 201 {"import": {"created": 1}}
           POST /imports?name=nothing.csv file nothing.csv                -> 422 import_unreadable
           GET  /imports/999999.json                                      -> 404 not_found

# Nothing is guessed of what a file holds: what comes nearest is said, with what it would read and what it needs.
file inquiries.csv <<END
mql_id,first_contact_date,landing_page_id,origin
m1,2026-02-01,p7,social
END
as sam     POST /imports?name=inquiries.csv file inquiries.csv            -> 201 asked
               {"import": {"target": ""}, "preview": {"nearest": [{"name": "opportunity", "known": ["mql_id", "first_contact_date", "origin"], "missing": ["Stage or Status"]}, {"name": "lead", "known": ["mql_id", "first_contact_date", "origin"], "missing": ["Stage"]}]}}
           PUT  /imports/{asked.import.id} {"target": "lead", "answers": {"constants": []}} -> 200
               {"preview": {"faults": ["Leads need a column for Stage, or one value for every row."]}}
           PUT  /imports/{asked.import.id} {"answers": {"constants": [{"slot": "stage", "value": "New"}]}} -> 200
               {"import": {"target": "lead"}, "preview": {"faults": [], "nearest": [], "sentence": "adds 1 opportunity and 1 stage change"}}

# Files that wait go in so that what they name is found: leads before the opportunities that came of them.
file wins.csv <<END
mql_id,won_date,Stage
m1,2026-02-20,Won
END
           POST /imports?name=wins.csv file wins.csv                      -> 201 wins
               {"import": {"target": "opportunity"}, "preview": {"columns": [{"slot": "lead_key"}, {"slot": "won_at"}, {"slot": "stage"}]}}
           GET  /imports.json?state=waiting&order=turn                    -> 200
               {"items": [{"file_name": "inquiries.csv"}, {"file_name": "wins.csv"}]}
           DELETE /imports/{wins.import.id}                               -> 200
           DELETE /imports/{asked.import.id}                              -> 200

# What the file does not say is said once for every row: a trade show's list has neither source nor stage.
file show.csv <<END
Company,Last Name,First Name,Lead ID
Contoso,Ray,Ada,L1
Northwind,Orr,Bo,L2
END
as sam     POST /imports?name=show.csv file show.csv                      -> 201 show
           PUT  /imports/{show.import.id} {"target": "lead", "answers": {}} -> 200
               {"import": {"target": "lead"}, "preview": {"faults": ["Leads need a column for Stage, or one value for every row."], "identities": [{"value": ""}, {"value": "lead_key"}, {"value": "name"}]}}
           POST /imports/{show.import.id}/run                             -> 422 import_mapping_wrong
           PUT  /imports/{show.import.id} {"answers": {"constants": [{"slot": "stage", "value": "New"}, {"slot": "source", "value": "Trade show"}]}} -> 200
               {"preview": {"faults": [], "refused": 0}}
           POST /imports/{show.import.id}/run                             -> 201
           GET  /opportunities.json?source=Trade%20show                   -> 200 {"total": 2, "items": [{"name": "Northwind", "stage": "New", "contact_name": "Bo Orr"}]}
file show.csv <<END
Company,Last Name,First Name,Lead ID
Contoso,Lin,Cy,L3
END
           POST /imports?name=show.csv file show.csv                      -> 201 later {"preview": {"faults": [], "refused": 0}}
           DELETE /imports/{later.import.id}                              -> 200
           POST /imports?name=show.csv file show.csv                      -> 201 twice
           PUT  /imports/{twice.import.id} {"answers": {"constants": [{"slot": "stage", "value": "New"}, {"slot": "lead_key", "value": "L9"}]}} -> 200
               {"preview": {"faults": ["Lead key is given for every row and elsewhere too; choose one."]}}
           DELETE /imports/{twice.import.id}                              -> 200

# By what a row's record is found can be chosen: a firm that changes its CRM matches by name, and the new one's
# identifiers take the place of the old one's.
file old.csv <<END
Account ID,Account Name,Industry
77,Brightwater,Energy
78,Kestrel Mills,Food
END
file new.csv <<END
Account ID,Account Name,Industry
a77,brightwater,Utilities
a79,,Steel
END
as maria   POST /imports?name=old.csv file old.csv                        -> 201 old {"preview": {"identities": [{"value": "", "label": "its identifier, else its name"}]}}
           PUT  /imports/{old.import.id} {"answers": {"system": "Old CRM"}} -> 200
           POST /imports/{old.import.id}/run                              -> 201
           POST /imports?name=new.csv file new.csv                        -> 201 new
           PUT  /imports/{new.import.id} {"answers": {"system": "New CRM", "match_by": "email"}} -> 200
               {"preview": {"faults": ["Accounts cannot be matched by Email; they can by Key or Name."]}}
           PUT  /imports/{new.import.id} {"answers": {"system": "New CRM", "match_by": "name"}} -> 200
               {"preview": {"refused": 1, "records": [{"name": "brightwater", "is_new": false}],
                            "problems": [{"line": 3, "reason": "There is nothing in it, and rows are matched by it."}]}}
           POST /imports/{new.import.id}/run                              -> 201 {"import": {"created": 0, "updated": 1}}
           GET  /accounts.json?q=brightwater                              -> 200 {"total": 1, "items": [{"key": "a77", "system": "New CRM", "sector": "Utilities"}]}

# Opportunities that name their accounts by identifiers that nobody knows yet: those are imported first, or are
# made now, and completed by their own file.
file first.csv <<END
Opportunity ID,Stage,Account ID
E1,Proposal,x1
E2,Proposal,x1
E3,Proposal,x2
END
file second.csv <<END
Account Name,Account ID,Industry
Halden Pumps,x1,Machines
END
           POST /imports?name=first.csv file first.csv                    -> 201 early
               {"preview": {"refused": 3, "questions": [{"code": "makes_unknown_keys_new", "count": 3}], "problems": []}}
           POST /imports/{early.import.id}/run                            -> 422 import_has_questions
           PUT  /imports/{early.import.id} {"answers": {"makes_unknown_keys_new": true}} -> 200
               {"preview": {"refused": 0, "questions": []}}
           POST /imports/{early.import.id}/run                            -> 201
           GET  /accounts.json?q=x1                                       -> 200 {"total": 1, "items": [{"name": "x1", "open_count": 2}]}
           POST /imports?name=second.csv file second.csv                  -> 201 names
           POST /imports/{names.import.id}/run                            -> 201 {"import": {"created": 0, "updated": 1}}
           GET  /accounts.json?q=halden                                   -> 200 {"total": 1, "items": [{"key": "x1", "open_count": 2}]}

# An export that is older than one that is in already says so before it takes anything back.
file valves.csv <<END
opportunity_id,opportunity name,stage
F1,Valves,Proposal
END
file older.csv <<END
opportunity_id,opportunity name,stage
F1,Valves,Prospecting
END
as maria   POST /imports?name=valves.csv file valves.csv                  -> 201 valves
           PUT  /imports/{valves.import.id} {"answers": {"system": "Exporter", "as_of": "2026-11-20"}} -> 200 {"preview": {"newer_export": null}}
           POST /imports/{valves.import.id}/run                           -> 201
           POST /imports?name=older.csv file older.csv                    -> 201 older
           PUT  /imports/{older.import.id} {"answers": {"system": "Exporter", "as_of": "2026-11-10"}} -> 200
               {"preview": {"newer_export": "2026-11-20", "sentence": "adds 1 stage change; changes 1 opportunity"}}
           DELETE /imports/{older.import.id}                              -> 200

# Imports hold rows of every territory, so whoever is limited to one neither imports nor sees them, but for lists of touchpoints that they entered.
as ada     PUT  /people/{lena} {"name": "Lena Fischer", "email": "lena@demo.example", "role": "liaison", "territory": 1} -> 200
as lena    GET  /imports.json                                             -> 403 not_allowed
           GET  /imports/{names.import.id}.json                           -> 404 not_found
           GET  /imports/{upload.import.id}/problems.csv                  -> 404 not_found
           POST /imports?name=deals.csv file deals.csv                    -> 403 not_allowed
           GET  /people/me/rights.json                                    -> 200 {"items": [{"right": "import_data", "is_held": false}]}

# What the books say of a month, finance states: in a file as well as by hand.
clock 2026-11-27 09:00
file balance.csv <<END
period,account,debit,credit
2026-10,6600 Marketing expenses,6600.00,
2026-10,6500 Selling expenses,800.00,
2026-10,4000 Revenue,,20000.00
2026-10,7100 Rent,950.00,
END
as maria   POST /imports?name=balance.csv file balance.csv                -> 201 upload
               {"import": {"state": "waiting", "target": "ledger_total", "system": "Ledger"}, "preview": {"row_count": 4, "questions": [], "refused": 1}, "why_not": "Only finance states what its books say. Ask finance to run this import, or to undo it."}
           POST /imports/{upload.import.id}/run                           -> 403 import_of_finance
as fiona   POST /general-ledger/2026-10/closing {}                         -> 201
           POST /ledger-totals {"month": "2026-10-01", "measure": "spend_of_sales", "amount": {"minor": 75000, "currency": "USD"}} -> 201 by_hand
           GET  /imports/{upload.import.id}.json                          -> 200 {"why_not": ""}
           POST /imports/{upload.import.id}/run                           -> 201
               {"import": {"state": "done", "facts": 3, "refused": 1}}
           GET  /ledger-totals.json?measure=spend_of_sales                -> 200
               {"items": [{"month": "2026-10-01", "amount": {"minor": 80000, "currency": "USD"}, "system": "Ledger", "person_name": "Fiona Walsh", "corrects": {by_hand}}], "total": 1}
           GET  /ledger-totals.json?measure=revenue_invoiced              -> 200 {"items": [{"amount": {"minor": 2000000}}], "total": 1}
as maria   POST /imports/{upload.import.id}/undo                          -> 403 import_of_finance
as fiona   POST /imports/{upload.import.id}/undo                          -> 201
           GET  /ledger-totals.json                                       -> 200
               {"items": [{"id": {by_hand}, "amount": {"minor": 75000}}], "total": 1}

# A later file of the same month takes its place, and never adds to it; the same file again says nothing new. Undone, what was stated before stands.
file balance_2.csv <<END
period,account,debit,credit
Oct 2026,Selling expenses,815.00,
31.10.2026,Revenue,,20000.00
END
as fiona   POST /imports?name=balance_2.csv file balance_2.csv            -> 201 newer
           POST /imports/{newer.import.id}/run                            -> 201 {"import": {"facts": 2, "refused": 0}}
           GET  /ledger-totals.json?order=-measure                        -> 200
               {"items": [{"measure": "spend_of_sales", "amount": {"minor": 81500}}, {"measure": "revenue_invoiced", "amount": {"minor": 2000000}}], "total": 2}
           POST /imports?name=again.csv file balance_2.csv                -> 201 again
               {"preview": {"sentence": "changes nothing; 2 rows say what is known already"}}
           POST /imports/{again.import.id}/run                            -> 201 {"import": {"state": "nothing_new", "facts": 0}}

# What is stated by hand takes the place of what a file said, and undoing the file brings nothing older back beside it.
           POST /ledger-totals {"month": "2026-10-01", "measure": "spend_of_sales", "amount": {"minor": 82000, "currency": "USD"}} -> 201
           POST /imports/{newer.import.id}/undo                           -> 201
           GET  /ledger-totals.json                                       -> 200 {"items": [{"amount": {"minor": 82000}, "system": ""}], "total": 1}
