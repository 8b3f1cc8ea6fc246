# Finance states what its books say of a month; every difference from the facts is told step by step.
clock 2026-02-27 09:00
as sam     POST /spend {"day": "2026-01-12", "kind": "media", "channel": 1, "amount": {"minor": 400000, "currency": "USD"}, "note": "Search ads"} -> 201 ads
           POST /spend {"day": "2026-01-20", "kind": "event", "amount": {"minor": 250000, "currency": "USD"}, "note": "Booth"} -> 201 booth
           POST /spend {"day": "2026-01-28", "kind": "media", "channel": 1, "amount": {"minor": -30000, "currency": "USD"}, "note": "Credit note"} -> 201
           POST /spend {"day": "2026-01-29", "kind": "print", "amount": {"minor": 99900, "currency": "EUR"}, "note": "Panels"} -> 201
as maria   POST /spend {"day": "2026-01-15", "kind": "travel", "amount": {"minor": 80000, "currency": "USD"}, "note": "Visits"} -> 201
as fiona   GET  /general-ledger/2026-01.json -> 200 {"title": "January 2026", "sentence": "Finance has stated nothing of this month yet", "is_closed": false, "can_close": true, "items": [{"measure": "spend_of_sales", "stated": {"money": null, "why": "Finance has not stated this total for January 2026."}, "ours": {"money": {"minor": 80000, "currency": "USD"}}, "difference": {"money": null}, "steps": []}, {"measure": "spend_of_marketing", "ours": {"money": {"minor": 620000, "currency": "USD"}}}, {"measure": "revenue_booked", "ours": {"money": {"minor": 0, "currency": "USD"}}}, {"measure": "revenue_invoiced", "ours": {"money": null, "why": "No invoices have come in."}}, {"measure": "cost_of_goods"}]}
           POST /ledger-totals {"month": "2026-01-31", "measure": "spend_of_sales", "amount": {"minor": 80000, "currency": "USD"}} -> 201 sales
           POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_marketing", "amount": {"minor": 640000, "currency": "USD"}, "note": "Accounts 6600 to 6640"} -> 201 first
           POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_marketing", "amount": {"minor": 660000, "currency": "USD"}, "note": "Accounts 6600 to 6650"} -> 201 total
           GET  /ledger-totals/{first}.json -> 404 not_found
           GET  /ledger-totals/{total}.json -> 200 {"month": "2026-01-01", "person_name": "Fiona Walsh", "stated_on": "2026-02-27", "corrects": {first}}
           GET  /ledger-totals/{total}/history.json -> 200 {"items": [{"what": "State a ledger total.", "changes": [{"field": "amount", "before": "$6,400", "after": "$6,600"}, {"field": "note"}, {"field": "corrects"}]}, {"what": "State a ledger total."}], "total": 2}
           GET  /ledger-totals.json?order=measure -> 200 {"items": [{"id": {total}}, {"id": {sales}}], "total": 2}

# The books leave credit notes out, and hold what came in euros: the first is a step, of the second nobody knows how much, and the rest is not explained.
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json -> 200
             {"stated": {"money": {"minor": 660000}}, "ours": {"money": {"minor": 620000}}, "difference": {"money": {"minor": 40000}}, "steps": [{"cause": "credit_notes", "count": 1, "change": {"money": {"minor": 30000}}, "link": "/general-ledger/2026-01/entries?measure=spend_of_marketing&of=credit_notes"}, {"cause": "without_rate", "count": 1, "change": {"money": null, "why": "No exchange rate of their days or the week before is on record."}}, {"cause": "not_explained", "change": {"money": {"minor": 10000}}}]}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&of=credit_notes -> 200 {"items": [{"name": "Credit note", "told": {"minor": -30000}, "change": {"minor": 30000}, "by_name": "Sam Rivera", "act": "Enter spend."}], "total": 1}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&of=without_rate -> 200 {"items": [{"name": "Panels", "told": {"minor": 99900, "currency": "EUR"}, "value": null, "change": null}], "total": 1}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing -> 200 {"total": 4}
           GET  /gaps/ledger_differs.json?about=2026-01%20spend_of_marketing&as_of=2026-02-27 -> 200 {"mover": "marketing", "stake_kind": "cash_spent", "stake": {"money": {"minor": 10000, "currency": "USD"}}, "since": "2026-02-27"}
           GET  /gaps/ledger_differs.json?about=2026-01%20spend_of_sales&as_of=2026-02-27 -> 404 not_found

