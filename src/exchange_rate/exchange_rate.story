# Finance enters a rate; another for the same day takes its place, and the old value stays readable.
clock 2026-03-02 09:00
as fiona   GET  /exchange-rates.json                                                        -> 200 {"items": [], "total": 0}
           POST /exchange-rates {"day": "2026-02-27", "base": "eur", "quote": "USD", "rate": "1.0956"} -> 201 first
           GET  /exchange-rates/{first}.json                                                -> 200
             {"day": "2026-02-27", "base": "EUR", "quote": "USD", "rate": "1.0956", "counts": true, "change_percent": null, "system": ""}
           POST /exchange-rates {"day": "2026-02-27", "base": "EUR", "quote": "USD", "rate": "1,0965"} -> 201 second
           GET  /exchange-rates.json                                                        -> 200 {"items": [{"id": {second}, "rate": "1.0965", "corrects": {first}}], "total": 1}
           GET  /exchange-rates/{first}.json                                                -> 404 not_found
           PUT  /exchange-rates/{second} {"day": "2026-02-27", "base": "EUR", "quote": "USD", "rate": "1.09655"} -> 200 third
           GET  /exchange-rates/{third}/history.json                                        -> 200
             {"items": [{"what": "Correct an exchange rate.", "actor": "Fiona Walsh", "changes": [{"field": "rate", "before": "1.0965", "after": "1.09655"}, {"field": "corrects"}]},
               {"what": "Enter an exchange rate.", "changes": [{"field": "rate", "before": "1.0956", "after": "1.0965"}, {"field": "corrects"}]}, {"what": "Enter an exchange rate."}], "total": 3}
           PUT  /exchange-rates/{second} {"day": "2026-02-27", "base": "EUR", "quote": "USD", "rate": "2"} -> 409 rate_superseded

# One that is far from the one before says so.
           POST /exchange-rates {"day": "2026-02-28", "base": "EUR", "quote": "USD", "rate": "10.9655"} -> 201 slip
           GET  /exchange-rates/{slip}.json                                                 -> 200 {"rate": "10.9655", "change_percent": 900}
           DELETE /exchange-rates/{slip}                                                    -> 200
           DELETE /exchange-rates/{slip}                                                    -> 409 rate_superseded
           GET  /exchange-rates.json                                                        -> 200 {"items": [{"id": {third}}], "total": 1}

# What the rules refuse.
           POST /exchange-rates {"day": "2026-02-27", "base": "EUR", "quote": "USD", "rate": "about 1.1"} -> 422 rate_unreadable
           POST /exchange-rates {"day": "2026-02-27", "base": "EUR", "quote": "USD", "rate": "0"}  -> 422 rate_out_of_range
           POST /exchange-rates {"day": "2026-02-27", "base": "EUR", "quote": "USD", "rate": "-1"} -> 422 rate_out_of_range
           POST /exchange-rates {"day": "2026-03-03", "base": "EUR", "quote": "USD", "rate": "1.1"} -> 422 rate_in_future
           POST /exchange-rates {"day": "2026-02-27", "base": "USD", "quote": "USD", "rate": "1"}  -> 422 rate_of_one_currency
           POST /exchange-rates {"day": "2026-02-27", "base": "EUR", "quote": "XQZ", "rate": "1.1"} -> 422 currency_unknown

# Everybody sees by which rates amounts are converted; sales and marketing enter none.
as karl    GET  /exchange-rates.json?base=EUR                                               -> 200 {"total": 1}
           POST /exchange-rates {"day": "2026-02-27", "base": "EUR", "quote": "USD", "rate": "1.1"} -> 403 not_allowed
as maria   POST /exchange-rates {"day": "2026-02-27", "base": "EUR", "quote": "USD", "rate": "1.1"} -> 403 not_allowed
as ada     POST /exchange-rates {"day": "2026-02-26", "base": "GBP", "quote": "USD", "rate": "1.25"} -> 201

# What a bank publishes comes in by import; the direction is asked for where the file leaves it open, and is stated.
file daily.csv <<END
Date,USD,GBP,CHF,
2026-02-27,1.0980,0.8500,N/A,
2026-02-25,1.1000,0.8600,0.9400,
END
file newer.csv <<END
Date,USD,GBP,CHF,
2026-02-25,1.2000,0.8600,0.9400,
END
as maria   POST /imports?name=daily.csv file daily.csv                                      -> 201 daily
             {"import": {"target": "exchange_rate", "system": "Reference rates"}, "preview": {"faults": ["Exchange rates need a column for Base, or one value for every row."]}}
           PUT  /imports/{daily.import.id} {"answers": {"constants": [{"slot": "base", "value": "EUR"}]}} -> 200
             {"preview": {"faults": [], "sentence": "adds 5 exchange rates", "records": [{"line": 2, "record": "exchange rate", "name": "1 EUR = 1.098 USD"}, {"name": "1 EUR = 0.85 GBP"}, {}, {}, {}]}}
           POST /imports/{daily.import.id}/run                                              -> 201 {"import": {"state": "done"}}
           GET  /exchange-rates.json?day_from=2026-02-27&quote=USD                          -> 200
             {"items": [{"rate": "1.098", "counts": false, "system": "Reference rates"}, {"id": {third}, "rate": "1.09655", "counts": true}], "total": 2}
           GET  /exchange-rates.json?quote=CHF                                              -> 200 {"items": [{"id": 10, "base": "EUR", "rate": "0.94"}], "total": 1}
as fiona   PUT  /exchange-rates/10 {"day": "2026-02-25", "base": "EUR", "quote": "CHF", "rate": "0.95"} -> 409 rate_told_elsewhere
           DELETE /exchange-rates/10                                                         -> 409 rate_told_elsewhere

