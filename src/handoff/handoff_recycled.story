# What a CRM shows as recycled after sales had it is recycled in figures, and its words are among no reasons for rejection.
clock 2026-08-03 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-07-01"} -> 201 funnel
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
file first.csv <<END
First Name,Last Name,ID,Account Name,Email Address,Status,Status Description,Converted,Assigned User,Date Created,Date Modified
Amy,Adams,l-1,Acme Inc,amy@acme.example,Assigned,,No,Karl Brandt,2026-07-01,2026-07-01
Bob,Baker,l-2,Bolt LLC,bob@bolt.example,Assigned,,No,Karl Brandt,2026-07-02,2026-07-02
Cy,Cole,l-3,Cask Co,cy@cask.example,Assigned,,No,Karl Brandt,2026-07-03,2026-07-03
END
as ada     POST /imports?name=first.csv&target=lead file first.csv              -> 201 first
           PUT  /imports/{first.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-07-20"}} -> 200
           POST /imports/{first.import.id}/run                                  -> 201
file second.csv <<END
First Name,Last Name,ID,Account Name,Email Address,Status,Status Description,Converted,Assigned User,Date Created,Date Modified
Amy,Adams,l-1,Acme Inc,amy@acme.example,In Process,,No,Karl Brandt,2026-07-01,2026-07-21
Bob,Baker,l-2,Bolt LLC,bob@bolt.example,In Process,,No,Karl Brandt,2026-07-02,2026-07-21
Cy,Cole,l-3,Cask Co,cy@cask.example,In Process,,No,Karl Brandt,2026-07-03,2026-07-21
END
as ada     POST /imports?name=second.csv&target=lead file second.csv            -> 201 second
           PUT  /imports/{second.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-07-22"}} -> 200
           POST /imports/{second.import.id}/run                                 -> 201
file third.csv <<END
First Name,Last Name,ID,Account Name,Email Address,Status,Status Description,Converted,Assigned User,Date Created,Date Modified
Amy,Adams,l-1,Acme Inc,amy@acme.example,Dead,No budget,No,Karl Brandt,2026-07-01,2026-07-28
Bob,Baker,l-2,Bolt LLC,bob@bolt.example,Recycled,Call in June,No,Karl Brandt,2026-07-02,2026-07-28
Cy,Cole,l-3,Cask Co,cy@cask.example,Recycled,,No,Karl Brandt,2026-07-03,2026-07-28
END
as ada     POST /imports?name=third.csv&target=lead file third.csv              -> 201 third
           PUT  /imports/{third.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-07-30"}} -> 200
           POST /imports/{third.import.id}/run                                  -> 201
as sam     GET /handoffs/figures.json?from=2026-07-01&until=2026-08-03          -> 200 {"items": [{"came": {"number": 3}, "accepted": {"number": 0}, "rejected": {"number": 1}, "recycled": {"number": 2}}]}
           GET /handoffs/passed.json?from=2026-07-01&until=2026-08-03&order=name -> 200 {"items": [{"name": "Acme Inc", "state": "rejected", "reason": "No budget", "is_dead": true}, {"name": "Bolt LLC", "state": "recycled", "reason": "", "is_dead": false}, {"name": "Cask Co", "state": "recycled", "is_dead": false}], "total": 3}
           GET /handoffs/reasons.json?from=2026-07-01&until=2026-08-03          -> 200 {"items": [{"reason": "No budget", "count": 1, "came": 3}], "total": 1}

# Whoever recycles owes nobody a reason.
           GET /handoffs/in-gap.json?code=rejection_without_reason&about=sales  -> 200 {"total": 0}