# What comes in once the books are stated is a step of its own.
as maria   POST /spend {"day": "2026-01-16", "kind": "travel", "amount": {"minor": 12000, "currency": "USD"}, "note": "A late receipt"} -> 201 receipt
           GET  /general-ledger/2026-01/measures/spend_of_sales.json -> 200 {"difference": {"money": {"minor": -12000}}, "steps": [{"cause": "changed_since", "count": 1, "change": {"money": {"minor": -12000}}}]}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_sales&of=changed_since -> 200 {"items": [{"name": "A late receipt", "kind": "came_in", "change": {"minor": -12000}, "by_name": "Maria Keller"}], "total": 1}
           GET  /gaps/ledger_differs.json?about=2026-01%20spend_of_sales&as_of=2026-02-27 -> 404 not_found

# Finance closes the month: its numbers are kept.
as fiona   POST /general-ledger/2026-01/closing {"note": "Euros are with the bank"} -> 201
           POST /general-ledger/2026-01/closing {} -> 409 period_closed_already
           GET  /general-ledger/2026-01.json -> 200 {"is_closed": true, "can_close": false, "can_reopen": true, "events": [{"is_closing": true, "on_day": "2026-02-27", "by_name": "Fiona Walsh", "words": "Euros are with the bank"}]}
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json -> 200 {"closed": {"money": {"minor": 620000}}, "changed": {"money": {"minor": 0}}}
           GET  /general-ledger.json?is_closed=true -> 200 {"items": [{"month": "2026-01-01", "state": "Closed on 27 February 2026", "spend_of_marketing": {"money": {"minor": 620000}}, "spend_of_marketing_difference": {"money": {"minor": 40000}}}], "total": 1}
           GET  /general-ledger.json -> 200 {"total": 12}

# Nobody enters spend into it unawares; who knows may, for nothing is lost, and it stands as a change of the closed month.
clock 2026-03-02 09:00
as sam     POST /spend {"day": "2026-01-30", "kind": "media", "channel": 1, "amount": {"minor": 55000, "currency": "USD"}, "note": "Forgotten invoice"} -> 409 period_is_closed
           POST /spend {"day": "2026-01-30", "kind": "media", "channel": 1, "amount": {"minor": 55000, "currency": "USD"}, "note": "Forgotten invoice", "is_late": true} -> 201 late
           PUT  /spend/{booth} {"day": "2026-01-20", "kind": "event", "amount": {"minor": 270000, "currency": "USD"}, "note": "Booth"} -> 409 period_is_closed
           PUT  /spend/{booth} {"day": "2026-02-20", "kind": "event", "amount": {"minor": 270000, "currency": "USD"}, "note": "Booth"} -> 409 period_is_closed
           PUT  /spend/{booth} {"day": "2026-01-20", "kind": "event", "amount": {"minor": 270000, "currency": "USD"}, "note": "Booth", "is_late": true} -> 200
           DELETE /spend/{ads} -> 409 period_is_closed
           DELETE /spend/{ads}?is_late=true -> 200
           GET  /gaps/closed_period_changed.json?about=2026-01%20spend_of_marketing&as_of=2026-03-02 -> 200
             {"mover": "marketing", "stake_kind": "cash_spent", "stake": {"money": {"minor": 325000, "currency": "USD"}}, "count": 4, "since": "2026-03-02", "evidence": "/general-ledger/2026-01/entries?measure=spend_of_marketing&of=since_closing", "sentence": "Marketing’s spend of January 2026 was $6,200 when finance closed the month on 27 February 2026, and is $2,950 now: 4 entries changed since"}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&of=since_closing&order=change -> 200
             {"items": [{"name": "Search ads", "kind": "taken_back", "change": {"minor": -400000}, "by_name": "Sam Rivera", "act": "Take spend back.", "link": ""}, {"name": "Booth", "kind": "taken_back", "change": {"minor": -250000}, "act": "Correct spend."}, {"name": "Forgotten invoice", "kind": "came_in", "change": {"minor": 55000}, "act": "Enter spend."}, {"name": "Booth", "kind": "came_in", "change": {"minor": 270000}, "act": "Correct spend."}], "total": 4}
           GET  /gaps/closed_period_changed.json?about=2026-01%20spend_of_sales -> 404 not_found

           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&of=at_closing -> 200 {"total": 4}

