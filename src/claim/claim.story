# Two numbers for the same leads, the bridge between them, and the clause that settles it.
clock 2026-03-02 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
as maria   POST /accounts {"name": "Northwind"}                                 -> 201 wind
           POST /accounts {"name": "Acme Works"}                                -> 201 acme
           POST /accounts {"name": "Hillside Farms"}                            -> 201 hill
           POST /accounts {"name": "Riverside Mill"}                            -> 201 mill

# Four leads come to sales: one is called, one is left lying, one is lost with a reason, one is sent back without any.
as karl    POST /opportunities {"name": "Called", "stage": "Sales accepted", "account": {wind}}      -> 201 called
           POST /opportunities {"name": "Left lying", "stage": "Sales accepted", "account": {acme}}  -> 201 lying
           POST /opportunities {"name": "Too small", "stage": "Sales accepted", "account": {hill}}   -> 201 small
           POST /opportunities {"name": "Sent back", "stage": "Sales accepted", "account": {mill}}   -> 201 back
clock 2026-03-02 11:00
           POST /activities {"opportunity": {called}, "kind": "call", "subject_line": "What they need"}  -> 201
           PUT  /opportunities/{small} {"name": "Too small", "stage": "Lost", "outcome": "lost", "lost_reason": "No budget", "account": {hill}, "created_on": "2026-03-02"}  -> 200
           PUT  /opportunities/{back} {"name": "Sent back", "stage": "Marketing qualified", "account": {mill}, "source": "Fair", "owner": {karl.id}, "created_on": "2026-03-02"}  -> 200

# Nobody has stated a number: the review has no bridge, and the page's stands between what was passed on and what was worked.
as maria   GET  /review.json                                                    -> 200 {"bridge": null}
           GET  /bridge.json?from=2026-03-01&until=2026-03-31                   -> 200 {"first": {"teller": "facts", "metric": "leads_passed_on", "listed": 4}, "second": {"metric": "leads_worked", "listed": 1}, "items": [{"cause": "rejected_with_reason", "count": 1}, {"cause": "rejected_without_reason", "count": 1}, {"cause": "never_contacted", "count": 1}]}
           GET  /bridge/rows.json?first=leads_passed_on&second=leads_worked&from=2026-03-01&until=2026-03-31&cause=rejected_without_reason  -> 200 {"items": [{"label": "Sent back", "opportunity": {back}}], "total": 1}
           GET  /bridge/rows.json?first=leads_passed_on&second=leads_worked&from=2026-03-01&until=2026-03-31&end=first   -> 200 {"total": 4}
           GET  /bridge/rows.json?first=leads_passed_on&second=leads_worked&from=2026-03-01&until=2026-03-31&end=second  -> 200 {"items": [{"label": "Called", "stake": {"money": null}}], "total": 1}
           GET  /bridge/rows.json?first=leads_passed_on&second=leads_worked&from=2026-03-01&until=2026-03-31&end=third   -> 422 wrong_shape
           GET  /bridge.json?from=2026-03-31&until=2026-03-01                   -> 422 claim_period_wrong

# A claim says what it counts, of when, and for which side.
as sam     POST /claims {"metric": "leads_passed_on", "from_day": "2026-03-01", "until_day": "2026-03-31", "count": 5, "definition": " "}  -> 422 definition_missing
           POST /claims {"metric": "leads_passed_on", "from_day": "2026-03-31", "until_day": "2026-03-01", "count": 5, "definition": "Every form."}  -> 422 claim_period_wrong
           POST /claims {"metric": "leads_passed_on", "from_day": "2026-03-01", "until_day": "2026-03-31", "amount": {"minor": 500, "currency": "USD"}, "definition": "Every form."}  -> 422 claim_without_number
           POST /claims {"metric": "revenue_won", "from_day": "2026-03-01", "until_day": "2026-03-31", "count": 5, "definition": "Orders."}  -> 422 claim_without_number
           POST /claims {"metric": "revenue_won", "from_day": "2026-03-01", "until_day": "2026-03-31", "amount": {"minor": 500, "currency": "XQZ"}, "definition": "Orders."}  -> 422 currency_unknown
           POST /claims {"side": "sales", "metric": "leads_worked", "from_day": "2026-03-01", "until_day": "2026-03-31", "count": 1, "definition": "Kept."}  -> 403 claim_not_yours
