# Leads and opportunities: one journey. What no CRM keeps is added and moved here.
as maria   POST /products {"name": "Torque meter", "list_price": {"minor": 120000, "currency": "USD"}, "unit_cost": null}
                                                                                             -> 201 meter
           POST /accounts {"name": "Acme Works", "territory": 1}                             -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}                         -> 201 steel
           POST /contacts {"name": "Petra Holm", "account": {acme}}                          -> 201 petra
           POST /contacts {"name": "Ugo Neri", "account": {steel}}                           -> 201 ugo

# Left out, the owner is who adds it, the territory that of the owner, the day today.
as karl    POST /opportunities {"name": "Ten meters", "stage": "Inquiry", "phase": "lead", "account": {acme},
             "contact": {petra}, "product": {meter}, "source": "Trade fair"}                 -> 201 meters
           GET  /opportunities/{meters}.json                                                 -> 200
             {"name": "Ten meters", "phase": "lead", "owner_name": "Karl Brandt", "side": "sales",
              "territory_name": "North", "contact_name": "Petra Holm", "created_on": "2026-03-02",
              "stage_since": "2026-03-02", "stage_since_precision": "moment", "outcome": "open",
              "last_activity_on": null}

# An open one without a value takes its list price, and says so; a closed one does not.
           GET  /opportunities.json                                                          -> 200
             {"items": [{"value": {"minor": 120000, "currency": "USD"}, "value_basis": "list_price"}], "total": 1}

# A move to another stage is a fact; both sides' doings stand on one timeline.
clock 2026-03-04 10:00
as karl    PUT  /opportunities/{meters} {"name": "Ten meters", "stage": "Proposal", "account": {acme}, "contact": {petra},
             "product": {meter}, "owner": {karl.id}, "developed_by": {ines.id}, "value": {"minor": 1150000, "currency": "USD"},
             "created_on": "2026-03-02", "source": "Trade fair"}                             -> 200
           GET  /opportunities.json?developed_by={ines.id}                                   -> 200 {"items": [{"id": {meters}, "developed_by_name": "Ines Duarte", "owner_name": "Karl Brandt"}], "total": 1}
clock 2026-03-04 11:00
as ines    POST /activities {"opportunity": {meters}, "kind": "email", "subject_line": "Sent the data sheet"} -> 201
as karl    GET  /opportunities/{meters}/timeline.json                                        -> 200
             {"items": [{"kind": "activity", "side": "marketing", "person_name": "Ines Duarte", "activity": "email"},
                        {"kind": "stage_change", "stage": "Proposal", "person_name": "Karl Brandt"},
                        {"kind": "stage_change", "stage": "Inquiry"}], "total": 3}
           GET  /opportunities/{meters}.json                                                 -> 200
             {"stage": "Proposal", "stage_since": "2026-03-04", "value_basis": "given", "last_activity_on": "2026-03-04"}
           GET  /opportunities/{meters}/history.json                                         -> 200
             {"items": [{"what": "Change an opportunity."}, {"what": "Add an opportunity."}], "total": 2}

# The South is absent for Karl: list, search, totals, record, timeline, history; nor can he refer to it.
as maria   POST /opportunities {"name": "A furnace", "stage": "Proposal", "account": {steel}, "territory": 2,
             "value": {"minor": 50000000, "currency": "EUR"}}                                -> 201 furnace
           POST /opportunities {"name": "A spare", "stage": "Won", "account": {acme}, "territory": 1, "outcome": "won",
             "value": {"minor": 7000, "currency": "USD"}, "created_on": "2026-01-10"}        -> 201 spare
as karl    GET  /opportunities.json?order=name                                               -> 200
             {"items": [{"name": "A spare", "close_on": "2026-03-04"}, {"name": "Ten meters"}], "total": 2}
           GET  /opportunities.json?q=furnace                                                -> 200 {"items": [], "total": 0}
           GET  /opportunities/{furnace}.json                                                -> 404 not_found
           GET  /opportunities/{furnace}/timeline.json                                       -> 404 not_found
           GET  /opportunities/{furnace}/history.json                                        -> 404 not_found
           PUT  /opportunities/{furnace} {"name": "Mine", "stage": "Won"}                    -> 404 not_found
           POST /opportunities {"name": "Beyond", "stage": "Inquiry", "account": {steel}}    -> 422 account_unknown
           POST /opportunities {"name": "Beyond", "stage": "Inquiry", "contact": {ugo}}      -> 422 contact_unknown
           POST /opportunities {"name": "Beyond", "stage": "Inquiry", "territory": 2}        -> 422 territory_unknown
           GET  /accounts/{acme}.json                                                        -> 200
             {"open_count": 1, "won_count": 1, "won_value": {"minor": 7000, "currency": "USD"}}

