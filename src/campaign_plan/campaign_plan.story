# Before anybody proposes a plan the calendar goes by the campaigns' budgets, and the review says what it cannot look for.
file scans.csv <<END
timestamp,account,campaign,channel
2026-03-11T09:30:00Z,Acme,Spring show,Trade show
2026-03-11T10:00:00Z,Bolt,Spring show,Trade show
END
clock 2026-03-02 09:00
as maria   POST /products {"name": "Gauge"}                                                 -> 201 gauge
           POST /accounts {"name": "Acme", "territory": 1}                                  -> 201 acme
           POST /accounts {"name": "Bolt", "territory": 1}                                  -> 201 bolt
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-10", "ends_on": "2026-03-12", "products": [{gauge}], "territories": [1], "budget": {"minor": 4500000, "currency": "USD"}, "owner": {ines}} -> 201 show
           POST /campaigns {"name": "Search ads", "channel": 1, "starts_on": "2025-09-01"}  -> 201 ads
           POST /campaigns {"name": "Southern letter", "channel": 3, "starts_on": "2026-02-02", "ends_on": "2026-02-20", "territories": [2]} -> 201 letter
           POST /spend {"day": "2026-02-20", "kind": "event", "campaign": {show}, "territory": 1, "amount": {"minor": 500000, "currency": "USD"}, "note": "Booth, first half"} -> 201
           POST /spend {"day": "2026-02-23", "kind": "pay", "campaign": {show}, "territory": 1, "amount": {"minor": 900000, "currency": "USD"}} -> 201
           GET /campaigns/calendar.json?in=2026-Q1                                          -> 200
             {"items": [{"name": "Search ads", "status": "Running since 1 September 2025", "planned": {"money": null, "why": "No budget is on record, and no signed plan names it."}},
               {"name": "Southern letter", "status": "Over since 20 February 2026"},
               {"name": "Spring show", "status": "Starts on 10 March 2026", "planned": {"money": {"minor": 4500000}}, "actual": {"money": {"minor": 500000}},
                "difference": {"money": {"minor": -4000000}, "link": "/campaigns/{show}/plan?in=2026-Q1"}, "signing": "none", "signing_words": "In no plan", "plan": "", "tasks": []}], "total": 3}
           GET /campaigns/calendar.json?in=2026-Q1&side=sales                               -> 200 {"total": 0}
           GET /campaigns/calendar.json?in=2026-Q1&territories=1&by=channel                 -> 200 {"items": [{"name": "Search ads"}, {"name": "Spring show"}], "total": 2}
           GET /campaigns/calendar.json?in=2026-Q1&territories=                             -> 200 {"items": [{"name": "Search ads"}], "total": 1}
           GET /campaigns/calendar.json?in=2026-Q1&products={gauge}                         -> 200 {"total": 3}
           GET /campaigns/calendar.json?in=2025                                             -> 200 {"items": [{"name": "Search ads"}], "total": 1}
           GET /campaigns/calendar.json?in=2024-Q4                                          -> 200 {"items": [], "total": 0}
           GET /campaigns/calendar.json?in=spring                                           -> 422 wrong_shape
           GET /campaigns/calendar.json?territories=north                                   -> 400 malformed_filter
           GET /campaigns/tasks.json                                                        -> 200 {"items": [], "total": 0}
           GET /review.json?as_of=2026-03-02                                                -> 200 {"blind_spots": ["Money went out on 1 campaign since 2 December 2025, and nobody has proposed a campaign plan, so whether both sides wanted that is not looked for. Start from a template."]}

# Whoever works in a territory sees its campaigns and those of everywhere; what single entries say is not for salespeople.
as karl    GET /campaigns/calendar.json?in=2026-Q1                                          -> 200
             {"items": [{"name": "Search ads"}, {"name": "Spring show", "actual": {"money": {"minor": 500000}}}], "total": 2}
           GET /campaigns/{show}/plan.json?in=2026-Q1                                       -> 200 {"actual": {"money": {"minor": 500000}, "inputs": [{"name": "entries", "number": 1, "link": ""}]}}
           GET /campaigns/{letter}/plan.json                                                -> 404 not_found
