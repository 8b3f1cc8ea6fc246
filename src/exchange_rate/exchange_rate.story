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
