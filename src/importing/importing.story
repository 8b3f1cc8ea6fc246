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
           GET  /imports/{upload.import.id}.json                          -> 200 {"import": {"state": "undone"}}

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
as sam     POST /imports?name=odd.csv file odd.csv                        -> 201 odd {"preview": {"sentence": ""}}
           POST /imports/{odd.import.id}/run                              -> 422 import_mapping_wrong
           PUT  /imports/{odd.import.id} {"columns": [{"column": "Naam", "slot": "name"}, {"column": "Fase", "slot": "stage"}], "target": "opportunity", "answers": {"system": "Archive"}} -> 200
               {"preview": {"faults": []}, "import": {"system": "Archive"}}
           POST /imports/{odd.import.id}/run                              -> 201 {"import": {"created": 1}}
           POST /imports?name=nothing.csv file nothing.csv                -> 422 import_unreadable
           GET  /imports/999999.json                                      -> 404 not_found
