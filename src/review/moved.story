# The numbers of a review are frozen with it, and the next one says how each has moved: count and money, both ways.
clock 2026-03-02 09:00
file closed.csv <<END
opportunity_id,stage,amount,close date
C01,Won,900.00,2026-02-02
C02,Won,900.00,2026-02-03
C03,Lost,,2026-02-04
C04,Lost,,2026-02-05
C05,Lost,,2026-02-06
C06,Lost,,2026-02-07
C07,Lost,,2026-02-08
C08,Won,900.00,2026-02-09
C09,Won,900.00,2026-02-10
C10,Won,900.00,2026-02-11
C11,Lost,,2026-02-12
C12,Lost,,2026-02-13
C13,Lost,,2026-02-14
C14,Lost,,2026-02-15
C15,Lost,,2026-02-16
C16,Won,900.00,2026-02-17
C17,Won,900.00,2026-02-18
C18,Won,900.00,2026-02-19
C19,Lost,,2026-02-20
C20,Lost,,2026-02-21
C21,Lost,,2026-02-22
C22,Lost,,2026-02-23
C23,Lost,,2026-02-24
C24,Won,900.00,2026-02-25
C25,Won,900.00,2026-02-26
C26,Won,900.00,2026-02-27
C27,Lost,,2026-02-01
C28,Lost,,2026-02-02
C29,Lost,,2026-02-03
C30,Lost,,2026-02-04
C31,Lost,,2026-02-05
C32,Won,900.00,2026-02-06
END
as maria   POST /imports?name=closed.csv file closed.csv                        -> 201 closed
           PUT  /imports/{closed.import.id} {"answers": {"currency": "USD"}}    -> 200
           POST /imports/{closed.import.id}/run                                 -> 201
           POST /agreements/funnel/versions {"template": "direct-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /products {"name": "PX-100", "list_price": {"minor": 1000000, "currency": "USD"}, "unit_cost": {"minor": 430000, "currency": "USD"}}  -> 201 px
           POST /opportunities {"name": "Gauges", "stage": "Engaging", "account": {north}, "product": {px}, "owner": {karl.id}, "value": {"minor": 1234567, "currency": "USD"}}  -> 201 gauges
           POST /opportunities {"name": "Pumps", "stage": "Engaging", "account": {north}, "product": {px}, "owner": {karl.id}}  -> 201 pumps
           POST /opportunities {"name": "A first word", "stage": "Prospecting", "account": {north}, "product": {px}, "owner": {karl.id}}  -> 201 word
clock 2026-05-12 09:00
           POST /opportunities {"name": "Valves", "stage": "Engaging", "account": {north}, "product": {px}, "owner": {karl.id}}  -> 201 valves
           POST /opportunities {"name": "Hoses", "stage": "Engaging", "account": {north}, "product": {px}, "owner": {karl.id}, "value": {"minor": 100000, "currency": "USD"}}  -> 201 hoses
           PUT  /opportunities/{hoses} {"name": "Hoses", "stage": "Engaging", "account": {north}, "owner": {karl.id}, "value": {"minor": 100000, "currency": "USD"}}  -> 200
as karl    POST /activities {"opportunity": {gauges}, "kind": "call"}           -> 201

# The first review: two late in Engaging; one of them, and the first word, untouched; one without a product.
clock 2026-05-18 09:00
as maria   POST /reviews {}                                                     -> 201 {"review": 1}
           POST /reviews/1/attendance {"person": {sam.id}}                      -> 201
           POST /reviews/1/actions {"code": "stage_overdue", "about": "Engaging", "what": "Call both", "person": {karl.id}, "due_on": "2026-05-22"}  -> 201
           POST /reviews/1/actions {"code": "opportunity_unworked", "about": "Engaging", "what": "Work on what is new", "person": {maria.id}, "due_on": "2026-05-22"}  -> 201
           POST /reviews/1/actions {"code": "stage_overdue", "about": "Prospecting", "what": "Pass it on", "person": {sam.id}, "due_on": "2026-06-05"}  -> 201
           POST /reviews/1/actions {"code": "stage_without_evidence", "about": "Engaging/product", "what": "Name the product", "person": {karl.id}, "due_on": "2026-05-29"}  -> 201
           POST /reviews/1/actions {"code": "", "about": "", "what": "Invite Lena", "person": {sam.id}, "due_on": "2026-05-29"}  -> 201
           POST /reviews/1/closing                                              -> 201 {"is_closed": true}
           GET /reviews/1.json                                                  -> 200 golden
           GET /reviews/1/gaps/stage_overdue.json?about=Engaging                -> 200 golden
           GET /reviews/1/gaps/stage_overdue.json?about=Nowhere                 -> 404 not_found

# A week later one of the late ones is lost, what was new lies untouched too, the first word was passed on, and the product is named.
clock 2026-05-28 09:00
as karl    POST /actions/1/completion {"note": "One is lost."}                  -> 201
as maria   PUT /opportunities/{pumps} {"name": "Pumps", "stage": "Lost", "outcome": "lost", "lost_reason": "Price", "account": {north}, "product": {px}, "owner": {karl.id}, "created_on": "2026-03-02"}  -> 200
           PUT /opportunities/{word} {"name": "A first word", "stage": "Engaging", "account": {north}, "product": {px}, "owner": {karl.id}, "created_on": "2026-03-02"}  -> 200
           PUT /opportunities/{hoses} {"name": "Hoses", "stage": "Engaging", "account": {north}, "product": {px}, "owner": {karl.id}, "value": {"minor": 100000, "currency": "USD"}, "created_on": "2026-05-12"}  -> 200
           GET /review.json                                                     -> 200 golden
           POST /reviews {}                                                     -> 201 {"review": 2}
           POST /reviews/2/attendance {"person": {sam.id}}                      -> 201
           POST /reviews/2/closing                                              -> 201

# What was frozen stays: the workings of the first, and what the second said of it, whatever is done afterwards.
clock 2026-06-01 09:00
as sam     POST /actions/3/completion {"note": "Passed on."}                    -> 201
as maria   PUT /opportunities/{gauges} {"name": "Gauges", "stage": "Won", "outcome": "won", "account": {north}, "product": {px}, "owner": {karl.id}, "value": {"minor": 1234567, "currency": "USD"}, "created_on": "2026-03-02"}  -> 200
           GET /reviews/1/gaps/stage_overdue.json?about=Engaging                -> 200
             {"count": 2, "stake": {"money": {"minor": 477639, "currency": "USD"}}}
           GET /reviews/2.json                                                  -> 200
             {"promised": [{"what": "Call both", "done_on": "2026-05-28", "moved": {"count_before": 2, "count_now": 1}}, {"what": "Pass it on", "done_on": null, "is_overdue": false}]}
           GET /review.json                                                     -> 200 {"promised": [], "last_review": 2}

# On a day before any review nothing was promised; of the first review's own day, what that one promised.
           GET /review.json?as_of=2026-05-15                                    -> 200 {"promised": [], "promised_on": null, "last_review": 0}
           GET /review.json?as_of=2026-05-20                                    -> 200 {"promised_on": "2026-05-18", "last_review": 1}

# Who sees a part of the market compares no numbers of the whole with those of the part.
as karl    GET /review.json?as_of=2026-05-20                                    -> 200 {"promised": [{"what": "Call both", "moved": null}]}
