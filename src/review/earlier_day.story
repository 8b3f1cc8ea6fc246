# A day is judged as it stood: an agreement that was signed or countered later was unsigned then.
clock 2026-03-02 09:00
as maria   POST /agreements/funnel/versions {"template": "direct-sales", "in_force_from": "2026-01-01", "due_on": "2026-03-06"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
clock 2026-03-12 09:00
           GET /review.json?as_of=2026-03-12                                    -> 200
             {"items": [{"code": "agreement_unsigned_past_due", "about": "funnel", "mover": "marketing", "since": "2026-03-07", "count": 1, "evidence": "/agreements/funnel"}]}
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
           GET /review.json?as_of=2026-03-12                                    -> 200 {"items": []}
           GET /review.json?as_of=2026-03-11                                    -> 200 {"items": [{"code": "agreement_unsigned_past_due", "mover": "marketing"}]}
           GET /gaps/agreement_unsigned_past_due.json?about=funnel&as_of=2026-03-11  -> 200 {"count": 1}
           GET /gaps/agreement_unsigned_past_due.json?about=funnel&as_of=2026-03-12  -> 404 not_found
           GET /review.json?as_of=2026-03-06                                    -> 200 {"items": []}
           GET /review.json?as_of=2026-03-01                                    -> 200 {"items": []}
