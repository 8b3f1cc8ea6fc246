# SPDX-License-Identifier: Apache-2.0

# Models side by side: of three accounts two ordered, by the web and a trade show, and by the web alone; the third met the web and had ordered nothing when the look-back was over.
clock 2026-03-20 09:00
file log.csv <<END
timestamp,account,channel
2026-03-01T12:00:00Z,Acme,Web
2026-03-03T12:00:00Z,Acme,Web
2026-03-05T12:00:00Z,Acme,Trade show
2026-03-06T12:00:00Z,Best,Web
2025-12-11T12:00:00Z,Crane,Web
END
file orders.csv <<END
order date,order number,account,order amount
2026-03-10,A-1,Acme,600
2026-03-12,B-1,Best,300
2026-03-13,C-1,Dale,70
END
as maria   GET  /roi/models/comparison.json                                             -> 200 {"why": "No order of these days has a touchpoint in its look-back.", "best_order": null}
           GET  /roi/models.json                                                        -> 200 {"items": [], "total": 0}
           GET  /roi/journeys/flow.json                                                 -> 200 {"why": "No touchpoint led to an order of these days, none ended a journey in them, and none is still open."}
           GET  /roi/journeys.json                                                      -> 200 {"items": [], "total": 0}
           GET  /roi/journeys/way.json                                                  -> 404 not_found
           GET  /roi/journeys/taken.json                                                -> 200 {"items": []}
           POST /accounts {"name": "Acme", "territory": 1}                              -> 201 acme
           POST /accounts {"name": "Best", "territory": 2}                              -> 201 best
           POST /accounts {"name": "Crane", "territory": 2}                             -> 201 crane
           POST /accounts {"name": "Dale", "territory": 2}                              -> 201 dale
           POST /imports?name=log.csv file log.csv                                      -> 201 log
           POST /imports/{log.import.id}/run                                            -> 201
           POST /imports?name=orders.csv file orders.csv                                -> 201 orders
           PUT  /imports/{orders.import.id} {"answers": {"currency": "USD"}}            -> 200
           POST /imports/{orders.import.id}/run                                         -> 201

# Every column sums to what is attributed, and with what no touchpoint explains to what was booked.
           GET  /roi/models.json?order=name                                             -> 200 golden
           GET  /roi/models/comparison.json                                             -> 200 golden
           GET  /roi/models/line.json?line=7                                            -> 200 {"name": "Web", "markov": {"money": {"minor": 54000}, "inputs": [{"money": {"minor": 90000}}, {"money": {"minor": 90000}}, {"number": 100}, {"name": "the sum of the removal effects of lines with an order"}, {"number": 3}]}, "shapley": {"money": {"minor": 60000}}, "last_touch": {"money": {"minor": 30000}}, "first_touch": {"money": {"minor": 90000}}}
           GET  /roi/models/line.json?line=5&of=orders&markov_order=2                   -> 200 {"name": "Trade show", "first_touch": {"number": 0}, "last_touch": {"number": 1}, "shapley": {"number": 0.5}}
           GET  /roi/models/line.json?line=5                                            -> 200 golden
           GET  /roi/models/line.json?line=99                                           -> 404 not_found

# Intervals are asked for by themselves: nobody waits for journeys drawn anew to read how far the models disagree.
           GET  /roi/models/line/intervals.json?line=5                                  -> 200 golden
           GET  /roi/models/line/intervals.csv?line=5                                   -> 200 golden
           GET  /roi/models/line/intervals.json?line=99                                 -> 404 not_found
           GET  /roi/models.json?by=side&of=orders                                      -> 200 {"items": [{"name": "Marketing", "linear": {"number": 2}, "markov": {"number": 2}, "spread": {"number": 0}}], "total": 1}
           GET  /roi/models.csv?order=name                                              -> 200 golden
           GET  /roi/models/comparison.csv                                              -> 200
           GET  /roi/models/line.csv?line=5                                             -> 200

