# What became of the leads that marketing passed on in a quarter: each is counted once, and each number lists its leads.
clock 2026-01-12 09:00
as maria   GET /handoff.json                                                    -> 200 {"why": "No funnel has been proposed yet.", "items": []}
           POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           GET /handoff.json                                                    -> 200 {"why": "No contacts of sales are on record, so nobody knows who was contacted.", "stage": "Sales accepted", "is_provisional": true}
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /accounts {"name": "Southern Steel", "territory": 2}            -> 201 south
           POST /opportunities {"name": "Of last year", "stage": "Sales accepted", "account": {north}, "owner": {karl.id}}  -> 201
clock 2026-05-04 09:00
           POST /opportunities {"name": "Called at once", "stage": "Sales accepted", "account": {north}, "owner": {karl.id}}  -> 201 called
           POST /opportunities {"name": "Went further", "stage": "Sales accepted", "account": {north}, "owner": {karl.id}}  -> 201 further
           POST /opportunities {"name": "Lost unheard", "stage": "Sales accepted", "account": {north}, "owner": {karl.id}}  -> 201 unheard
           POST /opportunities {"name": "Sent back", "stage": "Sales accepted", "account": {north}, "owner": {karl.id}}  -> 201 back
           POST /opportunities {"name": "Forgotten", "stage": "Sales accepted", "account": {south}, "territory": 2, "owner": {maria.id}, "value": {"minor": 900000, "currency": "USD"}}  -> 201 forgotten
           POST /opportunities {"name": "Still marketing's", "stage": "Inquiry", "account": {north}, "source": "Telephone", "owner": {ines.id}}  -> 201
as karl    POST /activities {"opportunity": {called}, "kind": "call"}           -> 201
as ines    POST /activities {"opportunity": {forgotten}, "kind": "email"}       -> 201
clock 2026-05-05 09:00
as maria   PUT /opportunities/{further} {"name": "Went further", "stage": "Qualified", "account": {north}, "owner": {karl.id}, "created_on": "2026-05-04"}  -> 422 evidence_missing
             {"detail": "The step demands evidence that is not on record. (Qualified demands a product and any activity on record.)"}
           POST /products {"name": "Gauge"}                                     -> 201 gauge
           POST /activities {"opportunity": {further}, "kind": "note"}          -> 201
           PUT /opportunities/{further} {"name": "Went further", "stage": "Qualified", "account": {north}, "owner": {karl.id}, "product": {gauge}, "created_on": "2026-05-04"}  -> 200
           PUT /opportunities/{unheard} {"name": "Lost unheard", "stage": "Lost", "outcome": "lost", "lost_reason": "No need", "account": {north}, "owner": {karl.id}, "created_on": "2026-05-04"}  -> 200
           PUT /opportunities/{back} {"name": "Sent back", "stage": "Marketing qualified", "account": {north}, "owner": {karl.id}, "source": "Fair", "created_on": "2026-05-04"}  -> 200
clock 2026-05-15 09:00
           POST /opportunities {"name": "Came this morning", "stage": "Sales accepted", "account": {north}, "owner": {karl.id}}  -> 201
clock 2026-05-15 17:00
           GET /handoff.json                                                    -> 200 golden
           GET /handoff/opportunities.json?step=untouched&as_of=2026-05-15      -> 200 {"items": [{"name": "Forgotten", "last_worked_on": null}], "total": 1}

# A quarter is thirteen weeks with its last day, on every page that nobody asks other days of.
           GET /handoff.json?as_of=2026-05-15                                   -> 200 {"from_day": "2026-02-14", "to_day": "2026-05-15"}
           GET /handoffs/figures.json?until=2026-05-15                          -> 200 {"from_day": "2026-02-14", "until_day": "2026-05-15"}
           GET /handoff/opportunities.json?step=left&order=name                 -> 200 {"items": [{"name": "Lost unheard", "outcome": "lost"}, {"name": "Sent back"}], "total": 2}
           GET /handoff/opportunities.json?step=taken_on&order=name             -> 200 {"items": [{"name": "Called at once"}, {"name": "Went further"}], "total": 2}
           GET /handoff/opportunities.json?step=waiting                         -> 200 {"items": [{"name": "Came this morning"}], "total": 1}
           GET /handoff/opportunities.json                                      -> 200 {"total": 6}
           GET /handoff/opportunities.json?step=forgotten                       -> 422 wrong_shape
           GET /handoff/opportunities/{forgotten}.json?step=untouched           -> 200 {"name": "Forgotten", "stake": {"money": null}}
           GET /handoff/opportunities/{forgotten}.json?step=left                -> 404 not_found
           GET /handoff.json?as_of=2026-05-16                                   -> 422 day_lies_ahead

# On an earlier day they stood elsewhere, and whoever sees a part of the market sees its handoffs.
           GET /handoff/opportunities.json?step=waiting&as_of=2026-05-04        -> 200 {"total": 4}
as karl    GET /handoff/opportunities.json?step=untouched                       -> 200 {"items": [], "total": 0}
           GET /handoff/opportunities/{forgotten}.json?step=untouched           -> 404 not_found
           GET /handoff/opportunities.csv?step=came                             -> 200
