# SPDX-License-Identifier: Apache-2.0

# What an export calls cancelled takes back the line with its identifier: the list, the sums and the return are as if it had never come.
clock 2026-03-02 09:00
file log.csv <<END
timestamp,account,campaign,channel
2026-02-01T10:00:00Z,Acme,Spring letter,Direct mail
2026-02-05T10:00:00Z,Acme,Spring letter,E-mail
END
file booked.csv <<END
order line id,order number,order date,account,revenue,status
L-1,A-1,2026-02-10,Acme,100.01,Booked
L-2,A-1,2026-02-10,Acme,50.00,Booked
L-3,B-1,2026-02-11,Bolt,80.00,Confirmed
END
file cancelled.csv <<END
order line id,order number,order date,account,revenue,status
L-1,A-1,2026-02-10,Acme,0.00,Canceled
L-2,A-1,2026-02-10,Acme,50.00,Booked
L-3,B-1,2026-02-11,Bolt,80.00,Draft
L-4,B-2,2026-02-12,Nobody Ltd,80.00,Cancelled
L-5,B-3,2026-02-12,Nobody Ltd,80.00,Quote
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                                 -> 201 acme
           POST /accounts {"name": "Bolt", "territory": 2}                                 -> 201 bolt
           POST /imports?name=log.csv file log.csv                                         -> 201 log
           POST /imports/{log.import.id}/run                                               -> 201
           POST /imports?name=booked.csv file booked.csv                                   -> 201 booked {"import": {"target": "order"}}
           PUT  /imports/{booked.import.id} {"answers": {"currency": "USD"}}               -> 200 {"preview": {"sentence": "adds 3 order lines"}}
           POST /imports/{booked.import.id}/run                                            -> 201
           GET  /roi/lines.json?by=channel&model=linear&order=name                         -> 200
             {"items": [{"name": "Direct mail", "revenue": {"money": {"minor": 7501}}}, {"name": "E-mail", "revenue": {"money": {"minor": 7500}}}]}
           POST /imports?name=cancelled.csv file cancelled.csv                             -> 201 cancelled
             {"preview": {"sentence": "takes back 1 line, cancelled; 1 row says what is known already; 1 cancelled row takes nothing back; 2 rows are no orders yet and left out",
               "refused": 0, "questions": [], "doubtful": [{"line": 4, "column": "status", "reason": "\"Draft\" is no order yet, but it stands here as booked, and stays.",
                 "remedy": "Where it was given up, its system should say that it is cancelled."}]}}
           POST /imports/{cancelled.import.id}/run                                         -> 201
             {"import": {"state": "done", "facts": 0, "refused": 0, "sentence": "takes back 1 line, cancelled; 1 row says what is known already; 1 cancelled row takes nothing back; 2 rows are no orders yet and left out"}}
           GET  /orders.json?order=key                                                     -> 200 {"items": [{"key": "L-2"}, {"key": "L-3"}], "total": 2}
           GET  /orders/totals.json                                                        -> 200 {"items": [{"revenue": {"money": {"minor": 13000}}, "lines": 2}]}
           GET  /orders/2.json                                                             -> 200 {"key": "L-1", "revenue": {"minor": 10001}, "stands": false}
           GET  /orders/2/history.json                                                     -> 200
             {"items": [{"what": "Import cancelled.csv.", "changes": [{"field": "stands", "before": "yes", "after": "no, it was cancelled"}]}, {"what": "Import booked.csv."}], "total": 2}
           GET  /orders/4.json                                                             -> 200 {"key": "L-2", "stands": true}
           GET  /accounts.json?q=Nobody                                                    -> 200 {"total": 0}
           GET  /roi/lines.json?by=channel&model=linear&order=name                         -> 200
             {"items": [{"name": "Direct mail", "revenue": {"money": {"minor": 2500}}}, {"name": "E-mail", "revenue": {"money": {"minor": 2500}}}]}
           GET  /roi.json                                                                  -> 200
             {"booked": {"money": {"minor": 13000}}, "attributed": {"money": {"minor": 5000}}, "unattributed": {"money": {"minor": 8000}}}

# The same again is no news. Booked again by a later export, it counts again; undoing that cancels it again.
           POST /imports?name=same.csv file cancelled.csv                                  -> 201
             {"preview": {"sentence": "changes nothing; 1 row says what is known already; 2 cancelled rows take nothing back; 2 rows are no orders yet and left out"}}
           POST /imports?name=again.csv file booked.csv                                    -> 201 again {"preview": {"sentence": "adds 1 order line; 2 rows say what is known already"}}
           POST /imports/{again.import.id}/run                                             -> 201
           GET  /orders/totals.json?number=A-1                                             -> 200 {"items": [{"revenue": {"money": {"minor": 15001}}, "lines": 2}]}
           POST /imports/{again.import.id}/undo                                            -> 201
           GET  /orders/totals.json?number=A-1                                             -> 200 {"items": [{"revenue": {"money": {"minor": 5000}}, "lines": 1}]}

