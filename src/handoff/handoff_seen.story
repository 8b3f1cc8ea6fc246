# A CRM that writes no days: its exports of leads show each week what was handed over and turned down since the last one. That counts, without a time.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201

# What sales had already when it was first seen may have come in any year: it is left out, unless it began in these days.
clock 2026-05-06 17:00
file first.csv <<END
First Name,Last Name,ID,Account Name,Email Address,Status,Status Description,Converted,Assigned User,Date Created,Date Modified
Amy,Adams,l-1,Acme Inc,amy@acme.example,Inquiry,,No,Karl Brandt,2026-03-01,2026-03-01
Bob,Baker,l-2,Bolt LLC,bob@bolt.example,Sales accepted,called twice,No,Karl Brandt,2026-03-02,2026-03-09
Di,Dunn,l-4,Dune AG,di@dune.example,Dead,No budget,No,Karl Brandt,2026-03-04,2026-03-08
END
as ada     POST /imports?name=first.csv&target=lead file first.csv              -> 201 first
           PUT  /imports/{first.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-06"}} -> 200
           POST /imports/{first.import.id}/run                                  -> 201
as sam     GET /handoffs/figures.json?from=2026-04-01&until=2026-05-06          -> 200 {"here": 0, "elsewhere": 0}
           GET /handoffs/figures.json?from=2026-03-02&until=2026-05-06          -> 200 {"here": 0, "elsewhere": 1}

# One came to sales since, another began and came in the same week.
clock 2026-05-13 17:00
file second.csv <<END
First Name,Last Name,ID,Account Name,Email Address,Status,Status Description,Converted,Assigned User,Date Created,Date Modified
Amy,Adams,l-1,Acme Inc,amy@acme.example,Sales accepted,,No,Karl Brandt,2026-03-01,2026-05-11
Bob,Baker,l-2,Bolt LLC,bob@bolt.example,Sales accepted,called twice,No,Karl Brandt,2026-03-02,2026-03-09
Cy,Cole,l-3,Cask Co,cy@cask.example,Sales accepted,,No,Karl Brandt,2026-05-12,2026-05-12
Di,Dunn,l-4,Dune AG,di@dune.example,Dead,No budget,No,Karl Brandt,2026-03-04,2026-03-08
END
as ada     POST /imports?name=second.csv&target=lead file second.csv            -> 201 second
           PUT  /imports/{second.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-13"}} -> 200
           POST /imports/{second.import.id}/run                                 -> 201
as sam     GET /handoffs/figures.json?from=2026-05-01&until=2026-05-13          -> 200 {"here": 0, "elsewhere": 2, "items": [{"came": {"number": 2}, "waiting": {"number": 2}, "rejected": {"number": 0}, "response_median": {"number": null}}]}

# Sales turned the first one down, and nobody wrote why.
clock 2026-05-20 17:00
file third.csv <<END
First Name,Last Name,ID,Account Name,Email Address,Status,Status Description,Converted,Assigned User,Date Created,Date Modified
Amy,Adams,l-1,Acme Inc,amy@acme.example,Dead,,No,Karl Brandt,2026-03-01,2026-05-19
Bob,Baker,l-2,Bolt LLC,bob@bolt.example,Sales accepted,called twice,No,Karl Brandt,2026-03-02,2026-03-09
Cy,Cole,l-3,Cask Co,cy@cask.example,Sales accepted,,No,Karl Brandt,2026-05-12,2026-05-12
Di,Dunn,l-4,Dune AG,di@dune.example,Dead,No budget,No,Karl Brandt,2026-03-04,2026-03-08
END
as ada     POST /imports?name=third.csv&target=lead file third.csv              -> 201 third
           PUT  /imports/{third.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-20"}} -> 200
           POST /imports/{third.import.id}/run                                  -> 201
as sam     GET /handoffs/figures.json?from=2026-05-01&until=2026-05-20          -> 200 {"here": 0, "elsewhere": 2, "items": [{"came": {"number": 2}, "waiting": {"number": 1}, "rejected": {"number": 1}, "acceptance": {"number": null}, "response_median": {"number": null}}]}
as maria   GET /handoffs/passed.json?from=2026-05-01&until=2026-05-20&order=name -> 200 {"items": [{"name": "Acme Inc", "at": "2026-05-11T00:00:00.000Z", "precision": "at_least_since", "state": "rejected", "reason": "", "response_hours": null}, {"name": "Cask Co", "precision": "at_least_since", "state": "waiting", "response_hours": null, "in_time": "unknown", "is_dead": false}], "total": 2}
           GET /handoffs/in-gap.json?code=rejection_without_reason&about=sales  -> 200 {"items": [{"name": "Acme Inc"}], "total": 1}
           GET /handoffs/figures.json?from=2026-05-01&until=2026-05-20          -> 200 {"sentence": "2 handoffs: 0 handed over here, 2 read from the CRM’s stage changes; no contact of sales is on record, so nobody knows which of those were spoken with"}

# Once any is, what has none is late.
as maria   GET /opportunities.json?q=Bolt                                       -> 200 leads {"items": [{"name": "Bolt LLC"}]}
           POST /activities {"opportunity": {leads.items.0.id}, "kind": "call"} -> 201
           GET /handoffs/passed.json?from=2026-05-01&until=2026-05-20&q=Cask    -> 200 {"items": [{"in_time": "no"}], "total": 1}
