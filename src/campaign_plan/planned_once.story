# Each campaign that has days is planned of the quarter that is shown, in the company's currency; the whole stands beneath.
clock 2026-03-02 09:00
as fiona   POST /exchange-rates {"day": "2026-04-01", "base": "EUR", "quote": "USD", "rate": "1.10"} -> 422
           POST /exchange-rates {"day": "2026-03-02", "base": "EUR", "quote": "USD", "rate": "1.10"} -> 201
as sam     POST /campaigns {"name": "Year ads", "channel": 1, "starts_on": "2026-01-01", "ends_on": "2026-12-31", "budget": {"minor": 3650000, "currency": "USD"}} -> 201 ads
           POST /campaigns {"name": "Paris fair", "channel": 5, "starts_on": "2026-03-02", "ends_on": "2026-03-31", "budget": {"minor": 1000000, "currency": "EUR"}} -> 201 paris
           POST /campaigns {"name": "Letters", "channel": 3, "starts_on": "2026-01-01", "budget": {"minor": 70000, "currency": "USD"}} -> 201 letters
           POST /campaigns {"name": "Leeds fair", "channel": 5, "starts_on": "2026-03-02", "ends_on": "2026-03-31", "budget": {"minor": 500000, "currency": "GBP"}} -> 201
           POST /spend {"day": "2026-01-10", "kind": "media", "campaign": {ads}, "amount": {"minor": 30000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-03-02", "kind": "event", "campaign": {paris}, "amount": {"minor": 500000, "currency": "USD"}} -> 201
           GET /campaigns/calendar.json?in=2026-Q1&q=ads                         -> 200 {"items": [{"planned": {"money": {"minor": 900000}}, "actual": {"money": {"minor": 30000}}, "difference": {"money": {"minor": -870000}}, "basis": "Of its budget of $36,500 what falls into these days, and what was spent in them ($300 so far in all)"}]}
           GET /campaigns/calendar.json?in=2026-Q4&q=ads                         -> 200 {"items": [{"planned": {"money": {"minor": 920000}}, "actual": {"money": {"minor": 0}}}]}
           GET /campaigns/calendar.json?in=2026&q=ads                            -> 200 {"items": [{"planned": {"money": {"minor": 3650000}}, "actual": {"money": {"minor": 30000}}}]}
           GET /campaigns/{ads}/plan.json?in=2026-Q1                             -> 200 {"planned": {"inputs": [{"name": "its budget, 1 January 2026 to 31 March 2026", "money": {"minor": 900000}}]}, "months": [{"planned": {"money": {"minor": 310000}}, "actual": {"money": {"minor": 30000}}}, {"planned": {"money": {"minor": 280000}}}, {"planned": {"money": {"minor": 310000}}}]}
           GET /roi/line.json?by=campaign&line={ads}&from=2026-01-01&until=2026-03-31 -> 200 {"planned": {"money": {"minor": 900000}}}
           GET /campaigns/calendar.json?in=2026-Q1&q=Paris                       -> 200 {"items": [{"planned": {"money": {"minor": 1100000, "currency": "USD"}}, "actual": {"money": {"minor": 500000}}, "difference": {"money": {"minor": -600000}}}]}
           GET /roi/line.json?by=campaign&line={paris}&from=2026-01-01&until=2026-03-31 -> 200 {"planned": {"money": {"minor": 1100000}}}
           GET /campaigns/{paris}/plan.json                                      -> 200 {"planned": {"money": {"minor": 1100000}}}
           GET /campaigns/calendar.json?in=2026-Q1&q=Letters                     -> 200 {"items": [{"planned": {"money": null, "why": "Of its budget of $700 nobody can say what falls into these days: its first or its last is not known."}}]}
           GET /campaigns/calendar.json?in=2026-Q1&q=Leeds                       -> 200 {"items": [{"planned": {"money": null, "why": "No exchange rate of GBP of 2 March 2026 or the week before is on record."}}]}

# Planned spend is of campaigns, and the return says what of the spend it compares with: pay is in no plan, and what names no campaign in no budget.
           POST /spend {"day": "2026-03-02", "kind": "pay", "campaign": {paris}, "amount": {"minor": 4000000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-03-02", "kind": "software", "channel": 5, "amount": {"minor": 70000, "currency": "USD"}} -> 201
           GET /roi.json?from=2026-01-01&until=2026-03-31                        -> 200
             {"spend": {"money": {"minor": 4600000}}, "planned": {"money": {"minor": 2000000}, "inputs": [{"money": {"minor": 2000000}}, {"name": "2 campaigns with a budget left out: the first or the last day is not known, or no exchange rate of the first"},
               {"name": "spent on campaigns in these days, pay left out", "money": {"minor": 530000}, "link": "/spend?day_from=2026-01-01&day_to=2026-03-31&has_campaign=true&kind=media&kind=print&kind=event&kind=agency&kind=travel&kind=samples&kind=software&kind=other"},
               {"name": "that less what was planned", "money": {"minor": -1470000}}]}}
           GET /spend.json?day_from=2026-01-01&day_to=2026-03-31&has_campaign=true&kind=media&kind=print&kind=event&kind=agency&kind=travel&kind=samples&kind=software&kind=other -> 200 {"total": 2}
# What was spent on a campaign of which it cannot be told what is planned of these days is no part of the difference.
           POST /spend {"day": "2026-03-02", "kind": "print", "campaign": {letters}, "amount": {"minor": 40000, "currency": "USD"}} -> 201
           GET /roi.json?from=2026-01-01&until=2026-03-31                        -> 200
             {"planned": {"money": {"minor": 2000000}, "inputs": [{}, {}, {"money": {"minor": 570000}}, {"name": "of that on campaigns of which nothing is planned in these days", "money": {"minor": 40000}}, {"name": "the rest less what was planned", "money": {"minor": -1470000}}]}}
           GET /roi/line.json?by=campaign&line={paris}&from=2026-01-01&until=2026-03-31 -> 200 {"planned": {"inputs": [{"money": {"minor": 1100000}}, {"money": {"minor": 500000}}, {"name": "that less what was planned", "money": {"minor": -600000}}]}}
           GET /roi/line.json?by=channel&line=5&from=2026-01-01&until=2026-03-31 -> 200 {"spend": {"money": {"minor": 4570000}}, "planned": {"inputs": [{"money": {"minor": 1100000}}, {}, {"money": {"minor": 500000}}, {"money": {"minor": -600000}}]}}

# A newer version of a plan takes the place of the older on its own days alone: April is the first one's, May and June are the second's.
           POST /campaigns {"name": "Search", "channel": 1, "starts_on": "2026-04-01", "ends_on": "2026-06-30", "territories": [1], "budget": {"minor": 600000, "currency": "USD"}} -> 201 search
           POST /campaigns {"name": "Two shows", "channel": 5, "starts_on": "2026-05-01", "ends_on": "2026-06-30", "territories": [1, 2], "budget": {"minor": 900000, "currency": "USD"}} -> 201 shows
           POST /agreements/campaign_plan-1/versions {"body": {"starts_on": "2026-04-01", "ends_on": "2026-06-30", "budget": {"minor": 910000, "currency": "USD"}, "campaigns": [{"name": "Search", "campaign": {search}, "planned": {"minor": 910000, "currency": "USD"}}]}} -> 201 first
           POST {first}/signatures                                               -> 201
as maria   POST {first}/signatures                                               -> 201
as fiona   POST {first}/signatures                                               -> 201 {"state": "locked"}
as sam     GET /campaigns/calendar.json?in=2026-Q2&q=Search                      -> 200 {"items": [{"planned": {"money": {"minor": 910000}}}]}
           POST {first}/reopenings {"reason": "Less from May on."}               -> 201
as maria   POST {first}/reopenings {"reason": "Less from May on."}               -> 201
           POST /agreements/campaign_plan-1/versions {"body": {"starts_on": "2026-05-01", "ends_on": "2026-06-30", "budget": {"minor": 405000, "currency": "USD"}, "campaigns": [
             {"name": "Search", "campaign": {search}, "planned": {"minor": 305000, "currency": "USD"}}, {"name": "Two shows", "campaign": {shows}, "planned": {"minor": 100000, "currency": "USD"}}]}} -> 201 second
           POST {second}/signatures                                              -> 201
as sam     POST {second}/signatures                                              -> 201
as fiona   POST {second}/signatures                                              -> 201 {"state": "locked"}
as sam     GET /roi/line.json?by=campaign&line={search}&from=2026-04-01&until=2026-06-30 -> 200 {"planned": {"money": {"minor": 605000}}}
           GET /roi/planned.json?by=campaign&line={search}&from=2026-04-01&until=2026-06-30 -> 200
             {"items": [{"said_by": "Campaign plan of North, version 2", "whole": {"minor": 305000}, "planned": {"minor": 305000}}, {"said_by": "Campaign plan of North, version 1", "whole": {"minor": 910000}, "counts_from": "2026-04-01", "counts_until": "2026-04-30", "planned": {"minor": 300000}}], "total": 2}
           GET /campaigns/calendar.json?in=2026-Q2&q=Search                      -> 200 {"items": [{"planned": {"money": {"minor": 605000}}, "basis": "As signed for North, 1 April 2026 to 30 April 2026 and North, 1 May 2026 to 30 June 2026"}]}
           GET /campaigns/{search}/plan.json?in=2026-Q2                          -> 200 {"planned": {"money": {"minor": 605000}}, "months": [{"planned": {"money": {"minor": 300000}}}, {"planned": {"money": {"minor": 155000}}}, {"planned": {"money": {"minor": 150000}}}]}

# Where one of two territories has signed the budget is what is planned; the company's plan then counts for the other, and for nothing where a nearer one names the campaign.
           GET /roi/line.json?by=campaign&line={shows}&from=2026-04-01&until=2026-06-30 -> 200 {"planned": {"money": {"minor": 900000}}}
           GET /campaigns/calendar.json?in=2026-Q2&q=shows                       -> 200 {"items": [{"planned": {"money": {"minor": 900000}}, "signing": "signed_plan"}]}
           POST /agreements/campaign_plan/versions {"body": {"starts_on": "2026-04-01", "ends_on": "2026-06-30", "budget": {"minor": 1900000, "currency": "USD"}, "campaigns": [
             {"name": "Search", "campaign": {search}, "planned": {"minor": 1500000, "currency": "USD"}}, {"name": "Two shows", "campaign": {shows}, "planned": {"minor": 400000, "currency": "USD"}, "starts_on": "2026-05-01"}]}} -> 201 whole
           POST {whole}/signatures                                               -> 201
as maria   POST {whole}/signatures                                               -> 201
as fiona   POST {whole}/signatures                                               -> 201 {"state": "locked"}
clock 2026-06-20 09:00
as sam     GET /campaigns/{paris}/plan.json                                      -> 200 {"planned": {"money": {"minor": 1100000}}, "months": [{"month": "2026-01-01"}, {"month": "2026-02-01"}, {"month": "2026-03-01"}]}
as sam     POST /spend {"day": "2026-04-10", "kind": "media", "campaign": {search}, "amount": {"minor": 200000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-05-10", "kind": "event", "campaign": {shows}, "territory": 1, "amount": {"minor": 50000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-05-10", "kind": "event", "campaign": {shows}, "territory": 2, "amount": {"minor": 60000, "currency": "USD"}} -> 201
           GET /roi/line.json?by=campaign&line={search}&from=2026-04-01&until=2026-06-30 -> 200 {"planned": {"money": {"minor": 605000}}}
           GET /campaigns/{search}/plan.json?in=2026-Q2                          -> 200 {"planned": {"money": {"minor": 605000}}, "actual": {"money": {"minor": 200000}}}
           GET /roi/line.json?by=campaign&line={shows}&from=2026-04-01&until=2026-06-30 -> 200 {"planned": {"money": {"minor": 500000}}}
           GET /campaigns/{shows}/plan.json?in=2026-Q2                           -> 200
             {"planned": {"money": {"minor": 500000}}, "actual": {"money": {"minor": 110000}, "inputs": [{"name": "entries of Campaign plan, version 1", "number": 1}, {"name": "entries of Campaign plan of North, version 2", "number": 1}]}, "difference": {"money": {"minor": -390000}}}

# Spent beyond the plan is told of each version by what it plans for its own days, as calendar and return count it: April of the first one is $3,000, and May and June are the second's.
           POST /spend {"day": "2026-04-11", "kind": "media", "campaign": {search}, "amount": {"minor": 170000, "currency": "USD"}} -> 201
           GET /gaps/plan_overspent.json?about=1/2026-04-01/{search}&as_of=2026-06-20 -> 200
             {"sentence": "“Search” cost $3,700 in the plan of North (of 1 April 2026 to 30 April 2026), $700 more than planned: 23% over, where 10% is tolerated", "count": 2,
              "stake": {"money": {"minor": 70000}, "inputs": [{"name": "entries", "number": 2}, {"name": "Campaign plan of North, version 1, 1 April 2026 to 30 April 2026", "money": {"minor": 300000}}]}}
           GET /gaps/plan_overspent.json?about=1/2026-05-01/{search}&as_of=2026-06-20 -> 404 not_found
           POST /spend {"day": "2026-05-11", "kind": "media", "campaign": {search}, "amount": {"minor": 400000, "currency": "USD"}} -> 201
           GET /gaps/plan_overspent.json?about=1/2026-05-01/{search}&as_of=2026-06-20 -> 200
             {"sentence": "“Search” cost $4,000 in the plan of North, $950 more than planned: 31% over, where 10% is tolerated", "stake": {"money": {"minor": 95000}, "inputs": [{"name": "entries", "number": 1}, {"name": "planned", "money": {"minor": 305000}}]}}

# A version that is signed for a day that is still to come is what is planned from that midnight on, though nobody does anything then.
           POST /campaigns {"name": "Autumn", "channel": 1, "starts_on": "2026-07-01", "ends_on": "2026-07-31", "territories": [2], "budget": {"minor": 310000, "currency": "USD"}} -> 201 autumn
           POST /agreements/campaign_plan-2/versions {"in_force_from": "2026-07-10", "body": {"starts_on": "2026-07-01", "ends_on": "2026-07-31", "budget": {"minor": 200000, "currency": "USD"}, "campaigns": [{"name": "Autumn", "campaign": {autumn}, "planned": {"minor": 200000, "currency": "USD"}}]}} -> 201 later
           POST {later}/signatures                                               -> 201
as maria   POST {later}/signatures                                               -> 201
as fiona   POST {later}/signatures                                               -> 201 {"state": "locked", "in_force_from": "2026-07-10"}
clock 2026-07-09 20:00
as sam     GET /roi/line.json?by=campaign&line={autumn}&from=2026-07-01&until=2026-07-31 -> 200 {"planned": {"money": {"minor": 310000}}}
clock 2026-07-10 09:00
           GET /roi/line.json?by=campaign&line={autumn}&from=2026-07-01&until=2026-07-31 -> 200 {"planned": {"money": {"minor": 200000}}}
           GET /campaigns/{autumn}/plan.json?in=2026-Q3                          -> 200 {"planned": {"money": {"minor": 200000}}}
