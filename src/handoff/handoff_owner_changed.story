# Whom the system that keeps a lead names as its owner instead has what waits, and owes the contact of what was accepted: with the import, and undone with it.
clock 2026-05-04 09:00
file first.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Amy","Adams","l-1","Acme Inc","amy@acme.example","New","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-01 10:00"
"Bob","Baker","l-2","Bolt LLC","bob@bolt.example","New","","No","","","","Maria Keller","2026-05-01 10:00","2026-05-01 10:00"
"Cy","Cole","l-3","Cask Co","cy@cask.example","New","","No","","","","Karl Brandt","2026-05-01 10:00","2026-05-01 10:00"
END
file second.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Amy","Adams","l-1","Acme Inc","amy@acme.example","New","","No","","","","Maria Keller","2026-05-01 10:00","2026-05-05 14:00"
"Bob","Baker","l-2","Bolt LLC","bob@bolt.example","New","Called","No","","","","Maria Keller","2026-05-01 10:00","2026-05-05 14:00"
"Cy","Cole","l-3","Cask Co","cy@cask.example","New","","No","","","","Maria Keller","2026-05-01 10:00","2026-05-05 14:00"
END
as ada     POST /imports?name=first.csv&target=lead file first.csv              -> 201 first
           PUT  /imports/{first.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-04"}} -> 200
           POST /imports/{first.import.id}/run                                  -> 201
as sam     POST /handoffs {"opportunity": 1, "assigned_to": {karl.id}}          -> 201 amy
           POST /handoffs {"opportunity": 2, "assigned_to": {karl.id}}          -> 201 bob
           POST /handoffs {"opportunity": 3, "assigned_to": {karl.id}}          -> 201 cy
as karl    POST /handoffs/{amy.id}/steps {"kind": "accepted", "after": {amy.step}} -> 201
           POST /handoffs/{bob.id}/steps {"kind": "accepted", "after": {bob.step}} -> 201
clock 2026-05-05 17:00
as ada     POST /imports?name=second.csv&target=lead file second.csv            -> 201 second
           PUT  /imports/{second.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-05"}} -> 200
           POST /imports/{second.import.id}/run                                 -> 201

# Whom it named all along had not accepted it: nothing changes there.
as maria   GET  /handoffs.json?order=id                                         -> 200 {"items": [{"state": "accepted", "assigned_to_name": "Maria Keller", "rule": "Its record names Maria Keller."}, {"state": "accepted", "assigned_to_name": "Karl Brandt"}, {"state": "waiting", "assigned_to_name": "Maria Keller", "rule": "Its record names Maria Keller.", "due_at": "2026-05-04T17:00:00.000Z"}]}
           GET  /handoffs/{cy.id}/steps.json?order=id                           -> 200 {"items": [{"kind": "submitted"}, {"kind": "assigned", "person": null, "assigned_to_name": "Maria Keller"}], "total": 2}
           GET  /handoffs/{amy.id}/steps.json?order=id                          -> 200 {"items": [{"kind": "submitted"}, {"kind": "accepted"}, {"kind": "assigned", "person": null, "assigned_to_name": "Maria Keller"}], "total": 3}
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "to_contact", "handoff": {"opportunity": 1}}, {"why": "yours", "handoff": {"opportunity": 3}}]}
as ada     POST /imports/{second.import.id}/undo                                -> 201
as maria   GET  /handoffs.json?order=id                                         -> 200 {"items": [{"state": "accepted", "assigned_to_name": "Karl Brandt"}, {"state": "accepted", "assigned_to_name": "Karl Brandt"}, {"state": "waiting", "assigned_to_name": "Karl Brandt", "rule": "Chosen by Sam Rivera."}]}
as karl    GET  /handoffs/queue.json                                            -> 200 {"total": 3}
