# Spend that is booked after its month's books were to be complete restates what was told, and every return of these days says so.
clock 2026-10-05 09:00
as sam     POST /campaigns {"name": "Fall show", "channel": 5, "starts_on": "2026-09-01", "ends_on": "2026-09-30"} -> 201 show
           POST /spend {"day": "2026-09-10", "kind": "event", "campaign": {show}, "amount": {"minor": 500000, "currency": "USD"}} -> 201 booth
           GET /roi.json?from=2026-07-01&until=2026-09-30                        -> 200 {"spend": {"money": {"minor": 500000}}, "late_sentence": ""}
clock 2026-10-07 09:00
           POST /spend {"day": "2026-09-30", "kind": "print", "campaign": {show}, "amount": {"minor": 10000, "currency": "USD"}} -> 201
           GET /roi.json?from=2026-07-01&until=2026-09-30                        -> 200 {"late_sentence": ""}

# An invoice of the 20th comes three weeks after the month was over, and nothing of later days is on record.
clock 2026-10-25 09:00
           POST /spend {"day": "2026-09-20", "kind": "event", "campaign": {show}, "amount": {"minor": 400000, "currency": "USD"}} -> 201 invoice
           GET /roi.json?from=2026-07-01&until=2026-09-30                        -> 200
             {"spend": {"money": {"minor": 910000}}, "late": {"money": {"minor": 400000}}, "late_sentence": "$4,000 of this spend was booked on 25 October 2026, later than five weekdays after its month was over: a return told before does not hold it"}

# Of a correction it is what it changes; one that lowers the spend says that.
clock 2026-12-05 09:00
           PUT /spend/{booth} {"day": "2026-09-10", "kind": "event", "campaign": {show}, "amount": {"minor": 550000, "currency": "USD"}} -> 200 booth_again
           GET /roi.json?from=2026-07-01&until=2026-09-30                        -> 200 {"spend": {"money": {"minor": 960000}}, "late": {"money": {"minor": 450000}, "inputs": [{"name": "entries", "number": 2}]}}
           GET /roi/late.json?from=2026-07-01&until=2026-09-30&line=all&order=day -> 200 {"items": [{"day": "2026-09-10", "amount": {"minor": 550000}, "value": {"minor": 50000}}, {"id": {invoice}, "value": {"minor": 400000}}], "total": 2}
