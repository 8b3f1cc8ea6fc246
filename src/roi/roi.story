# What was spent and what was the return: booked is what touchpoints explain and what none does.
clock 2026-03-02 09:00
as maria   GET /roi.json                                                         -> 200 {"why": "Neither orders nor spend are on record in these days."}
           GET /review.json                                                      -> 200 {"data_until": null}
           POST /accounts {"name": "Acme Works", "territory": 1}                 -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}             -> 201 steel
as sam     GET  /channels/8.json                                                  -> 200 visits {"name": "Sales visit"}
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-02-10", "ends_on": "2026-02-12"} -> 201 show
           POST /spend {"day": "2026-02-10", "kind": "event", "campaign": {show}, "amount": {"minor": 500000, "currency": "USD"}} -> 201
           GET /review.json                                                      -> 200 {"data_until": "2026-02-10", "as_of": "2026-02-10", "is_data_old": false}
           GET /review.json?as_of=2026-03-02                                     -> 200 {"data_until": "2026-02-10", "is_data_old": true}
as karl    POST /opportunities {"name": "Ten meters", "stage": "Proposal", "account": {acme}, "owner": {karl.id}, "value": {"minor": 1000000, "currency": "USD"}} -> 201 meters
           POST /activities {"opportunity": {meters}, "kind": "visit", "at": "2026-02-20T10:00:00Z"} -> 201
as maria   POST /opportunities {"name": "A furnace", "stage": "Proposal", "account": {steel}, "territory": 2, "value": {"minor": 70000, "currency": "USD"}} -> 201 furnace

# Until orders come in, a won opportunity is one; its visit explains it, and nothing explains the other.
clock 2026-03-06 09:00
           PUT /opportunities/{meters} {"name": "Ten meters", "stage": "Won", "outcome": "won", "account": {acme}, "owner": {karl.id}, "value": {"minor": 1000000, "currency": "USD"}, "created_on": "2026-03-02", "close_on": "2026-03-05"} -> 200
           PUT /opportunities/{furnace} {"name": "A furnace", "stage": "Won", "outcome": "won", "account": {steel}, "territory": 2, "value": {"minor": 70000, "currency": "USD"}, "created_on": "2026-03-02", "close_on": "2026-03-05"} -> 200
           GET /roi.json                                                         -> 200 golden
           GET /roi/lines.json?order=name                                        -> 200 golden
           GET /roi.json?lookback_days=3660                                      -> 200 {"notes": ["Touchpoints are on record from 20 February 2026 on. Of all these orders the look-back reaches further, so that some of what led to them is not known.", "One touchpoint led to each order, so that every model says the same."]}
           GET /roi.json?lookback_days=10                                        -> 200 {"notes": ["Touchpoints are on record from 20 February 2026 on. Of orders booked before 2 March 2026 the look-back reaches further, so that some of what led to them is not known."]}
           GET /roi/line.json?by=channel&line={visits}                           -> 200 {"name": "Sales visit", "side": "sales", "revenue": {"money": {"minor": 1000000, "currency": "USD"}}, "roi_on_revenue": {"why": "Nothing was spent on it in these days."}}
           GET /roi/line.json?by=channel&line=5                                  -> 200 {"name": "Trade show", "spend": {"money": {"minor": 500000, "currency": "USD"}}, "roi_on_revenue": {"number": null, "why": "No touchpoint of it is on record in these days, so that nobody can tell what came of the spend."}}
           GET /roi/line.json?by=channel&line=999                                -> 404 not_found
           GET /roi/orders.json?line={visits}                                    -> 200 {"items": [{"name": "Ten meters", "share_percent": 100, "credit": {"minor": 1000000, "currency": "USD"}, "margin": null, "touchpoints": 1}], "total": 1}
           GET /roi/orders.json?line=unexplained                                 -> 200 {"items": [{"name": "A furnace", "revenue": {"minor": 70000, "currency": "USD"}, "touchpoints": 0}], "total": 1}
           GET /orders.json?kind=booked                                          -> 200 {"total": 2}
           GET /roi/lines.json?by=territory&order=name                           -> 200 {"items": [{"name": "North"}, {"name": "South"}, {"name": "No territory"}], "next": null, "total": 3}

# What names no territory is none among them: it stands behind the others in any order, and on the last page.
           GET /roi/lines.json?by=territory&order=-name                          -> 200 {"items": [{"name": "South"}, {"name": "North"}, {"name": "No territory"}]}
           GET /roi/lines.json?by=territory&order=name&limit=2                   -> 200 first {"items": [{"name": "North"}], "total": 3}
           GET /roi/lines.json?by=territory&order=name&limit=2&after={first.next} -> 200 {"items": [{"name": "South"}, {"name": "No territory"}], "next": null, "total": 3}
           GET /roi/lines.json?by=territory&q=north                              -> 200 {"items": [{"name": "North"}], "total": 1}

