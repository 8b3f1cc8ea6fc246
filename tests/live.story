# One stream of events for each browser; how the server does; what the jump box finds.
world small

# A stream needs a session, is no data, and each person has so many.
as nobody  GET  /events                                        -> 401 not_signed_in
as karl    GET  /events.json                                   -> 404 not_found
           POST /events {}                                     -> 405 wrong_method
           GET  /events                                        -> 200
           GET  /events?after=3                                -> 200
           GET  /events                                        -> 200
           GET  /events                                        -> 200
           GET  /events                                        -> 200
           GET  /events                                        -> 200
           GET  /events                                        -> 200
           GET  /events                                        -> 200
           GET  /events                                        -> 429 too_many_streams
as maria   GET  /events                                        -> 200

# Programs beside the server read its metrics without signing in; whoever comes through a proxy does not.
as nobody  GET  /metrics                                       -> 200
header x-forwarded-for: 203.0.113.9
           GET  /metrics                                       -> 401 not_signed_in
as karl
header x-forwarded-for: 203.0.113.9
           GET  /metrics                                       -> 403 not_allowed
as ada
header x-forwarded-for: 203.0.113.9
           GET  /metrics                                       -> 200

# The jump box: whole names, their beginnings, words, then what lies within; or the identifier of the CRM.
as maria   POST /accounts {"name": "Northwind", "sector": "food", "territory": 1}    -> 201 northwind
           POST /accounts {"name": "Great North", "territory": 2}                    -> 201
           POST /accounts {"name": "Truenorth", "country": "Norway"}                 -> 201 truenorth
           POST /contacts {"name": "Nora Thorn", "account": {northwind}, "title": "Buyer"}  -> 201
           POST /opportunities {"name": "North gauges", "stage": "Engaging", "account": {northwind}}  -> 201 gauges
           GET  /jump.json?q=north                             -> 200
               {"items": [{"kind": "Territory", "name": "North"},
                          {"kind": "Account", "name": "Northwind", "detail": "food", "link": "/accounts/{northwind}"},
                          {"kind": "Opportunity", "name": "North gauges", "detail": "Northwind · Engaging"},
                          {"kind": "Account", "name": "Great North"},
                          {"kind": "Account", "name": "Truenorth", "detail": "Norway"}]}
           GET  /jump.json?q=nor%20tho                         -> 200
               {"items": [{"kind": "Contact", "name": "Nora Thorn", "detail": "Buyer · Northwind"}]}
           GET  /jump.json?q=sam                               -> 200
               {"items": [{"kind": "Person", "name": "Sam Rivera", "detail": "Marketing manager"}]}
           GET  /jump.json?q=%25                               -> 200 {"items": []}
           GET  /jump.json                                     -> 200 {"items": []}

# Campaigns are found by name and by the CRM's identifier; whoever works in the North does not find the South's.
           POST /campaigns {"name": "Harvest fair", "channel": 1, "starts_on": "2026-03-10", "territories": [2]}  -> 201 fair
           GET  /jump.json?q=harvest                           -> 200
               {"items": [{"kind": "Campaign", "name": "Harvest fair", "link": "/campaigns/{fair}"}]}
           GET  /jump.json?at=/campaigns/{fair}                -> 200 {"items": [{"name": "Harvest fair"}]}
as karl    GET  /jump.json?q=harvest                           -> 200 {"items": []}
           GET  /jump.json?at=/campaigns/{fair}                -> 200 {"items": []}
as maria   GET  /jump.json?q=%25                               -> 200 {"items": []}

# Where somebody was last, as it is called now, in that order; what is not there is left out.
           GET  /jump.json?at=/accounts/{truenorth}&at=/accounts/999&at=/people/{sam}/rights  -> 200
               {"items": [{"name": "Truenorth", "link": "/accounts/{truenorth}"},
                          {"name": "Sam Rivera", "link": "/people/{sam}"}]}

# Agreements and gaps are found by their names too.
           POST /agreements/funnel/versions {"template": "direct-sales", "due_on": "2026-03-04"}  -> 201
           GET  /jump.json?q=funnel                            -> 200
               {"items": [{"kind": "Agreement", "name": "Funnel", "link": "/agreements/funnel"}]}
           GET  /jump.json?at=/agreements/funnel/versions/1    -> 200
               {"items": [{"link": "/agreements/funnel"}]}
clock 2026-03-09 09:00
as maria   GET  /jump.json?q=signed                            -> 200
               {"items": [{"kind": "Gap", "link": "/gaps/agreement_unsigned_past_due?about=funnel&as_of=2026-03-09"}]}

# Nobody finds what they may not see: Karl's territory is North.
as karl    GET  /jump.json?q=great%20north                     -> 200 {"items": []}
           GET  /jump.json?at=/accounts/2                      -> 200 {"items": []}
           GET  /jump.json?q=northwind                         -> 200 {"items": [{"name": "Northwind"}]}
as nobody  GET  /jump.json?q=north                             -> 401 not_signed_in