as ada     POST /claims {"metric": "leads_worked", "from_day": "2026-03-01", "until_day": "2026-03-31", "count": 1, "definition": "Kept."}  -> 422 claim_of_no_side
as sam     POST /claims {"metric": "leads_passed_on", "from_day": "2026-03-01", "until_day": "2026-03-31", "count": -5, "definition": "Every form."}  -> 422 claim_below_zero
           POST /claims {"metric": "pipeline_sourced", "from_day": "2026-03-01", "until_day": "2026-03-31", "amount": {"minor": -500, "currency": "USD"}, "definition": "At list price."}  -> 422 claim_below_zero
           POST /claims {"metric": "leads_passed_on", "from_day": "2026-03-01", "until_day": "2026-03-31", "count": 7, "definition": "Every form, scan and call.", "source_file": "march.csv"}  -> 201 forms
           POST /claims/{forms}/items {"items": [{"name": "Called", "company": "Northwind", "on_day": "2026-03-02"}, {"name": "Called", "company": "Northwind", "on_day": "2026-03-02"}, {"name": "Left lying", "on_day": "2026-03-02"}, {"company": "Hillside Farms", "on_day": "2026-04-02"}, {"name": "Sent back", "on_day": "2026-03-02"}, {"email": "who@nowhere.example", "company": "Nowhere Ltd", "on_day": "2026-03-03"}, {"company": "Blank Inc", "on_day": "2026-03-03"}]}  -> 201
           GET  /claims/{forms}.json                                            -> 200 {"listed": 7, "stated_by_name": "Sam Rivera"}

# One side's number is compared with the facts until the other has stated its own.
           GET  /review.json                                                    -> 200 {"bridge": {"first": {"teller": "marketing"}, "second": {"teller": "facts", "metric": "leads_worked"}}}
as maria   POST /claims {"metric": "leads_worked", "from_day": "2026-03-01", "until_day": "2026-03-31", "count": 1, "definition": "Leads we have spoken with and kept."}  -> 201 kept
           POST /claims/{forms}/items {"items": []}                             -> 403 claim_not_yours
           GET  /claims.json                                                    -> 200 {"total": 2}
           GET  /jump.json?q=marketing                                          -> 200 {"items": [{"kind": "Claim", "name": "Marketing: 7 leads passed on", "detail": "1 March 2026 to 31 March 2026", "link": "/claims/{forms}"}]}

# Line by line; each line is a list, and the clause that would settle the largest is at its end.
           GET  /bridge.json                                                    -> 200 golden
           GET  /bridge/rows.json?first={forms}&second={kept}&as_of=2026-03-02&cause=never_received  -> 200 {"items": [{"label": "Blank Inc"}, {"label": "Nowhere Ltd", "opportunity": null}], "total": 2}
           GET  /bridge/rows.json?first={forms}&second={kept}&as_of=2026-03-02&cause=duplicate  -> 200 {"items": [{"label": "Called"}], "total": 1}
           GET  /bridge/rows.json?first={forms}&second={kept}&as_of=2026-03-02&cause=outside_period  -> 200 {"items": [{"label": "Too small", "on_day": "2026-04-02"}], "total": 1}
           GET  /bridge/rows.json?first={forms}&second={kept}&cause=weather     -> 422 wrong_shape
           GET  /bridge.json?first={forms}&second=revenue_won                   -> 422 claims_do_not_compare
           GET  /bridge.json?first=999                                          -> 404 not_found
           GET  /bridge.json?first=many                                         -> 422 wrong_shape
           GET  /review.json                                                    -> 200 {"bridge": {"sentence": "Marketing says 7 leads passed on, sales says 1 lead worked: 1 duplicate, 1 outside the period, 2 never received, 1 never contacted, 1 rejected, of those 1 without a reason"}, "items": [{"code": "claims_differ", "mover": "both", "count": 6}]}