# What no touchpoint explains is a gap of both, and what cannot be read is said.
           GET /gaps/order_unexplained.json?about=orders                         -> 200 {"mover": "both", "count": 1, "stake_kind": "unknown", "evidence": "/roi/orders?by=channel&model=linear&from=2025-12-06&until=2026-03-06&lookback_days=90&half_life_days=7&line=unexplained&is_refund=false&is_taken_back=false"}
           GET /roi.json?model=guess                                             -> 422 wrong_shape
           GET /roi.json?lookback_days=0                                         -> 422 wrong_shape
           GET /roi.json?from=2026-03-06&until=2026-03-05                        -> 422 wrong_shape
           GET /roi/orders.json?line=first                                       -> 422 wrong_shape
as karl    GET /roi.json                                                         -> 403 not_allowed

# What was spent without a campaign is a line of its own behind the others, with its entries; what was credited beyond what was spent returns nothing that one could tell.
as sam     POST /spend {"day": "2026-03-01", "kind": "media", "channel": 1, "amount": {"minor": 20000, "currency": "USD"}, "note": "Banners"} -> 201
           GET /roi/lines.json?by=campaign&order=name                            -> 200 {"items": [{"name": "Spring show", "spend": {"money": {"minor": 500000}}}, {"name": "No campaign", "spend": {"money": {"minor": 20000}}}]}
           GET /roi/line.json?by=campaign&line=0                                 -> 200 {"spend": {"inputs": [{"number": 1, "link": "/spend?campaign=&day_from=2025-03-07&day_to=2026-03-06"}]}}
           GET /spend.json?campaign=&day_from=2025-03-07&day_to=2026-03-06       -> 200 {"items": [{"note": "Banners"}], "total": 1}
           POST /spend {"day": "2026-03-02", "kind": "media", "channel": 1, "amount": {"minor": -25000, "currency": "USD"}, "note": "Credit note"} -> 201
           GET /roi/line.json?by=channel&line=1                                  -> 200 {"spend": {"money": {"minor": -5000}, "inputs": [{"number": 2}]}, "roi_on_revenue": {"why": "More was credited than spent on it in these days."}}

# Leads and new accounts are shared as orders are; what each cost is spend of both sides by how many.
as maria   POST /opportunities {"name": "A call from the show", "phase": "lead", "stage": "New", "account": {acme}, "created_on": "2026-03-04"} -> 201
           GET /roi/leads.json?line={visits}&order=name                          -> 200 {"items": [{"name": "A call from the show", "phase": "lead", "share_percent": 100, "touchpoints": 1}, {"name": "Ten meters", "phase": "opportunity", "share_percent": 100}], "total": 2}
           GET /roi/leads.json?line=unexplained                                  -> 200 {"items": [{"name": "A furnace", "touchpoints": 0}], "total": 1}
           GET /roi/leads.json?line=all&phase=opportunity                        -> 200 {"total": 2}
           GET /roi/new-accounts.json?order=name                                 -> 200 golden
           GET /roi/new-accounts.json?line=unexplained                           -> 200 {"items": [{"name": "Southern Steel", "order_name": "A furnace"}], "total": 1}
           GET /roi.json                                                         -> 200 {"leads": {"number": 3}, "unattributed_leads": {"number": 1}, "opportunities": {"number": 2}, "new_accounts": {"number": 2}, "cost_per_lead": {"money": {"minor": 165000}}, "cac": {"money": {"minor": 247500}}, "planned": {"why": "No campaign with a budget runs in these days."}}
           GET /roi/line.json?by=salesperson&line={karl.id}                      -> 200 {"name": "Karl Brandt", "revenue": {"money": {"minor": 1000000}}, "leads": {"number": 1}, "planned": {"why": "A budget is for a campaign, and that for no single salesperson."}}
as sam     GET /roi/line.json?by=salesperson&line={karl.id}                      -> 404 not_found
           GET /roi/lines.json?by=salesperson&order=name                         -> 200 {"items": [{"name": "Other salespeople"}, {"name": "No salesperson"}]}
           GET /roi/lines.json?by=segment                                        -> 200 {"items": [{"name": "No industry", "spend": {"money": {"minor": 495000}}, "revenue": {"money": {"minor": 1070000}}}], "total": 1}
           GET /roi/lines.json?by=quarter&columns=all                            -> 200 {"items": [{"name": "Quarter 1 of 2026", "revenue": {"money": {"minor": 1070000}}}], "total": 1}

