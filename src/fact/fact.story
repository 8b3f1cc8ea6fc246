# Activities: what people of either side did, logged in two taps, and taken back within a day.
as maria   POST /accounts {"name": "Acme Works", "territory": 1}                             -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}                         -> 201 steel
           POST /opportunities {"name": "Ten meters", "stage": "Proposal", "account": {acme}, "territory": 1}
                                                                                             -> 201 meters
           POST /opportunities {"name": "A furnace", "stage": "Proposal", "account": {steel}, "territory": 2}
                                                                                             -> 201 furnace

# The side is that of who logs it; the account follows from the opportunity; the time is now.
as karl    POST /activities {"opportunity": {meters}, "kind": "call", "subject_line": "Asked for the drawing"}
                                                                                             -> 201 call
as ines    POST /activities {"account": {acme}, "kind": "email", "at": "2026-03-01T15:00:00Z"} -> 201
           GET  /activities.json?order=-at                                                   -> 200
             {"items": [{"kind": "call", "side": "sales", "person_name": "Karl Brandt", "opportunity_name": "Ten meters",
                         "account_name": "Acme Works", "at": "2026-03-02T09:00:00.000Z", "precision": "moment"},
                        {"kind": "email", "side": "marketing", "person_name": "Ines Duarte"}], "total": 2}

# The South is absent for Karl, who works in the North.
as maria   POST /activities {"opportunity": {furnace}, "kind": "visit"}                      -> 201 visit
as karl    GET  /activities.json                                                             -> 200 {"total": 2}
           GET  /activities/{visit}.json                                                     -> 404 not_found
           POST /activities {"opportunity": {furnace}, "kind": "visit"}                      -> 422 opportunity_unknown
           POST /activities {"account": {steel}, "kind": "visit"}                            -> 422 account_unknown
           DELETE /activities/{visit}                                                        -> 404 not_found

# What the rules refuse.
           POST /activities {"kind": "call"}                                                 -> 422 activity_about_nothing
           POST /activities {"account": {acme}, "kind": "meeting", "at": "2026-03-03T09:00:00Z"}
                                                                                             -> 422 activity_in_future
as fiona   POST /activities {"account": {acme}, "kind": "call"}                              -> 403 not_allowed

# Only its author takes an activity back, for 24 hours; then it stands.
as ines    DELETE /activities/{call}                                                         -> 403 activity_not_yours
as karl    POST /activities {"opportunity": {meters}, "kind": "email"}                       -> 201 email
           DELETE /activities/{email}                                                        -> 200
           GET  /activities/{email}.json                                                     -> 404 not_found
           GET  /activities.json                                                             -> 200 {"total": 2}
clock 2026-03-03 09:01
           DELETE /activities/{call}                                                         -> 409 activity_is_settled
