# Who enters lists of touchpoints has no other files, and only what they entered themselves.
clock 2026-03-02 09:00
file scans.csv <<END
Badge ID,First Name,Last Name,Company,Email,Scanned At
100341,Petra,Holm,Acme,p.holm@acme.example,2026-02-10 09:41
100342,Ann,Ode,Acme,ann at acme,2026-02-10 09:50
END
file deals.csv <<END
opportunity_id,opportunity name,account,stage
A1,Turbines,Northwind,Proposal
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                                    -> 201 acme
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-02-10"}   -> 201 show
as arthur  POST /imports?name=scans.csv&target=touchpoint file scans.csv                      -> 403 not_allowed
as ines    GET  /people/me/rights.json                                                        -> 200
             {"items": [{"right": "enter_touchpoints", "is_held": true}, {"right": "import_data", "is_held": false}]}
           GET  /imports.json                                                                 -> 403 not_allowed
           POST /imports?name=deals.csv file deals.csv                                        -> 403 not_allowed
           POST /imports?name=scans.csv file scans.csv                                        -> 403 not_allowed
           POST /imports?name=scans.csv&target=touchpoint file scans.csv                      -> 201 scans
           PUT  /imports/{scans.import.id} {"target": "contact", "answers": {}}               -> 403 not_allowed
           PUT  /imports/{scans.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}, {"slot": "day", "value": "2026-02-10"}]}} -> 200
             {"preview": {"faults": [], "refused": 1}}
           POST /imports/{scans.import.id}/run                                                -> 201
           GET  /imports/{scans.import.id}.json                                               -> 200 {"import": {"state": "done", "refused": 1}}
           GET  /imports/{scans.import.id}.csv                                                -> 200
           GET  /imports/{scans.import.id}/problems.json                                      -> 200 {"total": 1}
           GET  /touchpoints.json                                                             -> 200 {"items": [{"campaign_name": "Spring show", "kind": "scan"}], "total": 1}

# Of others' imports they see nothing and take nothing back; whoever imports sees theirs.
as maria   POST /imports?name=deals.csv file deals.csv                                        -> 201 deals
           GET  /imports/{scans.import.id}.json                                               -> 200 {"person_name": "Ines Duarte"}
as ines    GET  /imports/{deals.import.id}.json                                               -> 404 not_found
           PUT  /imports/{deals.import.id} {"answers": {}}                                    -> 404 not_found
           POST /imports/{deals.import.id}/run                                                -> 404 not_found
           POST /imports/{deals.import.id}/undo                                               -> 404 not_found
           DELETE /imports/{deals.import.id}                                                  -> 404 not_found
           GET  /imports/{deals.import.id}/problems.json                                      -> 404 not_found
           POST /imports/{scans.import.id}/undo                                               -> 201
           GET  /touchpoints.json                                                             -> 200 {"total": 0}
