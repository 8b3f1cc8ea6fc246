# The usual channels are there from the beginning; each firm adds its own.
as karl    GET  /channels.json?order=id                                              -> 200
             {"items": [{"name": "Advertising", "kind": "advertising", "side": "marketing", "system": ""},
               {"name": "Promotion"}, {"name": "Direct mail"}, {"name": "Telemarketing"}, {"name": "Trade show"},
               {"name": "E-mail"}, {"name": "Web"}, {"name": "Sales visit", "kind": "sales", "side": "sales", "other_names": "Visit, Rep visit"},
               {"name": "Sales call"}, {"name": "Sales meeting"}, {"name": "Sales demo"}, {"name": "Sales e-mail"}], "total": 12}
           GET  /channels/1/history.json                                             -> 200
             {"items": [{"actor": "Accord", "what": "Add the usual channels."}], "total": 1}
           POST /channels {"name": "Sales tour", "kind": "sales", "side": "sales"}   -> 403 not_allowed
as maria   POST /channels {"name": "Sales tour", "kind": "sales", "side": "sales",
             "other_names": "rep_tour, Tours by sales"}                              -> 201 calls
as sam     POST /channels {"name": "Paid Search", "kind": "advertising", "side": "marketing"} -> 201 search
           POST /channels {"name": "Direct", "kind": "web", "side": "marketing", "is_direct": true} -> 201
           GET  /channels/{calls}.json                                               -> 200
             {"name": "Sales tour", "side": "sales", "is_direct": false, "other_names": "rep_tour, Tours by sales"}

# No two go by the same name, however it is written.
           POST /channels {"name": "paid_search", "kind": "web", "side": "marketing"} -> 409 channel_name_taken
           POST /channels {"name": "Rep-Tour", "kind": "sales", "side": "sales"}     -> 409 channel_name_taken
           POST /channels {"name": "Radio", "kind": "advertising", "side": "marketing",
             "other_names": "Spots, email"}                                          -> 409 channel_name_taken
           POST /channels {"name": " ", "kind": "web", "side": "marketing"}          -> 422 name_is_missing
           PUT  /channels/{search} {"name": "Search ads", "kind": "advertising", "side": "marketing",
             "other_names": "paid_search"}                                           -> 200
           GET  /channels/{search}/history.json                                      -> 200
             {"items": [{"changes": [{"field": "name", "before": "Paid Search", "after": "Search ads"},
               {"field": "other_names", "after": "paid_search"}]}, {}]}

# A campaign has products, territories, two days, a budget; its side is that of its channel.
as maria   POST /products {"name": "Torque meter", "list_price": null, "unit_cost": null} -> 201 meter
           POST /products {"name": "Gauge", "list_price": null, "unit_cost": null}   -> 201 gauge
as ines    POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-10", "ends_on": "2026-03-12",
             "products": [{gauge}, {meter}], "territories": [2],
             "budget": {"minor": 4500000, "currency": "USD"}, "owner": {ines},
             "note": "Booth 214."}                                                   -> 201 show
           POST /campaigns {"name": "Gauge mailing", "channel": 3, "starts_on": "2026-02-02",
             "ends_on": "2026-02-27", "products": [{gauge}], "territories": [1, 2]}  -> 201 mailing
           POST /campaigns {"name": "Search, always on", "channel": {search}, "starts_on": "2025-09-01"} -> 201 always
as maria   POST /campaigns {"name": "Spring calls", "channel": {calls}, "starts_on": "2026-03-16",
             "ends_on": "2026-04-10", "territories": [1]}                            -> 201 spring
           GET  /campaigns/{show}.json                                               -> 200
             {"name": "Spring show", "channel_name": "Trade show", "channel_kind": "trade_show", "side": "marketing",
              "starts_on": "2026-03-10", "products": [{gauge}, {meter}], "product_names": ["Gauge", "Torque meter"],
              "territories": [2], "territory_names": ["South"], "budget": {"minor": 4500000}, "owner_name": "Ines Duarte"}
           GET  /campaigns/{spring}.json                                             -> 200 {"side": "sales"}
           GET  /campaigns/{always}.json                                             -> 200
             {"ends_on": null, "products": [], "territories": [], "territory_names": []}

# Found by channel, product, territory, and by the day on which they run.
           GET  /campaigns.json?channel=5                                            -> 200 {"items": [{"name": "Spring show"}], "total": 1}
           GET  /campaigns.json?products={meter}                                     -> 200 {"items": [{"name": "Spring show"}], "total": 1}
           GET  /campaigns.json?territories=1&order=name                             -> 200
             {"items": [{"name": "Gauge mailing"}, {"name": "Spring calls"}], "total": 2}
           GET  /campaigns.json?territories=                                         -> 200 {"items": [{"name": "Search, always on"}], "total": 1}
           GET  /campaigns.json?running_on=2026-03-12&order=name                     -> 200
             {"items": [{"name": "Search, always on"}, {"name": "Spring show"}], "total": 2}
           GET  /campaigns.json?running_on=2026-02-27&side=marketing&order=starts_on -> 200
             {"items": [{"name": "Search, always on"}, {"name": "Gauge mailing"}], "total": 2}
           GET  /campaigns.json?running_on=soon                                      -> 422 wrong_shape
           GET  /campaigns.json?order=products                                       -> 400 unknown_filter
           GET  /campaigns.csv?order=id                                              -> 200 golden

