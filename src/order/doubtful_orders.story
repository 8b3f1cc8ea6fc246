# SPDX-License-Identifier: Apache-2.0

# An order of nothing, from the future or of two currencies stays out and says why.
clock 2026-03-02 09:00
file odd.csv <<END
order number,order date,account,product,quantity,revenue,discount
N-1,2026-02-10,Acme,Torque meter,0,0.00,
N-2,2026-03-10,Acme,Torque meter,1,900.00,
N-3,2026-02-10,Acme,Torque meter,1,$900.00,€ 10.00
N-4,,Acme,Torque meter,1,900.00,
N-5,2026-02-10,Acme,Torque meter,0,-100.00,
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                              -> 201 acme
           POST /imports?name=odd.csv file odd.csv                                      -> 201 odd
           PUT  /imports/{odd.import.id} {"answers": {"currency": "USD"}}               -> 200
             {"preview": {"refused": 4, "problems": [
               {"line": 2, "column": "revenue", "reason": "It orders nothing.", "remedy": "Fill in the quantity or the revenue."},
               {"line": 3, "column": "order date", "reason": "It lies in the future, on 10 March 2026."},
               {"line": 4, "column": "discount", "reason": "It is in another currency than the revenue."},
               {"line": 5, "column": "order date", "reason": "There is nothing in it."}]}}
           POST /imports/{odd.import.id}/run                                            -> 201
           GET  /orders.json                                                            -> 200 {"items": [{"number": "N-5", "revenue": {"minor": -10000}}], "total": 1}
           POST /imports/{odd.import.id}/undo                                           -> 201

# A refund larger than its order goes in as it stands, and is told; what earned the order loses more than it had earned. The order is none any more, and ended no journey: what led to it led to the next one as well.
file refund.csv <<END
order number,order date,account,product,quantity,revenue
A-1,2026-02-20,Acme,Torque meter,1,100.00
A-1,2026-02-24,Acme,Torque meter,-1,-150.00
A-2,2026-02-26,Acme,Torque meter,1,80.00
END
file log.csv <<END
timestamp,account,campaign,channel
2026-02-10T10:00:00Z,Acme,Spring letter,Direct mail
2026-02-25T10:00:00Z,Acme,Spring letter,E-mail
2026-02-28T10:00:00Z,Acme,Spring letter,Web
END
           POST /imports?name=log.csv file log.csv                                      -> 201 log
           POST /imports/{log.import.id}/run                                            -> 201
           POST /imports?name=refund.csv file refund.csv                                -> 201 refund
           PUT  /imports/{refund.import.id} {"answers": {"currency": "USD"}}            -> 200
             {"preview": {"refused": 0, "doubtful": [{"line": 3, "column": "revenue", "reason": "More of order \"A-1\" is refunded than was ordered: it comes to −$50."}]}}
           POST /imports/{refund.import.id}/run                                         -> 201
           GET  /roi/lines.json?by=channel&order=name                                   -> 200
             {"items": [{"name": "Direct mail", "touchpoints": {"number": 1}, "orders": {"number": 0.5}, "revenue": {"money": {"minor": -1000}}},
               {"name": "E-mail", "orders": {"number": 0.5}, "revenue": {"money": {"minor": 4000}}},
               {"name": "Web", "touchpoints": {"number": 1}, "orders": {"number": 0}, "revenue": {"money": {"minor": 0}}}]}
           GET  /roi/orders.json?line=3                                                 -> 200
             {"items": [{"name": "A-2", "credit": {"minor": 4000}, "is_taken_back": false}, {"name": "A-1", "credit": {"minor": -15000}, "touchpoints": 1, "is_refund": true}, {"revenue": {"minor": 10000}, "credit": {"minor": 10000}, "touchpoints": 1, "is_taken_back": true}], "total": 3}
           GET  /roi/orders/4.json                                                      -> 200
             {"name": "A-1", "revenue": {"money": {"minor": 10000}, "inputs": [{"name": "lines", "number": 1, "link": "/orders?kind=booked&number=A-1&account=1&at_to=2026-02-23"}]},
              "sentence": "1 touchpoint led to it: the same credit to each touchpoint; all of it was taken back since, so that it is no order and has ended no journey; more of it was refunded than ordered, and whatever earned it loses that"}
           GET  /orders/totals.json?number=A-1                                          -> 200 {"items": [{"revenue": {"money": {"minor": -5000}}, "lines": 2}]}

# The touchpoint after its last order stands in the list, and waits for the next one; the order's working says how many there are.
           GET  /roi/orders/8.json                                                      -> 200
             {"name": "A-2", "items": [{"channel_name": "Direct mail"}, {"channel_name": "E-mail"}], "touchpoints_after": {"number": 1, "inputs": [{"number": 1, "link": "/touchpoints?account=1&at_from=2026-02-27"}]}}
           GET  /touchpoints.json?account=1&at_from=2026-02-27T00%3A00%3A00.000Z        -> 200 {"items": [{"at": "2026-02-28T10:00:00.000Z"}], "total": 1}
           GET  /touchpoints.json?channel=7                                             -> 200 {"items": [{"account_name": "Acme", "at": "2026-02-28T10:00:00.000Z"}], "total": 1}
           GET  /roi/orders.json?line=7                                                 -> 200 {"total": 0}

