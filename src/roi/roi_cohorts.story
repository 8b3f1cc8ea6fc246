# Money spent in one month comes back in later ones: each month of spend has a row, and all rows with what nothing explains are what was booked.
clock 2026-02-20 09:00
as maria   GET /roi/cohorts.json                                                 -> 200 {"why": "Neither orders nor spend are on record in these months."}
           POST /accounts {"name": "Acme Works", "territory": 1}                 -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}             -> 201 steel
as sam     GET  /channels/8.json                                                  -> 200 visits {"name": "Sales visit"}
           POST /campaigns {"name": "Winter show", "channel": 5, "starts_on": "2025-11-10", "ends_on": "2025-11-12"} -> 201 show
           POST /spend {"day": "2025-11-10", "kind": "event", "campaign": {show}, "amount": {"minor": 500000, "currency": "USD"}} -> 201
           POST /spend {"day": "2026-02-10", "kind": "event", "campaign": {show}, "amount": {"minor": 300000, "currency": "USD"}} -> 201
as karl    POST /opportunities {"name": "Ten meters", "stage": "Proposal", "account": {acme}, "owner": {karl.id}, "value": {"minor": 1000000, "currency": "USD"}} -> 201 meters
           POST /activities {"opportunity": {meters}, "kind": "visit", "at": "2026-01-20T10:00:00Z"} -> 201
           POST /activities {"opportunity": {meters}, "kind": "visit", "at": "2026-02-20T08:00:00Z"} -> 201
           POST /activities {"account": {acme}, "kind": "note", "at": "2026-02-20T08:30:00Z", "subject_line": "Wants them by May"} -> 201
as maria   POST /opportunities {"name": "A furnace", "stage": "Proposal", "account": {steel}, "territory": 2, "value": {"minor": 70000, "currency": "USD"}} -> 201 furnace

# Half of the order came of January's visit and half of February's; the furnace came of nothing known.
clock 2026-03-06 09:00
           PUT /opportunities/{meters} {"name": "Ten meters", "stage": "Won", "outcome": "won", "account": {acme}, "owner": {karl.id}, "value": {"minor": 1000000, "currency": "USD"}, "created_on": "2026-01-12", "close_on": "2026-03-05"} -> 200
           PUT /opportunities/{furnace} {"name": "A furnace", "stage": "Won", "outcome": "won", "account": {steel}, "territory": 2, "value": {"minor": 70000, "currency": "USD"}, "created_on": "2026-02-20", "close_on": "2026-03-05"} -> 200
           GET /roi/cohorts.json?from=2025-11-01&until=2026-03-06                -> 200 golden
           GET /roi/cohort.json?from=2025-11-01&until=2026-03-06&month=2026-01   -> 200 golden
           GET /roi/cohort.json?from=2025-11-01&until=2026-03-06&month=2026-01&months_since=1 -> 200 {"returned": {"money": {"minor": 0}}}
           GET /roi/cohorts/orders.json?from=2025-11-01&until=2026-03-06&month=2026-01 -> 200 {"items": [{"name": "Ten meters", "share_percent": 50, "credit": {"minor": 500000}, "touchpoints": 2}], "total": 1}
           GET /roi/cohorts/orders.json?from=2025-11-01&until=2026-03-06&touched=never -> 200 {"items": [{"name": "A furnace", "credit": {"minor": 70000}}], "total": 1}
           GET /roi/cohorts/orders.json?from=2026-02-01&until=2026-03-06&touched=earlier -> 200 {"items": [{"name": "Ten meters", "credit": {"minor": 500000}}], "total": 1}
           GET /roi/cohorts/lags.json?from=2025-11-01&until=2026-03-06           -> 200 {"items": [{"name": "Ten meters", "lag_days": 44}], "total": 1}
           GET /roi/cohorts/older.json?months_since=1                            -> 200 {"items": [], "total": 0}

# One channel alone; a product's or a territory's months are those of its own orders.
           GET /roi/cohorts.json?from=2025-11-01&until=2026-03-06&by=channel&line=5 -> 200 {"line_name": "Trade show", "returned": {"money": {"minor": 0}}, "others": {"money": {"minor": 1000000}}, "unattributed": {"money": {"minor": 70000}}, "booked": {"money": {"minor": 1070000}}}
           GET /roi/cohorts.json?from=2025-11-01&until=2026-03-06&by=territory&line=2 -> 200 {"line_name": "South", "unattributed": {"money": {"minor": 70000}}, "booked": {"money": {"minor": 70000}}}
           GET /roi/cohorts.json?from=2025-11-01&until=2026-03-06&of=gross_margin -> 200 {"of": "gross_margin", "rest_sentence": "Not enough data to say how money matures: touchpoints explain 1 order, too few to say; it needs 30"}

