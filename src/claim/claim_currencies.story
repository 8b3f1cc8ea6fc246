# Numbers and opportunities in other currencies are compared in the company's; both amounts are shown, and what has no rate is said.
clock 2026-03-02 09:00
as fiona   POST /exchange-rates {"day": "2026-03-02", "base": "CHF", "quote": "USD", "rate": "1.12"} -> 201
as maria   POST /accounts {"name": "Northwind"}                                 -> 201 wind
           POST /opportunities {"name": "Gauges", "stage": "Won", "outcome": "won", "account": {wind}, "value": {"minor": 100005, "currency": "CHF"}, "created_on": "2026-03-02", "close_on": "2026-03-02"} -> 201 gauges
           POST /opportunities {"name": "Pumps", "stage": "Won", "outcome": "won", "account": {wind}, "value": {"minor": 50000, "currency": "USD"}, "created_on": "2026-03-02", "close_on": "2026-03-02"}   -> 201 pumps
           POST /opportunities {"name": "Valves", "stage": "Won", "outcome": "won", "account": {wind}, "value": {"minor": 90000, "currency": "SEK"}, "created_on": "2026-03-02", "close_on": "2026-03-02"}  -> 201 valves

# 2,000 francs are 2,240 dollars on the day they are stated; the facts hold 1,120.06 and 500, and kronor without a rate.
as sam     POST /claims {"metric": "revenue_won", "from_day": "2026-03-01", "until_day": "2026-03-31", "amount": {"minor": 200000, "currency": "CHF"}, "definition": "What our leads bought."} -> 201 ours
           POST /claims/{ours}/items {"items": [{"name": "Gauges", "amount": {"minor": 100005, "currency": "CHF"}}, {"name": "Pumps", "amount": {"minor": 50000, "currency": "USD"}}, {"name": "Valves", "amount": {"minor": 90000, "currency": "SEK"}}]} -> 201
           GET  /claims/{ours}.json                                             -> 200
             {"amount": {"minor": 200000, "currency": "CHF"}, "value": {"minor": 224000, "currency": "USD"}, "rate": "1 CHF = 1.12 USD", "rate_day": "2026-03-02"}
           GET  /bridge.json?first={ours}&second=revenue_won                    -> 200 golden
           GET  /bridge/rows.json?first={ours}&second=revenue_won&end=second    -> 200
             {"items": [{"label": "Valves", "amount": null, "told": {"minor": 90000, "currency": "SEK"}}, {"label": "Pumps", "amount": {"minor": 50000}, "told": null}, {"label": "Gauges", "amount": {"minor": 112006, "currency": "USD"}, "told": {"minor": 100005, "currency": "CHF"}}], "total": 3}
           GET  /bridge/rows.json?first={ours}&second=revenue_won&cause=without_rate -> 200
             {"items": [{"label": "Valves", "amount": null, "other_amount": null, "other_told": {"minor": 90000, "currency": "SEK"}}], "total": 1}

# A row means an opportunity, so it counts at the rate of that one's day; the number at that of its own. What this makes is a step.
clock 2026-03-09 09:00
as fiona   POST /exchange-rates {"day": "2026-03-09", "base": "CHF", "quote": "USD", "rate": "1.15"} -> 201
as maria   POST /claims {"metric": "revenue_won", "from_day": "2026-03-01", "until_day": "2026-03-31", "amount": {"minor": 100005, "currency": "CHF"}, "definition": "What we sold."} -> 201 theirs
           POST /claims/{theirs}/items {"items": [{"name": "Gauges", "amount": {"minor": 100005, "currency": "XQZ"}}]} -> 422 currency_unknown
           POST /claims/{theirs}/items {"items": [{"name": "Gauges", "amount": {"minor": 100005, "currency": "CHF"}}]} -> 201
           GET  /bridge.json?first={ours}&second={theirs}                       -> 200
             {"sentence": "Marketing says CHF 2,000 ($2,240) revenue won, sales says CHF 1,000.05 ($1,150.06) revenue won: 1 without an exchange rate, 1 left out by the other definition, $619.94 not explained",
              "items": [{"cause": "without_rate", "count": 1, "change": {"money": {"minor": 0}}}, {"cause": "other_definition", "change": {"money": {"minor": -50000}}}, {"cause": "other_rates", "change": {"money": {"minor": 3000}}}, {"cause": "not_explained", "change": {"money": {"minor": -61994}}}],
              "second": {"number": {"money": {"minor": 115006, "currency": "USD"}}, "told": {"minor": 100005, "currency": "CHF"}}}

# Without a rate nobody compares them, and the gap says so; once it is there they are.
as sam     POST /claims {"metric": "forecast", "from_day": "2026-04-01", "until_day": "2026-04-30", "amount": {"minor": 100000, "currency": "SEK"}, "definition": "Orders of April."} -> 201 kronor
as maria   POST /claims {"metric": "forecast", "from_day": "2026-04-01", "until_day": "2026-04-30", "amount": {"minor": 9000, "currency": "USD"}, "definition": "Orders of April."} -> 201 dollars
           GET  /bridge.json?first={kronor}&second={dollars}                    -> 200
             {"sentence": "Marketing says SEK 1,000 forecast, sales says $90 forecast. Nobody can compare them: No exchange rate of SEK of 9 March 2026 or the week before is on record.",
              "first": {"number": {"money": null}, "told": {"minor": 100000, "currency": "SEK"}}, "items": []}
           GET  /gaps/claims_differ.json?about=forecast+forecast+2026-04-01+2026-04-30  -> 200 {"remedy": "Import or enter the exchange rate, so that the two can be compared."}
as fiona   POST /exchange-rates {"day": "2026-03-06", "base": "USD", "quote": "SEK", "rate": "10"} -> 201
           GET  /bridge.json?first={kronor}&second={dollars}                    -> 200
             {"first": {"number": {"money": {"minor": 10000, "currency": "USD"}}}, "note": "Marketing gave no list, so the difference cannot be split by cause.", "facts_link": "", "items": [{"cause": "no_list", "change": {"money": {"minor": -1000}}}]}

# A name may be a person's: it finds what is meant, and is not kept; no more is an address where an identifier is asked for.
as maria   POST /claims {"metric": "pipeline_sourced", "from_day": "2026-03-01", "until_day": "2026-03-31", "amount": {"minor": 90000, "currency": "USD"}, "definition": "What we opened."} -> 201 opened
           POST /claims/{opened}/items {"items": [{"key": "ZZ-1", "name": "Jane Q. Private", "email": "jane@nowhere.example", "amount": {"minor": 50000, "currency": "USD"}}, {"key": "ZZ-2", "name": "Two furnaces", "company": "Nowhere Ltd", "amount": {"minor": 30000, "currency": "USD"}}, {"name": "Rick Private", "amount": {"minor": 6000, "currency": "USD"}}, {"key": "joe9@nowhere.example", "amount": {"minor": 4000, "currency": "USD"}}]} -> 201
           POST /claims/{opened}/items {"items": [{"key": "ZZ-3", "amount": {"minor": -100, "currency": "USD"}}]} -> 422 claim_below_zero
           GET  /bridge/rows.json?first={opened}&second=pipeline_sourced&cause=never_received -> 200 {"items": [{"key": "", "label": "line 4 of the list"}, {"key": "", "label": "line 3 of the list"}, {"key": "ZZ-2", "label": "Nowhere Ltd"}, {"key": "ZZ-1", "label": "ZZ-1"}], "total": 4}
