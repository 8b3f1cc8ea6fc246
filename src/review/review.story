# Two reviews: the second opens with what the first promised, and whether the number moved.
clock 2026-03-02 09:00
as maria   POST /agreements/funnel/versions {"template": "direct-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
as maria   POST /accounts {"name": "Northwind"}                                 -> 201
           POST /products {"name": "PX-100", "list_price": {"minor": 1000000, "currency": "USD"}, "unit_cost": {"minor": 400000, "currency": "USD"}}  -> 201
           POST /opportunities {"name": "Gauges for Northwind", "stage": "Engaging", "account": 1, "product": 1, "owner": 4, "created_on": "2026-03-02"}  -> 201
           POST /opportunities {"name": "Nobody's lead", "stage": "Prospecting", "created_on": "2026-03-02"}  -> 201

# Nothing is late yet; what cannot be judged is said.
           GET /review.json                                                     -> 200 golden
           GET /review.json?as_of=2026-03-03                                    -> 422 day_lies_ahead

# Ten weeks later both are late. Without closed journeys nobody knows what they are worth.
clock 2026-05-18 09:00
as sam     GET /review.json?as_of=2026-05-18                                    -> 200 {"items": [{"code": "stage_overdue", "about": "Prospecting", "mover": "marketing"}, {"code": "stage_overdue", "about": "Engaging", "count": 1, "mover": "sales", "stake_kind": "unknown"}]}
           GET /gaps/stage_overdue.json?about=Engaging&as_of=2026-05-18         -> 200 golden
           GET /gaps/stage_overdue.json?about=Nowhere                           -> 404 not_found
as ines    POST /reviews {}                                                     -> 403 not_allowed
as sam     POST /reviews {"as_of": "2026-05-19"}                                -> 422 day_lies_ahead
           POST /reviews {"as_of": "2026-05-18"}                                -> 201 {"review": 1, "attendance": [{"name": "Sam Rivera"}]}
           POST /reviews {}                                                     -> 409 review_is_open
           POST /reviews/1/closing                                              -> 409 review_needs_both_sides
           POST /reviews/1/attendance {"person": 2}                             -> 201
           POST /reviews/1/decisions {"code": "stage_overdue", "about": "Nowhere", "decision": "Ignore it."}  -> 422 gap_not_on_agenda
           POST /reviews/1/decisions {"code": "stage_overdue", "about": "Engaging", "decision": "Karl calls the customer."}  -> 201
           POST /reviews/1/actions {"code": "stage_overdue", "about": "Engaging", "what": "Call Northwind and close it", "person": 4, "due_on": "2026-05-22"}  -> 201
           POST /reviews/1/closing                                              -> 201 {"is_closed": true}
           POST /reviews/1/decisions {"code": "stage_overdue", "about": "Engaging", "decision": "Too late."}  -> 409 review_is_closed
           GET /reviews/1.json                                                  -> 200 golden

# Karl loses the order and says so; the number has moved.
as karl    POST /opportunities {"name": "x", "stage": "Engaging", "account": 1, "product": 1, "owner": 4, "territory": 1}  -> 201
as sam     POST /actions/1/completion {"note": "He called."}                    -> 403 action_of_another
as karl    DELETE /actions/1/completion                                         -> 409 action_is_open
           POST /actions/1/completion {"note": "They bought elsewhere."}        -> 201
as maria   DELETE /actions/1/completion                                         -> 200 {"done_on": null}
           POST /actions/1/completion {"note": "They bought elsewhere."}        -> 201 {"done_on": "2026-05-18"}
           POST /actions/1/completion {"note": "Twice."}                        -> 409 action_is_done
clock 2026-05-25 09:00
           PUT /opportunities/1 {"name": "Gauges for Northwind", "stage": "Lost", "outcome": "lost", "lost_reason": "A competitor", "account": 1, "product": 1, "owner": 4, "created_on": "2026-03-02", "close_on": "2026-05-21"}  -> 200
           GET /review.json                                                     -> 200 {"promised": [{"what": "Call Northwind and close it", "person": "Karl Brandt", "moved": {"count_before": 1, "count_now": 0, "stake_before": {"money": null}, "stake_now": {"money": null}}}]}
           GET /reviews.json                                                    -> 200 {"items": [{"decision_count": 1, "action_count": 1, "done_count": 1}]}
as ada     PUT /people/4 {"name": "Karl Brandt", "email": "karl@demo.example", "role": "salesperson", "left_on": "2026-05-20"}  -> 200
as maria   POST /reviews {}                                                     -> 201 {"review": 2}
           POST /reviews/2/attendance {"person": 4}                             -> 422 person_has_left
