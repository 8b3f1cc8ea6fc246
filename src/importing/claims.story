# SPDX-License-Identifier: Apache-2.0
# A side's own list is imported as its number: what the file lacks is said once.
clock 2026-03-31 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                       -> 201
as sam     POST {funnel}/signatures                                       -> 201 {"state": "locked"}
as maria   POST /accounts {"name": "Northwind"}                           -> 201 wind
           POST /accounts {"name": "Acme Works"}                          -> 201 acme
as karl    POST /opportunities {"name": "Called", "stage": "Sales accepted", "account": {wind}}      -> 201 called
           POST /opportunities {"name": "Left lying", "stage": "Sales accepted", "account": {acme}}  -> 201 lying
clock 2026-03-31 11:00
           POST /activities {"opportunity": {called}, "kind": "call", "subject_line": "What they need"}  -> 201
file march.csv <<END
Lead ID,Company,Date
L-1,Northwind,31.03.2026
L-1,Northwind,31.03.2026
L-2,Acme Works,31.03.2026
L-9,Nowhere Ltd,30.03.2026
L-2,Acme Works,02.04.2026
END
as sam     POST /imports?name=march.csv&target=claim file march.csv       -> 201 march
               {"import": {"target": "claim"}, "preview": {"faults": ["Claims need a column for Metric, or one value for every row.", "Claims need a column for Period or From day, or one value for every row.", "Claims need a column for Period or Until day, or one value for every row.", "Claims need a column for Definition, or one value for every row."]}}
           POST /imports/{march.import.id}/run                            -> 422 import_mapping_wrong
           PUT  /imports/{march.import.id} {"answers": {"constants": [{"slot": "metric", "value": "leads_passed_on"}, {"slot": "period", "value": "2026-03"}, {"slot": "definition", "value": "Every form, scan and call."}]}} -> 200
               {"preview": {"faults": [], "refused": 0, "sentence": "adds 1 claim and 5 listed rows; 1 listed row means no lead or opportunity that is known here"}}
           POST /imports/{march.import.id}/run                            -> 201 {"import": {"state": "done"}, "claims": [{"title": "Marketing: 5 leads passed on", "from_day": "2026-03-01"}]}
           GET  /claims.json                                              -> 200 {"total": 1, "items": [{"id": 1, "side": "marketing", "count": 5, "listed": 5, "source_file": "march.csv", "import": {march.import.id}, "stated_by_name": "Sam Rivera", "restated_by": null}]}

# The bridge ends in its rows, called as the list calls them where nothing here is meant.
           GET  /bridge.json?first=1&second=leads_worked                  -> 200 {"first": {"number": {"number": 5}, "listed": 5}, "note": "", "second": {"number": {"number": 1}}, "items": [{"cause": "duplicate", "count": 2}, {"cause": "never_received", "count": 1}, {"cause": "never_contacted", "count": 1}]}
           GET  /bridge/rows.json?first=1&second=leads_worked&cause=never_received  -> 200 {"items": [{"label": "Nowhere Ltd", "key": "L-9", "opportunity": null}], "total": 1}
           GET  /bridge/rows.json?first=1&second=leads_worked&cause=never_contacted -> 200 {"items": [{"label": "Left lying", "key": "L-2", "opportunity": {lying}}], "total": 1}

# The same list again says nothing new; with another number it is stated anew, and undoing that brings the older one back.
           POST /imports?name=again.csv&target=claim file march.csv       -> 201 again {"preview": {"faults": ["Claims need a column for Period or From day, or one value for every row."]}}
           PUT  /imports/{again.import.id} {"answers": {"constants": [{"slot": "metric", "value": "leads_passed_on"}, {"slot": "period", "value": "2026-03"}, {"slot": "definition", "value": "Every form, scan and call."}]}} -> 200
               {"preview": {"sentence": "changes nothing; 5 rows say what is known already"}}
           PUT  /imports/{again.import.id} {"answers": {"constants": [{"slot": "metric", "value": "leads_passed_on"}, {"slot": "period", "value": "2026-03"}, {"slot": "number", "value": "7"}, {"slot": "definition", "value": "Every form, scan and call."}]}} -> 200
               {"preview": {"sentence": "adds 1 claim and 5 listed rows; states 1 number anew, and what was stated before counts no more; 1 listed row means no lead or opportunity that is known here"}}
           POST /imports/{again.import.id}/run                            -> 201
           GET  /claims/1.json                                            -> 200 {"restated_by": 2}
           POST /imports/{again.import.id}/undo                           -> 201 {"removed": 1, "counting_again": ["Marketing: 5 leads passed on"], "sentence": "1 claim and 5 listed rows are gone. What was stated before counts again: Marketing: 5 leads passed on."}
           GET  /claims/1.json                                            -> 200 {"restated_by": null}
           GET  /claims/2.json                                            -> 404 not_found