# Spend that comes in when its month seemed over restates that month, and the row says so.
as sam     POST /spend {"day": "2025-11-28", "kind": "agency", "campaign": {show}, "amount": {"minor": 40000, "currency": "USD"}, "note": "Stand builder's last invoice"} -> 201 invoice
           GET /roi/cohorts.json?from=2025-11-01&until=2026-03-06                -> 200 {"items": [{"name": "November 2025", "spend": {"money": {"minor": 540000}}, "late": {"money": {"minor": 40000}}, "late_sentence": "$400 of it was booked after 5 December 2025"}, {"name": "February 2026", "late": {"money": {"minor": 0}}, "late_sentence": ""}]}
           GET /roi.json?from=2025-11-01&until=2026-03-06                        -> 200 {"spend": {"money": {"minor": 840000}}, "late": {"money": {"minor": 40000}}, "late_sentence": "$400 of this spend was booked on 6 March 2026, later than five weekdays after its month was over: a return told before does not hold it", "late_link": "/roi/late?by=channel&model=linear&from=2025-11-01&until=2026-03-06&lookback_days=90&half_life_days=7&line=all"}
           GET /roi/late.json?from=2025-11-01&until=2026-03-06&line=all          -> 200 {"items": [{"id": {invoice}, "name": "Winter show", "channel_name": "Trade show", "day": "2025-11-28", "recorded_on": "2026-03-06", "value": {"minor": 40000}}], "total": 1}
           GET /roi/lines.json?by=month&from=2025-11-01&until=2026-03-06&order=name -> 200 {"items": [{"name": "February 2026", "late": {"money": {"minor": 0}}, "late_sentence": ""}, {"name": "March 2026"}, {"name": "November 2025", "late": {"money": {"minor": 40000}}}]}
           GET /roi/line.json?by=quarter&from=2025-10-01&until=2026-03-06&line=8103 -> 200 {"name": "Quarter 4 of 2025", "late": {"money": {"minor": 40000}}}
           GET /roi/line.json?by=channel&from=2026-02-01&until=2026-03-06&line=5 -> 200 {"spend": {"money": {"minor": 300000}}, "late_sentence": ""}
           GET /roi/late.json?by=channel&from=2025-11-01&until=2026-03-06&line=5 -> 200 {"items": [{"id": {invoice}}], "total": 1}
           GET /roi/late.json?by=channel&from=2025-11-01&until=2026-03-06&line=1 -> 200 {"items": [], "total": 0}
           GET /roi/late.json?line=soon                                          -> 422 wrong_shape
           GET /roi/cohorts/late.json?from=2025-11-01&until=2026-03-06&month=2025-11 -> 200 {"items": [{"id": {invoice}, "recorded_on": "2026-03-06", "value": {"minor": 40000}}], "total": 1}

# What cannot be read is said, what is not there is not found, and who may not see returns does not see these.
           GET /roi/cohorts.json?by=month&line=24313                             -> 422 wrong_shape
           GET /roi/cohorts.json?line=first                                      -> 422 wrong_shape
           GET /roi/cohorts.json?from=1990-01-01                                 -> 422 wrong_shape
           GET /roi/cohorts.json?of=profit                                       -> 422 wrong_shape
           GET /roi/cohort.json?month=March                                      -> 422 wrong_shape
           GET /roi/cohorts/orders.json?touched=twice                            -> 422 wrong_shape
           GET /roi/cohort.json?month=2019-01                                    -> 404 not_found
           GET /roi/cohort.json?from=2025-11-01&until=2026-03-06&month=2026-03&months_since=1 -> 404 not_found
as karl    GET /roi/cohorts.json                                                 -> 403 not_allowed

# An account's whole history, the order beside the touchpoints that led to it. A visit that was logged is a touchpoint, and stands there once.
           GET /accounts/{acme}/timeline.json                                    -> 200 golden
           GET /accounts/{acme}/timeline/items.json?order=-at                    -> 200 golden
as maria   GET /roi/cohorts.csv?from=2025-11-01&until=2026-03-06                 -> 200 golden
as karl    GET /accounts/{acme}/timeline/items.json?kind=touchpoint              -> 200 {"items": [{"order_name": "Ten meters", "share_percent": 50, "credit": {"minor": 500000}}], "total": 2}
           GET /accounts/{acme}/timeline.json?year=2025                          -> 200 {"why": "Nothing of that year is on record.", "years": [2026]}
           GET /accounts/{acme}/timeline.json?year=soon                          -> 422 wrong_shape
           GET /accounts/{steel}/timeline.json                                   -> 404 not_found