# Karl, who works in the North, sees what runs there and what runs everywhere; the South's is absent.
as karl    GET  /campaigns.json?order=id                                             -> 200
             {"items": [{"name": "Gauge mailing", "territories": [1], "territory_names": ["North"]},
               {"name": "Search, always on"}, {"name": "Spring calls"}], "total": 3}
           GET  /campaigns/{show}.json                                               -> 404 not_found
           GET  /campaigns/{show}/history.json                                       -> 404 not_found
           POST /campaigns {"name": "Mine", "channel": 1, "starts_on": "2026-03-10"} -> 403 not_allowed

# Somebody of one territory says what runs there; what others said of theirs stays.
as ada     PUT  /people/{karl} {"name": "Karl Brandt", "email": "karl@demo.example", "role": "marketer", "territory": 1} -> 200
as karl    POST /campaigns {"name": "Southern mailing", "channel": 3, "starts_on": "2026-03-10",
             "territories": [2]}                                                     -> 422 territory_unknown
           PUT  /campaigns/{mailing} {"name": "Gauge mailing", "channel": 3, "starts_on": "2026-02-02",
             "ends_on": "2026-03-06", "products": [{gauge}, {meter}], "territories": []} -> 200
           GET  /campaigns/{mailing}.json                                            -> 404 not_found
as sam     GET  /campaigns/{mailing}.json                                            -> 200
             {"ends_on": "2026-03-06", "territory_names": ["South"], "product_names": ["Gauge", "Torque meter"]}
           GET  /campaigns/{mailing}/history.json                                    -> 200
             {"items": [{"actor": "Karl Brandt", "what": "Change a campaign.",
               "changes": [{"field": "ends_on", "before": "2026-02-27", "after": "2026-03-06"},
                 {"field": "products", "before": "2", "after": "1, 2"}, {"field": "territories", "before": "1, 2", "after": "2"}]},
              {"actor": "Ines Duarte", "what": "Add a campaign."}], "total": 2}

# What the rules refuse.
           POST /campaigns {"name": "spring SHOW", "channel": 5, "starts_on": "2027-03-10"} -> 409 campaign_name_taken
           POST /campaigns {"name": "Backwards", "channel": 5, "starts_on": "2026-03-10", "ends_on": "2026-03-09"} -> 422 campaign_ends_too_early
           POST /campaigns {"name": "Cheap", "channel": 5, "starts_on": "2026-03-10",
             "budget": {"minor": -1, "currency": "USD"}}                             -> 422 amount_is_negative
           POST /campaigns {"name": "Cheap", "channel": 5, "starts_on": "2026-03-10",
             "budget": {"minor": 1, "currency": "XQZ"}}                             -> 422 currency_unknown
           POST /campaigns {"name": "Nowhere", "channel": 99, "starts_on": "2026-03-10"} -> 422 channel_unknown
           POST /campaigns {"name": "Of nothing", "channel": 5, "starts_on": "2026-03-10", "products": [99]} -> 422 product_unknown
           POST /campaigns {"name": "Of nobody", "channel": 5, "starts_on": "2026-03-10", "owner": 99} -> 422 person_unknown
           POST /campaigns {"name": "", "channel": 5, "starts_on": "2026-03-10"}     -> 422 name_is_missing
           POST /campaigns {"name": "Without a day", "channel": 5}                   -> 422 wrong_shape
             {"errors": [{"field": "starts_on"}]}
           GET  /campaigns/999.json                                                  -> 404 not_found

# A channel in use is retired rather than deleted: what used it goes on, nothing new begins.
           DELETE /channels/3                                                        -> 409 channel_in_use
           DELETE /channels/2                                                        -> 200
           GET  /channels/2.json                                                     -> 404 not_found
           PUT  /channels/3 {"name": "Direct mail", "kind": "direct_mail", "side": "marketing",
             "retired_on": "2026-03-01"}                                             -> 200
           POST /campaigns {"name": "Another mailing", "channel": 3, "starts_on": "2026-03-10"} -> 422 channel_retired
           PUT  /campaigns/{mailing} {"name": "Gauge mailing", "channel": 3, "starts_on": "2026-02-02",
             "ends_on": "2026-03-04", "territories": [1, 2]}                         -> 200

# A firm may do without: what sales logs then has no channel until one goes by its kind.
           DELETE /channels/8                                                        -> 200

# What another system keeps is read-only here.
file campaigns.csv <<END
Id,IsDeleted,Name,Type,Status,StartDate,EndDate,BudgetedCost,ActualCost,OwnerId,SystemModstamp
701A0000000aaaa,false,Autumn webinar,Webinar,Planned,2026-10-05,2026-10-05,1200.00,0,005A,2026-02-20T00:00:00.000Z
END
           POST /imports?name=campaigns.csv file campaigns.csv                       -> 201 upload
           PUT  /imports/{upload.import.id} {"answers": {"currency": "USD"}}         -> 200
           POST /imports/{upload.import.id}/run                                      -> 201
           GET  /campaigns.json?q=webinar                                            -> 200 webinar
             {"items": [{"name": "Autumn webinar", "channel_name": "Webinar", "system": "Salesforce"}]}
           PUT  /campaigns/{webinar.items.0.id} {"name": "Ours", "channel": 5, "starts_on": "2026-10-05"} -> 409 crm_owns_this
           PUT  /channels/{webinar.items.0.channel} {"name": "Online seminar", "kind": "web", "side": "marketing"} -> 409 name_kept_elsewhere
           PUT  /channels/{webinar.items.0.channel} {"name": "Webinar", "kind": "other", "side": "none"} -> 200
