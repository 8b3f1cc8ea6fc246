# What a campaign costs in a territory is what the people there signed; until they did, nobody has divided it.
clock 2026-03-02 09:00
as sam     POST /campaigns {"name": "Search ads", "channel": 1, "starts_on": "2026-01-01", "ends_on": "2026-03-31", "budget": {"minor": 900000, "currency": "USD"}} -> 201 ads
           POST /campaigns {"name": "Two shows", "channel": 5, "starts_on": "2026-01-01", "ends_on": "2026-03-31", "territories": [1, 2], "budget": {"minor": 900000, "currency": "USD"}} -> 201 shows
           GET /roi/lines.json?by=territory&order=name&from=2026-01-01&until=2026-03-31 -> 200
             {"items": [{"name": "North", "planned": {"money": null, "why": "The budget of 1 campaign is for several at once, and nobody has divided it among them."}},
               {"name": "South", "planned": {"money": null}}, {"name": "No territory", "planned": {"money": {"minor": 900000}}}]}
           POST /agreements/campaign_plan-1/versions {"due_on": "2026-03-20", "body": {"starts_on": "2026-01-01", "ends_on": "2026-03-31", "budget": {"minor": 480000, "currency": "USD"}, "campaigns": [
             {"name": "Search ads", "campaign": {ads}, "planned": {"minor": 300000, "currency": "USD"}},
             {"name": "Two shows", "campaign": {shows}, "planned": {"minor": 180000, "currency": "USD"}, "months": [
               {"month": "2026-01-01", "planned": {"minor": 100000, "currency": "USD"}}, {"month": "2026-03-01", "planned": {"minor": 80000, "currency": "USD"}}]}]}} -> 201 plan
           POST {plan}/signatures                                                -> 201
as maria   POST {plan}/signatures                                                -> 201
           GET /roi/line.json?by=territory&line=1&from=2026-01-01&until=2026-03-31 -> 200 {"planned": {"money": null}}
as fiona   POST {plan}/signatures                                                -> 201 {"state": "locked"}

# Of a campaign that runs everywhere the rest stays that of no territory; who signed nothing has nothing.
as sam     GET /roi/lines.json?by=territory&order=name&from=2026-01-01&until=2026-03-31 -> 200
             {"items": [{"name": "North", "planned": {"money": {"minor": 480000}}}, {"name": "South", "planned": {"money": null}}, {"name": "No territory", "planned": {"money": {"minor": 600000}}}]}
           GET /roi/line.json?by=territory&line=1&from=2026-01-01&until=2026-03-31 -> 200
             {"planned": {"inputs": [{"name": "the budgets and the clauses of signed plans", "money": {"minor": 480000}, "link": "/roi/planned?by=territory&model=linear&from=2026-01-01&until=2026-03-31&lookback_days=90&half_life_days=7&line=1"}, {"money": {"minor": 480000}}]}}
           GET /roi/planned.json?by=territory&line=1&from=2026-01-01&until=2026-02-14 -> 200 golden
           GET /roi/planned.json?by=territory&line=0&from=2026-01-01&until=2026-02-14&order=id -> 200
             {"items": [{"name": "Search ads", "is_budget": true, "said_by": "Its budget", "whole": {"minor": 900000}, "planned": {"minor": 450000}},
               {"name": "Search ads", "said_by": "Less what territories have by plans of their own", "link": "/campaigns/{ads}/plan", "planned": {"minor": -150000}}], "total": 2}
           GET /roi/planned.json?only_channel=1&from=2026-01-01&until=2026-02-14  -> 200 {"items": [{"name": "Search ads", "planned": {"minor": 450000}}], "total": 1}
           GET /roi/planned.json?by=month&line=first                             -> 422 wrong_shape
           GET /roi/lines.json?by=territory&order=name&from=2026-01-01&until=2026-02-14 -> 200
             {"items": [{"name": "North", "planned": {"money": {"minor": 250000}}}, {"name": "South"}, {"name": "No territory", "planned": {"money": {"minor": 300000}}}]}
           GET /roi.json?from=2026-01-01&until=2026-03-31                        -> 200 {"planned": {"money": {"minor": 1800000}}}

