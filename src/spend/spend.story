# What both sides spent: entered, corrected with the old value kept, taken back, and limited by territory.
clock 2026-03-02 09:00
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-10", "ends_on": "2026-03-12"} -> 201 show
           POST /spend {"day": "2026-02-20", "kind": "event", "campaign": {show}, "amount": {"minor": 1250000, "currency": "USD"}, "note": "Booth, first half"} -> 201 booth
           GET  /spend/{booth}.json -> 200 {"side": "marketing", "channel_name": "Trade show", "campaign_name": "Spring show", "amount": {"minor": 1250000, "currency": "USD"}, "has_campaign": true}
           POST /spend {"day": "2026-02-21", "kind": "media", "channel": 1, "amount": {"minor": 90000, "currency": "XQZ"}} -> 422 currency_unknown
           POST /spend {"day": "2026-02-21", "kind": "media", "channel": 1, "amount": {"minor": 90000, "currency": "USD"}} -> 201 ad
as maria   POST /spend {"day": "2026-02-25", "kind": "travel", "territory": 2, "amount": {"minor": 48000, "currency": "USD"}, "note": "Visits in the South"} -> 201 travel
           GET  /spend/{travel}.json -> 200 {"side": "sales", "channel": null, "territory_name": "South"}
           GET  /spend/totals.json -> 200 {"items": [{"currency": "USD", "amount": {"money": {"minor": 1388000, "currency": "USD"}}, "entries": 3}]}
           GET  /spend/totals.json?side=marketing&order=-day -> 200 {"items": [{"amount": {"inputs": [{"name": "entries in USD", "number": 2, "link": "/spend?side=marketing&currency=USD"}]}}]}
           GET  /spend/totals.json?side=marketing -> 200 {"items": [{"amount": {"money": {"minor": 1340000, "currency": "USD"}}, "entries": 2}]}
           GET  /spend.json?order=-amount -> 200 {"items": [{"id": {booth}}, {"id": {ad}}, {"id": {travel}}], "total": 3}

# What an entry is worth is worked out for the rows that are shown: asked for, it is refused, and not answered by an empty list.
           GET  /spend.json?value_from=1 -> 400 unknown_filter
           GET  /spend.json?order=-rate_day -> 400 unknown_filter
           GET  /spend/totals.json?rate=x -> 400 unknown_filter

# A correction takes the entry's place; what it said before stays readable.
as sam     PUT  /spend/{booth} {"day": "2026-02-20", "kind": "event", "campaign": {show}, "amount": {"minor": 1350000, "currency": "USD"}, "note": "Booth, first half"} -> 200 again
           GET  /spend/{booth}.json -> 404 not_found
           GET  /spend/{again}/history.json -> 200 {"items": [{"what": "Correct spend.", "actor": "Sam Rivera", "changes": [{"field": "amount", "before": "$12,500", "after": "$13,500"}, {"field": "corrects"}]}, {"what": "Enter spend."}], "total": 2}
           PUT  /spend/{booth} {"day": "2026-02-20", "amount": {"minor": 1, "currency": "USD"}} -> 409 spend_superseded
           GET  /spend/totals.json?side=marketing -> 200 {"items": [{"amount": {"money": {"minor": 1440000, "currency": "USD"}}}]}

# A credit note is below zero.
           POST /spend {"day": "2026-02-28", "kind": "media", "channel": 1, "amount": {"minor": -20000, "currency": "USD"}, "note": "Credit note"} -> 201 credit
           GET  /spend/totals.json?kind=media -> 200 {"items": [{"amount": {"money": {"minor": 70000, "currency": "USD"}}, "entries": 2}]}

# Money that no campaign accounts for is the gap of the side that spent it; travel is for all of them.
           GET  /gaps/spend_without_campaign.json?about=marketing -> 200 {"mover": "marketing", "count": 2, "stake_kind": "cash_spent", "stake": {"money": {"minor": 70000, "currency": "USD"}}, "since": "2026-02-21", "evidence": "/spend?has_campaign=false&side=marketing&kind=media&kind=print&kind=event&kind=agency&kind=other&day_from=2025-12-02&day_to=2026-03-02"}
           GET  /spend.json?has_campaign=false&side=marketing&kind=media&kind=print&kind=event&kind=agency&kind=other&day_from=2025-12-02&day_to=2026-03-02 -> 200 {"total": 2}
           GET  /gaps/spend_without_campaign.json?about=sales -> 404 not_found

# What nobody gave a kind is no way out, of sales as little as of marketing.
as maria   POST /spend {"day": "2026-02-26", "amount": {"minor": 30000, "currency": "USD"}, "note": "Market research"} -> 201 research
           GET  /gaps/spend_without_campaign.json?about=sales -> 200 {"mover": "sales", "count": 1, "stake": {"money": {"minor": 30000, "currency": "USD"}}, "evidence": "/spend?has_campaign=false&side=sales&kind=media&kind=print&kind=event&kind=agency&kind=other&day_from=2025-12-02&day_to=2026-03-02"}
           DELETE /spend/{research} -> 200
           GET  /gaps/spend_without_campaign.json?about=sales -> 404 not_found

# What is taken back counts no more.
as sam     DELETE /spend/{credit} -> 200
           DELETE /spend/{credit} -> 409 spend_superseded
           GET  /spend/totals.json?kind=media -> 200 {"items": [{"amount": {"money": {"minor": 90000, "currency": "USD"}}, "entries": 1}]}

# What the rules refuse.
           POST /spend {"day": "2026-03-03", "amount": {"minor": 1, "currency": "USD"}} -> 422 spend_in_future
           POST /spend {"day": "2026-03-01", "campaign": 999, "amount": {"minor": 1, "currency": "USD"}} -> 422 campaign_unknown
           POST /spend {"day": "2026-03-01", "channel": 999, "amount": {"minor": 1, "currency": "USD"}} -> 422 channel_unknown
as fiona   POST /spend {"day": "2026-03-01", "amount": {"minor": 1, "currency": "USD"}} -> 422 spend_without_side
           POST /spend {"day": "2026-03-01", "side": "sales", "kind": "pay", "amount": {"minor": 7000000, "currency": "USD"}} -> 201
as karl    GET  /spend.json -> 403 not_allowed
           POST /spend {"day": "2026-03-01", "amount": {"minor": 1, "currency": "USD"}} -> 403 not_allowed

# Whoever is limited to a territory sees and enters the spend of that, and sees that of none.
as ada     PUT  /people/{ines} {"name": "Ines Duarte", "email": "ines@demo.example", "role": "marketer", "territory": 1} -> 200
as ines    GET  /spend/{travel}.json -> 404 not_found
           GET  /spend.json?kind=travel -> 200 {"total": 0}
           GET  /spend/{again}.json -> 200 {"territory": null}
           POST /spend {"day": "2026-03-01", "territory": 2, "amount": {"minor": 1, "currency": "USD"}} -> 422 territory_unknown
           PUT  /spend/{travel} {"day": "2026-03-01", "amount": {"minor": 1, "currency": "USD"}} -> 404 not_found
           DELETE /spend/{travel} -> 404 not_found
           POST /spend {"day": "2026-03-01", "territory": 1, "amount": {"minor": 500, "currency": "USD"}} -> 201 mine
           GET  /spend/{mine}.json -> 200 {"side": "marketing", "territory_name": "North"}