# Undoing the import that cancelled it brings the line back.
           POST /imports/{cancelled.import.id}/undo                                        -> 201 {"sentence": "1 order line that it took back counts again."}
           GET  /orders.json?order=key                                                     -> 200 {"items": [{"key": "L-1", "revenue": {"minor": 10001}}, {"key": "L-2"}, {"key": "L-3"}], "total": 3}
           GET  /roi/lines.json?by=channel&model=linear&order=name                         -> 200
             {"items": [{"name": "Direct mail", "revenue": {"money": {"minor": 7501}}}, {"name": "E-mail", "revenue": {"money": {"minor": 7500}}}]}
           GET  /orders/2/history.json                                                     -> 200
             {"items": [{"changes": [{"field": "stands", "before": "no, it was cancelled", "after": "yes"}]}, {"changes": [{"after": "no, it was cancelled"}]}, {}], "total": 3}
           POST /imports/{booked.import.id}/undo                                           -> 201
           GET  /orders/2/history.json                                                     -> 200 {"items": [{"changes": [{"field": "stands", "before": "yes", "after": "no, its import was undone"}]}, {}, {}, {}], "total": 4}
           GET  /orders/3/history.json                                                     -> 404 not_found
           GET  /orders/999.json                                                           -> 404 not_found

# Without identifiers a row takes back the line of its order that says the same, or the lines of its product; one that names no product, all of the order.
file order.csv <<END
order number,order date,account,product,revenue,status
C-1,2026-02-10,Acme,Torque meter,300.00,Open
C-1,2026-02-10,Acme,Probe,20.00,Open
C-1,2026-02-10,Acme,Probe,30.00,Open
END
file probe.csv <<END
order number,order date,account,product,revenue,status
C-1,2026-02-10,Acme,Probe,0.00,Cancelled
END
file line.csv <<END
order number,order date,account,product,revenue,status
C-1,2026-02-10,Acme,Probe,30.00,Cancelled
END
file refund.csv <<END
order number,order date,account,product,revenue,status
C-1,2026-02-20,Acme,Torque meter,-300.00,Completed
END
file whole.csv <<END
order number,order date,account,revenue,status
C-1,2026-02-10,Acme,0.00,Void
END
           POST /imports?name=order.csv file order.csv                                     -> 201 order
           PUT  /imports/{order.import.id} {"answers": {"currency": "USD"}}                -> 200
           POST /imports/{order.import.id}/run                                             -> 201
           POST /imports?name=probe.csv file probe.csv                                     -> 201
             {"preview": {"sentence": "changes nothing; 1 cancelled row takes nothing back",
               "doubtful": [{"line": 2, "column": "status", "reason": "Which line of order \"C-1\" it cancels cannot be told, so none is taken back.",
                 "remedy": "Name the line's identifier or its product, or cancel all lines of the order."}]}}
           POST /imports?name=line.csv file line.csv                                       -> 201 line {"preview": {"sentence": "takes back 1 line, cancelled", "doubtful": []}}
           POST /imports/{line.import.id}/run                                              -> 201
           GET  /orders.json?number=C-1&order=revenue                                      -> 200 {"items": [{"revenue": {"minor": 2000}}, {"revenue": {"minor": 30000}}], "total": 2}

# A cancelled order takes its refunds along, which would else be taken off twice; a refund that comes afterwards is told.
           POST /imports?name=refund.csv file refund.csv                                   -> 201 refund
           POST /imports/{refund.import.id}/run                                            -> 201
           GET  /orders/totals.json?number=C-1                                             -> 200 {"items": [{"revenue": {"money": {"minor": 2000}}, "lines": 3}]}
           POST /imports?name=whole.csv file whole.csv                                     -> 201 whole
           PUT  /imports/{whole.import.id} {"answers": {"currency": "USD"}}                -> 200 {"preview": {"sentence": "takes back 3 lines, cancelled"}}
           POST /imports/{whole.import.id}/run                                             -> 201
           GET  /orders/totals.json?number=C-1                                             -> 200 {"items": []}
           GET  /roi.json                                                                  -> 200 {"why": "Neither orders nor spend are on record in these days."}
           POST /imports?name=late.csv file refund.csv                                     -> 201
             {"preview": {"sentence": "adds 1 order line", "doubtful": [{"line": 2, "column": "revenue", "reason": "Order \"C-1\" stands no more, and is refunded all the same: it comes to −$300."}]}}
           POST /imports/{whole.import.id}/undo                                            -> 201
           GET  /orders/totals.json?number=C-1                                             -> 200 {"items": [{"revenue": {"money": {"minor": 2000}}, "lines": 3}]}

# A status that is not known is asked; the answer is kept for files with the same headers.
file words.csv <<END
order number,order date,account,revenue,order status
D-1,2026-02-10,Acme,10.00,Closed
D-2,2026-02-10,Acme,20.00,Booked
D-3,2026-02-10,Acme,30.00,On hold
END
           POST /imports?name=words.csv file words.csv                                     -> 201 words
           PUT  /imports/{words.import.id} {"answers": {"currency": "USD"}}                -> 200
             {"preview": {"sentence": "adds 1 order line; 2 rows stay out", "problems": [],
               "questions": [{"code": "status", "name": "Closed", "count": 1, "sentence": "What is an order whose status is \"Closed\"?",
                 "choices": [{"value": "booked", "label": "Booked"}, {"value": "cancelled", "label": "Cancelled"}, {"value": "not_yet", "label": "No order yet"}]}, {"code": "status", "name": "On hold"}]}}
           PUT  /imports/{words.import.id} {"answers": {"currency": "USD", "statuses": [{"word": "closed", "means": "booked"}, {"word": "On hold", "means": "not_yet"}]}} -> 200
             {"preview": {"sentence": "adds 2 order lines; 1 row is no order yet and left out", "questions": []}}
           POST /imports/{words.import.id}/run                                             -> 201
           POST /imports?name=next.csv file words.csv                                      -> 201 {"preview": {"sentence": "changes nothing; 2 rows say what is known already; 1 row is no order yet and left out", "questions": []}}