# One line alone: what an order is keeps it whole, what earned it keeps that part; spend is what names it.
           GET /roi.json?only_territory=1                                        -> 200 {"booked": {"money": {"minor": 1000000}}, "attributed": {"money": {"minor": 1000000}}, "spend": {"money": {"minor": 0}}, "leads": {"number": 2}, "only": [{"by": "territory", "line": 1, "name": "North", "sentence": "Orders, leads and new accounts of this territory and of those below it; spend that names one of them; touchpoints of accounts there."}]}
           GET /roi.json?only_territory=2                                        -> 200 {"booked": {"money": {"minor": 70000}, "formula": "the orders booked in these days; of South alone"}, "unattributed": {"money": {"minor": 70000}}, "new_accounts": {"number": 1}}
           GET /roi.json?only_side=sales&by=territory                            -> 200 {"booked": {"money": {"minor": 1000000}}, "unattributed": {"money": {"minor": 0}}, "spend": {"money": {"minor": 0}}, "leads": {"number": 2}}
           GET /roi/lines.json?only_side=sales&by=territory                      -> 200 {"items": [{"name": "North", "revenue": {"money": {"minor": 1000000}}}], "total": 1}
           GET /roi/lines.json?only_side=marketing&only_campaign={show}          -> 200 {"items": [{"name": "Trade show", "spend": {"money": {"minor": 500000}}}], "total": 1}
           GET /roi/orders.json?only_territory=2&only_side=sales&line=all        -> 200 {"items": [], "total": 0}
           GET /roi/leads.json?only_territory=2&line=all                         -> 200 {"items": [{"name": "A furnace"}], "total": 1}
           GET /roi/new-accounts.json?only_channel={visits}&line=all             -> 200 {"items": [{"name": "Acme Works", "share_percent": 100}], "total": 1}
           GET /roi.json?only_product=3                                          -> 200 {"why": "Neither orders nor spend of these days are of all that is asked for."}
           GET /roi.json?only_salesperson={karl.id}                              -> 200 {"why": "Neither orders nor spend of these days are of all that is asked for."}
           GET /roi.json?only_channel=first                                      -> 422 wrong_shape
           GET /roi.json?only_side=both                                          -> 422 wrong_shape
           GET /roi/models.json?only_channel=1                                   -> 422 wrong_shape
           GET /roi/cohorts.json?only_product=1                                  -> 422 wrong_shape

# Spend for several together is no loss of those that are none; a campaign's industry is what its spend is for.
           GET /roi/line.json?by=territory&line=0                                -> 200 {"name": "No territory", "spend": {"money": {"minor": 495000}}, "roi_on_revenue": {"number": null, "why": "What is spent for several together, or names no territory, serves the orders of all: it has no return of its own."}}
           PUT /campaigns/{show} {"name": "Spring show", "channel": 5, "starts_on": "2026-02-10", "ends_on": "2026-02-12", "industry": " Steel "} -> 200
           GET /campaigns.json?industry=Steel                                    -> 200 {"items": [{"name": "Spring show", "industry": "Steel"}], "total": 1}
           GET /roi/lines.json?by=segment                                        -> 200 {"items": [{"name": "Steel", "spend": {"money": {"minor": 500000}}, "touchpoints": {"number": 0}}, {"name": "No industry", "spend": {"money": {"minor": -5000}}, "touchpoints": {"number": 1}}], "total": 2}
           GET /roi/lines.json?by=territory&order=name                           -> 200 {"items": [{"name": "North", "touchpoints": {"number": 1}}, {"name": "South", "touchpoints": {"number": 0}}, {"name": "No territory"}]}

# Of a few days, or a month that is not over, what is booked on them is told and no return: nobody has divided what a month costs. The page, its lines and their file say the same.
           GET /roi.json?from=2026-03-01&until=2026-03-06                        -> 200 {"spend": {"money": {"minor": -5000}}, "roi_on_revenue": {"why": "More was credited than spent on it in these days."}, "sentence": "−$50 of spend and $10,700 of orders are booked on these days; touchpoints explain $10,000 of these orders"}
           GET /roi.json?from=2026-02-03&until=2026-03-06                        -> 200 {"spend": {"money": {"minor": 495000}, "formula": "what both sides spent in these days, each entry whole on the day on which it was booked"}, "booked": {"money": {"minor": 1070000}}, "roi_on_revenue": {"number": null, "why": "No month that is over lies whole within these days: what a month costs is booked on few of its days, and is not spread over the others, so that no return of these days is told."}, "cost_per_lead": {"money": null}, "cac": {"money": null}, "notes": ["No month that is over lies whole within these days: what a month costs is booked on few of its days, and is not spread over the others, so that no return of these days is told."]}
           GET /roi/lines.json?from=2026-02-03&until=2026-03-06&by=side          -> 200 {"items": [{"name": "Marketing", "spend": {"money": {"minor": 495000}}, "roi_on_revenue": {"number": null, "why": "No month that is over lies whole within these days: what a month costs is booked on few of its days, and is not spread over the others, so that no return of these days is told."}, "note": "No month that is over lies whole within these days: what a month costs is booked on few of its days, and is not spread over the others, so that no return of these days is told."}]}
           GET /roi/lines.csv?from=2026-02-03&until=2026-03-06&by=side           -> 200 golden
           GET /roi.json?from=2026-02-01&until=2026-03-06                        -> 200 {"spend": {"money": {"minor": 495000}}, "cost_per_lead": {"money": {"minor": 165000}}, "notes": ["6 days of these 34 are of a month that is asked for in part or is not over: what it costs counts by the days on which it was booked, and is not spread over the others."]}
