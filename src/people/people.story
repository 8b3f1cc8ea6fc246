# SPDX-License-Identifier: Apache-2.0

# Signing in, and what is refused about it.
clock 2026-03-02 09:00
as nobody   GET  /session.json                                                                   -> 200 {"person": null, "company": null, "needs_setup": false}
            GET  /people.json                                                                    -> 401 not_signed_in
            POST /setup {"company": "Second", "currency": "USD", "time_zone": "UTC", "name": "Eve", "email": "eve@second.example", "password": "a long sentence"} -> 409 already_set_up
            POST /session {"email": "maria@demo.example", "password": "not her password"}        -> 401 wrong_password
            POST /session {"email": "ghost@demo.example", "password": "not a password"}          -> 401 wrong_password
            POST /session {"email": "ghost@demo.example", "password": "not a password"}          -> 401 wrong_password
            POST /session {"email": "ghost@demo.example", "password": "not a password"}          -> 401 wrong_password
            POST /session {"email": "ghost@demo.example", "password": "not a password"}          -> 401 wrong_password
            POST /session {"email": "ghost@demo.example", "password": "not a password"}          -> 401 wrong_password
            POST /session {"email": "ghost@demo.example", "password": "not a password"}          -> 429 too_many_logins

# An administrator adds somebody and sets a password; everybody changes their own.
as ada      POST /people {"name": "Nora Novak", "email": "nora@demo.example", "role": "marketer"} -> 201 nora
            POST /people {"name": "Nora Double", "email": "NORA@demo.example", "role": "marketer"} -> 409 email_taken
            POST /people {"name": "Nora Lost", "role": "marketer", "territory": 999999}          -> 422 territory_unknown
            POST /people {"name": "Nora Alone", "role": "marketer", "manager": 999999}           -> 422 person_unknown
            POST /people {"name": "Nora Odd", "email": "nora at home", "role": "marketer"}       -> 422 wrong_shape
            PUT  /people/{nora.id}/password {"password": "short"}                                -> 422 weak_password
            PUT  /people/{nora.id}/password {"password": "a sentence of hers"}                   -> 200
            POST /people {"name": "Paper Only", "role": "salesperson"}                           -> 201 paper
            PUT  /people/{paper.id}/password {"password": "a sentence of his"}                   -> 409 no_email_no_password
as nobody   POST /session {"email": " Nora@demo.example", "password": "a sentence of hers"}      -> 201
                {"person": {"name": "Nora Novak", "side": "marketing"}}
as ines     PUT  /people/me/password {"current": "not this one", "password": "another sentence of hers"} -> 422 wrong_old_password
            PUT  /people/me/password {"current": "accord-demo", "password": "another sentence of hers"} -> 200
            GET  /people/me/rights.json                                                          -> 200
            POST /people {"name": "Not Mine", "role": "marketer"}                                -> 403 not_allowed
            PUT  /people/{nora.id}/password {"password": "a sentence of hers"}                   -> 403 not_allowed

# Managers do not report to those who report to them.
as ada      PUT  /people/{paper.id} {"name": "Paper Only", "role": "salesperson", "manager": {nora.id}} -> 200
            PUT  /people/{nora.id} {"name": "Nora Novak", "email": "nora@demo.example", "role": "marketer", "manager": {paper.id}} -> 422 manager_circle

# The last administrator stays; whoever left can be erased, and nobody else.
as ada      PUT  /people/{ada.id} {"name": "Ada Osei", "email": "ada@demo.example", "role": "finance"} -> 409 last_administrator
            POST /people/{nora.id}/erasure                                                       -> 409 still_works_here
            PUT  /people/{nora.id} {"name": "Nora Novak", "email": "nora@demo.example", "role": "marketer", "left_on": "2026-03-02"} -> 200
            POST /people/{nora.id}/erasure                                                       -> 201
            GET  /people/{nora.id}.json                                                          -> 200 {"name": "Erased person", "email": "", "is_erased": true}
            GET  /people.json?q=novak                                                            -> 200 {"total": 0}
