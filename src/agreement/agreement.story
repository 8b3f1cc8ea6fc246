# A funnel locks at the second signature, and a locked version is not edited.
clock 2026-03-02 09:00
as maria   GET /agreements.json                                                 -> 200 {"items": []}
           POST /agreements/holiday/versions {"template": "direct-sales"}       -> 404 agreement_unknown
           POST /agreements/funnel/versions {"template": "moonshot"}            -> 422 template_unknown
           POST /agreements/funnel/versions {"template": "direct-sales", "due_on": "2026-02-27"}  -> 422 due_date_past
           POST /agreements/funnel/versions {"template": "direct-sales", "trial_until": "2026-06-01"}  -> 422 trial_needs_measure
           POST /agreements/funnel/versions {"template": "direct-sales", "due_on": "2026-03-09", "note": "A common language"}  -> 201 draft
           POST {draft}/comments {"clause": "stages[Engaging].time_allowed_hours", "text": "Six weeks is long."}  -> 201
           POST {draft}/comments {"clause": "stages[Talking]", "text": "Which one?"}  -> 422 clause_unknown
           POST {draft}/comments {"text": " "}                                  -> 422 reason_missing
           POST {draft}/signatures                                              -> 201 {"state": "half_signed"}
           POST {draft}/signatures                                              -> 201 {"state": "half_signed"}
as ines    POST {draft}/signatures                                              -> 403 not_entitled_to_sign
as fiona   POST {draft}/signatures                                              -> 403 not_entitled_to_sign
as sam     POST {draft}/reopenings {"reason": "Too early."}                     -> 409 agreement_not_locked
           POST {draft}/signatures                                              -> 201 {"state": "locked", "in_force_from": "2026-03-02"}
           GET {draft}.json                                                     -> 200 golden
           POST {draft}/signatures                                              -> 409 agreement_is_locked
           POST {draft}/declines {"reason": "Changed my mind."}                 -> 409 agreement_is_locked
           POST /agreements/funnel/versions {"template": "repeat-business"}     -> 409 agreement_is_locked

# Reopening takes both sides, each with a reason; until the next version is locked the old one binds.
clock 2026-03-16 09:00
as sam     POST {draft}/reopenings {"reason": " "}                              -> 422 reason_missing
           POST {draft}/reopenings {"reason": "Leads wait too long."}           -> 201 {"state": "locked"}
           POST {draft}/reopenings {"reason": "Really."}                        -> 409 already_reopened
           POST /agreements/funnel/versions {"template": "repeat-business"}     -> 409 agreement_is_locked
as maria   POST {draft}/reopenings {"reason": "Agreed: the first step is marketing's."}  -> 201 {"state": "reopened"}
as sam     POST /agreements/funnel/versions {"template": "marketing-and-sales", "due_on": "2026-03-20"}  -> 201 second
as maria   GET {draft}.json                                                     -> 200 {"state": "reopened"}
           POST {second}/declines {"reason": ""}                                -> 422 reason_missing
           POST {second}/declines {"reason": "Eight hours is too short for trade shows."}  -> 201 {"state": "declined"}
as sam     POST {second}/signatures                                             -> 409 version_is_declined
           POST /agreements/funnel/versions {"template": "marketing-and-sales", "due_on": "2026-03-20", "note": "With an exception for shows"}  -> 201 third
           POST {second}/signatures                                             -> 409 version_is_superseded
           GET /agreements/funnel/comparison.json?from=1&to=3                   -> 200 golden

# The arbiter may impose an interim version once the date has passed, for a while only.
as arthur  POST {third}/impositions {"until": "2026-04-30", "reason": "Stop the drift."}  -> 409 not_yet_due
clock 2026-03-23 09:00
as sam     GET /review.json                                                     -> 200 {"items": [{"code": "agreement_unsigned_past_due", "mover": "both"}]}
as arthur  POST {third}/impositions {"until": "2026-03-23", "reason": "Stop the drift."}  -> 422 end_not_ahead
           POST {third}/impositions {"until": "2026-12-31", "reason": "Stop the drift."}  -> 422 imposition_too_long
           GET {third}.json                                                     -> 200 {"can_impose": true}
           POST {third}/impositions {"until": "2026-04-30", "reason": " "}      -> 422 reason_missing
           POST {third}/impositions {"until": "2026-04-30", "reason": "Stop the drift."}  -> 201 {"state": "imposed", "imposed_until": "2026-04-30", "can_impose": false, "sentence": "Imposed by Arthur Boyd until 30 April 2026: Stop the drift."}
           POST {third}/impositions {"until": "2026-05-29", "reason": "Longer."}  -> 409 already_imposed
           GET {draft}.json                                                     -> 200 {"state": "superseded", "sentence": "Replaced by version 3, which the arbiter imposed until 30 April 2026"}
           GET /agreement-bindings.json                                         -> 200 {"items": [{"territory": null, "agreement": "Funnel, version 3", "is_imposed": true, "sentence": "imposed until 30 April 2026"}]}

