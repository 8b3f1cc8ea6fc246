# A territory is split in the middle of a quarter. What was judged before the split stays what it was.
clock 2026-02-02 09:00
as maria   POST /opportunities {"name": "Eastern pumps", "stage": "Engaging", "territory": 1, "created_on": "2026-02-02"}  -> 201 east_pumps
           POST /opportunities {"name": "Western pumps", "stage": "Engaging", "territory": 1, "created_on": "2026-02-02"}  -> 201 west_pumps
           POST /agreements/funnel-1/versions {"body": {"stages": [{"name": "Talking", "definition": "We talk.", "responsible": "sales", "time_allowed_hours": 16, "crm_stages": ["Engaging"]}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won"}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost"}]}}  -> 201 north
           POST {north}/signatures                                              -> 201
as sam     POST {north}/signatures                                              -> 201 {"state": "locked"}
clock 2026-02-16 09:00
as ada     POST /territories {"name": "North East", "parent": 1}                -> 201 east
as maria   POST /agreements/funnel-{east.id}/versions {"body": {"stages": [{"name": "Courting", "definition": "They take their time.", "responsible": "sales", "time_allowed_hours": 800, "crm_stages": ["Engaging"]}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won"}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost"}]}}  -> 201 slow
           POST {slow}/signatures                                               -> 201
as sam     POST {slow}/signatures                                               -> 201 {"state": "locked"}
clock 2026-02-18 10:00
as maria   PUT  /opportunities/{east_pumps} {"name": "Eastern pumps", "stage": "Engaging", "territory": {east.id}, "created_on": "2026-02-02"}  -> 200

# On the day before the move both were late by the North's clause; on the day of the move one of them was the North East's.
clock 2026-03-02 09:00
           GET  /gaps/stage_overdue.json?about=Talking%20in%20North&as_of=2026-02-17                -> 200 {"count": 2}
           GET  /gaps/stage_overdue.json?about=Talking%20in%20North&as_of=2026-02-18                -> 200 {"count": 1}
           GET  /gaps/stage_overdue/opportunities.json?about=Talking%20in%20North&as_of=2026-02-17&order=id  -> 200
             {"items": [{"name": "Eastern pumps", "territory": 1, "territory_name": "North", "territory_now": "North East", "stage": "Talking"},
                        {"name": "Western pumps", "territory": 1, "territory_name": "North", "territory_now": ""}], "total": 2}
           GET  /gaps/stage_overdue/opportunities.json?about=Talking%20in%20North&as_of=2026-03-01&order=id  -> 200
             {"items": [{"name": "Western pumps"}], "total": 1}

# Moved back, it is the North's again from that day on; what was judged in between stays too.
           PUT  /opportunities/{east_pumps} {"name": "Eastern pumps", "stage": "Engaging", "territory": 1, "created_on": "2026-02-02"}  -> 200
           GET  /gaps/stage_overdue.json?about=Talking%20in%20North&as_of=2026-02-20                -> 200 {"count": 1}
           GET  /gaps/stage_overdue.json?about=Talking%20in%20North&as_of=2026-03-02                -> 200 {"count": 2}

# Of a day before anything was on record, an opportunity belonged where it was first on record.
           GET  /gaps/stage_overdue.json?about=Talking%20in%20North&as_of=2026-02-01                -> 404 not_found
