# A named exception keeps out of the gap what it is for, from the day on which the last side accepts it to its last day.
clock 2026-01-05 09:00
as maria   POST /accounts {"name": "Acme Works"}                                -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}            -> 201 steel
           POST /opportunities {"name": "A trial run", "stage": "Engaging", "account": {acme}, "created_on": "2026-01-05"}  -> 201
           POST /opportunities {"name": "A furnace", "stage": "Engaging", "account": {steel}, "created_on": "2026-01-05"}  -> 201
           POST /agreements/funnel/versions {"template": "direct-sales"}        -> 201 funnel
           POST {funnel}/exceptions {"clause": "stages[Engaging]", "what": "Acme", "reason": "They test.", "until": "2026-05-29"}  -> 409 agreement_not_locked
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201 {"can_except": true}
clock 2026-04-20 09:00
           GET /review.json?as_of=2026-04-20                                    -> 200 {"items": [{"code": "stage_overdue", "count": 2, "exceptions": []}]}
           POST {funnel}/exceptions {"clause": "stages[Talking]", "what": "Acme", "reason": "They test.", "until": "2026-05-29"}  -> 422 clause_unknown
           POST {funnel}/exceptions {"clause": "stages[Engaging]", "what": "Acme", "reason": "They test.", "until": "2026-05-29", "from_day": "2026-06-01"}  -> 422 end_not_ahead
           POST {funnel}/exceptions {"clause": "stages[Engaging]", "what": "Acme", "reason": "They test.", "until": "2026-05-29", "territory": 99}  -> 422 territory_unknown
           POST {funnel}/exceptions {"clause": "stages[Engaging]", "what": "Acme", "reason": "They test.", "until": "2026-05-29", "account": 99}  -> 422 account_unknown
           POST {funnel}/exceptions {"clause": "stages[Engaging]", "what": "Acme", "reason": "They test.", "until": "2026-05-29", "product": 99}  -> 422 product_unknown
           POST {funnel}/exceptions {"clause": "stages[Engaging]", "what": "Acme’s trial run", "reason": "They test until May.", "until": "2026-05-29", "account": {acme}}
             -> 201 {"exceptions": [{"standing": "waiting", "reach": "Acme Works", "sentence": "Until 29 May 2026, once sales accepts it", "can_accept": false, "is_in_force": false}]}
           POST {funnel}/exceptions {"clause": "stages[Engaging].time_allowed_hours", "what": "Leads of the fair", "reason": "Everybody is there.", "until": "2026-05-08"}  -> 201
           POST {funnel}/exceptions/1/signatures                                -> 201 {"exceptions": [{"signed_for": ["marketing"]}]}
           GET /review.json?as_of=2026-04-20                                    -> 200 {"items": [{"code": "stage_overdue", "count": 2, "exceptions": []}]}
as maria   GET {funnel}.json                                                    -> 200 {"exceptions": [{"can_accept": true}, {"can_accept": true}]}
           POST {funnel}/exceptions/1/signatures                                -> 201 {"exceptions": [{"standing": "in_force", "sentence": "In force until 29 May 2026", "can_accept": false}]}
           POST {funnel}/exceptions/2/signatures                                -> 201
           POST {funnel}/exceptions/9/signatures                                -> 404 not_found
           GET /gaps/stage_overdue.json?about=Engaging&as_of=2026-04-20         -> 200 {"count": 1, "exceptions": ["“Acme’s trial run” until 29 May 2026: 1 opportunity left out", "“Leads of the fair” until 8 May 2026: in words only, so nothing is left out for it"], "stake": {"inputs": [{"name": "left out by the exception “Acme’s trial run”", "number": 1}]}}
           GET /review.json?as_of=2026-04-19                                    -> 200 {"items": [{"code": "stage_overdue", "count": 2, "exceptions": []}]}

# After its last day everything counts again, and the version's page says that it has ended.
clock 2026-06-01 09:00
           GET /review.json?as_of=2026-06-01                                    -> 200 {"items": [{"code": "stage_overdue", "count": 2, "exceptions": ["“Acme’s trial run” ended on 29 May 2026 and leaves nothing out any more", "“Leads of the fair” ended on 8 May 2026 and leaves nothing out any more"]}]}
           GET {funnel}.json                                                    -> 200 {"exceptions": [{"standing": "ended", "sentence": "Ended on 29 May 2026", "is_in_force": false}, {"standing": "ended"}]}

# A first day that has passed holds from then, because both sides accept it; what nobody accepts in time lapses.
           POST {funnel}/exceptions {"clause": "stages[Engaging].time_allowed_hours", "what": "The South", "reason": "Nobody was there.", "from_day": "2026-05-04", "until": "2026-06-12", "territory": 2}  -> 201
           POST {funnel}/exceptions {"clause": "untouched_after_hours", "what": "Summer", "reason": "Holidays.", "until": "2026-06-05"}  -> 201
as sam     POST {funnel}/exceptions/3/signatures                                -> 201 {"exceptions": [{"standing": "ended"}, {"standing": "ended"}, {"standing": "in_force", "from_day": "2026-05-04", "reach": "South"}]}
           GET /review.json?as_of=2026-05-06                                    -> 200 {"items": []}
clock 2026-06-08 09:00
as sam     POST {funnel}/exceptions/4/signatures                                -> 422 end_not_ahead
           GET {funnel}.json                                                    -> 200 {"exceptions": [{"what": "Summer", "standing": "lapsed", "sentence": "Lapsed on 5 June 2026: marketing did not accept it"}]}

# Exceptions belong to a version: another one takes its place without them.
           POST {funnel}/reopenings {"reason": "Again."}                        -> 201
as maria   POST {funnel}/reopenings {"reason": "Again."}                        -> 201 {"state": "reopened", "can_except": true}
           POST /agreements/funnel/versions {"template": "direct-sales"}        -> 201 next
           POST {next}/signatures                                               -> 201
as sam     POST {next}/signatures                                               -> 201 {"state": "locked", "exceptions": []}
           GET {funnel}.json                                                    -> 200 {"state": "superseded", "can_except": false, "exceptions": [{"what": "The South", "standing": "ended", "sentence": "Ended with this version, which binds no more"}]}
           POST {funnel}/exceptions {"clause": "stages[Engaging]", "what": "Acme", "reason": "They test.", "until": "2026-07-29"}  -> 409 version_is_superseded
as ines    POST {next}/exceptions {"clause": "stages[Engaging]", "what": "Acme", "reason": "They test.", "until": "2026-07-29"}  -> 403 not_entitled_to_sign
