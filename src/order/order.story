# Until orders come in, won opportunities are the orders; a line's cost is its own, else the product's.
file orders.csv <<END
order number,order date,account,product,quantity,revenue
A-1,2026-02-10,Acme,Torque meter,3,3300.00
A-1,2026-02-10,Acme,Freight,1,40.00
B-1,2026-02-11,Bolt,Torque meter,1,1200.00
END
file newer.csv <<END
order number,order date,account,product,quantity,revenue
A-1,2026-02-10,Acme,Torque meter,4,4400.00
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                                  -> 201 acme
           POST /accounts {"name": "Bolt", "territory": 2}                                  -> 201 bolt
           POST /products {"name": "Torque meter", "list_price": {"minor": 120000, "currency": "USD"},
             "unit_cost": {"minor": 48000, "currency": "USD"}}                              -> 201 meter
           POST /opportunities {"name": "Two meters", "stage": "Closed Won", "outcome": "won", "account": {acme}, "product": {meter},
             "territory": 1, "value": {"minor": 200000, "currency": "USD"}, "created_on": "2026-02-02", "close_on": "2026-02-02"} -> 201 won
           GET  /orders.json                                                                -> 200
             {"items": [{"account_name": "Acme", "opportunity": {won}, "opportunity_name": "Two meters", "at": "2026-02-02T00:00:00.000Z",
               "revenue": {"minor": 200000}, "cost": {"minor": 80000}, "gross_margin": {"minor": 120000}}], "total": 1}

# With the first lines that come in they are orders no more.
           POST /imports?name=orders.csv file orders.csv                                    -> 201 orders
           PUT  /imports/{orders.import.id} {"answers": {"currency": "USD"}}                -> 200
           POST /imports/{orders.import.id}/run                                             -> 201
           GET  /orders.json?order=-revenue                                                 -> 200
             {"items": [{"number": "A-1", "product_name": "Torque meter", "quantity": 3, "territory_name": "North",
                "cost": {"minor": 144000}, "gross_margin": {"minor": 186000}},
               {"number": "B-1", "cost": {"minor": 48000}},
               {"number": "A-1", "product_name": "Freight", "cost": null, "gross_margin": null}], "total": 3}
           GET  /orders/totals.json                                                         -> 200
             {"items": [{"kind": "booked", "currency": "USD", "lines": 3, "revenue": {"money": {"minor": 454000, "currency": "USD"},
                "inputs": [{"name": "lines booked in USD", "number": 3, "link": "/orders?kind=booked&currency=USD"}]}}]}
           GET  /orders/totals.json?account={bolt}&order=-at                                -> 200
             {"items": [{"revenue": {"money": {"minor": 120000, "currency": "USD"}, "inputs": [{"link": "/orders?account={bolt}&kind=booked&currency=USD"}]}}]}
           GET  /orders/totals.json?kind=invoiced                                           -> 200 {"items": []}
           GET  /orders/2.json                                                              -> 200 {"number": "A-1", "product": {meter}}
           GET  /orders/3.json                                                              -> 404 not_found

# Whoever is limited to a territory sees the orders of that.
as karl    GET  /orders.json                                                                -> 200 {"items": [{"account_name": "Acme"}, {"account_name": "Acme"}], "total": 2}
           GET  /orders/6.json                                                              -> 404 not_found

# A newer report tells an order whole; undoing it brings back what it replaced.
as maria   POST /imports?name=newer.csv file newer.csv                                      -> 201 newer
           PUT  /imports/{newer.import.id} {"answers": {"currency": "USD"}}                 -> 200
           POST /imports/{newer.import.id}/run                                              -> 201 {"import": {"sentence": "adds 1 order line; takes the place of 2 older entries"}}
           GET  /orders.json?account={acme}                                                 -> 200 {"items": [{"quantity": 4}], "total": 1}
           POST /imports/{newer.import.id}/undo                                             -> 201
           GET  /orders.json?account={acme}                                                 -> 200 {"total": 2}
           POST /imports/{orders.import.id}/undo                                            -> 201
           GET  /orders.json                                                                -> 200 {"items": [{"opportunity": {won}}], "total": 1}
