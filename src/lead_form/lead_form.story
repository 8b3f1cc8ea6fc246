# A form belongs to a campaign; its address is its own, and its sites are sites.
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"}   -> 201 show
as maria   POST /products {"name": "Torque meter", "list_price": null, "unit_cost": null}     -> 201 meter
as sam     POST /lead-forms {"name": "Visit us", "address": "Spring-Show", "campaign": {show}, "product": {meter},
             "territory": 1, "owner": {karl.id}, "heading": "Visit us at booth 214",
             "consent": "You may write to me.", "sites": "https://www.kestrel.example, http://localhost:8080"} -> 201 visit
           GET  /lead-forms/{visit}.json                                                      -> 200
             {"name": "Visit us", "address": "spring-show", "campaign_name": "Spring show", "product_name": "Torque meter",
              "territory_name": "North", "owner_name": "Karl Brandt", "asks_company": true, "asks_phone": false,
              "entry_count": 0, "lead_count": 0, "closed_on": null}
           POST /lead-forms {"name": "Other", "address": "spring-show", "campaign": {show}} -> 409 form_address_taken
           POST /lead-forms {"name": "Other", "address": "a b", "campaign": {show}}   -> 422 form_address_unfit
           POST /lead-forms {"name": "Other", "address": "-ab", "campaign": {show}}   -> 422 form_address_unfit
           POST /lead-forms {"name": "Other", "address": "other", "campaign": {show},
             "sites": "www.kestrel.example"}                                                  -> 422 form_site_unfit
           POST /lead-forms {"name": "Other", "address": "other", "campaign": {show},
             "sites": "https://kestrel.example/path"}                                         -> 422 form_site_unfit
           POST /lead-forms {"name": "Other", "address": "other", "campaign": 99}     -> 422 campaign_unknown
           POST /lead-forms {"name": "Other", "address": "other", "campaign": {show}, "product": 99} -> 422 product_unknown
           POST /lead-forms {"name": "Other", "address": "other", "campaign": {show}, "territory": 99} -> 422 territory_unknown
           POST /lead-forms {"name": "Other", "address": "other", "campaign": {show}, "owner": 999}  -> 422 person_unknown
           POST /lead-forms {"name": " ", "address": "other", "campaign": {show}}     -> 422 name_is_missing
           POST /lead-forms {"name": "For the South", "address": "south", "campaign": {show}, "territory": 2} -> 201 south

# A salesperson sees the forms of the own territory, and changes none.
as karl    GET  /lead-forms.json?order=name                                                   -> 200
             {"items": [{"name": "Visit us"}], "total": 1}
           GET  /lead-forms/{south}.json                                                      -> 404 not_found
           PUT  /lead-forms/{visit} {"name": "Mine", "address": "mine", "campaign": {show}} -> 403 not_allowed
           GET  /form-entries.json?form={visit}                                               -> 200 {"items": [], "total": 0}
           GET  /lead-forms.json?entry_count=0                                                -> 400 unknown_filter

# It is changed and closed; what it was stays readable.
as sam     PUT  /lead-forms/{visit} {"name": "Visit us", "address": "spring-show", "campaign": {show}, "product": {meter},
             "territory": 1, "owner": {karl.id}, "heading": "Visit us at booth 215", "consent": "You may write to me.",
             "closed_on": "2026-03-13"}                                                       -> 200
           GET  /lead-forms/{visit}/history.json                                              -> 200
             {"items": [{"actor": "Sam Rivera"}, {"actor": "Sam Rivera"}], "total": 2}
