# Leads that stand in names of their system's that no step takes in came to no step, and the page says so instead of that nobody
# was contacted.
file leads.csv <<END
Lead ID,Last Name,Company,Lead Status,Created Date,Last Modified Date
00QA1,Holm,Acme Works,With the partner,2026-03-02,2026-03-09
00QA2,Lang,Bolt Mills,With the partner,2026-03-02,2026-03-09
00QA3,Sund,Cold Forge,Waits for the fair,2026-03-02,2026-03-09
END
clock 2026-03-09 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201
as maria   POST /imports?name=leads.csv&target=lead file leads.csv              -> 201 leads
           POST /imports/{leads.import.id}/run                                  -> 201
clock 2026-03-12 09:00
           GET  /handoff.json                                                   -> 200 {"items": [], "why": "Nobody came to “Sales accepted” in these days, and 3 leads and opportunities stand in “Waits for the fair” and “With the partner”, which no agreed step takes in. Map them in the next version of the funnel."}

# The usual names of the systems are taken in by the template.
file hubspot.csv <<END
Record ID,First Name,Last Name,Email,Lifecycle Stage,Lead Status,Create Date,Date entered "Marketing Qualified Lead (Lead pipeline)",Date entered "Sales Qualified Lead (Lead pipeline)"
101,Ada,Lind,ada@lind.example,Sales Qualified Lead,New,2026-03-02 09:00,2026-03-03 09:00,2026-03-04 09:00
END
           POST /imports?name=hubspot.csv file hubspot.csv                      -> 201 hubspot
           POST /imports/{hubspot.import.id}/run                                -> 201
           GET  /handoff/opportunities.json?step=came                           -> 200 {"total": 0}
           GET  /handoff.json                                                   -> 200 {"why": "No contacts of sales are on record, so nobody knows who was contacted."}
