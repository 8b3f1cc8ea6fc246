# SPDX-License-Identifier: Apache-2.0

# Finance states a side's spend by channel and by kind too; each difference is told from the entries of that channel or kind.
clock 2026-02-27 09:00
file texts.csv <<END
date,campaign,side,kind,spend
2026-01-13,January,marketing,agency,1000.00
END
file campaigns.csv <<END
Campaign Name,Type,Start Date
January,Advertising,2026-01-01
END
as sam     POST /imports?name=texts.csv file texts.csv                           -> 201 texts
           PUT  /imports/{texts.import.id} {"answers": {"currency": "USD"}}      -> 200
           POST /imports/{texts.import.id}/run                                   -> 201
           POST /spend {"day": "2026-01-12", "kind": "media", "channel": 1, "amount": {"minor": 400000, "currency": "USD"}, "note": "Search ads"} -> 201 ads
           POST /spend {"day": "2026-01-28", "kind": "media", "channel": 1, "amount": {"minor": -30000, "currency": "USD"}, "note": "Credit note"} -> 201 credit
           POST /spend {"day": "2026-01-20", "kind": "event", "amount": {"minor": 250000, "currency": "USD"}, "note": "Booth"} -> 201 booth
as fiona   POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_marketing", "amount": {"minor": 720000, "currency": "USD"}} -> 201 all
           POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_marketing", "channel": 1, "amount": {"minor": 410000, "currency": "USD"}, "note": "Account 6610"} -> 201 channel
           POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_marketing", "spend_kind": "event", "amount": {"minor": 250000, "currency": "USD"}} -> 201 events
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json         -> 200
             {"slice": "", "ours": {"money": {"minor": 720000}}, "difference": {"money": {"minor": 0}}, "slices": [
               {"name": "Advertising", "channel": 1, "ours": {"money": {"minor": 370000}}, "stated": {"money": {"minor": 410000}}, "difference": {"money": {"minor": 40000}}, "link": "/general-ledger/2026-01/measures/spend_of_marketing?channel=1"},
               {"name": "No channel", "channel": 0, "ours": {"money": {"minor": 350000}}, "stated": {"money": null}},
               {"name": "Media", "spend_kind": "media", "ours": {"money": {"minor": 370000}}},
               {"name": "Event", "spend_kind": "event", "ours": {"money": {"minor": 250000}}, "difference": {"money": {"minor": 0}}},
               {"name": "Agency", "spend_kind": "agency", "ours": {"money": {"minor": 100000}}}]}
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json?channel=1 -> 200
             {"slice": "Advertising", "channel": 1, "stated": {"money": {"minor": 410000}}, "ours": {"money": {"minor": 370000}}, "slices": [], "steps": [
               {"cause": "credit_notes", "change": {"money": {"minor": 30000}}, "link": "/general-ledger/2026-01/entries?measure=spend_of_marketing&of=credit_notes&channel=1"},
               {"cause": "not_explained", "change": {"money": {"minor": 10000}}}]}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&of=counted&channel=1&order=day -> 200 {"items": [{"name": "Search ads"}, {"name": "Credit note"}], "total": 2}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&of=credit_notes&channel=1 -> 200 {"items": [{"name": "Credit note", "change": {"minor": 30000}}], "total": 1}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&spend_kind=event -> 200 {"items": [{"name": "Booth"}], "total": 1}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&channel=0&order=day -> 200 {"items": [{"name": "January"}, {"name": "Booth"}], "total": 2}
           GET  /ledger-totals.json?channel=1                                    -> 200 {"items": [{"id": {channel}, "channel_name": "Advertising", "note": "Account 6610"}], "total": 1}

# They say where a difference lies; the gap is that of the whole.
           GET  /gaps/ledger_differs.json?about=2026-01%20spend_of_marketing&as_of=2026-02-27 -> 404 not_found

# A total takes the place of the one of the same channel, and leaves the others.
           POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_marketing", "channel": 1, "amount": {"minor": 370000, "currency": "USD"}} -> 201 anew
           GET  /ledger-totals/{channel}.json                                    -> 404 not_found
           GET  /ledger-totals/{anew}.json                                       -> 200 {"corrects": {channel}}
           GET  /ledger-totals.json                                              -> 200 {"total": 3}

# A campaign that gets its channel later takes its spend along; what that changed since the statement is a step.
as sam     POST /imports?name=campaigns.csv file campaigns.csv                   -> 201 campaigns
           POST /imports/{campaigns.import.id}/run                               -> 201
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json?channel=1 -> 200 {"ours": {"money": {"minor": 470000}}, "steps": [{"cause": "changed_since", "count": 1, "change": {"money": {"minor": -100000}}}]}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&of=changed_since&channel=1 -> 200 {"items": [{"name": "January", "kind": "came_in", "change": {"minor": -100000}, "act": "Its campaign went to another channel."}], "total": 1}
           GET  /general-ledger/2026-01/entries.json?measure=spend_of_marketing&channel=0 -> 200 {"items": [{"name": "Booth"}], "total": 1}

# When the month is closed, what each channel came to then is worked out as of that commit.
as fiona   POST /general-ledger/2026-01/closing {}                               -> 201
as sam     DELETE /spend/{booth}?is_late=true                                    -> 200
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json?spend_kind=event -> 200 {"closed": {"money": {"minor": 250000}}, "changed": {"money": {"minor": -250000}}}
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json?spend_kind=media -> 200 {"closed": {"money": {"minor": 370000}}, "changed": {"money": {"minor": 0}}}

# Only spend is stated so, and of one channel or one kind.
as fiona   POST /ledger-totals {"month": "2026-01-01", "measure": "revenue_booked", "channel": 1, "amount": {"minor": 1, "currency": "USD"}} -> 422 ledger_total_of_one
           POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_sales", "channel": 1, "spend_kind": "media", "amount": {"minor": 1, "currency": "USD"}} -> 422 ledger_total_of_one
           POST /ledger-totals {"month": "2026-01-01", "measure": "spend_of_sales", "channel": 99, "amount": {"minor": 1, "currency": "USD"}} -> 422 channel_unknown
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json?channel=web -> 422 wrong_shape
           GET  /general-ledger/2026-01/measures/spend_of_marketing.json?spend_kind=gifts -> 422 wrong_shape
           DELETE /ledger-totals/{events}                                        -> 200
           GET  /ledger-totals.json                                              -> 200 {"total": 2}
