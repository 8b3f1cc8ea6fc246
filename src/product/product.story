# Products: what the firm sells. Finance and the managers keep those that no CRM keeps.
as maria   POST /products {"name": "Torque meter", "line": "Meters",
             "list_price": {"minor": 120000, "currency": "USD"},
             "unit_cost": {"minor": 45000, "currency": "USD"}}                       -> 201 meter
as karl    GET  /products.json                                                       -> 200
             {"items": [{"name": "Torque meter", "line": "Meters", "list_price": {"minor": 120000}}], "total": 1}
           GET  /products/{meter}.json                                               -> 200
             {"name": "Torque meter", "unit_cost": {"minor": 45000, "currency": "USD"}, "system": ""}

# A salesperson sees prices and does not set them.
           PUT  /products/{meter} {"name": "Torque meter", "list_price": null, "unit_cost": null}
                                                                                     -> 403 not_allowed

# A change is kept, with what was before.
as fiona   PUT  /products/{meter} {"name": "Torque meter", "line": "Meters",
             "list_price": {"minor": 130000, "currency": "USD"}, "unit_cost": null}  -> 200
as karl    GET  /products/{meter}/history.json                                       -> 200
             {"items": [{"actor": "Fiona Walsh", "what": "Change a product.",
               "changes": [{"field": "list_price", "before": "$1,200", "after": "$1,300"},
                           {"field": "unit_cost", "before": "$450", "after": ""}]},
              {"actor": "Maria Keller", "what": "Add a product."}], "total": 2}

# What the rules refuse.
as maria   POST /products {"name": "torque METER", "list_price": null, "unit_cost": null}
                                                                                     -> 409 product_name_taken
           POST /products {"name": "  ", "list_price": null, "unit_cost": null}      -> 422 name_is_missing
           POST /products {"name": "Gauge", "unit_cost": null,
             "list_price": {"minor": -1, "currency": "USD"}}                         -> 422 amount_is_negative
           POST /products {"name": "Gauge", "unit_cost": null,
             "list_price": {"minor": 1, "currency": "XQZ"}}                         -> 422 currency_unknown
           GET  /products/999.json                                                   -> 404 not_found
           GET  /products.json?colour=red                                            -> 400 unknown_filter
