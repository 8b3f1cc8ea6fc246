# What to know before one judges by a return: data that does not reach back far enough, days too few for money to come back, and journeys in which there is nothing to share.
clock 2026-10-01 09:00
file log.csv <<END
timestamp,account,campaign,channel
2025-05-01T10:00:00Z,Acme,,Web
2025-05-17T10:00:00Z,Acme,,Direct mail
2025-06-02T10:00:00Z,Acme,,Web
2025-06-18T10:00:00Z,Acme,,Direct mail
2025-07-04T10:00:00Z,Acme,,Web
2025-07-20T10:00:00Z,Acme,,Direct mail
2025-08-05T10:00:00Z,Acme,,Web
2025-08-21T10:00:00Z,Acme,,Direct mail
2025-09-06T10:00:00Z,Acme,,Web
2025-09-22T10:00:00Z,Acme,,Direct mail
2025-10-08T10:00:00Z,Acme,,Web
2025-10-24T10:00:00Z,Acme,,Direct mail
2025-11-09T10:00:00Z,Acme,,Web
2025-11-25T10:00:00Z,Acme,,Direct mail
2025-12-11T10:00:00Z,Acme,,Web
2025-12-27T10:00:00Z,Acme,,Direct mail
2026-01-12T10:00:00Z,Acme,,Web
2026-01-28T10:00:00Z,Acme,,Direct mail
2026-02-13T10:00:00Z,Acme,,Web
2026-03-01T10:00:00Z,Acme,,Direct mail
2026-03-17T10:00:00Z,Acme,,Web
2026-04-02T10:00:00Z,Acme,,Direct mail
2026-04-18T10:00:00Z,Acme,,Web
2026-05-04T10:00:00Z,Acme,,Direct mail
2026-05-20T10:00:00Z,Acme,,Web
2026-06-05T10:00:00Z,Acme,,Direct mail
2026-06-21T10:00:00Z,Acme,,Web
2026-07-07T10:00:00Z,Acme,,Direct mail
2026-07-23T10:00:00Z,Acme,,Web
2026-08-08T10:00:00Z,Acme,,Direct mail
2026-08-24T10:00:00Z,Acme,,Web
END
file orders.csv <<END
order number,order date,account,revenue
N-1,2025-05-11,Acme,100.00
N-2,2025-05-27,Acme,200.00
N-3,2025-06-12,Acme,300.00
N-4,2025-06-28,Acme,400.00
N-5,2025-07-14,Acme,500.00
N-6,2025-07-30,Acme,600.00
N-7,2025-08-15,Acme,700.00
N-8,2025-08-31,Acme,800.00
N-9,2025-09-16,Acme,900.00
N-10,2025-10-02,Acme,1000.00
N-11,2025-10-18,Acme,1100.00
N-12,2025-11-03,Acme,1200.00
N-13,2025-11-19,Acme,1300.00
N-14,2025-12-05,Acme,1400.00
N-15,2025-12-21,Acme,1500.00
N-16,2026-01-06,Acme,1600.00
N-17,2026-01-22,Acme,1700.00
N-18,2026-02-07,Acme,1800.00
N-19,2026-02-23,Acme,1900.00
N-20,2026-03-11,Acme,2000.00
N-21,2026-03-27,Acme,2100.00
N-22,2026-04-12,Acme,2200.00
N-23,2026-04-28,Acme,2300.00
N-24,2026-05-14,Acme,2400.00
N-25,2026-05-30,Acme,2500.00
N-26,2026-06-15,Acme,2600.00
N-27,2026-07-01,Acme,2700.00
N-28,2026-07-17,Acme,2800.00
N-29,2026-08-02,Acme,2900.00
N-30,2026-08-18,Acme,3000.00
N-31,2026-09-03,Acme,3100.00
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                                 -> 201 acme
           POST /imports?name=log.csv file log.csv                                         -> 201 log {"preview": {"refused": 0}}
           POST /imports/{log.import.id}/run                                               -> 201
           POST /imports?name=orders.csv file orders.csv                                   -> 201 orders
           PUT  /imports/{orders.import.id} {"answers": {"currency": "USD"}}               -> 200 {"preview": {"refused": 0}}
           POST /imports/{orders.import.id}/run                                            -> 201

# Where the look-back reaches further than the touchpoints on record, the report says from when on it is whole; whatever look-back is asked for.
as sam     GET /roi.json?from=2025-06-01&until=2025-08-31                                  -> 200 {"notes": ["Touchpoints are on record from 1 May 2025 on. Of orders booked before 30 July 2025 the look-back reaches further, so that some of what led to them is not known."]}
           GET /roi.json?from=2025-10-01&until=2026-09-30&lookback_days=3660               -> 200 {"notes": ["Touchpoints are on record from 1 May 2025 on. Of all these orders the look-back reaches further, so that some of what led to them is not known."]}
           GET /roi/cohorts.json?from=2025-10-01&until=2026-09-30&lookback_days=3660       -> 200 {"items": [{"name": "October 2025", "is_final": false}]}

# Days fewer than the usual lag: most of what was spent in them has yet to come back, and no month of spend is judged by them.
           GET /roi.json?from=2026-09-01&until=2026-09-07                                  -> 200 {"notes": ["Nine of ten orders come within 10 days of their first touchpoint, and these are 7 days: most of what was spent in them returns later. Months of spend show how it matures."]}
           GET /roi/cohort.json?from=2026-09-01&until=2026-09-07&month=2026-09             -> 200 {"expected": {"money": null, "why": "Not enough data: the month is not over yet."}, "is_final": false}

# A single touchpoint led to each order: every model says the same, and the report says so instead of letting models seem to agree.
           GET /roi.json?from=2025-10-01&until=2026-09-30                                  -> 200 {"orders": {"number": 22}, "notes": ["One touchpoint led to each order, so that every model says the same."]}
           GET /roi/models.json?from=2025-10-01&until=2026-09-30&order=name                -> 200 {"items": [{"name": "Direct mail", "spread": {"number": 0}}, {"name": "Web", "spread": {"number": 0}}]}
           GET /roi/journeys.json?from=2025-10-01&until=2026-09-30                         -> 200 {"total": 2}

# With a visit of sales in one of the journeys there is something to share, and nothing that would have to be known first.
as maria   POST /activities {"account": {acme}, "kind": "visit", "at": "2026-08-30T08:00:00Z"} -> 201
as sam     GET /roi.json?from=2025-10-01&until=2026-09-30                                  -> 200 {"notes": []}
