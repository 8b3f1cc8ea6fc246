# What a CRM shows as converted by sales has been taken on, though no export ever saw it at the step where sales takes over.
clock 2026-08-03 09:00
as maria   POST /agreements/funnel/versions {"body": {"stages": [{"name": "New", "definition": "A hand was raised.", "responsible": "marketing", "crm_stages": ["Recycled"]}, {"name": "Working", "definition": "Sales has it.", "responsible": "sales", "crm_stages": ["In Process", "Assigned"]}, {"name": "Qualified", "definition": "They need it.", "responsible": "sales", "crm_stages": ["Qualification"]}, {"name": "Proposal", "definition": "They have our offer.", "responsible": "sales", "crm_stages": ["Proposal/Price Quote"]}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won", "crm_stages": ["Closed Won"]}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost", "crm_stages": ["Dead", "Closed Lost"]}]}, "in_force_from": "2026-08-01"} -> 201 funnel
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}

clock 2026-10-02 17:00
file first.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Amy","Adams","l-1","Acme Inc","amy@acme.example","New","","No","","","","Karl Brandt","2026-09-01 10:00","2026-09-01 10:00"
"Bob","Baker","l-2","Bolt LLC","bob@bolt.example","New","","No","","","","Karl Brandt","2026-09-02 10:00","2026-09-02 10:00"
"Cy","Cole","l-3","Cask Co","cy@cask.example","New","","No","","","","Karl Brandt","2026-09-03 10:00","2026-09-10 11:00"
"Di","Dunn","l-4","Dune AG","di@dune.example","New","","No","","","","Karl Brandt","2026-09-04 10:00","2026-09-04 10:00"
END
as ada     POST /imports?name=first.csv&target=lead file first.csv              -> 201 first
           PUT  /imports/{first.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-10-02"}} -> 200
           POST /imports/{first.import.id}/run                                  -> 201

# A week later one is an opportunity in a later step, one is converted and its opportunity is in no export yet, one is with sales, and one stays.
clock 2026-10-09 17:00
file second.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Amy","Adams","l-1","Acme Inc","amy@acme.example","Converted","","Yes","a-9","c-9","o-9","Karl Brandt","2026-09-01 10:00","2026-10-06 10:00"
"Bob","Baker","l-2","Bolt LLC","bob@bolt.example","In Process","","No","","","","Karl Brandt","2026-09-02 10:00","2026-10-07 11:00"
"Cy","Cole","l-3","Cask Co","cy@cask.example","Converted","","Yes","a-1","c-1","","Karl Brandt","2026-09-03 10:00","2026-10-08 11:00"
"Di","Dunn","l-4","Dune AG","di@dune.example","New","","No","","","","Karl Brandt","2026-09-04 10:00","2026-09-04 10:00"
END
file deals.csv <<END
"Opportunity Name","ID","Opportunity Amount","Currency","Expected Close Date","Sales Stage","Account Name","Assigned User","Date Created","Date Modified","Deleted"
"Acme deal","o-9","$5,000.00","USD","2026-12-30","Qualification","Acme Inc","Karl Brandt","2026-10-06 10:00","2026-10-06 10:00","0"
END
as ada     POST /imports?name=second.csv&target=lead file second.csv            -> 201 second
           PUT  /imports/{second.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-10-09"}} -> 200
           POST /imports/{second.import.id}/run                                 -> 201
           POST /imports?name=deals.csv&target=opportunity file deals.csv       -> 201 deals
           PUT  /imports/{deals.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-10-09"}} -> 200
           POST /imports/{deals.import.id}/run                                  -> 201
as sam     GET /handoffs/figures.json?from=2026-09-01&until=2026-10-09          -> 200 {"here": 0, "elsewhere": 3, "items": [{"came": {"number": 3}, "waiting": {"number": 1}, "accepted": {"number": 2}}]}
as maria   GET /handoffs/passed.json?from=2026-09-01&until=2026-10-09&order=name -> 200 {"items": [{"name": "Acme deal", "state": "accepted"}, {"name": "Bolt LLC", "state": "waiting", "in_time": "unknown"}, {"name": "Cask Co", "state": "accepted"}], "total": 3}
