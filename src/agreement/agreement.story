# A funnel locks at the second signature, and a locked version is not edited.
clock 2026-03-02 09:00
as maria   GET /agreements.json                                                 -> 200 {"items": []}
           POST /agreements/holiday/versions {"template": "direct-sales"}       -> 404 agreement_unknown
           POST /agreements/funnel/versions {"template": "moonshot"}            -> 422 template_unknown
           POST /agreements/funnel/versions {"template": "direct-sales", "due_on": "2026-02-27"}  -> 422 due_date_past
           POST /agreements/funnel/versions {"template": "direct-sales", "trial_until": "2026-06-01"}  -> 422 trial_needs_measure
           POST /agreements/funnel/versions {"template": "direct-sales", "due_on": "2026-03-09", "note": "A common language"}  -> 201 draft
           POST {draft}/comments {"clause": "stages[Engaging].time_allowed_hours", "text": "Six weeks is long."}  -> 201
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
           POST {third}/impositions {"until": "2026-04-30", "reason": "Stop the drift."}  -> 201 {"state": "imposed", "imposed_until": "2026-04-30"}

# A deputy signs for whoever named them; then that side has signed.
as maria   GET /people.json?q=karl                                              -> 200
           POST /deputies {"deputy": 4, "from_day": "2026-03-23", "until": "2026-03-27"}  -> 201 {"items": [{"person": "Maria Keller", "deputy": "Karl Brandt"}]}
           POST /deputies {"deputy": 4, "from_day": "2026-03-01", "until": "2026-03-02"}  -> 422 end_not_ahead
           POST /deputies {"deputy": 3, "from_day": "2026-03-23", "until": "2026-03-27"}  -> 403 not_entitled_to_sign
as karl    POST {third}/signatures                                              -> 201 {"state": "imposed"}
as maria   POST {third}/signatures                                              -> 409 side_has_signed
as sam     POST {third}/signatures                                              -> 201 {"state": "locked"}

# A named exception holds once both sides have accepted it.
           POST {third}/exceptions {"clause": "stages[Sales accepted].time_allowed_hours", "what": "Leads of the spring fair", "reason": "Everybody is at the stand.", "until": "2026-03-20"}  -> 422 end_not_ahead
           POST {third}/exceptions {"clause": "stages[Sales accepted].time_allowed_hours", "what": "Leads of the spring fair", "reason": "Everybody is at the stand.", "until": "2026-04-20"}  -> 201 {"exceptions": [{"is_in_force": false}]}
as maria   POST {third}/exceptions/1/signatures                                 -> 201 {"exceptions": [{"is_in_force": true}]}
as ines    POST {third}/exceptions/1/signatures                                 -> 403 not_entitled_to_sign
as maria   DELETE /deputies/1                                                   -> 200 {"items": []}

# A trial ends on its day; what was in force before binds again until the sides decide.
as maria   POST {third}/reopenings {"reason": "Try it shorter."}                -> 201
as sam     POST {third}/reopenings {"reason": "Try it shorter."}                -> 201
           POST /agreements/funnel/versions {"template": "direct-sales", "trial_until": "2026-06-21", "trial_measure": "Fewer than 20 opportunities past their time"}  -> 201 trial
           POST {trial}/signatures                                              -> 201
as maria   POST {trial}/signatures                                              -> 201 {"state": "locked"}
clock 2026-06-23 09:00
           GET /review.json                                                     -> 200 {"items": [{"code": "agreement_trial_ended"}]}
           GET /glossary.json                                                   -> 200 {"items": [{"term": "Inquiry", "is_provisional": false}]}