# New accounts, leads and margins are shared one by one under each model, with intervals; what has no answer says why.
           GET  /roi/models/line.json?line=7&of=new_accounts                            -> 200 {"first_touch": {"number": 2, "inputs": [{"name": "new accounts that it has a part in", "number": 2}]}, "last_touch": {"number": 1}, "shapley": {"number": 1.5}, "shapley_by_rate": {"number": null, "why": "It is worked out of whole journeys, and shares orders and their revenue alone."}}
           GET  /roi/models/line/intervals.json?line=7&of=new_accounts                  -> 200 {"items": [{"model": "first_touch", "from": null, "resamples": 1000, "why": ""}]}
           GET  /roi/models/comparison.json?of=new_accounts                             -> 200 {"of": "new_accounts", "journeys_sentence": "3 new accounts of these days, 2 of them after a touchpoint in their look-back, each shared by itself.", "totals": [{"model": "first_touch", "kind": "credit of single new accounts", "attributed": {"number": 2}, "unattributed": {"number": 1}, "booked": {"number": 3}}]}
           GET  /roi/models/line.json?line=7&of=gross_margin                            -> 200 {"linear": {"money": null, "why": "The cost of goods of 2 orders of 2 is not known."}}
           GET  /roi/models/comparison.json?of=leads                                    -> 200 {"why": "No lead is on record with the day on which the inquiry came."}
           GET  /roi/models/comparison.json?of=opportunities                            -> 200 {"why": "No lead is on record with the day on which the inquiry came."}

# Ways say how often they were taken, how often that led to an order, and who took them.
           GET  /roi/journeys.json                                                      -> 200 golden
           GET  /roi/journeys/flow.json                                                 -> 200 golden
           GET  /roi/journeys.json?q=trade                                              -> 200 {"items": [{"name": "Web › Trade show", "way": "7-5", "journeys": 1, "orders": 1, "mean_touchpoints": 3, "median_days": 9.5}], "total": 1}
           GET  /roi/journeys.json?on=5                                                 -> 200 {"total": 1}
           GET  /roi/journeys.json?orders_to=1&journeys_from=2                          -> 200 {"items": [{"name": "Web", "journeys": 2, "orders": 1, "conversion_percent": 50}], "total": 1}
           GET  /roi/journeys/way.json?way=7                                            -> 200 golden
           GET  /roi/journeys/taken.json?way=7&order=account_name                       -> 200 golden
           GET  /roi/journeys/taken.json?way=7&has_order=true                           -> 200 {"items": [{"account_name": "Best", "order_name": "B-1", "revenue": {"minor": 30000}}], "total": 1}
           GET  /roi/journeys/way.json?way=5-7                                          -> 404 not_found

# Single journeys are found by account, by what they came by, by whether they led to an order, by touchpoints and days.
           GET  /roi/journeys/single.json?order=account_name                            -> 200 golden
           GET  /roi/journeys/single.json?channel=5                                     -> 200 {"items": [{"name": "Web › Trade show", "way": "7-5", "account_name": "Acme", "order_name": "A-1", "touchpoints": 3}], "total": 1}
           GET  /roi/journeys/single.json?channel=5&channel=7&order=account_name        -> 200 {"items": [{"account_name": "Acme"}, {"account_name": "Best"}, {"account_name": "Crane"}], "total": 3}
           GET  /roi/journeys/single.json?channel=6                                     -> 200 {"items": [], "total": 0, "rules": {"version": "", "is_agreed": false, "lookback_days": 90}}
           GET  /roi/journeys/single.json?lookback_days=30&limit=1                      -> 200 {"rules": {"is_other": true, "lookback_days": 30, "told": "Whole orders, shared by no model; touchpoints of the 30 days before; 21 March 2025 to 20 March 2026"}}
           GET  /roi/journeys/single.json?campaign=0&has_order=false                    -> 200 {"items": [{"account_name": "Crane", "order_row": 0, "days": null}], "total": 1}
           GET  /roi/journeys/single.json?campaign=1                                    -> 200 {"total": 0}
           GET  /roi/journeys/single.json?on=5                                          -> 200 {"total": 1}
           GET  /roi/journeys/single.json?touchpoints_from=3&days_from=9                -> 200 {"items": [{"account_name": "Acme", "days": 9.5}], "total": 1}
           GET  /roi/journeys/single.json?account={best}                                -> 200 {"items": [{"account_name": "Best"}], "total": 1}
           GET  /roi/journeys/single.json?q=crane                                       -> 200 {"items": [{"account_name": "Crane"}], "total": 1}
           GET  /roi/journeys/single.json?q=trade+a-1                                   -> 200 {"total": 1}
           GET  /roi/journeys/single.json?order=account_name&limit=1                    -> 200 {"items": [{"account_name": "Acme"}], "total": 3}
           GET  /roi/journeys/single.json?channel=web                                   -> 422 wrong_shape
           GET  /roi/journeys/single.csv?order=account_name                             -> 200 golden
           GET  /roi/journeys/flow.csv                                                  -> 200 golden