as sam     GET /campaigns/{show}/plan.json?in=2026-Q1                                       -> 200
             {"name": "Spring show", "basis": "Of its budget of $45,000 what falls into these days, and what was spent in them ($5,000 so far in all)", "months": [{"month": "2026-01-01"}, {"month": "2026-02-01", "planned": {"money": null}, "actual": {"money": {"minor": 500000}}}, {"month": "2026-03-01"}], "plans": []}

# What is wrong with a plan is said clause by clause: the sum, a campaign named twice, days beyond the period, tasks that are not sales'.
           POST /agreements/campaign_plan-1/versions {"body": {"starts_on": "2026-01-01", "ends_on": "2026-03-31", "budget": {"minor": 5000000, "currency": "USD"}, "campaigns": [{"name": "Spring show", "campaign": {show}, "planned": {"minor": 4000000, "currency": "USD"}}]}}
             -> 422 {"errors": [{"field": "budget", "message": "The campaigns add up to $40,000, not to $50,000."}]}
           POST /agreements/campaign_plan-1/versions {"body": {"starts_on": "2026-01-01", "ends_on": "2026-03-31", "budget": {"minor": 100, "currency": "EUR"}, "tolerance_percent": 120, "campaigns": [
             {"name": "Spring show", "campaign": {show}, "planned": {"minor": 4000000, "currency": "USD"}, "ends_on": "2026-04-02", "months": [{"month": "2026-03-02", "planned": {"minor": 100, "currency": "USD"}}],
              "tasks": [{"name": "Call", "person": {ines}, "due_on": "2026-04-20", "at_least": 0}]},
             {"name": "spring show", "campaign": {show}, "planned": {"minor": -1, "currency": "USD"}},
             {"name": " ", "campaign": 99, "planned": {"minor": 0, "currency": "USD"}}]}}
             -> 422 {"errors": [{"field": "budget"}, {"field": "tolerance_percent"}, {"field": "campaigns[0].ends_on"}, {"field": "campaigns[0].months[0].month"}, {"field": "campaigns[0].months"}, {"field": "campaigns[0].tasks[0].due_on"},
               {"field": "campaigns[0].tasks[0].at_least"}, {"field": "campaigns[1].name"}, {"field": "campaigns[1].campaign"}, {"field": "campaigns[1].planned"}, {"field": "campaigns[2].name"}, {"field": "campaigns[0].tasks[0].person"}, {"field": "campaigns[2].campaign"}]}
           POST /agreements/campaign_plan-1/versions {"body": {"starts_on": "2026-03-31", "ends_on": "2026-01-01", "budget": {"minor": 0, "currency": "USD"}, "campaigns": []}}
             -> 422 {"errors": [{"field": "ends_on"}]}
           GET /agreement-kinds.json                                                        -> 200 {"items": [{"name": "campaign_plan", "templates": [{"name": "next-quarter"}, {"name": "this-quarter", "body": {"starts_on": "2026-01-01", "budget": {"minor": 4500000}, "campaigns": [{"name": "Search ads"}, {"name": "Southern letter"}, {"name": "Spring show", "planned": {"minor": 4500000}}]}}]}]}

