# Whoever is limited to a territory enters lists of its firms and people, for campaigns that run there. A firm that nobody has is made there, with its people; what is called like a firm of another one stays out, and so does what is another one's.
clock 2026-03-02 09:00
file scans.csv <<END
Badge ID,First Name,Last Name,Company,Email,Scanned At
100341,Petra,Holm,Acme,p.holm@acme.example,2026-02-10 09:41
100342,Jon,Reyes,Acme,jon@acme.example,2026-02-10 09:45
100343,Ann,Ode,Southern Steel,ann@steel.example,2026-02-10 09:50
100344,Bo,Lind,Nowhere Mills,bo@nowhere.example,2026-02-10 09:55
100345,Ed,Vance,,e.vance@steel.example,2026-02-10 10:00
100346,,,,p.holm@acme.example,2026-02-10 10:05
100347,Ann,Ode,Southern Stel,ann@steel.example,2026-02-10 10:10
END
file keyed.csv <<END
Touchpoint ID,Company,Contact,Call Date
T-1,Acme,Petra Holm,2026-02-16
END
as maria   POST /accounts {"name": "Acme", "territory": 1}                                        -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}                              -> 201 steel
           POST /contacts {"name": "Petra Holm", "account": {acme}, "email": "p.holm@acme.example"} -> 201 petra
           POST /contacts {"name": "Ed Vance", "account": {steel}, "email": "e.vance@steel.example"} -> 201 ed
           POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-02-10"}       -> 201 show
           POST /campaigns {"name": "Southern show", "channel": 5, "starts_on": "2026-02-10", "territories": [2]} -> 201
as karl    GET  /people/me/rights.json                                                            -> 200
             {"items": [{"right": "enter_touchpoints", "is_held": true}, {"right": "import_data", "is_held": false}]}
           POST /imports?name=scans.csv&target=touchpoint file scans.csv                          -> 201 scans
           PUT  /imports/{scans.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}, {"slot": "day", "value": "2026-02-10"}]}} -> 200
             {"preview": {"faults": [], "questions": [], "sentence": "adds 1 account, 2 contacts and 3 touchpoints; 1 row says what is known already; 3 rows stay out",
                "records": [{"line": 2}, {"record": "contact", "name": "Jon Reyes", "changes": [{"field": "account", "after": "Acme"}, {"field": "territory", "after": "North"}, {"field": "email"}]}, {"line": 3},
                  {"line": 5, "record": "account", "name": "Nowhere Mills", "is_new": true, "changes": [{"field": "territory", "after": "North"}]},
                  {"line": 5, "record": "contact", "name": "Bo Lind", "changes": [{"field": "account", "after": "Nowhere Mills"}, {"field": "territory", "after": "North"}, {"field": "email", "after": "bo@nowhere.example"}]}, {"line": 5}],
                "there_already": [{"line": 7, "reason": "\"Petra Holm\" was scanned for \"Spring show\" on 10 February 2026 already on line 2."}],
                "problems": [
                  {"line": 4, "column": "Company", "reason": "There is no account \"Southern Steel\" in your territories.", "remedy": "If it is of yours, add it under Accounts and enter the list again; what is of other territories, their people enter."},
                  {"line": 6, "reason": "Nobody in your territories is known as \"Ed Vance\", and the row names no company.", "remedy": "Fill in the company where they work; what is of other territories, their people enter."},
                  {"line": 8, "column": "Company", "reason": "There is no account \"Southern Stel\" in your territories."}]}}
           POST /imports/{scans.import.id}/run                                                    -> 201
           GET  /touchpoints.json?order=at                                                        -> 200
             {"items": [{"account_name": "Acme", "contact": {petra}, "campaign_name": "Spring show", "kind": "scan"}, {"account_name": "Acme", "contact_name": "Jon Reyes"}, {"account_name": "Nowhere Mills", "contact_name": "Bo Lind"}], "total": 3}
           GET  /contacts.json?account={acme}&order=name                                          -> 200 {"items": [{"name": "Jon Reyes"}, {"name": "Petra Holm"}], "total": 2}
as maria   GET  /accounts.json?order=name                                                         -> 200 {"items": [{"name": "Acme"}, {"name": "Nowhere Mills", "territory": 1, "system": ""}, {"name": "Southern Steel"}], "total": 3}
           GET  /contacts.json                                                                    -> 200 {"total": 4}

# What is called nearly like a firm of another territory may be one of this all the same: it is added here, and the same list brings what it had left.
as karl    POST /accounts {"name": "Southern Stel", "territory": 1}                               -> 201
           POST /imports?name=scans.csv&target=touchpoint file scans.csv                          -> 201 again
           PUT  /imports/{again.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}, {"slot": "day", "value": "2026-02-10"}]}} -> 200
             {"preview": {"sentence": "adds 1 contact and 1 touchpoint; 4 rows say what is known already; 2 rows stay out", "questions": [{"code": "name", "sentence": "\"Southern Steel\" looks like the account \"Southern Stel\": it differs in one or two letters. Are they the same?"}]}}

# Nor is a campaign that runs elsewhere, a channel or a person made for its name; and what has an identifier could take the place of what another territory reported.
           PUT  /imports/{again.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Southern show"}, {"slot": "kind", "value": "scan"}, {"slot": "day", "value": "2026-02-10"}]}} -> 200
             {"preview": {"sentence": "changes nothing; 7 rows stay out", "problems": [{"line": 2, "reason": "No campaign called \"Southern show\" runs in your territories.", "remedy": "Name one that does, as Campaigns has it."}]}}
           PUT  /imports/{again.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "channel", "value": "Fair"}, {"slot": "kind", "value": "scan"}, {"slot": "day", "value": "2026-02-10"}]}} -> 200
             {"preview": {"problems": [{"line": 2, "reason": "There is no channel called \"Fair\".", "remedy": "Write it as it is called here, or leave it out."}]}}
           POST /imports?name=keyed.csv&target=touchpoint file keyed.csv                          -> 201 keyed
           PUT  /imports/{keyed.import.id} {"answers": {"system": "Call list", "constants": [{"slot": "kind", "value": "call"}]}} -> 200
             {"preview": {"faults": ["Touchpoints with identifiers of their own take the place of older ones, so that only those who see every territory bring them in: leave that column out."]}}
           POST /imports/{keyed.import.id}/run                                                    -> 422 import_mapping_wrong

# Whoever was erased in another territory is not made anew by a list of this one.
as ada     POST /contacts/{ed}/erasure                                                            -> 201
as karl    POST /imports?name=scans.csv&target=touchpoint file scans.csv                          -> 201 third
           PUT  /imports/{third.import.id} {"answers": {"system": "Scan list", "constants": [{"slot": "campaign", "value": "Spring show"}, {"slot": "kind", "value": "scan"}, {"slot": "day", "value": "2026-02-10"}]}} -> 200
             {"preview": {"problems": [{"line": 6, "reason": "\"Ed Vance\" is somebody whose personal data was erased."}]}}

# They take back what they entered, and nothing else.
           POST /imports/{scans.import.id}/undo                                                   -> 201
           GET  /touchpoints.json                                                                 -> 200 {"total": 0}
as maria   POST /imports?name=scans.csv&target=touchpoint file scans.csv                          -> 201 hers
as karl    GET  /imports/{hers.import.id}.json                                                    -> 404 not_found
           GET  /imports.json                                                                     -> 403 not_allowed
