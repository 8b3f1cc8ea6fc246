# What another system keeps is read-only here, and says who keeps it; what was done about it is logged here all the same.
clock 2026-11-23 09:00
file deals.csv <<END
opportunity_id,opportunity name,owner,account,product,stage,amount,close date
A1,Turbines,Karl Novak,Northwind,Torque meter,Proposal,1500.00,2026-12-31
END
as maria   POST /imports?name=deals.csv file deals.csv                                       -> 201 upload
           PUT  /imports/{upload.import.id} {"answers": {"currency": "USD"}}                 -> 200
           POST /imports/{upload.import.id}/run                                              -> 201
           GET  /opportunities/1.json                                                        -> 200
             {"name": "Turbines", "system": "CRM", "account_name": "Northwind", "product_name": "Torque meter"}
           PUT  /opportunities/1 {"name": "Mine", "stage": "Won"}                            -> 409 crm_owns_this
           PUT  /accounts/1 {"name": "Mine"}                                                 -> 409 crm_owns_this
           PUT  /products/1 {"name": "Mine"}                                                 -> 409 crm_owns_this
           POST /activities {"opportunity": 1, "kind": "call"}                               -> 201
           GET  /opportunities/1.json                                                        -> 200 {"last_activity_on": "2026-11-23"}