# An exchange rate that is told later changes it too.
as fiona   POST /exchange-rates {"day": "2026-01-29", "base": "EUR", "quote": "USD", "rate": "1.1"} -> 201
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&of=since_closing&kind=valued_otherwise -> 200 {"items": [{"name": "Panels", "change": {"minor": 109890, "currency": "USD"}, "act": "An exchange rate or a unit cost changed."}], "total": 1}
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json -> 200 {"closed": {"money": {"minor": 620000}}, "changed": {"money": {"minor": -215110}}}

# Reopened with a reason and closed anew, nothing has changed since; the history says both.
           POST /general-ledger/2026-01/reopening {"reason": " "} -> 422 reopening_without_reason
           POST /general-ledger/2026-01/reopening {"reason": "An invoice was forgotten"} -> 201
           POST /general-ledger/2026-01/reopening {"reason": "Again"} -> 409 period_is_open
           GET  /gaps/closed_period_changed.json?about=2026-01%20spend_of_marketing&as_of=2026-03-02 -> 404 not_found
           POST /general-ledger/2026-01/closing {} -> 201
           GET  /general-ledger/2026-01.json -> 200 {"events": [{"is_closing": true, "on_day": "2026-03-02"}, {"is_closing": false, "words": "An invoice was forgotten"}, {"is_closing": true, "on_day": "2026-02-27"}]}
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json -> 200 {"closed": {"money": {"minor": 404890}}, "changed": {"money": {"minor": 0}}}
           GET  /general-ledger.json?is_closed=true -> 200 {"items": [{"state": "Closed on 2 March 2026"}], "total": 1}

# What changes without changing the sum has changed too: nothing is at stake, and both entries are there to see.
as sam     PUT  /spend/{late} {"day": "2026-01-30", "kind": "agency", "channel": 1, "amount": {"minor": 55000, "currency": "USD"}, "note": "Forgotten invoice", "is_late": true} -> 200
           GET  /gaps/closed_period_changed.json?about=2026-01%20spend_of_marketing&as_of=2026-03-02 -> 200
             {"stake": {"money": {"minor": 0, "currency": "USD"}}, "count": 2, "sentence": "Marketing’s spend of January 2026 was $4,049 when finance closed the month on 2 March 2026, and is the same now, though 2 entries changed since"}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&of=since_closing&order=change -> 200 {"items": [{"kind": "taken_back", "change": {"minor": -55000}, "act": "Correct spend."}, {"kind": "came_in", "change": {"minor": 55000}, "by_name": "Sam Rivera"}], "total": 2}
           GET  /general-ledger.json?is_closed=true -> 200 {"items": [{"state": "Closed on 2 March 2026; changed since"}], "total": 1}

# What the rules refuse.
as fiona   POST /general-ledger/2026-03/closing {} -> 422 period_not_over
           POST /ledger-totals {"month": "2026-04-01", "measure": "spend_of_sales", "amount": {"minor": 1, "currency": "USD"}} -> 422 ledger_month_ahead
           POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_sales", "amount": {"minor": 1, "currency": "EUR"}} -> 422 ledger_in_other_currency
           DELETE /ledger-totals/{sales} -> 200
           DELETE /ledger-totals/{sales} -> 409 ledger_total_superseded
           GET  /general-ledger/2026-13.json -> 404 not_found
           GET  /general-ledger/2026-01/measures/profit.json -> 404 not_found
           GET  /general-ledger/2026-01/entries.json?of=guesses -> 422 wrong_shape
as sam     POST /general-ledger/2026-02/closing {} -> 403 not_allowed
           POST /general-ledger/2026-01/reopening {"reason": "Mine"} -> 403 not_allowed
           POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_sales", "amount": {"minor": 1, "currency": "USD"}} -> 403 not_allowed
           GET  /general-ledger.json -> 200
as karl    GET  /general-ledger.json -> 403 not_allowed
