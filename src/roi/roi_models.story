# SPDX-License-Identifier: Apache-2.0

# Models side by side: of three accounts two ordered, by the web and a trade show, and by the web alone; the third met the web and ordered nothing.
clock 2026-03-20 09:00
file log.csv <<END
timestamp,account,channel
2026-03-01T12:00:00Z,Acme,Web
2026-03-03T12:00:00Z,Acme,Web
2026-03-05T12:00:00Z,Acme,Trade show
2026-03-06T12:00:00Z,Best,Web
2026-03-11T12:00:00Z,Crane,Web
END
file orders.csv <<END
order date,order number,account,order amount
2026-03-10,A-1,Acme,600
2026-03-12,B-1,Best,300
2026-03-13,C-1,Dale,70
END
as maria   GET  /roi/models/comparison.json                                             -> 200 {"why": "No order of these days has a touchpoint in its look-back.", "best_order": null}
           GET  /roi/models.json                                                        -> 200 {"items": [], "total": 0}
           GET  /roi/journeys/flow.json                                                 -> 200 {"why": "No touchpoint of these days is on record, and none led to an order of these days."}
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
           GET  /roi/models/line.json?line=7                                            -> 200 {"name": "Web", "markov": {"money": {"minor": 54000}, "inputs": [{"money": {"minor": 90000}}, {"money": {"minor": 90000}}, {"number": 100}, {"name": "the sum of all removal effects"}, {"number": 3}]}, "shapley": {"money": {"minor": 60000}}, "last_touch": {"money": {"minor": 30000}}, "first_touch": {"money": {"minor": 90000}}}
           GET  /roi/models/line.json?line=5&of=orders&markov_order=2                   -> 200 {"name": "Trade show", "first_touch": {"number": 0}, "last_touch": {"number": 1}, "shapley": {"number": 0.5}}
           GET  /roi/models/line.json?line=5                                            -> 200 golden
           GET  /roi/models/line.json?line=99                                           -> 404 not_found
           GET  /roi/models.json?by=side&of=orders                                      -> 200 {"items": [{"name": "Marketing", "linear": {"number": 2}, "markov": {"number": 2}, "spread": {"number": 0}}], "total": 1}
           GET  /roi/models.csv?order=name                                              -> 200

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

# Orders of other days close journeys and count in neither way: of the days up to the 11th one order counts, and nobody who ordered later.
           GET  /roi/journeys/flow.json?from=2026-03-01&until=2026-03-11                -> 200 {"journeys": {"number": 2}, "orders": {"number": 1}}
           GET  /roi/journeys/flow.json?lookback_days=1                                 -> 200 {"journeys": {"number": 1}, "orders": {"number": 0}}
           GET  /roi/models/comparison.json?lookback_days=1                             -> 200 {"why": "No order of these days has a touchpoint in its look-back."}

# What cannot be told by touchpoints, and what cannot be read, is said.
           GET  /roi/models.json?by=product                                             -> 422 wrong_shape
           GET  /roi/models.json?markov_order=5                                         -> 422 wrong_shape
           GET  /roi/models.json?of=margin                                              -> 422 wrong_shape
           GET  /roi/journeys.json?by=month                                             -> 422 wrong_shape
           GET  /roi/journeys.json?on=web                                               -> 422 wrong_shape
as karl    GET  /roi/models.json                                                        -> 403 not_allowed
           GET  /roi/journeys.json                                                      -> 403 not_allowed
