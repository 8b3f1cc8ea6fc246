# SPDX-License-Identifier: Apache-2.0

# Returns that are so far, that nobody can tell yet, or that have too little to divide by: an expo of a month ago, a box that nothing came of, and letters whose channel names no campaign.
clock 2026-11-23 09:00
as sam     POST /campaigns {"name": "Expo", "channel": 5, "starts_on": "2026-10-20", "ends_on": "2026-10-23"} -> 201 expo
           POST /campaigns {"name": "Sample box", "channel": 6, "starts_on": "2026-03-01", "ends_on": "2026-09-30"} -> 201 box
           POST /campaigns {"name": "Letter", "channel": 7, "starts_on": "2026-03-01", "ends_on": "2026-03-31"} -> 201 letter
           POST /spend {"day": "2026-10-20", "kind": "event", "campaign": {expo}, "amount": {"minor": 1000000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-03-02", "kind": "samples", "campaign": {box}, "amount": {"minor": 100000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-03-02", "kind": "media", "campaign": {letter}, "amount": {"minor": 10000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-03-02", "kind": "media", "channel": 7, "amount": {"minor": 190000, "currency": "USD"}} -> 201
file log.csv <<END
timestamp,account,campaign,channel
2026-10-21T10:00:00Z,Acme,Expo,Trade show
2026-03-03T10:00:00Z,Best,Sample box,
2026-03-04T10:00:00Z,Crane,Letter,Web
END
file orders.csv <<END
order date,order number,account,order amount
2026-11-10,A-1,Acme,600
2026-03-10,C-1,Crane,9000
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                              -> 201
           POST /accounts {"name": "Best", "territory": 1}                              -> 201
           POST /accounts {"name": "Crane", "territory": 1}                             -> 201
           POST /imports?name=log.csv file log.csv                                      -> 201 log
           POST /imports/{log.import.id}/run                                            -> 201
           POST /imports?name=orders.csv file orders.csv                                -> 201 orders
           PUT  /imports/{orders.import.id} {"answers": {"currency": "USD"}}            -> 200
           POST /imports/{orders.import.id}/run                                         -> 201
           GET  /roi/line.json?by=campaign&line={expo}                                  -> 200 {"note": "So far: 100% of what was spent on it in these days was younger on 10 November 2026, after which no order is on record, than the 90 days within which touchpoints share in orders, and what comes of it is not known before 19 January 2027.", "roi_on_revenue": {"number": -94}}
           GET  /roi/line.json?by=campaign&line={box}                                   -> 200 {"note": "Nothing has come of it yet, and its touchpoints share in orders until 29 December 2026.", "roi_on_revenue": {"number": null}, "spend": {"money": {"minor": 100000}}}
           GET  /roi/line.json?by=campaign&line={letter}                                -> 200 {"note": "95% of what was spent on Web in these days names no campaign: what names this one is too small a part of what its orders cost.", "revenue": {"money": {"minor": 900000}}, "roi_on_revenue": {"number": null}, "cac": {"money": null}}
           GET  /roi/line.json?by=channel&line=7                                        -> 200 {"note": "", "roi_on_revenue": {"number": 350}, "cac": {"money": {"minor": 200000}}}
           GET  /roi.json?by=campaign                                                   -> 200 {"notes": ["Touchpoints are on record from 3 March 2026 on. Of orders booked before 1 June 2026 the look-back reaches further, so that some of what led to them is not known.", "One touchpoint led to each order, so that every model says the same.", "15% of what was spent in these days names no campaign, and is in the return of none. Where that is more than nine tenths of what was spent on a campaign’s channel, its return and costs are not told.", "77% of what was spent in these days was younger on 10 November 2026, after which no order is on record, than the 90 days within which touchpoints share in orders: returns are those so far. Months of spend show what is to be expected."]}

# The box is no loss before the end of the year, and one from then on.
clock 2026-12-30 09:00
           GET  /roi/line.json?by=campaign&line={box}&until=2026-12-30                  -> 200 {"note": "", "roi_on_revenue": {"number": -100}}