# Sent twice, nothing is doubled: neither by the same file, nor by a run that is asked for again.
           POST /imports/{refund.import.id}/run                                         -> 409 import_has_run
           POST /imports?name=again.csv file refund.csv                                 -> 201 again {"preview": {"sentence": "changes nothing; 3 rows say what is known already"}}
           GET  /orders.json                                                            -> 200 {"total": 3}

# A refund that comes in a later file leaves what was ordered, and takes the place of what was refunded on its day; more than was ordered is told.
file credit.csv <<END
order number,order date,account,product,quantity,revenue
A-2,2026-02-27,Acme,Torque meter,-1,-95.00
END
file less.csv <<END
order number,order date,account,product,quantity,revenue
A-2,2026-02-27,Acme,Torque meter,-1,-30.00
END
file next.csv <<END
order number,order date,account,product,quantity,revenue
A-2,2026-02-28,Acme,Torque meter,-1,-20.00
END
file asis.csv <<END
order number,order date,account,product,quantity,revenue
A-2,2026-02-26,Acme,Torque meter,1,80.00
END
file whole.csv <<END
order number,order date,account,product,quantity,revenue
A-2,2026-02-26,Acme,Torque meter,1,85.00
END
           POST /imports?name=credit.csv file credit.csv                                -> 201 credit
             {"preview": {"sentence": "adds 1 order line", "doubtful": [{"line": 2, "column": "revenue", "reason": "More of order \"A-2\" is refunded than was ordered: it comes to −$15."}]}}
           POST /imports/{credit.import.id}/run                                         -> 201
           GET  /orders.json?number=A-2&order=revenue                                   -> 200 {"items": [{"revenue": {"minor": -9500}}, {"revenue": {"minor": 8000}}], "total": 2}
           GET  /orders/totals.json?number=A-2                                          -> 200 {"items": [{"revenue": {"money": {"minor": -1500}}, "lines": 2}]}
           GET  /roi/orders.json?line=6                                                 -> 200 {"items": [{"name": "A-2", "revenue": {"minor": -9500}, "credit": {"minor": -4750}, "is_refund": true}, {"name": "A-2", "revenue": {"minor": 8000}, "credit": {"minor": 4000}}], "total": 2}
           POST /imports?name=less.csv file less.csv                                    -> 201 less {"preview": {"sentence": "adds 1 order line; takes the place of 1 older entry", "doubtful": []}}
           POST /imports/{less.import.id}/run                                           -> 201
           GET  /orders/totals.json?number=A-2                                          -> 200 {"items": [{"revenue": {"money": {"minor": 5000}}, "lines": 2}]}

# A refund of another day stands beside it. The order as it stands is no word on its refunds.
           POST /imports?name=next.csv file next.csv                                    -> 201 next {"preview": {"sentence": "adds 1 order line"}}
           POST /imports/{next.import.id}/run                                           -> 201
           GET  /orders/totals.json?number=A-2                                          -> 200 {"items": [{"revenue": {"money": {"minor": 3000}}, "lines": 3}]}
           POST /imports?name=asis.csv file asis.csv                                    -> 201 {"preview": {"sentence": "changes nothing; 1 row says what is known already"}}

# An order that is news is told whole, so that refunds which are not in its file stand no more.
           POST /imports?name=whole.csv file whole.csv                                  -> 201 whole {"preview": {"doubtful": []}}
           POST /imports/{whole.import.id}/run                                          -> 201
           GET  /orders/totals.json?number=A-2                                          -> 200 {"items": [{"revenue": {"money": {"minor": 8500}}, "lines": 1}]}
           POST /imports/{whole.import.id}/undo                                         -> 201
           GET  /orders/totals.json?number=A-2                                          -> 200 {"items": [{"revenue": {"money": {"minor": 3000}}, "lines": 3}]}
           POST /imports/{next.import.id}/undo                                          -> 201
           POST /imports/{less.import.id}/undo                                          -> 201 {"sentence": "1 fact that it added counts no more."}
           GET  /orders/totals.json?number=A-2                                          -> 200 {"items": [{"revenue": {"money": {"minor": -1500}}, "lines": 2}]}

# With identifiers a refund is a line of its own, told with the lines that stand.
file first.csv <<END
order line id,order number,order date,account,revenue
L-1,B-1,2026-02-20,Acme,100.00
END
file second.csv <<END
order line id,order number,order date,account,revenue
L-2,B-1,2026-02-25,Acme,-100.00
L-3,B-1,2026-02-26,Acme,-0.01
END
           POST /imports?name=first.csv file first.csv                                  -> 201 first
           PUT  /imports/{first.import.id} {"answers": {"currency": "USD"}}             -> 200
           POST /imports/{first.import.id}/run                                          -> 201
           POST /imports?name=second.csv file second.csv                                -> 201 second
             {"preview": {"doubtful": [{"line": 3, "reason": "More of order \"B-1\" is refunded than was ordered: it comes to −$0.01."}]}}
           POST /imports/{second.import.id}/run                                         -> 201
           GET  /orders/totals.json?number=B-1                                          -> 200 {"items": [{"revenue": {"money": {"minor": -1}}, "lines": 3}]}