# Orders of other days close journeys and count in neither way: of the days up to the 11th one order counts, and nobody who ordered later.
           GET  /roi/journeys/flow.json?from=2026-03-01&until=2026-03-11                -> 200 {"journeys": {"number": 2}, "orders": {"number": 1}}
           GET  /roi/journeys/flow.json?lookback_days=1                                 -> 200 {"journeys": {"number": 5}, "orders": {"number": 0}}
           GET  /roi/models/comparison.json?lookback_days=1                             -> 200 {"why": "No order of these days has a touchpoint in its look-back."}

# Crane's look-back is over at noon of the 11th: the day before, an order might still have come, and nobody had failed.
           GET  /roi/journeys/flow.json?from=2026-01-01&until=2026-03-10                -> 200 {"sentence": "2 journeys took 2 ways; 1 of them ended in an order, 0 without one, and 1 is still open", "still_open": {"number": 1}, "conversion_rate": {"number": 100, "inputs": [{"number": 1}, {"name": "journeys that have ended", "number": 1}]}}
           GET  /roi/journeys/single.json?from=2026-01-01&until=2026-03-10&is_open=true -> 200 {"items": [{"account_name": "Crane", "has_order": false, "is_open": true}], "total": 1}
           GET  /roi/journeys.json?from=2026-01-01&until=2026-03-10&on=7&steps_to=1     -> 200 {"items": [{"name": "Web", "journeys": 1, "orders": 0, "still_open": 1, "conversion_percent": null}], "total": 1}
           GET  /roi/journeys/way.json?from=2026-01-01&until=2026-03-10&way=7           -> 200 {"still_open": {"number": 1}, "conversion_rate": {"number": null, "why": "No journey of it has ended yet, with an order or without."}}
           GET  /roi/models/comparison.json?from=2026-01-01&until=2026-03-10            -> 200 {"journeys_sentence": "1 journey that an order of these days closed, and 0 journeys that failed in these days, for the look-back of their first touchpoint was over without an order; those still open are left out. They took 1 way."}
           GET  /roi/journeys/flow.json?from=2026-03-12&until=2026-03-20                -> 200 {"journeys": {"number": 1}, "orders": {"number": 1}}

# With rules of credit signed each page names their version; under another model what is agreed stands beside it, and what the model takes no account of makes no difference.
as sam     POST /spend {"day": "2026-03-02", "kind": "media", "channel": 7, "amount": {"minor": 10000, "currency": "USD"}} -> 201
           GET  /roi/line.json?line=7&model=first_touch                                 -> 200 {"rules": {"version": "", "is_agreed": false, "is_other": true, "model": "first_touch", "sentence": "No rules of credit bind on 20 March 2026: these are neither agreed nor the usual ones.", "link": "/agreements/credit_rules"}}
as maria   POST /agreements/credit_rules/versions {"body": {"model": "last_touch", "lookback_days": 90}, "in_force_from": "2026-01-01"} -> 201 rules
           POST {rules}/signatures                                                      -> 201
