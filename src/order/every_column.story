# SPDX-License-Identifier: Apache-2.0

# Every column of a line comes in as it stands: quantity, list price, discount, revenue, cost, booked and invoiced apart; what they come to is worked out by hand here.
clock 2026-05-04 09:00
file products.csv <<END
Product Name,Product Code,List Price,Unit Cost
Gauge,G1,100.00,40.00
Meter,M1,250.00,
END
file orders.csv <<END
Order Number,Order Date,Kind,Account,Product,Quantity,List Price,Discount,Revenue,Cost,Currency
A-1,2026-03-02,booked,Acme,Gauge,10,1000.00,100.00,900.00,,USD
A-1,2026-03-02,booked,Acme,Meter,2,500.00,0.00,500.00,200.00,USD
A-3,2026-03-04,booked,Bolt,Gauge,,300.00,30.00,270.00,,USD
A-4,2026-03-05,booked,Bolt,Gauge,,,,80.00,,USD
A-5,2026-03-05,booked,Bolt,Gauge,3,300.00,30.00,270.00,90.00,EUR
A-1,2026-03-20,invoiced,Acme,Gauge,10,1000.00,100.00,900.00,410.00,USD
A-1,2026-03-20,invoiced,Acme,Meter,2,500.00,0.00,500.00,200.00,USD
A-3,2026-04-02,invoiced,Bolt,Gauge,,300.00,30.00,270.00,,USD
END
as fiona   POST /exchange-rates {"day": "2026-03-05", "base": "EUR", "quote": "USD", "rate": "1.1"} -> 201
as maria   POST /imports?name=products.csv file products.csv                            -> 201 products
           PUT  /imports/{products.import.id} {"answers": {"currency": "USD"}}          -> 200
           POST /imports/{products.import.id}/run                                       -> 201
           POST /imports?name=orders.csv file orders.csv                                -> 201 orders {"preview": {"refused": 0, "doubtful": []}}
           POST /imports/{orders.import.id}/run                                         -> 201

# The cost is the line's own, else the quantity's by the unit cost, else that part of the list price, else that of the revenue.
           GET  /orders.json?kind=booked&order=id                                       -> 200
             {"items": [
               {"number": "A-1", "quantity": 10, "list_price": {"minor": 100000}, "discount": {"minor": 10000}, "revenue": {"minor": 90000}, "cost": {"minor": 40000}, "gross_margin": {"minor": 50000}},
               {"number": "A-1", "quantity": 2, "list_price": {"minor": 50000}, "discount": {"minor": 0}, "revenue": {"minor": 50000}, "cost": {"minor": 20000}, "gross_margin": {"minor": 30000}},
               {"number": "A-3", "quantity": null, "revenue": {"minor": 27000}, "cost": {"minor": 12000}, "gross_margin": {"minor": 15000}},
               {"number": "A-4", "list_price": null, "discount": null, "revenue": {"minor": 8000}, "cost": {"minor": 3200}, "gross_margin": {"minor": 4800}},
               {"number": "A-5", "quantity": 3, "revenue": {"minor": 27000, "currency": "EUR"}, "cost": {"minor": 9000, "currency": "EUR"}, "gross_margin": {"minor": 18000, "currency": "EUR"}, "value": {"minor": 29700, "currency": "USD"}}], "total": 5}
           GET  /orders/totals.json                                                     -> 200
             {"items": [{"kind": "booked", "currency": "EUR", "revenue": {"money": {"minor": 27000}}, "lines": 1, "value": {"minor": 29700}},
               {"kind": "booked", "currency": "USD", "revenue": {"money": {"minor": 175000}}, "lines": 4},
               {"kind": "invoiced", "currency": "USD", "revenue": {"money": {"minor": 167000}}, "lines": 3}]}

# 900 + 500 + 270 + 80 + 297 = 2,047 booked; 500 + 300 + 150 + 48 + (297 − 99) = 1,196 are left of it. What is invoiced is not among it.
           GET  /roi.json?from=2026-03-01&until=2026-03-31                              -> 200 {"booked": {"money": {"minor": 204700}}, "unattributed": {"money": {"minor": 204700}}}
           GET  /roi/line.json?by=product&line=1&from=2026-03-01&until=2026-03-31       -> 200 {"name": "Gauge", "orders": {"number": 4}, "revenue": {"money": {"minor": 204700}}, "gross_margin": {"money": {"minor": 119600}}}

# The ledger's March: 2,047 booked, 1,400 invoiced at a cost of 610; its April: 270 invoiced at a cost of 120.
as fiona   GET  /general-ledger/2026-03/measures/revenue_booked.json                    -> 200 {"ours": {"money": {"minor": 204700}}}
           GET  /general-ledger/2026-03/measures/revenue_invoiced.json                  -> 200 {"ours": {"money": {"minor": 140000}}}
           GET  /general-ledger/2026-03/measures/cost_of_goods.json                     -> 200 {"ours": {"money": {"minor": 61000}}}
           GET  /general-ledger/2026-04/measures/revenue_booked.json                    -> 200 {"ours": {"money": {"minor": 0}}}
           GET  /general-ledger/2026-04/measures/revenue_invoiced.json                  -> 200 {"ours": {"money": {"minor": 27000}}}
           GET  /general-ledger/2026-04/measures/cost_of_goods.json                     -> 200 {"ours": {"money": {"minor": 12000}}}