# A newer report replaces that day's rate and never adds; undoing it brings the older one back.
as maria   POST /imports?name=newer.csv file newer.csv                                      -> 201 newer {"preview": {"faults": [], "questions": []}}
           POST /imports/{newer.import.id}/run                                              -> 201 {"import": {"sentence": "adds 1 exchange rate; takes the place of 1 older entry; 2 rows say what is known already"}}
           GET  /exchange-rates.json?day_to=2026-02-25&quote=USD                            -> 200 {"items": [{"rate": "1.2"}], "total": 1}
           POST /imports/{newer.import.id}/undo                                             -> 201
           GET  /exchange-rates.json?day_to=2026-02-25&quote=USD                            -> 200 {"items": [{"rate": "1.1"}], "total": 1}

# Spend in other currencies counts at the rate of its day, else of the week before; what has none is left out and said.
as sam     POST /spend {"day": "2026-02-26", "kind": "media", "channel": 1, "amount": {"minor": 10000, "currency": "EUR"}} -> 201 ad
           GET  /spend/{ad}.json                                                            -> 200
             {"amount": {"minor": 10000, "currency": "EUR"}, "value": {"minor": 11000, "currency": "USD"}, "rate": "1 EUR = 1.1 USD", "rate_day": "2026-02-25"}
           POST /spend {"day": "2026-02-27", "kind": "media", "channel": 1, "amount": {"minor": 8500, "currency": "GBP"}} -> 201 cross
           GET  /spend/{cross}.json                                                         -> 200
             {"value": {"minor": 10966, "currency": "USD"}, "rate": "1 EUR = 0.85 GBP and 1 EUR = 1.09655 USD", "rate_day": "2026-02-27"}
           POST /spend {"day": "2026-01-05", "kind": "media", "channel": 1, "amount": {"minor": 700, "currency": "GBP"}} -> 201 early
           GET  /spend/{early}.json                                                         -> 200 {"value": null, "rate": "", "rate_day": null}
           POST /spend {"day": "2026-02-27", "kind": "media", "channel": 1, "amount": {"minor": 500, "currency": "USD"}} -> 201
           GET  /spend/totals.json                                                          -> 200
             {"items": [{"currency": "EUR", "value": {"minor": 11000}, "without_rate": 0}, {"currency": "GBP", "amount": {"money": {"minor": 9200}}, "value": {"minor": 10966}, "without_rate": 1}, {"currency": "USD", "value": {"minor": 500}}]}
           GET  /roi.json                                                                   -> 200
             {"spend": {"money": {"minor": 22466, "currency": "USD"}}, "left_out": [{"sentence": "1 entry of spend in GBP of 5 January 2026 is left out: no exchange rate of its day or the week before is on record.",
               "remedy": "Import or enter the rates of GBP for these days.", "count": 1, "link": "/spend?currency=GBP&day_from=2026-01-05&day_to=2026-01-05"}]}
           GET  /spend.json?currency=GBP&day_from=2026-01-05&day_to=2026-01-05              -> 200 {"items": [{"id": {early}}], "total": 1}
           GET  /gaps/spend_without_campaign.json?about=marketing                           -> 200
             {"count": 3, "stake_kind": "cash_spent", "stake": {"money": {"minor": 22466, "currency": "USD"}, "formula": "the sum of the entries without a campaign, credit notes taken off, each in USD at the exchange rate of its day"}}
           GET  /gaps/spend_without_campaign.json?about=marketing+GBP                       -> 200 {"count": 1, "stake_kind": "unknown"}

# Once the rate is there it counts.
as fiona   POST /exchange-rates {"day": "2026-01-05", "base": "GBP", "quote": "USD", "rate": "1.3"} -> 201
           GET  /roi.json                                                                   -> 200 {"spend": {"money": {"minor": 23376, "currency": "USD"}}, "left_out": []}

# Orders likewise, with their margin; an order's working names the amount as it was booked, the rate and its day.
file orders.csv <<END
order number,order date,account,revenue,cogs
E-1,2026-02-25,Nordwerk,1000.05,400.00
E-2,2026-01-20,Nordwerk,50.00,
END
as maria   POST /imports?name=orders.csv file orders.csv                                    -> 201 orders
           PUT  /imports/{orders.import.id} {"answers": {"currency": "EUR"}}                -> 200
           POST /imports/{orders.import.id}/run                                             -> 201
           GET  /orders.json?order=-revenue                                                 -> 200
             {"items": [{"revenue": {"minor": 100005, "currency": "EUR"}, "gross_margin": {"minor": 60005, "currency": "EUR"}, "value": {"minor": 110006, "currency": "USD"}, "rate_day": "2026-02-25"}, {"value": null}]}
           GET  /orders/totals.json                                                         -> 200
             {"items": [{"kind": "booked", "currency": "EUR", "revenue": {"money": {"minor": 105005}}, "lines": 2, "value": {"minor": 110006, "currency": "USD"}, "without_rate": 1}]}
           GET  /roi.json                                                                   -> 200 {"booked": {"money": {"minor": 110006, "currency": "USD"}}, "left_out": [{"count": 1, "currency": "EUR"}]}
           GET  /roi/orders/2.json                                                          -> 200
             {"revenue": {"money": {"minor": 110006, "currency": "USD"}, "formula": "what the customer pays, in USD at the exchange rate of its day",
                "inputs": [{"name": "lines"}, {"name": "as it was booked", "money": {"minor": 100005, "currency": "EUR"}}, {"name": "1 EUR = 1.1 USD, of 25 February 2026", "number": 1.1}]},
              "gross_margin": {"money": {"minor": 66006, "currency": "USD"}}}