# Of one territory alone, what is for several is told for none.
           GET /roi.json?only_territory=1&from=2026-01-01&until=2026-03-31       -> 200 {"planned": {"money": null, "why": "The budget of 1 campaign is for several at once, and nobody has divided it among them."}}
           GET /roi.json?only_channel=1&from=2026-01-01&until=2026-03-31         -> 200 {"planned": {"money": {"minor": 900000}}}

# What was signed wherever a campaign runs takes the place of its budget, in every line, and is what the calendar says.
           POST /campaigns {"name": "One show", "channel": 5, "starts_on": "2026-02-01", "ends_on": "2026-02-28", "territories": [2], "budget": {"minor": 600000, "currency": "USD"}} -> 201 one
           GET /roi/line.json?by=campaign&line={one}&from=2026-01-01&until=2026-03-31 -> 200 {"planned": {"money": {"minor": 600000}}}
           POST /agreements/campaign_plan-2/versions {"due_on": "2026-03-20", "body": {"starts_on": "2026-01-01", "ends_on": "2026-03-31", "budget": {"minor": 450000, "currency": "USD"}, "campaigns": [
             {"name": "One show", "campaign": {one}, "planned": {"minor": 450000, "currency": "USD"}, "starts_on": "2026-02-01", "ends_on": "2026-02-28"}]}} -> 201 south
           POST {south}/signatures                                               -> 201
as maria   POST {south}/signatures                                               -> 201
as fiona   POST {south}/signatures                                               -> 201 {"state": "locked"}
as sam     GET /roi/line.json?by=campaign&line={one}&from=2026-01-01&until=2026-03-31 -> 200
             {"planned": {"money": {"minor": 450000}, "inputs": [{"money": {"minor": 450000}}, {"name": "of it what signed plans change: what they say, less the budgets of their days", "money": {"minor": -150000}}]}}
           GET /roi/planned.json?by=campaign&line={one}&from=2026-01-01&until=2026-03-31 -> 200
             {"items": [{"name": "One show", "is_budget": false, "said_by": "Campaign plan of South, version 1", "link": "/agreements/campaign_plan-2/versions/1", "whole": {"minor": 450000}, "from_day": "2026-02-01", "until_day": "2026-02-28", "planned": {"minor": 450000}}], "total": 1}
           GET /campaigns/{one}/plan.json?in=2026-Q1                             -> 200 {"planned": {"money": {"minor": 450000}}}
           GET /roi/line.json?by=month&line=24313&from=2026-01-01&until=2026-03-31 -> 200 {"planned": {"money": {"minor": 1010000}}}
           GET /roi/line.json?by=campaign&line={one}&from=2026-02-01&until=2026-02-14 -> 200 {"planned": {"money": {"minor": 225000}}}
           GET /roi.json?from=2026-01-01&until=2026-03-31                        -> 200 {"planned": {"money": {"minor": 2250000}}}

# A budget of which nobody can say what falls into the days is left out, and its number leads to where it stands with the reason.
           POST /campaigns {"name": "Endless", "channel": 9, "starts_on": "2026-01-01", "budget": {"minor": 100000, "currency": "USD"}} -> 201 endless
           GET /roi/line.json?by=campaign&line={endless}&from=2026-01-01&until=2026-03-31 -> 200
             {"planned": {"money": null, "inputs": [{"name": "1 campaign with a budget left out: the first or the last day is not known, or no exchange rate of the first", "number": 1,
               "link": "/roi/planned?by=campaign&model=linear&from=2026-01-01&until=2026-03-31&lookback_days=90&half_life_days=7&line={endless}"}]}}
           GET /roi/planned.json?by=campaign&line={endless}&from=2026-01-01&until=2026-03-31 -> 200
             {"items": [{"name": "Endless", "is_budget": true, "link": "/campaigns/{endless}", "whole": {"minor": 100000}, "from_day": "2026-01-01", "until_day": null, "counts_from": null, "planned": null, "why": "Left out: its last day is not known."}], "total": 1}
           POST /campaigns {"name": "In euros", "channel": 9, "starts_on": "2026-02-01", "ends_on": "2026-02-28", "budget": {"minor": 100000, "currency": "EUR"}} -> 201 euros
           GET /roi/planned.json?from=2026-01-01&until=2026-03-31&order=-whole&only_campaign={euros} -> 200
             {"items": [{"name": "In euros", "whole": {"minor": 100000, "currency": "EUR"}, "planned": null, "why": "Left out. No exchange rate of EUR of 1 February 2026 or the week before is on record."}], "total": 1}