# A deputy signs for whoever named them; then that side has signed.
as maria   GET /people.json?q=karl                                              -> 200
           POST /deputies {"deputy": 4, "from_day": "2026-03-23", "until": "2026-03-27"}  -> 201 {"items": [{"person": "Maria Keller", "deputy": "Karl Brandt"}]}
           POST /deputies {"deputy": 4, "from_day": "2026-03-01", "until": "2026-03-02"}  -> 422 end_not_ahead
           POST /deputies {"deputy": 3, "from_day": "2026-03-23", "until": "2026-03-27"}  -> 403 not_entitled_to_sign
           POST /deputies {"deputy": {maria.id}, "from_day": "2026-03-23", "until": "2026-03-27"}  -> 403 not_entitled_to_sign
           GET {third}.json                                                     -> 200 {"needs": [{"side": "sales", "may_sign": ["Maria Keller", "Karl Brandt (for Maria Keller)"]}]}
as ines    POST /deputies {"deputy": {sam.id}, "from_day": "2026-03-23", "until": "2026-03-27"}  -> 403 not_entitled_to_sign
           GET /deputies.json                                                   -> 200 {"items": [{"deputy": "Karl Brandt", "is_now": true, "is_yours": false}], "can_name": false}
as karl    POST {third}/signatures                                              -> 201 {"state": "imposed"}
as maria   POST {third}/signatures                                              -> 409 side_has_signed
as sam     POST {third}/signatures                                              -> 201 {"state": "locked"}

as maria   DELETE /deputies/1                                                   -> 200 {"items": []}

# A trial ends on its day; what was in force before binds again until the sides decide.
as maria   POST {third}/reopenings {"reason": "Try it shorter."}                -> 201
as sam     POST {third}/reopenings {"reason": "Try it shorter."}                -> 201
           POST /agreements/funnel/versions {"template": "direct-sales", "trial_until": "2026-06-21", "trial_measure": "Fewer than 20 opportunities past their time"}  -> 201 trial
           POST {trial}/signatures                                              -> 201
as maria   POST {trial}/signatures                                              -> 201 {"state": "locked"}
           GET {third}.json                                                     -> 200 {"state": "superseded", "sentence": "Replaced by version 4, which both sides signed, since 23 March 2026"}
clock 2026-06-23 09:00
           GET /review.json                                                     -> 200 {"items": [{"code": "agreement_trial_ended"}]}
           GET {trial}.json                                                     -> 200 {"state": "ended", "can_reopen": false, "can_propose": true, "sentence": "Signed by Sam Rivera and Maria Keller; the trial ended on 21 June 2026, so it binds no more and the next version can be proposed"}
           POST {trial}/reopenings {"reason": "Too late."}                      -> 409 agreement_not_locked
           GET {third}.json                                                     -> 200 {"state": "reopened", "sentence": "Reopened by both sides; it binds again since version 4 ended on 21 June 2026, until the next version is locked"}
           GET /glossary.json                                                   -> 200 {"items": [{"term": "Inquiry", "is_provisional": false}]}

# Whoever proposed a version may withdraw it, though not entitled to sign; a withdrawn one is not imposed.
as lena    POST /agreements/funnel/versions {"template": "direct-sales", "due_on": "2026-06-30", "trial_until": "2026-06-26", "trial_measure": "Nobody waits", "in_force_from": "2026-06-29"}  -> 422 end_not_ahead
           POST /agreements/funnel/versions {"template": "direct-sales", "due_on": "2026-06-30", "trial_until": "2026-06-26", "trial_measure": "Nobody waits"}  -> 201 fifth {"is_own": true, "can_decline": true, "can_sign": false}
clock 2026-06-26 09:00
as sam     GET {fifth}.json                                                     -> 200 {"can_sign": false}
           POST {fifth}/signatures                                              -> 422 end_not_ahead
as lena    POST {fifth}/declines {"reason": "The trial would end today."}       -> 201 {"state": "declined", "sentence": "Withdrawn by Lena Fischer on 26 June 2026: The trial would end today."}
clock 2026-07-02 09:00
as arthur  POST {fifth}/impositions {"until": "2026-07-30", "reason": "Decide."}  -> 409 version_is_declined

# As of an earlier day the review says what stood unsigned then, though it was signed since.
as sam     POST /agreements/funnel/versions {"template": "direct-sales", "due_on": "2026-07-03"}  -> 201 sixth
clock 2026-07-07 09:00
as sam     POST {sixth}/signatures                                              -> 201
clock 2026-07-08 09:00
as maria   POST {sixth}/signatures                                              -> 201 {"state": "locked"}
           GET /review.json?as_of=2026-07-07                                    -> 200 {"items": [{"code": "agreement_unsigned_past_due", "mover": "sales"}]}
           GET /review.json?as_of=2026-07-06                                    -> 200 {"items": [{"code": "agreement_unsigned_past_due", "mover": "both"}]}
           GET /review.json?as_of=2026-07-08                                    -> 200 {"items": []}
