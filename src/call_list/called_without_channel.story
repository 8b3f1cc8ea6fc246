# A campaign that names no channel is called by telemarketing: its calls count there, and those of other campaigns on their own channel.
clock 2026-03-02 09:00
file campaigns.csv <<END
Id,IsDeleted,Name,Type,Status,StartDate,EndDate,BudgetedCost,ActualCost,OwnerId,SystemModstamp
701A0000000aaaa,false,Old customers,,Planned,2026-03-01,,,,005A,2026-02-20T00:00:00.000Z
END
as maria   POST /imports?name=campaigns.csv file campaigns.csv                                -> 201 upload
           PUT  /imports/{upload.import.id} {"answers": {"currency": "USD"}}                  -> 200
           POST /imports/{upload.import.id}/run                                               -> 201
           GET  /campaigns.json?q=old+customers                                               -> 200 old {"items": [{"name": "Old customers", "channel": null}]}
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"}   -> 201 show
as maria   POST /accounts {"name": "Acme Works", "territory": 1}                              -> 201 acme
           POST /contacts {"name": "Petra Holm", "phone": "+1 555 0100", "account": {acme}}   -> 201 petra
           POST /contacts {"name": "Otto Lang", "phone": "+1 555 0101", "account": {acme}}    -> 201 otto
as sam     POST /call-lists {"name": "Once more", "campaign": {old.items.0.id}}               -> 201 again
           POST /call-lists/{again}/members {"contacts": [{petra}]}                           -> 201
           POST /call-lists/{again}/turns {}                                                  -> 201 {"member": 1}
           POST /call-lists/{again}/calls {"member": 1, "outcome": "reached"}                 -> 201
           POST /call-lists {"name": "After the show", "campaign": {show}}                    -> 201 after
           POST /call-lists/{after}/members {"contacts": [{otto}]}                            -> 201
           POST /call-lists/{after}/turns {}                                                  -> 201 {"member": 2}
           POST /call-lists/{after}/calls {"member": 2, "outcome": "reached"}                 -> 201
           GET  /touchpoints.json?campaign={old.items.0.id}                                   -> 200
             {"items": [{"campaign_name": "Old customers", "channel_name": "Telemarketing"}], "total": 1}
           GET  /touchpoints.json?campaign={show}                                             -> 200 {"items": [{"campaign_name": "Spring show"}], "total": 1}