as nobody   POST /session {"email": "nora@demo.example", "password": "a sentence of hers"}       -> 401 wrong_password
file owners.csv <<END
opportunity_id,opportunity name,owner,account,stage
N1,Turbines,Nora Novak,Northwind,Proposal
END
as maria    POST /imports?name=owners.csv file owners.csv                                        -> 201 owners
            POST /imports/{owners.import.id}/run                                                 -> 201
                {"import": {"sentence": "adds 1 account, 1 opportunity and 1 stage change; 1 row names somebody whose personal data was erased, which stays erased"}}
            GET  /people.json?q=novak                                                            -> 200 {"total": 0}
            GET  /opportunities.json?q=turbines                                                  -> 200 {"items": [{"owner": {nora.id}}]}

# A person of one territory finds nothing of another.
as ada      POST /territories {"name": "Far away"}                                               -> 201 away
            POST /people {"name": "Olga Distant", "role": "salesperson", "territory": {away.id}}  -> 201 olga
as karl     GET  /people/{olga.id}.json                                                          -> 404 not_found
            GET  /people/{olga.id}/history.json                                                  -> 404 not_found
            GET  /people.json?q=distant                                                          -> 200 {"total": 0}
            GET  /territories/{away.id}.json                                                     -> 404 not_found
            GET  /people/territories.json?q=far                                                  -> 200 {"total": 0}

# A right that shows rows of every territory is not held by whoever sees one only, and their screen says so.
as ada      POST /people {"name": "Rita Region", "email": "rita@demo.example", "role": "sales_manager", "territory": 1} -> 201 rita
            GET  /people/{rita.id}/rights.json                                                   -> 200
                {"items": [{"right": "edit_accounts", "is_held": true, "territory": "North"}, {"right": "import_data", "is_held": false}]}
            PUT  /people/{rita.id} {"name": "Rita Region", "email": "rita@demo.example", "role": "sales_manager"} -> 200
            GET  /people/{rita.id}/rights.json                                                   -> 200 {"items": [{"right": "import_data", "is_held": true}]}

# Which roles hold which rights is for everybody to see; the company is for its administrator to change.
as karl     GET  /rights.json                                                                    -> 200
            PUT  /company {"name": "Karl's", "currency": "EUR", "time_zone": "UTC"}              -> 403 not_allowed
as ada      PUT  /company {"name": "Kestrel Instruments", "currency": "dollars", "time_zone": "UTC"} -> 422 wrong_shape

# An import leaves those whom Accord keeps as they are: role, territory and manager are given here.
file team.csv <<END
sales_agent,manager,regional_office
Karl Brandt,Somebody Else,South
END
as maria    POST /imports?name=team.csv file team.csv                                            -> 201 team
            POST /imports/{team.import.id}/run                                                   -> 201 {"import": {"created": 0, "updated": 0}}
            GET  /people/{karl}.json                                                             -> 200 {"territory_name": "North", "manager": null}

# What another system says of a person is read here; role, territory and address are ours.
file deals.csv <<END
opportunity_id,opportunity name,owner,account,stage,close date
K1,Turbines,Kim Imported,Northwind,Proposal,2026-12-31
END
as maria    POST /imports?name=deals.csv file deals.csv                                          -> 201 upload
            POST /imports/{upload.import.id}/run                                                 -> 201
as ada      GET  /people.json?q=imported                                                         -> 200 kim {"total": 1, "items": [{"system": "CRM"}]}
            PUT  /people/{kim.items.0.id} {"name": "Kim Renamed", "role": "salesperson"}          -> 409 name_kept_elsewhere
            PUT  /people/{kim.items.0.id} {"name": "Kim Imported", "email": "kim@demo.example", "role": "sales_manager"} -> 200

