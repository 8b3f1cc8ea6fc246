# SPDX-License-Identifier: Apache-2.0

# An order of which refunds leave nothing is no order, no new account and no conversion; what was booked and what was paid back stay on their days.
clock 2026-03-02 09:00
file log.csv <<END
timestamp,account,campaign,channel
2026-01-05T10:00:00Z,Acme,Spring letter,Direct mail
2026-01-12T10:00:00Z,Acme,Spring letter,E-mail
2026-01-12T10:00:00Z,Bolt,Spring letter,E-mail
END
file booked.csv <<END
order number,order date,account,revenue
A-1,2026-01-20,Acme,100.01
B-1,2026-01-21,Bolt,80.00
END
file sent_back.csv <<END
order number,order date,account,revenue
R-1,2026-02-10,Acme,-100.01
END
file again.csv <<END
order number,order date,account,revenue
A-2,2026-02-20,Acme,90.00
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                                 -> 201 acme
           POST /accounts {"name": "Bolt", "territory": 1}                                 -> 201 bolt
           POST /imports?name=log.csv file log.csv                                         -> 201 log
           POST /imports/{log.import.id}/run                                               -> 201
           POST /imports?name=booked.csv file booked.csv                                   -> 201 booked
           PUT  /imports/{booked.import.id} {"answers": {"currency": "USD"}}               -> 200
           POST /imports/{booked.import.id}/run                                            -> 201
           GET  /roi.json?from=2026-01-01&until=2026-01-31                                 -> 200
             {"booked": {"money": {"minor": 18001}}, "orders": {"number": 2}, "new_accounts": {"number": 2}}
           GET  /roi/journeys/flow.json?from=2026-01-01&until=2026-01-31                   -> 200 {"orders": {"number": 2}, "still_open": {"number": 0}}
           POST /imports?name=sent_back.csv file sent_back.csv                             -> 201 back
           PUT  /imports/{back.import.id} {"answers": {"currency": "USD"}}                 -> 200
           POST /imports/{back.import.id}/run                                              -> 201
           GET  /roi.json?from=2026-01-01&until=2026-01-31                                 -> 200
             {"booked": {"money": {"minor": 18001}}, "orders": {"number": 1, "inputs": [{"name": "orders", "number": 1}, {"name": "left out: orders wholly taken back since", "number": 1}]}, "new_accounts": {"number": 1}, "attributed": {"money": {"minor": 18001}}}
           GET  /roi.json?from=2026-02-01&until=2026-02-28                                 -> 200
             {"booked": {"money": {"minor": -10001}}, "attributed": {"money": {"minor": -10001}}, "orders": {"number": 0}, "new_accounts": {"number": 0}}
           GET  /roi/models/comparison.json?from=2026-01-01&until=2026-01-31               -> 200
             {"population_total": "Population total: worked out from all journeys together, for Markov also those without an order. What single orders give a line is another figure, and does not sum to this one. Refunds of orders of other days, and orders that were wholly taken back on other days, are on no journey of these: together $100.01, which Markov and Shapley leave unattributed."}
           GET  /roi/models/comparison.json?from=2026-01-01&until=2026-02-28               -> 200 {"population_total": "Population total: worked out from all journeys together, for Markov also those without an order. What single orders give a line is another figure, and does not sum to this one."}
           GET  /roi/models/comparison.json?from=2026-01-21&until=2026-02-28               -> 200
             {"population_total": "Population total: worked out from all journeys together, for Markov also those without an order. What single orders give a line is another figure, and does not sum to this one. Refunds of orders of other days, and orders that were wholly taken back on other days, are on no journey of these: together −$100.01, which Markov and Shapley leave unattributed."}
           GET  /roi/orders.json?from=2026-01-01&until=2026-01-31&line=all&is_taken_back=true -> 200
             {"items": [{"name": "A-1", "credit": {"minor": 10001}, "is_taken_back": true, "is_refund": false}], "total": 1}
           GET  /roi/new-accounts.json?from=2026-01-01&until=2026-01-31&line=all           -> 200 {"items": [{"name": "Bolt"}], "total": 1}
           GET  /roi/lines.json?by=channel&model=linear&from=2026-01-01&until=2026-02-28&order=name -> 200
             {"items": [{"name": "Direct mail", "orders": {"number": 0}, "revenue": {"money": {"minor": 0}}}, {"name": "E-mail", "orders": {"number": 1}, "revenue": {"money": {"minor": 8000}}}]}
           GET  /roi/journeys/flow.json?from=2026-01-01&until=2026-01-31                   -> 200 {"orders": {"number": 1}, "still_open": {"number": 1}}
           GET  /roi/orders/2.json?from=2026-01-01&until=2026-01-31                        -> 200
             {"name": "A-1", "sentence": "2 touchpoints led to it: the same credit to each touchpoint; all of it was taken back since, so that it is no order and has ended no journey"}
           GET  /accounts/{acme}/timeline.json                                             -> 200
             {"sentence": "2 touchpoints (2 of marketing, 0 of sales), of which 0 led to an order; 2 orders; 0 opportunities made, 0 won, 0 lost; 0 other activities", "journeys": [{"name": "R-1", "revenue": {"minor": -10001}}, {"name": "A-1", "touchpoints": 2}]}

# What is ordered in its place has the touchpoints that led there, and makes the account a new one.
           POST /imports?name=again.csv file again.csv                                     -> 201 again
           PUT  /imports/{again.import.id} {"answers": {"currency": "USD"}}                -> 200
           POST /imports/{again.import.id}/run                                             -> 201
           GET  /roi/orders/8.json?from=2026-02-01&until=2026-02-28                        -> 200 {"name": "A-2", "items": [{"share_percent": 50}, {"share_percent": 50}]}
           GET  /roi/new-accounts.json?from=2026-02-01&until=2026-02-28&line=all           -> 200 {"items": [{"name": "Acme", "order_name": "A-2", "first_order_on": "2026-02-20"}], "total": 1}
           GET  /roi/journeys/flow.json?from=2026-01-01&until=2026-02-28                   -> 200 {"orders": {"number": 2}, "still_open": {"number": 0}}

# Undone, the refund takes nothing back, and the order is one again.
           POST /imports/{back.import.id}/undo                                             -> 201
           GET  /roi.json?from=2026-01-01&until=2026-01-31                                 -> 200 {"orders": {"number": 2}, "new_accounts": {"number": 2}}