as sam     POST {rules}/signatures                                                      -> 201
as fiona   POST {rules}/signatures                                                      -> 201 {"state": "locked"}
as maria   GET  /roi/line.json?line=7                                                   -> 200 {"revenue": {"money": {"minor": 30000}}, "agreed_revenue": {"money": {"minor": 30000}}, "rules": {"version": "Rules of credit, version 1", "is_agreed": true, "is_other": false, "model": "last_touch", "lookback_days": 90, "link": "/agreements/credit_rules/versions/1", "from_day": "2025-03-21", "until_day": "2026-03-20"}}
           GET  /roi/line.json?line=7&model=linear                                      -> 200 {"revenue": {"money": {"minor": 70000}}, "agreed_revenue": {"money": {"minor": 30000}}, "roi_on_revenue": {"number": 600}, "agreed_roi_on_revenue": {"number": 200, "inputs": [{"name": "revenue as agreed", "link": "/roi/orders?by=channel&model=last_touch&from=2025-03-21&until=2026-03-20&lookback_days=90&half_life_days=7&line=7"}, {"name": "spend"}]}, "agreed_gross_margin": {"money": null}, "rules": {"version": "Rules of credit, version 1", "is_agreed": false, "is_other": true, "model": "linear"}}
           GET  /roi/lines.json?model=linear&order=name                                 -> 200 {"items": [{"name": "Trade show", "agreed_revenue": {"money": {"minor": 60000}}, "rules": null}, {"name": "Web", "agreed_revenue": {"money": {"minor": 30000}}, "agreed_roi_on_revenue": {"number": 200}, "rules": null}]}
           GET  /roi.json?lookback_days=7                                               -> 200 {"attributed": {"money": {"minor": 90000}}, "agreed_attributed": {"money": {"minor": 90000}}, "rules": {"is_other": true}}
           GET  /roi.json?lookback_days=5                                               -> 200 {"attributed": {"money": {"minor": 60000}}, "unattributed": {"money": {"minor": 37000}}, "agreed_attributed": {"money": {"minor": 90000}}, "agreed_unattributed": {"money": {"minor": 7000}}}
           GET  /roi.json?half_life_days=3                                              -> 200 {"rules": {"is_agreed": true, "half_life_days": 3}}
           GET  /roi/models/comparison.json                                             -> 200 {"agreed_model": "last_touch", "agreed_sentence": "Agreed is Last touch: its column is marked.", "rules": {"is_agreed": true, "model": null}}
           GET  /roi/models/comparison.json?markov_order=2                              -> 200 {"agreed_model": "last_touch", "rules": {"is_agreed": true, "markov_order": 2}}
           GET  /roi/models/comparison.json?lookback_days=30                            -> 200 {"agreed_model": null, "rules": {"is_agreed": false, "is_other": true, "version": "Rules of credit, version 1"}}
           GET  /roi/models/line.json?line=7                                            -> 200 {"rules": {"version": "Rules of credit, version 1", "is_agreed": true}}
           GET  /roi/journeys/flow.json?model=markov                                    -> 200 {"rules": {"is_agreed": true, "model": null}, "journeys": {"number": 3}, "agreed_journeys": {"number": 3}}
           GET  /roi/journeys/flow.json?lookback_days=1                                 -> 200 {"journeys": {"number": 5}, "orders": {"number": 0}, "agreed_journeys": {"name": "Journeys as agreed", "number": 3}, "agreed_orders": {"number": 2}, "rules": {"is_other": true}}
           GET  /roi/journeys/way.json?way=7&lookback_days=30                           -> 200 {"rules": {"is_agreed": false, "lookback_days": 30}}
           GET  /roi/cohorts.json?from=2026-03-01                                       -> 200 {"rules": {"is_agreed": true, "model": "last_touch"}}
           GET  /roi/cohort.json?from=2026-03-01&model=linear                           -> 200 {"rules": {"is_other": true, "version": "Rules of credit, version 1"}}
           GET  /roi/cohorts.json?from=2026-03-01&model=linear&by=channel&line=7        -> 200 {"returned": {"money": {"minor": 70000}}, "agreed_returned": {"name": "Back of these months as agreed", "money": {"minor": 30000}}, "others": {"money": {"minor": 20000}}, "agreed_others": {"money": {"minor": 60000}}, "items": [{"returned": {"money": {"minor": 70000}}, "agreed_returned": {"money": {"minor": 30000}, "inputs": []}, "multiple": {"number": null, "why": "The month is not over: much of what it costs is booked at its end."}, "agreed_multiple": {"number": null}, "cells": [{"returned": {"money": {"minor": 70000}}, "agreed_returned": {"money": {"minor": 30000}}}]}]}
           GET  /roi/cohort.json?from=2026-03-01&model=linear&by=channel&line=7         -> 200 {"returned": {"money": {"minor": 70000}}, "agreed_returned": {"name": "Revenue back as agreed", "money": {"minor": 30000}, "inputs": [{"name": "orders and refunds that they have a part in", "number": 2}]}}
           GET  /roi/cohorts/orders.json?from=2026-03-01&model=last_touch&by=channel&line=7&month=2026-03 -> 200 {"total": 2}
           GET  /roi/cohort.json?from=2026-03-01&by=channel&line=7                      -> 200 {"returned": {"money": {"minor": 30000}}, "agreed_returned": {"money": {"minor": 30000}}}
           GET  /accounts/{acme}/timeline.json                                          -> 200 {"rules": {"is_agreed": true, "from_day": null, "told": "All credit to the last touchpoint; touchpoints of the 90 days before; orders of all days"}}

# One order: what each touchpoint earns as agreed beside what it earns by what is asked; what only one of the two knows has no part by the other.
           GET  /roi/orders/2.json                                                      -> 200 {"name": "A-1", "rules": {"is_agreed": true}, "items": [{"channel_name": "Web", "share_percent": 0, "agreed_share_percent": null}, {"channel_name": "Web"}, {"channel_name": "Trade show", "share_percent": 100, "agreed_credit": null}]}
           GET  /roi/orders/2.json?model=linear&lookback_days=8                         -> 200 {"rules": {"is_other": true}, "items": [{"channel_name": "Web", "share_percent": 0, "credit": {"minor": 0}, "agreed_share_percent": 0}, {"channel_name": "Web", "share_percent": 50, "credit": {"minor": 30000}, "agreed_credit": {"minor": 0}}, {"channel_name": "Trade show", "share_percent": 50, "agreed_share_percent": 100, "agreed_credit": {"minor": 60000}}]}
           GET  /roi/orders/2.csv?model=linear                                          -> 200