# A draft says what each clause would have found, and is nobody's move.
           POST /agreements/campaign_plan-1/versions {"due_on": "2026-03-20", "note": "A smaller booth.", "body": {"starts_on": "2026-01-01", "ends_on": "2026-03-31", "budget": {"minor": 4000000, "currency": "USD"}, "campaigns": [
             {"name": "Spring show", "campaign": {show}, "planned": {"minor": 4000000, "currency": "USD"}, "products": [{gauge}], "expected_leads": 30,
              "months": [{"month": "2026-02-01", "planned": {"minor": 500000, "currency": "USD"}}, {"month": "2026-03-01", "planned": {"minor": 3500000, "currency": "USD"}}],
              "tasks": [{"name": "Call the scan list", "person": {karl.id}, "due_on": "2026-03-20", "kind": "call", "at_least": 2}, {"name": "Visit the best", "due_on": "2026-03-31"}]}]}}
             -> 201 plan {"needs": [{"side": "sales"}, {"side": "marketing"}, {"side": "none"}]}
           GET {plan}/findings.json?to=2026-03-02                                           -> 200
             {"items": [{"clause": "campaigns[Spring show].planned", "sentence": "1 entry went out on “Spring show” before anybody had signed that", "count": 1, "stake": {"money": {"minor": 500000}}},
               {"clause": "campaigns[Spring show].tasks", "sentence": "not judged: no touchpoint is on record yet", "is_judged": false}]}
           GET /campaigns/calendar.json?in=2026-Q1&q=show                                   -> 200
             {"items": [{"signing": "draft", "signing_words": "In a draft: Proposed by Sam Rivera; nobody has signed yet; due by 20 March 2026", "plan": "/agreements/campaign_plan-1/versions/1",
               "tasks": [{"sentence": "Call the scan list by 20 March 2026: Karl Brandt; 0 of 2 calls by sales on record", "is_signed": false}, {"name": "Visit the best"}]}]}
           GET /review.json?as_of=2026-03-02                                                -> 200
             {"items": [{"code": "spend_before_plan", "about": "1/2026-01-01/unnamed", "sentence": "Marketing spent $5,000 on “Spring show” before anybody signed the plan of North", "is_provisional": true, "why_provisional": "an unsigned draft", "count": 1, "mover": "marketing"}]}

# Both sides sign and finance countersigns; what went out before that is a gap, and the calendar says who signed.
           POST {plan}/signatures                                                           -> 201
clock 2026-03-05 09:00
as maria   POST {plan}/signatures                                                           -> 201 {"state": "half_signed"}
clock 2026-03-06 09:00
as fiona   POST {plan}/signatures                                                           -> 201 {"state": "locked"}
as sam     GET /campaigns/calendar.json?in=2026-Q1&q=show                                   -> 200
             {"items": [{"signing": "signed_plan", "signing_words": "Signed by Sam Rivera, Maria Keller and Fiona Walsh on 6 March 2026", "planned": {"money": {"minor": 4000000}}, "actual": {"money": {"minor": 500000}}, "basis": "As signed for North, 1 January 2026 to 31 March 2026"}]}
           GET /campaigns/calendar.json?in=2026-Q1                                          -> 200 golden
           GET /campaigns/{show}/plan.json?in=2026-Q1                                       -> 200 golden
           GET /campaigns/tasks.json                                                        -> 200 golden
           GET /gaps/spend_before_plan.json?about=1/2026-01-01/{show}&as_of=2026-03-06                 -> 200
             {"sentence": "Marketing spent $5,000 on “Spring show” before the people of North signed that on 6 March 2026", "is_provisional": false, "stake_kind": "cash_spent", "stake": {"money": {"minor": 500000}}, "clause": "campaigns[Spring show]",
              "evidence": "/spend?campaign={show}&kind=media&kind=print&kind=event&kind=agency&kind=travel&kind=samples&kind=software&kind=other&territory=1&territory=&day_from=2026-01-01&day_to=2026-03-05"}
           GET /spend.json?campaign={show}&kind=event&territory=1&territory=&day_from=2026-01-01&day_to=2026-03-05 -> 200 {"total": 1}
           GET /review.json?as_of=2026-03-05                                                -> 200 {"items": [{"code": "spend_before_plan", "is_provisional": true, "why_provisional": "not in force on that day"}]}

