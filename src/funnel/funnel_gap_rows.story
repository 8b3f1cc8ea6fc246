# The evidence of a gap lists what the gap counts: as many, worth as much, as they stood on its day.
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
           POST /imports/{closed.import.id}/run                                 -> 201 {"import": {"created": 32}}
           POST /agreements/funnel/versions {"template": "direct-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /accounts {"name": "Southern Steel", "territory": 2}            -> 201 south
           POST /products {"name": "PX-100", "list_price": {"minor": 1000000, "currency": "USD"}, "unit_cost": {"minor": 430000, "currency": "USD"}}  -> 201 px
           POST /opportunities {"name": "North gauges", "stage": "Engaging", "account": {north}, "product": {px}, "owner": {karl.id}, "value": {"minor": 1234567, "currency": "USD"}}  -> 201 gauges
           POST /opportunities {"name": "South pumps", "stage": "Engaging", "account": {south}, "territory": 2, "product": {px}, "owner": {maria.id}}  -> 201 pumps
           POST /opportunities {"name": "In euros", "stage": "Engaging", "account": {south}, "territory": 2, "product": {px}, "owner": {maria.id}, "value": {"minor": 500000, "currency": "EUR"}}  -> 201 euros
clock 2026-05-11 09:00
           POST /opportunities {"name": "A fresh one", "stage": "Engaging", "account": {north}, "product": {px}, "owner": {karl.id}}  -> 201 fresh
as karl    POST /activities {"opportunity": {fresh}, "kind": "call"}            -> 201
clock 2026-05-15 10:00
as karl    POST /activities {"opportunity": {gauges}, "kind": "call", "subject_line": "When they decide"}  -> 201

# Three are late, of whom two have a worth: 12 of 32 were won, at a margin of 57%. The largest comes first.
clock 2026-05-18 09:00
as maria   GET /gaps/stage_overdue.json?about=Engaging&as_of=2026-05-18                       -> 200
             {"count": 3, "stake_kind": "expected_margin", "stake": {"money": {"minor": 477639, "currency": "USD"}},
              "evidence": "/gaps/stage_overdue/opportunities?about=Engaging&as_of=2026-05-18"}
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&as_of=2026-05-18         -> 200 golden
           GET /gaps/stage_overdue/opportunities/{gauges}.json?about=Engaging&as_of=2026-05-18  -> 200 golden
           GET /opportunities/{gauges}/expected.json?as_of=2026-05-18                         -> 200 golden
           GET /gaps/stage_overdue/opportunities.csv?about=Engaging&as_of=2026-05-18          -> 200 golden
           GET /gaps/stage_overdue/opportunities/{euros}.json?about=Engaging&as_of=2026-05-18   -> 200
             {"stake": {"money": null, "why": "No exchange rate of EUR of 18 May 2026 or the week before is on record.", "inputs": []}}
           GET /opportunities/{gauges}/expected.json?as_of=2026-05-18&of=revenue              -> 200
             {"stake": {"name": "Expected revenue", "money": {"minor": 462963, "currency": "USD"}, "formula": "value × win rate"}}
           GET /opportunities/{gauges}/expected.json?of=weather                               -> 422 wrong_shape
           GET /opportunities/1/expected.json?as_of=2026-05-18                                -> 404 not_found
           GET /gaps/opportunity_unworked/opportunities.json?about=Engaging&as_of=2026-05-18  -> 200
             {"items": [{"name": "South pumps", "last_worked_on": null}, {"name": "In euros"}], "total": 2}

# The win rate names the journeys that it counts, and no others.
           GET /closed-journeys.json?as_of=2026-05-18&outcome=won                             -> 200 {"total": 12}
           GET /closed-journeys.json?as_of=2026-05-18                                         -> 200 {"total": 32}
           GET /closed-journeys.json?as_of=2026-05-18&stage=Engaging                          -> 200 {"items": [], "total": 0}
           GET /closed-journeys.json?as_of=2026-05-19                                         -> 422 day_lies_ahead

# It is a list like any other: searched, filtered, ordered, paged.
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&q=steel&order=name       -> 200
             {"items": [{"name": "In euros"}, {"name": "South pumps"}], "total": 2}
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&owner={karl.id}          -> 200 {"items": [{"name": "North gauges"}], "total": 1}
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&limit=1                  -> 200 page
             {"items": [{"name": "North gauges"}], "total": 3}
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&limit=1&after={page.next} -> 200
             {"items": [{"name": "South pumps", "value_basis": "list_price"}], "total": 3}
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&colour=red               -> 400 unknown_filter
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&value_from=much          -> 400 malformed_filter
           GET /gaps/stage_overdue/opportunities.json?about=Nowhere                           -> 404 not_found
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&as_of=2026-05-19         -> 422 day_lies_ahead
           GET /gaps/stage_overdue.json?about=Engaging&as_of=2026-05-19                       -> 422 day_lies_ahead

# Whoever sees a part of the market sees the gap of that part, and its evidence.
as karl    GET /gaps/stage_overdue.json?about=Engaging&as_of=2026-05-18                       -> 200 {"count": 1}
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&as_of=2026-05-18         -> 200 {"items": [{"name": "North gauges"}], "total": 1}
           GET /gaps/stage_overdue/opportunities.csv?about=Engaging&as_of=2026-05-18          -> 200
           GET /gaps/stage_overdue/opportunities/{pumps}.json?about=Engaging&as_of=2026-05-18 -> 404 not_found
           GET /gaps/opportunity_unworked/opportunities.json?about=Engaging&as_of=2026-05-18  -> 404 not_found

# What happens later changes the later days only.
clock 2026-05-21 09:00
as maria   PUT /opportunities/{pumps} {"name": "South pumps", "stage": "Lost", "outcome": "lost", "lost_reason": "Price", "account": {south}, "territory": 2, "product": {px}, "owner": {maria.id}, "created_on": "2026-03-02"}  -> 200
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&as_of=2026-05-18         -> 200
             {"items": [{"name": "North gauges", "stage": "Engaging"}, {"name": "South pumps", "stage": "Engaging"}, {"name": "In euros"}], "total": 3}
           GET /gaps/stage_overdue/opportunities.json?about=Engaging&as_of=2026-05-21         -> 200
             {"items": [{"name": "North gauges"}, {"name": "In euros"}], "total": 2}
           GET /gaps/stage_overdue.json?about=Engaging&as_of=2026-05-21                       -> 200 {"count": 2}
           GET /gaps/opportunity_unworked.json?about=Engaging&as_of=2026-05-14                -> 200 {"count": 3}
           GET /gaps/opportunity_unworked/opportunities.json?about=Engaging&as_of=2026-05-14  -> 200
             {"items": [{"name": "North gauges", "last_worked_on": null}], "total": 3}

# A gap of a claim without evidence lists who lacks it.
           POST /opportunities {"name": "Nameless", "stage": "Engaging", "account": {north}, "product": {px}, "owner": {karl.id}}  -> 201 nameless
           PUT  /opportunities/{nameless} {"name": "Nameless", "stage": "Engaging", "account": {north}, "owner": {karl.id}}  -> 200
           GET /gaps/stage_without_evidence.json?about=Engaging%2Fproduct                     -> 200 {"count": 1, "stake_kind": "unknown"}
           GET /gaps/stage_without_evidence/opportunities.json?about=Engaging%2Fproduct       -> 200
             {"items": [{"name": "Nameless", "value": null, "stake": {"money": null, "why": "It has no value, and its product has no list price."}}], "total": 1}

# A value in another currency counts from when its rate is known: 5,000 euros are 5,500 dollars, times 12 of 32, times 57%.
           GET /review.json?as_of=2026-05-18                                                  -> 200 unrated
             {"blind_spots": ["1 opportunity in EUR has no exchange rate of 18 May 2026 or the week before, so no stake holds it. Import or enter the rates of EUR."]}
as fiona   POST /exchange-rates {"day": "2026-05-15", "base": "EUR", "quote": "USD", "rate": "1.1"} -> 201
as maria   GET /gaps/stage_overdue.json?about=Engaging&as_of=2026-05-18                       -> 200
             {"count": 3, "stake_kind": "expected_margin", "stake": {"money": {"minor": 595202, "currency": "USD"}}}
           GET /gaps/stage_overdue/opportunities/{euros}.json?about=Engaging&as_of=2026-05-18 -> 200
             {"worth": {"minor": 550000, "currency": "USD"}, "stake": {"money": {"minor": 117563}, "inputs": [{"name": "its value", "money": {"minor": 500000, "currency": "EUR"}}, {"name": "1 EUR = 1.1 USD, of 15 May 2026", "number": 1.1}, {"name": "in USD", "money": {"minor": 550000}}, {"name": "win rate of all journeys: won"}, {"name": "win rate of all journeys: closed"}, {"name": "value × win rate", "money": {"minor": 206250}}, {"name": "gross margin", "number": 57}]}}
           GET /opportunities/{euros}/expected.json?as_of=2026-05-18                          -> 200
             {"stake": {"money": {"minor": 117563, "currency": "USD"}}}
           GET /opportunities/{euros}.json                                                    -> 200
             {"value": {"minor": 500000, "currency": "EUR"}, "worth": {"minor": 550000, "currency": "USD"}, "rate": "1 EUR = 1.1 USD", "rate_day": "2026-05-15"}
           GET /opportunities/totals.json?currency=EUR                                        -> 200
             {"open_by_stage": [{"stage": "Engaging", "values": [{"money": {"minor": 500000, "currency": "EUR"}}, {"name": "Open in Engaging, all in USD", "money": {"minor": 550000, "currency": "USD"}}]}]}
           GET /gaps/stage_overdue/opportunities/{euros}.json?about=Engaging&as_of=2026-05-14 -> 200
             {"worth": null, "stake": {"money": null, "why": "No exchange rate of EUR of 14 May 2026 or the week before is on record."}}
