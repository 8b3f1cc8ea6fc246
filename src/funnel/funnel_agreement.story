# A draft shows what each clause would have found, and is nobody's move; signed, it judges.
clock 2026-03-02 09:00
as maria   POST /products {"name": "PX-100", "list_price": {"minor": 1000000, "currency": "USD"}}  -> 201
           POST /opportunities {"name": "Old talk", "stage": "Engaging", "product": 1, "owner": 4, "created_on": "2026-03-02"}  -> 201
clock 2026-06-01 09:00
           GET /review.json?as_of=2026-06-01                                    -> 200 {"items": [], "blind_spots": ["No funnel has been proposed yet, so nothing is judged by it. Start from a template."]}
           POST /agreements/funnel/versions {"template": "direct-sales"}        -> 201 draft
           GET {draft}/findings.json?to=2026-06-01                              -> 200 {"items": [{"count": 1, "mover": "sales"}]}
           GET /review.json?as_of=2026-06-01                                    -> 200 {"items": [{"code": "stage_overdue", "is_provisional": true, "why_provisional": "an unsigned draft"}]}
           GET /glossary.json                                                   -> 200 {"items": [{"term": "Prospecting", "responsible": "marketing", "is_provisional": true, "why_provisional": "from a draft that both sides have not signed"}]}

# What is wrong with a body is said clause by clause, and tried without being stored.
           POST /agreements/funnel/versions {"body": {"stages": [{"name": "Talk", "definition": "", "responsible": "none"}, {"name": "talk", "definition": "d", "responsible": "sales"}]}}
             -> 422 {"errors": [{"field": "stages"}, {"field": "stages[0].responsible"}, {"field": "stages[0].definition"}, {"field": "stages[1].name"}]}
           POST /agreement-kinds/funnel/findings {"body": {"stages": [{"name": "Engaging", "definition": "Talks.", "responsible": "sales", "time_allowed_hours": 80}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won"}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost"}]}, "to_day": "2026-06-01"}
             -> 201 {"items": [{"clause": "stages[Engaging].time_allowed_hours", "count": 1}]}
           GET /agreements.json                                                 -> 200 {"items": [{"number": 1, "state": "draft"}]}

# A first day in the past is allowed, because both sides sign it; the day before it is judged provisionally.
           POST /agreements/funnel/versions {"template": "direct-sales", "in_force_from": "2026-05-20"}  -> 201 signed
           POST {signed}/signatures                                             -> 201
as sam     POST {signed}/signatures                                             -> 201 {"state": "locked", "in_force_from": "2026-05-20"}
           GET /review.json?as_of=2026-06-01                                    -> 200 {"items": [{"code": "stage_overdue", "is_provisional": false, "agreement": "/agreements/funnel/versions/2"}]}
           GET /review.json?as_of=2026-05-19                                    -> 200 {"items": [{"code": "stage_overdue", "is_provisional": true, "why_provisional": "not in force on that day", "agreement": "/agreements/funnel/versions/2"}]}

# A stage of the CRM's that no agreed step takes in is not judged, and the review says so.
file demo.csv <<END
Opportunity ID,Opportunity Name,Stage,Created Date
006D,A demo,Demo,2026-05-01
END
as ada     POST /imports?name=demo.csv&target=opportunity file demo.csv         -> 201 demo
           PUT  /imports/{demo.import.id} {"answers": {"system": "Salesforce"}}  -> 200
           POST /imports/{demo.import.id}/run                                   -> 201
as maria   POST /opportunities {"name": "A demo", "stage": "Demo", "owner": 4}  -> 422 stage_not_agreed
           GET /review.json?as_of=2026-06-01                                    -> 200 {"blind_spots": ["1 opportunity stands in “Demo”, which no agreed step takes in, so it is not judged. Map it in the next version of the funnel."]}