# More than the plan tolerates is a gap; so is money for a campaign that it does not name, and what sales promised and did not do.
clock 2026-03-24 09:00
           POST /spend {"day": "2026-03-11", "kind": "event", "campaign": {show}, "territory": 1, "amount": {"minor": 3900000, "currency": "USD"}} -> 201
           GET /gaps/plan_overspent.json?about=1/2026-01-01/{show}&as_of=2026-03-24                    -> 404 not_found
           POST /spend {"day": "2026-03-12", "kind": "travel", "campaign": {show}, "amount": {"minor": 100000, "currency": "USD"}} -> 201
           GET /gaps/plan_overspent.json?about=1/2026-01-01/{show}&as_of=2026-03-24                    -> 200
             {"sentence": "“Spring show” cost $45,000 in the plan of North, $5,000 more than planned: 13% over, where 10% is tolerated", "stake": {"money": {"minor": 500000}}, "count": 3, "clause": "campaigns[Spring show].planned", "mover": "marketing"}
           POST /spend {"day": "2026-03-13", "kind": "media", "campaign": {ads}, "territory": 1, "amount": {"minor": 20000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-03-13", "kind": "media", "campaign": {ads}, "territory": 2, "amount": {"minor": 70000, "currency": "USD"}} -> 201
           GET /gaps/spend_before_plan.json?about=1/2026-01-01/unnamed/within&as_of=2026-03-24         -> 200
             {"sentence": "Marketing spent $200 on “Search ads”, which the signed plan of North does not name", "count": 1, "clause": "campaigns", "stake": {"money": {"minor": 20000}}}
           GET /gaps/campaign_task_overdue.json?about=1/2026-01-01/{show}&as_of=2026-03-24             -> 200
             {"sentence": "Sales promised “Call the scan list” for “Spring show” by 20 March 2026, and 0 of 2 are on record", "mover": "sales", "since": "2026-03-21", "count": 1, "stake": {"money": {"minor": 4500000}},
              "evidence": "/campaigns/tasks?campaign={show}&is_overdue=true&territory=1&as_of=2026-03-24"}
           GET /campaigns/tasks.json?campaign={show}&is_overdue=true&territory=1&as_of=2026-03-24 -> 200 {"items": [{"name": "Call the scan list", "is_overdue": true, "is_signed": true, "plan": "/agreements/campaign_plan-1/versions/1"}], "total": 1}
           GET /campaigns/tasks.json?as_of=2026-03-20                                       -> 200 {"items": [{"name": "Call the scan list", "is_overdue": false}, {"name": "Visit the best"}]}
           GET /campaigns/tasks.json?as_of=2026-03-25                                       -> 422 day_lies_ahead

# A call to whom the show had met keeps the promise, whoever of sales makes it; one to somebody else, or before, does not.
as maria   POST /imports?name=scans.csv file scans.csv                                      -> 201 scans
           POST /imports/{scans.import.id}/run                                              -> 201
as karl    POST /activities {"account": {acme}, "kind": "call", "at": "2026-03-10T10:00:00Z"} -> 201
           POST /activities {"account": {acme}, "kind": "call", "at": "2026-03-13T10:00:00Z"} -> 201
           POST /activities {"account": {acme}, "kind": "visit", "at": "2026-03-13T12:00:00Z"} -> 201
           GET /campaigns/tasks.json?as_of=2026-03-24                                       -> 200 {"items": [{"name": "Call the scan list", "seen": 1, "is_overdue": true}, {"name": "Visit the best", "seen": 2, "done_on": "2026-03-13"}]}
as maria   POST /activities {"account": {bolt}, "kind": "call", "at": "2026-03-23T10:00:00Z"} -> 201
           GET /campaigns/tasks.json?as_of=2026-03-24                                       -> 200
             {"items": [{"name": "Call the scan list", "seen": 2, "done_on": "2026-03-23", "is_overdue": false, "sentence": "Call the scan list by 20 March 2026: Karl Brandt; done on 23 March 2026"}]}
           GET /gaps/campaign_task_overdue.json?about=1/2026-01-01/{show}&as_of=2026-03-24             -> 404 not_found
           GET /gaps/campaign_task_overdue.json?about=1/2026-01-01/{show}&as_of=2026-03-22             -> 200 {"count": 1}

# A named exception leaves out what it is for; one that stands in words only is said beside the gap.
           POST {plan}/exceptions {"clause": "campaigns", "what": "Search ads of the North", "reason": "They ran before the plan.", "from_day": "2026-03-01", "until": "2026-03-31", "territory": 1} -> 201
as sam     POST {plan}/exceptions/1/signatures                                              -> 201
as fiona   POST {plan}/exceptions/1/signatures                                              -> 201
as sam     GET /gaps/spend_before_plan.json?about=1/2026-01-01/unnamed/within&as_of=2026-03-24         -> 404 not_found
           GET /gaps/plan_overspent.json?about=1/2026-01-01/{show}&as_of=2026-03-24                    -> 404 not_found

# The next quarter's plan leaves this one's in its place, though it is newer and in force from today.
           POST {plan}/reopenings {"reason": "The next quarter."}                           -> 201
as maria   POST {plan}/reopenings {"reason": "The next quarter."}                           -> 201
           POST /agreements/campaign_plan-1/versions {"body": {"starts_on": "2026-04-01", "ends_on": "2026-06-30", "budget": {"minor": 30000, "currency": "USD"}, "campaigns": [{"name": "Search ads", "campaign": {ads}, "planned": {"minor": 30000, "currency": "USD"}}]}} -> 201 next
           POST {next}/signatures                                                           -> 201
as sam     POST {next}/signatures                                                           -> 201
as fiona   POST {next}/signatures                                                           -> 201 {"state": "locked", "in_force_from": "2026-03-24"}
as sam     GET /campaigns/calendar.json?in=2026-Q1&q=show                                   -> 200 {"items": [{"signing": "signed_plan", "planned": {"money": {"minor": 4000000}}}]}
           GET /campaigns/calendar.json?in=2026-Q2                                          -> 200 {"items": [{"name": "Search ads", "signing": "signed_plan", "plan": "/agreements/campaign_plan-1/versions/2", "actual": {"money": {"minor": 0}}}]}
           GET /campaigns/calendar.json?in=2026-Q1&q=ads                                    -> 200 {"items": [{"signing": "none"}]}
           GET /campaigns/calendar.csv?in=2026-Q1                                           -> 200 golden

# Of a plan of the whole company, whoever is limited to a territory does not see what others did: nothing is called late for them.
as sam     POST /agreements/campaign_plan/versions {"body": {"starts_on": "2026-01-01", "ends_on": "2026-03-31", "budget": {"minor": 90000, "currency": "USD"}, "campaigns": [{"name": "Search ads", "campaign": {ads}, "planned": {"minor": 90000, "currency": "USD"}, "tasks": [{"name": "Call who asked", "due_on": "2026-03-10", "kind": "call", "at_least": 3}]}]}} -> 201 whole
           POST {whole}/signatures                                                          -> 201
as maria   POST {whole}/signatures                                                          -> 201
as fiona   POST {whole}/signatures                                                          -> 201 {"state": "locked"}
as maria   GET /campaigns/tasks.json?campaign={ads}                                         -> 200 {"items": [{"name": "Call who asked", "is_overdue": true, "sentence": "Call who asked by 10 March 2026; 0 of 3 calls by sales on record, overdue"}]}
as karl    GET /campaigns/tasks.json?campaign={ads}                                         -> 200 {"items": [{"is_overdue": false, "sentence": "Call who asked by 10 March 2026; 0 of 3 calls by sales on record in your territory, and the plan reaches further"}]}
           GET /campaigns/tasks.json?campaign={ads}&is_overdue=true                         -> 200 {"items": [], "total": 0}