# Totals honour the filters of the list, open their working, and never add currencies to each other.
           GET  /opportunities/totals.json                                                   -> 200
             {"count": {"number": 2}, "won_count": {"number": 1},
              "won_values": [{"money": {"minor": 7000, "currency": "USD"}, "inputs":
                [{"name": "1 opportunity with a value given", "link": "/opportunities?outcome=won&value_basis=given"}]}],
              "open_by_stage": [{"stage": "Proposal", "count": {"number": 1},
                "values": [{"money": {"minor": 1150000, "currency": "USD"}}]}]}
as maria   GET  /opportunities/totals.json?stage=Proposal                                    -> 200
             {"count": {"number": 2}, "won_count": {"number": 0},
              "won_values": [{"money": null, "why": "There are none in this list."}],
              "open_by_stage": [{"stage": "Proposal", "count": {"number": 2},
                "values": [{"money": {"minor": 50000000, "currency": "EUR"}}, {"money": {"minor": 1150000, "currency": "USD"}}]}]}
           GET  /opportunities/totals.json?colour=red                                        -> 400 unknown_filter

# What the rules refuse.
           POST /opportunities {"name": "Lost one", "stage": "Lost", "outcome": "lost"}      -> 422 lost_reason_missing
           POST /opportunities {"name": "", "stage": "Inquiry"}                              -> 422 name_is_missing
           POST /opportunities {"name": "Nowhere", "stage": " "}                             -> 422 stage_is_missing
           POST /opportunities {"name": "Odd", "stage": "Inquiry", "product": 999}           -> 422 product_unknown
           POST /opportunities {"name": "Odd", "stage": "Inquiry", "owner": 999}             -> 422 person_unknown
           POST /opportunities {"name": "Odd", "stage": "Inquiry", "developed_by": 999}      -> 422 person_unknown
           POST /opportunities {"name": "Odd", "stage": "Inquiry", "account": {acme}, "contact": {ugo}} -> 422 contact_elsewhere
           POST /opportunities {"name": "Odd", "stage": "Inquiry", "created_on": "2026-03-02", "close_on": "2026-03-01"}
                                                                                             -> 422 closed_before_created
           POST /opportunities {"name": "Odd", "stage": "Inquiry", "close_on": "2026-03-03"} -> 422 closed_before_created
           POST /opportunities {"name": "Odd", "stage": "Lost", "outcome": "lost", "lost_reason": "Price", "close_on": "2020-01-01"}
                                                                                             -> 422 closed_before_created
           POST /opportunities {"name": "Odd", "stage": "Inquiry", "value": {"minor": -1, "currency": "USD"}}
                                                                                             -> 422 amount_is_negative
           POST /opportunities {"name": "Odd", "stage": "Inquiry", "value": {"minor": 1, "currency": "XQZ"}}
                                                                                             -> 422 currency_unknown

# Whoever changes it and leaves them out keeps who works on it, when the inquiry came, and when it was closed.
as maria   POST /opportunities {"name": "Kept", "stage": "Inquiry", "owner": {ines.id}, "created_on": "2026-02-20"} -> 201 kept
           PUT  /opportunities/{kept} {"name": "Kept on", "stage": "Inquiry"}                -> 200
           GET  /opportunities/{kept}.json                                                   -> 200
             {"name": "Kept on", "owner_name": "Ines Duarte", "created_on": "2026-02-20", "close_on": null}
           PUT  /opportunities/{kept} {"name": "Kept on", "stage": "Lost", "outcome": "lost", "lost_reason": "Price", "close_on": "2026-02-19"}
                                                                                             -> 422 closed_before_created
           PUT  /opportunities/{kept} {"name": "Kept on", "stage": "Lost", "outcome": "lost", "lost_reason": "Price", "close_on": "2026-02-21"} -> 200
           PUT  /opportunities/{kept} {"name": "Kept on", "stage": "Lost", "outcome": "lost", "lost_reason": "No need"} -> 200
           GET  /opportunities/{kept}.json                                                   -> 200
             {"lost_reason": "No need", "created_on": "2026-02-20", "close_on": "2026-02-21"}
           PUT  /opportunities/{kept} {"name": "Kept on", "stage": "Lost", "outcome": "lost", "lost_reason": "No need", "created_on": "2026-02-22"}
                                                                                             -> 422 closed_before_created
as fiona   POST /opportunities {"name": "From finance", "stage": "Inquiry"}                  -> 403 not_allowed