# A program acts as the person who made its token: what they may, where they may, without a CSRF token.
as karl     POST /people/me/tokens {"name": "Nightly list"}                                          -> 201 nightly
            GET  /people/me/tokens.json                                                              -> 200 {"total": 1, "items": [{"name": "Nightly list", "last_day": null, "is_over": false, "used_at": null}]}
as maria    GET  /people/me/tokens.json                                                              -> 200 {"items": [], "total": 0}
            DELETE /people/me/tokens/{nightly.id}                                                    -> 404 not_found
as nobody
header authorization: Bearer {nightly.token}
            GET  /session.json                                                                       -> 200 {"person": {"name": "Karl Brandt"}, "csrf_token": ""}
header authorization: Bearer {nightly.token}
            GET  /territories/{away.id}.json                                                         -> 404 not_found
header authorization: Bearer {nightly.token}
            PUT  /company {"name": "Karl's", "currency": "EUR", "time_zone": "UTC"}                  -> 403 not_allowed
header authorization: Bearer {nightly.token}
            PUT  /people/me/password {"current": "accord-demo", "password": "another sentence of his"} -> 403 not_by_token
header authorization: Bearer {nightly.token}
            POST /people/me/tokens {"name": "Another"}                                               -> 403 not_by_token
header authorization: Bearer {nightly.token}
            DELETE /people/me/tokens/{nightly.id}                                                    -> 403 not_by_token
header authorization: Bearer accord_0000
            GET  /people.json                                                                        -> 401 token_not_valid
header authorization: Bearer
            GET  /people.json                                                                        -> 401 not_signed_in
header authorization: Basic a2FybDphY2NvcmQ=
            GET  /people.json                                                                        -> 401 not_signed_in

# It ends when it is revoked, and when the person leaves.
as karl     GET  /people/me/tokens.json                                                              -> 200 {"items": [{"used_at": "2026-03-02T09:00:00.000Z"}]}
            POST /people/me/tokens {"name": "Second"}                                                -> 201 second
            DELETE /people/me/tokens/{nightly.id}                                                    -> 200
as nobody
header authorization: Bearer {nightly.token}
            GET  /people.json                                                                        -> 401 token_not_valid
header authorization: Bearer {second.token}
            GET  /people.json                                                                        -> 200
as ada      PUT  /people/{karl} {"name": "Karl Brandt", "email": "karl@demo.example", "role": "salesperson", "territory": 1, "left_on": "2026-03-02"} -> 200
as nobody
header authorization: Bearer {second.token}
            GET  /people.json                                                                        -> 401 token_not_valid

# One person has at most twenty.
as maria    POST /people/me/tokens {"name": "Program 1"} -> 201
            POST /people/me/tokens {"name": "Program 2"} -> 201
            POST /people/me/tokens {"name": "Program 3"} -> 201
            POST /people/me/tokens {"name": "Program 4"} -> 201
            POST /people/me/tokens {"name": "Program 5"} -> 201
            POST /people/me/tokens {"name": "Program 6"} -> 201
            POST /people/me/tokens {"name": "Program 7"} -> 201
            POST /people/me/tokens {"name": "Program 8"} -> 201
            POST /people/me/tokens {"name": "Program 9"} -> 201
            POST /people/me/tokens {"name": "Program 10"} -> 201
            POST /people/me/tokens {"name": "Program 11"} -> 201
            POST /people/me/tokens {"name": "Program 12"} -> 201
            POST /people/me/tokens {"name": "Program 13"} -> 201
            POST /people/me/tokens {"name": "Program 14"} -> 201
            POST /people/me/tokens {"name": "Program 15"} -> 201
            POST /people/me/tokens {"name": "Program 16"} -> 201
            POST /people/me/tokens {"name": "Program 17"} -> 201
            POST /people/me/tokens {"name": "Program 18"} -> 201
            POST /people/me/tokens {"name": "Program 19"} -> 201
            POST /people/me/tokens {"name": "Program 20"} -> 201
            POST /people/me/tokens {"name": "Program 21"} -> 409 too_many_tokens