# Taken for another kind of file, it keeps what was said of every row and has a place there; the rest is named.
           POST /imports?name=leads.csv&target=claim file march.csv       -> 201 leads
           PUT  /imports/{leads.import.id} {"target": "lead", "answers": {"constants": [{"slot": "stage", "value": "New"}, {"slot": "definition", "value": "Every form."}, {"slot": "account", "value": "Acme Works"}]}} -> 200
               {"import": {"target": "lead", "answers": {"constants": [{"slot": "stage", "value": "New"}]}}, "preview": {"faults": []}, "not_kept": ["Definition \"Every form.\" of every row was left out. Leads have nothing called that.", "Account \"Acme Works\" of every row was left out. The column \"Company\" says it."]}
           DELETE /imports/{leads.import.id}                              -> 200

# A file of numbers: a row for each. A row of the other side, or that states another number for the same, stays out.
file numbers.csv <<END
Side,Measure,From,Until,Number,Definition
Marketing,Pipeline sourced,2026-03-01,2026-03-31,900.00 USD,At list price
Marketing,Pipeline sourced,2026-03-01,2026-03-31,950.00 USD,At list price
Marketing,Leads worked,2026-03-31,2026-03-01,4,Kept
Sales,Leads worked,2026-03-01,2026-03-31,1,Kept
END
           POST /imports?name=numbers.csv file numbers.csv                -> 201 numbers
               {"import": {"target": "claim"}, "preview": {"refused": 3, "problems": [{"line": 3, "column": "Number", "reason": "Line 2 states another number for the same: Marketing: $900 pipeline sourced."}, {"line": 4, "column": "Until", "reason": "The period ends before it begins."}, {"line": 5, "column": "Side", "reason": "The other side states this number."}]}}
as maria   POST /imports/{numbers.import.id}/run                          -> 403 claim_not_yours
           GET  /imports/{numbers.import.id}.json                         -> 200 {"import": {"state": "waiting"}, "why_not": "The other side states this number. State your own side's; the bridge shows the difference."}
as sam     POST /imports/{numbers.import.id}/run                          -> 201 {"import": {"created": 1}}
as maria   POST /imports/{numbers.import.id}/undo                         -> 403 claim_not_yours
as fiona   POST /imports?name=numbers.csv file numbers.csv                -> 201 theirs
           POST /imports/{theirs.import.id}/run                           -> 403 import_of_claims

# A number alone cannot be split by cause, and the bridge says so.
as sam     GET  /bridge.json?first=3                                      -> 200 {"first": {"listed": 0}, "items": [{"cause": "no_list", "count": 0}], "note": "Marketing gave no list, so the difference cannot be split by cause.", "sentence": "Marketing says $900 pipeline sourced, the facts say $0 pipeline sourced. Marketing gave no list, so the difference cannot be split by cause"}

# A list that is pasted is read as an import reads it; what cannot be read is handed back, and nothing is kept.
           POST /imports/list {"claim": 3, "text": "ID\tDate\tAmount\nL-1\t31.3.2026\t$1,500.50\nL-2\tsoon\t20\n"} -> 201 {"items": [{"key": "L-1", "on_day": "2026-03-31", "amount": {"minor": 150050, "currency": "USD"}}], "unread": 1, "unread_text": "ID\tDate\tAmount\nL-2\tsoon\t20\n", "problems": [{"line": 3, "column": "Date"}]}
           POST /imports/list {"claim": 3, "text": "OPP-7\n\nTwo pumps, and a valve\n"} -> 201 {"items": [{"key": "OPP-7", "name": "OPP-7"}, {"key": "", "name": "Two pumps, and a valve"}], "unread": 0}
           POST /imports/list {"claim": 3, "text": "ID\tName\tDate\nL-2\t\"\"\"Big\"\" Smith\"\tsoon\n"} -> 201 {"items": [], "unread": 1, "unread_text": "ID\tName\tDate\nL-2\t\"\"\"Big\"\" Smith\"\tsoon\n"}
           POST /imports/list {"claim": 99, "text": "ID\nL-1\n"}           -> 404 not_found
           GET  /claims/3.json                                            -> 200 {"listed": 0}

# What the minutes of a closed review name stays: its side takes it back on its page.
as maria   POST /reviews {}                                               -> 201
           POST /reviews/1/attendance {"person": {sam.id}}                -> 201
           POST /reviews/1/closing                                        -> 201
as sam     POST /imports/{march.import.id}/undo                           -> 409 import_in_minutes
           POST /claims/1/withdrawal                                      -> 201
           POST /imports/{numbers.import.id}/undo                         -> 201

# A list that was added to is not undone in half.
file april.csv <<END
Metric,Period,Definition,Lead ID,Company
Leads passed on,2026-02,Every scan,L-5,Acme Works
Leads passed on,2026-02,Every scan,L-6,Acme Works
END
           POST /imports?name=april.csv file april.csv                    -> 201 april
           POST /imports/{april.import.id}/run                            -> 201 {"import": {"created": 1}}
           POST /claims/4/items {"items": [{"key": "L-9"}]}   -> 201
           POST /imports/{april.import.id}/undo                           -> 409 import_claim_changed
