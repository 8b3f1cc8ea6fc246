# A territory's own agreement binds it and what lies below it, before the company's; others follow the company's.
clock 2026-03-02 09:00
as ada     POST /territories {"name": "Far North", "parent": 1}                 -> 201 far
           PUT /people/{karl.id} {"name": "Karl Brandt", "email": "karl@demo.example", "role": "sales_manager", "territory": 1}  -> 200
           PUT /people/{ines.id} {"name": "Ines Duarte", "email": "ines@demo.example", "role": "marketing_manager", "territory": 1}  -> 200
           PUT /people/{lena.id} {"name": "Lena Fischer", "email": "lena@demo.example", "role": "liaison", "territory": {far.id}}  -> 200
as maria   POST /opportunities {"name": "In the North", "stage": "Engaging", "territory": 1, "created_on": "2026-03-02"}  -> 201
           POST /opportunities {"name": "Far up", "stage": "Engaging", "territory": {far.id}, "created_on": "2026-03-02"}  -> 201
           POST /opportunities {"name": "In the South", "stage": "Engaging", "territory": 2, "created_on": "2026-03-02"}  -> 201
           POST /agreements/funnel/versions {"template": "direct-sales"}        -> 201 whole {"reach": "Would bind the whole company."}
           POST {whole}/signatures                                              -> 201
as sam     POST {whole}/signatures                                              -> 201 {"state": "locked", "reach": "Binds the whole company."}

# Whoever works in one territory reads what binds it from above, and proposes for theirs and those below.
as karl    GET /agreements/funnel.json                                          -> 200 {"can_propose": false, "can_sign": false}
           POST /agreements/funnel/versions {"template": "repeat-business"}     -> 403 beyond_your_territory
           POST /agreements/funnel-2/versions {"template": "repeat-business"}   -> 404 not_found
           POST /agreements/funnel-99/versions {"template": "repeat-business"}  -> 404 not_found
           POST /agreement-kinds/funnel/findings {"body": {"stages": []}, "territory": 2}  -> 422
           GET /agreement-bindings.json                                         -> 200 {"items": [{"territory": null, "can_propose": false, "agreement": "Funnel, version 1"}, {"territory_name": "North", "depth": 1, "is_own": false, "sentence": "as the whole company", "can_propose": true, "slug": "funnel-1"}, {"territory_name": "Far North", "depth": 2, "can_propose": true}]}

# What each of its clauses would have found is counted in that territory only.
           POST /agreements/funnel-1/versions {"body": {"stages": [{"name": "Talking", "definition": "We talk.", "responsible": "sales", "time_allowed_hours": 16, "crm_stages": ["Engaging"]}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won"}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost"}]}, "note": "We are quick up here."}
             -> 201 north {"title": "Funnel", "territory_name": "North", "reach": "Would bind North and what lies below it.", "needs": [{"side": "sales", "rule": "A sales manager of North or the whole company", "may_sign": ["Karl Brandt", "Maria Keller"]}, {"side": "marketing", "may_sign": ["Ines Duarte", "Sam Rivera"]}]}
clock 2026-03-06 18:00
as maria   GET {north}/findings.json?to=2026-03-06                              -> 200 {"items": [{"clause": "stages[Talking].time_allowed_hours", "count": 2}]}
           POST /agreement-kinds/funnel/findings {"body": {north.body}, "to_day": "2026-03-06"}
             -> 201 {"items": [{"clause": "stages[Talking].time_allowed_hours", "count": 3}]}
           POST /agreement-kinds/funnel/findings {"body": {north.body}, "territory": 2, "to_day": "2026-03-06"}
             -> 201 {"items": [{"clause": "stages[Talking].time_allowed_hours", "count": 1}]}
as karl    POST {north}/signatures                                              -> 201
as ines    POST {north}/signatures                                              -> 201 {"state": "locked", "reach": "Binds North and what lies below it."}

# From then on each is judged by what binds its territory.
clock 2026-03-16 09:00
as maria   GET /review.json?as_of=2026-03-16                                    -> 200 {"items": [{"code": "stage_overdue", "about": "Talking in North", "count": 2, "sentence": "2 opportunities in North stand in “Talking” past the agreed 2 business days", "agreement": "/agreements/funnel-1/versions/1", "clause": "stages[Talking].time_allowed_hours", "term": "Talking", "is_provisional": false, "evidence": "/gaps/stage_overdue/opportunities?about=Talking%20in%20North&as_of=2026-03-16"}]}
           GET /agreements/funnel.json                                          -> 200 {"reach": "Binds the whole company, but not North, which has its own."}
           GET /agreement-bindings.json                                         -> 200 {"items": [{"territory": null, "is_own": true}, {"territory_name": "North", "is_own": true, "agreement": "Funnel of North, version 1", "sentence": "since 6 March 2026", "can_propose": false}, {"territory_name": "Far North", "is_own": false, "agreement": "Funnel of North, version 1", "sentence": "as North"}, {"territory_name": "South", "sentence": "as the whole company"}]}
           GET /glossary.json                                                   -> 200 {"items": [{"term": "Engaging", "territories": []}, {"term": "Engaging", "definition": "Talking: We talk.", "territories": [1, {far.id}]}]}
as lena    GET {north}.json                                                     -> 200 {"can_propose": false, "can_sign": false}
           GET /review.json?as_of=2026-03-16                                    -> 200 {"items": [{"about": "Talking in North", "count": 1}]}
           POST /agreements/funnel-1/versions {"template": "repeat-business"}   -> 403 beyond_your_territory
           POST {north}/comments {"text": "Two days are not much up here."}     -> 201

# Where nobody may sign, the page says who would have to be appointed.
as ada     PUT /people/{maria.id} {"name": "Maria Keller", "email": "maria@demo.example", "role": "sales_manager", "territory": 2}  -> 200
as sam     GET /agreements/funnel.json                                          -> 200 {"needs": [{"side": "sales", "may_sign": [], "why_nobody": "There is no sales manager of the whole company. An administrator gives somebody that role and territory under People."}, {"side": "marketing", "why_nobody": ""}]}
           GET /agreements/funnel-1.json                                        -> 200 {"needs": [{"side": "sales", "may_sign": ["Karl Brandt"], "why_nobody": ""}]}
as maria   GET {north}.json                                                     -> 404 not_found