# Who works in a territory states numbers of that, and is not shown a part of the company's as if it were the whole.
as karl    POST /claims {"metric": "leads_worked", "from_day": "2026-03-01", "until_day": "2026-03-31", "count": 1, "definition": "Mine."}  -> 201 mine
           GET  /claims/{mine}.json                                             -> 200 {"territory_name": "North", "side": "sales"}
           GET  /bridge.json?first={forms}                                      -> 403 claim_beyond_your_territory
           GET  /bridge.json?first={mine}                                       -> 200 {"territory_name": "North", "first": {"teller": "sales", "listed": 0, "is_list_of_facts": false}, "items": [], "note": "Sales gave no list, so the difference cannot be split by cause."}

# The clause is proposed from the bridge and signed by both; then the one left lying is sales' move.
as maria   POST /agreements/counting/versions {"template": "first-contact"}     -> 201 counting
clock 2026-03-04 09:00
           GET  /review.json                                                    -> 200 {"items": [{"code": "lead_not_contacted", "count": 1, "is_provisional": true, "why_provisional": "an unsigned draft"}]}
           GET  {counting}/findings.json                                        -> 200 golden
           GET  /bridge.json                                                    -> 200 {"settling": {"can_sign": true, "signs": "A signature is for all 5 clauses of “How we count”, none of them in force yet."}}
           POST {counting}/signatures                                           -> 201
as sam     POST {counting}/signatures                                           -> 201 {"state": "locked"}
clock 2026-03-05 09:00
           GET  /review.json                                                    -> 200 {"items": [{"code": "lead_not_contacted", "count": 1, "mover": "sales", "is_provisional": false, "clause": "first_contact_hours"}]}
           GET  /leads-not-contacted.json?as_of=2026-03-05                      -> 200 {"items": [{"name": "Left lying", "account_name": "Acme Works", "stage": "Sales accepted", "stake": {"money": null, "why": "It has no value, and its product has no list price.", "link": "/opportunities/{lying}/expected?as_of=2026-03-05&of=revenue"}}], "total": 1}
           GET  /leads-not-contacted.json?as_of=2026-03-05&about=South          -> 200 {"items": [], "total": 0}

# The minutes keep the bridge as it stood; what may be signed by it stands elsewhere.
as maria   POST /reviews {}                                                     -> 201 {"bridge": {"settling": {"clause": "lead_definition"}}}
           POST /reviews/1/attendance {"person": {sam.id}}                      -> 201
           POST /reviews/1/closing                                              -> 201

# Whoever signs another version signs all of it, and reads beside the button what changes by that.
as maria   POST {counting}/reopenings {"reason": "Forecasts are agreed elsewhere."}  -> 201
as sam     POST {counting}/reopenings {"reason": "Agreed."}                     -> 201
as maria   POST /agreements/counting/versions {"body": {"lead_definition": "Whoever asked for an offer.", "first_contact_hours": 8, "rejection_needs_reason": true, "same_lead": "contact", "forecast_definition": ""}} -> 201 narrower
as sam     GET  /bridge.json                                                    -> 200 {"settling": {"clause": "lead_definition", "can_sign": true, "signs": "A signature is for all 5 clauses of “How we count”; what changes is the lead definition and forecast definition."}}
           POST {narrower}/declines {"reason": "Too narrow."}                   -> 201
           GET  /bridge.json                                                    -> 200 {"settling": {"can_sign": false, "signs": ""}}

# Taken back, it says nothing any more; nor does anybody add to it.
as sam     POST /claims/{forms}/withdrawal                                      -> 201
           POST /claims/{forms}/withdrawal                                      -> 409 claim_is_withdrawn
           GET  /bridge.json                                                    -> 200 {"first": {"teller": "sales"}, "second": {"teller": "facts"}}
           GET  /review.json                                                    -> 200 {"bridge": {"title": "Leads worked by sales and leads worked by the facts"}}
           GET  /reviews/1.json                                                 -> 200 {"is_closed": true, "bridge": {"settling": null, "first": {"number": {"number": 7}}, "second": {"number": {"number": 1}}}}
