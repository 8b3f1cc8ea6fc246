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

# A refund larger than its order goes in as it stands, and is told; what earned the order loses more than it had earned.
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
             {"items": [{"name": "Direct mail", "touchpoints": {"number": 1}, "revenue": {"money": {"minor": -5000}}},
               {"name": "E-mail", "revenue": {"money": {"minor": 8000}}},
               {"name": "Web", "touchpoints": {"number": 1}, "orders": {"number": 0}, "revenue": {"money": {"minor": 0}}}]}
           GET  /roi/orders.json?line=3                                                 -> 200
             {"items": [{"revenue": {"minor": -5000}, "credit": {"minor": -5000}, "touchpoints": 1}], "total": 1}

# The touchpoint after its last order stands in the list, and waits for the next one.
           GET  /touchpoints.json?channel=7                                             -> 200 {"items": [{"account_name": "Acme", "at": "2026-02-28T10:00:00.000Z"}], "total": 1}
           GET  /roi/orders.json?line=7                                                 -> 200 {"total": 0}

# Sent twice, nothing is doubled: neither by the same file, nor by a run that is asked for again.
           POST /imports/{refund.import.id}/run                                         -> 409 import_has_run
           POST /imports?name=again.csv file refund.csv                                 -> 201 again {"preview": {"sentence": "changes nothing; 3 rows say what is known already"}}
           GET  /orders.json                                                            -> 200 {"total": 3}