# Lists show what is agreed beside what is asked: the part of each order, lead, new account and touchpoint; a line its orders, leads, new accounts and what one cost.
as maria   GET  /roi/orders.json?line=7&model=linear                                    -> 200 {"items": [{"name": "B-1", "share_percent": 100, "agreed_share_percent": 100, "agreed_credit": {"minor": 30000}}, {"name": "A-1", "credit": {"minor": 40000}, "agreed_share_percent": 0, "agreed_credit": {"minor": 0}}], "total": 2}
           GET  /roi/orders.json?line=7                                                 -> 200 {"items": [{"name": "B-1", "agreed_share_percent": null, "agreed_credit": null}]}
           GET  /roi/new-accounts.json?line=7&model=linear                              -> 200 {"items": [{"name": "Best", "agreed_share_percent": 100}, {"name": "Acme", "agreed_share_percent": 0}], "total": 2}
           GET  /roi/cohorts/orders.json?from=2026-03-01&model=linear&by=channel&line=7&month=2026-03 -> 200 {"items": [{"name": "B-1", "agreed_credit": {"minor": 30000}}, {"name": "A-1", "credit": {"minor": 40000}, "agreed_credit": {"minor": 0}}], "total": 2}
           GET  /accounts/{acme}/timeline/items.json?model=linear&lookback_days=8&kind=touchpoint&order=at -> 200 {"items": [{"order_name": "A-1", "share_percent": null, "agreed_share_percent": 0}, {"share_percent": 50, "agreed_share_percent": 0, "agreed_credit": {"minor": 0}}, {"share_percent": 50, "agreed_share_percent": 100, "agreed_credit": {"minor": 60000}}], "total": 3}
           GET  /accounts/{acme}/timeline/items.json?kind=touchpoint&order=-at          -> 200 {"items": [{"share_percent": 100, "agreed_share_percent": null}]}
           GET  /roi/line.json?line=7&model=first_touch                                 -> 200 {"orders": {"number": 2}, "agreed_orders": {"name": "Orders as agreed", "number": 1}, "new_accounts": {"number": 2}, "agreed_new_accounts": {"number": 1}, "cac": {"money": {"minor": 5000}}, "agreed_cac": {"money": {"minor": 10000}}}

# Spend without an exchange rate is said at its own line, in the table too, and at no other.
as sam     POST /spend {"day": "2026-03-03", "kind": "media", "channel": 7, "amount": {"minor": 5000, "currency": "GBP"}} -> 201
as maria   GET  /roi/lines.json?order=name                                              -> 200 {"items": [{"name": "Trade show", "left_out_sentence": ""}, {"name": "Web", "spend": {"money": {"minor": 10000}}, "left_out_sentence": "1 entry of spend in GBP of 3 March 2026 is left out: no exchange rate of its day or the week before is on record."}]}
           GET  /roi/line.json?line=7                                                   -> 200 {"left_out": [{"currency": "GBP", "count": 1, "link": "/spend?channel=7&day_from=2025-03-21&day_to=2026-03-20&currency=GBP"}]}
           GET  /roi/line.json?line=5                                                   -> 200 {"left_out": []}
           GET  /roi.json                                                               -> 200 {"left_out": [{"currency": "GBP", "link": "/spend?currency=GBP&day_from=2026-03-03&day_to=2026-03-03"}]}

# Markov on the return is credit of single orders, and says that its total over the population is another figure.
           GET  /roi/line.json?line=7&model=markov                                      -> 200 {"rules": {"told": "Credit to each touchpoint by what part of the orders would be lost without its channel, of order 1; this is credit of single orders, and the model's population total another figure; touchpoints of the 90 days before; 21 March 2025 to 20 March 2026"}}

# What cannot be told by touchpoints, and what cannot be read, is said.
           GET  /roi/models.json?by=product                                             -> 422 wrong_shape
           GET  /roi/models.json?markov_order=5                                         -> 422 wrong_shape
           GET  /roi/models.json?of=margin                                              -> 422 wrong_shape
           GET  /roi/journeys.json?by=month                                             -> 422 wrong_shape
           GET  /roi/journeys.json?on=web                                               -> 422 wrong_shape
as karl    GET  /roi/models.json                                                        -> 403 not_allowed
           GET  /roi/journeys.json                                                      -> 403 not_allowed
