# Accounts and contacts: what no CRM keeps is added and changed here, within one's own territories.
as maria   POST /accounts {"name": "Acme Works", "sector": "machines", "territory": 1, "owner": {karl.id},
             "annual_revenue": {"minor": 900000000, "currency": "USD"}, "employees": 250}    -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}                         -> 201 steel
           POST /accounts {"name": "Everywhere Ltd"}                                         -> 201 everywhere
           GET  /accounts.json?order=name                                                    -> 200
             {"items": [{"name": "Acme Works", "territory_name": "North", "owner_name": "Karl Brandt",
                         "open_count": 0, "won_count": 0, "won_value": null},
                        {"name": "Everywhere Ltd", "territory": null},
                        {"name": "Southern Steel", "territory_name": "South"}], "total": 3}
           POST /contacts {"name": "Petra Holm", "title": "Buyer", "email": "petra@acme.example",
             "account": {acme}}                                                              -> 201 petra
           POST /contacts {"name": "Ugo Neri", "account": {steel}}                           -> 201 ugo

# Karl works in the North: the South is absent from his list, his search and his addresses.
as karl    GET  /accounts.json?order=name                                                    -> 200
             {"items": [{"name": "Acme Works"}, {"name": "Everywhere Ltd"}], "total": 2}
           GET  /accounts.json?q=steel                                                       -> 200
             {"items": [], "total": 0}
           GET  /accounts/{steel}.json                                                       -> 404 not_found
           GET  /accounts/{steel}/history.json                                               -> 404 not_found
           PUT  /accounts/{steel} {"name": "Mine now"}                                       -> 404 not_found
           GET  /contacts.json                                                               -> 200
             {"items": [{"name": "Petra Holm", "account_name": "Acme Works", "territory_name": "North"}], "total": 1}
           GET  /contacts/{ugo}.json                                                         -> 404 not_found
           GET  /contacts/{ugo}/history.json                                                 -> 404 not_found

# Nor can he put anything there, or refer to it.
           POST /accounts {"name": "Beyond", "territory": 2}                                 -> 422 territory_unknown
           POST /contacts {"name": "Nobody", "account": {steel}}                             -> 422 account_unknown
           POST /accounts {"name": "Beyond", "owner": 999}                                   -> 422 person_unknown

# A contact follows its account to another territory.
as maria   PUT  /accounts/{acme} {"name": "Acme Works", "sector": "machines", "territory": 2} -> 200
as karl    GET  /contacts/{petra}.json                                                       -> 404 not_found
as maria   PUT  /accounts/{acme} {"name": "Acme Works", "sector": "machines", "territory": 1} -> 200
as karl    GET  /contacts/{petra}.json                                                       -> 200
           PUT  /contacts/{petra} {"name": "Petra Holm", "title": "Head of purchasing",
             "email": "petra@acme.example", "account": {acme}}                               -> 200
           GET  /contacts/{petra}/history.json                                               -> 200
             {"items": [{"actor": "Karl Brandt",
               "changes": [{"field": "title", "before": "Buyer", "after": "Head of purchasing"}]}]}

# What the rules refuse.
           POST /accounts {"name": "ACME works"}                                             -> 409 account_name_taken
           POST /accounts {"name": " "}                                                      -> 422 name_is_missing
           POST /accounts {"name": "Debt", "annual_revenue": {"minor": -5, "currency": "USD"}} -> 422 amount_is_negative
           POST /accounts {"name": "Debt", "annual_revenue": {"minor": 5, "currency": "XQZ"}} -> 422 currency_unknown
as fiona   POST /accounts {"name": "From finance"}                                           -> 403 not_allowed

# Erasure takes the data out of the record and out of everything it ever held; the record stays, empty.
as maria   POST /contacts/{petra}/erasure                                                    -> 403 not_allowed
as ada     POST /contacts/{petra}/erasure                                                    -> 201
as maria   GET  /contacts/{petra}.json                                                       -> 200
             {"name": "", "title": "", "email": "", "account_name": "Acme Works", "erased_on": "2026-03-02"}
           GET  /contacts.json?q=petra                                                       -> 200 {"total": 0}
           PUT  /contacts/{petra} {"name": "Petra Holm"}                                     -> 409 contact_is_erased
as ada     POST /contacts/{petra}/erasure                                                    -> 409 contact_is_erased

# Nothing of it is left in the history, and the CRM's next export does not bring it back: neither by the identifier,
# nor by the address or the name. The import says so.
as maria   GET  /contacts/{petra}/history.json                                               -> 200 history
file contacts.csv <<END
Contact ID,Full Name,Email,Job Title,Account Name
C1,Vera Lind,vera@acme.example,Buyer,Acme Works
C2,Petra Holm,petra@acme.example,Buyer,Acme Works
END
           POST /imports?name=contacts.csv file contacts.csv                                 -> 201 upload
           POST /imports/{upload.import.id}/run                                              -> 201
             {"import": {"created": 1, "sentence": "adds 1 contact; 1 row names somebody whose personal data was erased, which stays erased"}}
           GET  /contacts.json?q=vera                                                        -> 200 vera {"total": 1}
           GET  /contacts.json?q=petra                                                       -> 200 {"total": 0}
as ada     POST /contacts/{vera.items.0.id}/erasure                                          -> 201
file deals.csv <<END
Opportunity ID,Stage,Account Name,Contact Name
D1,Proposal,Acme Works,Vera Lind
END
as maria   POST /imports?name=contacts.csv file contacts.csv                                 -> 201 again
             {"preview": {"sentence": "changes nothing; 2 rows name somebody whose personal data was erased, which stays erased"}}
           POST /imports?name=deals.csv file deals.csv                                       -> 201 deals
           POST /imports/{deals.import.id}/run                                               -> 201
           GET  /contacts.json?q=lind                                                        -> 200 {"total": 0}

# What is being entered a second time is shown before it is made: by the firm's name without its legal form, its site, an e-mail
# address, a telephone number in any notation. Whoever does not see the other one is not told of it.
as maria   POST /accounts {"name": "Baltic Pumps GmbH", "territory": 2, "website": "https://www.baltic.example"} -> 201 baltic
           POST /contacts {"name": "Jens Oltmanns", "account": {baltic}, "email": "j.oltmanns@baltic.example", "phone": "+49 (0)30 123 45 67"} -> 201 jens
           GET  /accounts/alike.json?name=baltic+pumps+ltd.                                  -> 200 {"items": [{"id": {baltic}, "where": "South", "why": "the same name, but for capitals and legal form"}], "total": 1}
           GET  /accounts/alike.json?name=B.&website=info@baltic.example                     -> 200 {"items": [{"id": {baltic}, "why": "the same site"}], "total": 1}
           GET  /contacts/alike.json?phone=030/1234567                                       -> 200 {"items": [{"id": {jens}, "where": "Baltic Pumps GmbH", "why": "the same telephone number"}], "total": 1}
           GET  /contacts/alike.json?phone=0049-30-1234567                                   -> 200 {"total": 1}
           GET  /contacts/alike.json?email=J.Oltmanns@Baltic.example                         -> 200 {"items": [{"why": "the same e-mail address"}], "total": 1}
           GET  /contacts/alike.json?name=jens+oltmanns&account={baltic}                     -> 200 {"items": [{"why": "the same name at the same account"}], "total": 1}
           GET  /contacts/alike.json?name=jens+oltmanns                                      -> 200 {"total": 0}
as karl    GET  /accounts/alike.json?name=baltic+pumps                                       -> 200 {"total": 0}
           GET  /contacts/alike.json?phone=030/1234567                                       -> 200 {"total": 0}
