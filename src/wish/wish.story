# What people say about being reached is recorded word by word, for each medium.
clock 2026-05-03 09:00
as maria   POST /accounts {"name": "ACME", "territory": 1}                                    -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}                          -> 201 steel
           POST /contacts {"name": "Anna Meyer", "phone": "+49 (0)30 123 45 67", "email": "a.meyer@acme.example", "account": {acme}} -> 201 anna
           POST /contacts {"name": "Ugo Neri", "account": {steel}}                            -> 201 ugo
as sam     POST /wishes {"contact": {anna}, "medium": "email", "says": "refuses", "words": " No newsletters, please. "} -> 201 by_email
           POST /wishes {"contact": {anna}, "medium": "mail", "says": "agrees", "words": "A catalogue by post is welcome."} -> 201 by_post
           POST /wishes {"contact": {ugo}, "words": "Do not call."}                           -> 201 of_ugo
           GET  /wishes.json?contact={anna}&order=id                                          -> 200
             {"items": [{"contact_name": "Anna Meyer", "account_name": "ACME", "medium": "email", "says": "refuses", "words": "No newsletters, please.",
                         "person_name": "Sam Rivera", "source": "", "link": ""},
                        {"medium": "mail", "says": "agrees"}], "total": 2}
           GET  /wishes.json?medium=call                                                      -> 200 {"items": [{"contact_name": "Ugo Neri", "says": "refuses"}], "total": 1}
           POST /wishes {"contact": {anna}, "medium": "email", "says": "refuses", "words": "  "} -> 422 words_missing
           POST /wishes {"contact": 99, "words": "No."}                                       -> 422 contact_unknown
           POST /wishes {"contact": {anna}, "medium": "fax", "words": "No."}                  -> 422 wrong_shape

# Later words take the place of earlier ones, which stay readable; and can be taken back by whoever recorded them.
clock 2026-05-04 09:00
as ines    POST /wishes {"contact": {anna}, "medium": "email", "says": "agrees", "words": "The newsletter again, please."} -> 201
           GET  /wishes.json?contact={anna}&medium=email                                      -> 200 {"items": [{"says": "agrees", "person_name": "Ines Duarte"}], "total": 1}
           GET  /wishes/{by_email}/history.json                                               -> 200 {"total": 2}
as sam     DELETE /wishes/{by_email}                                                          -> 409 wish_is_settled
as ines    DELETE /wishes/{by_email}                                                          -> 200
           GET  /wishes.json?contact={anna}&medium=email                                      -> 200 {"items": [{"says": "refuses", "words": "No newsletters, please.", "person_name": "Sam Rivera"}]}
           DELETE /wishes/{by_email}                                                          -> 409 wish_is_settled
as sam     DELETE /wishes/{by_email}                                                          -> 200
           GET  /wishes.json?contact={anna}&medium=email                                      -> 200 {"total": 0}
           DELETE /wishes/{by_email}                                                          -> 404 not_found
clock 2026-05-04 09:01
           DELETE /wishes/{by_post}                                                           -> 409 wish_is_settled

# Those of one's territories alone are seen and recorded; who only looks records none.
as karl    GET  /wishes.json                                                                  -> 200 {"items": [{"contact_name": "Anna Meyer", "medium": "mail"}], "total": 1}
           GET  /wishes/{of_ugo}/history.json                                                 -> 404 not_found
           DELETE /wishes/{of_ugo}                                                            -> 404 not_found
           POST /wishes {"contact": {ugo}, "words": "No."}                                    -> 422 contact_unknown
as fiona   POST /wishes {"contact": {anna}, "words": "No."}                                   -> 403 not_allowed

# Who is erased takes the words along.
as ada     POST /contacts/{anna}/erasure                                                      -> 201
as sam     GET  /wishes.json                                                                  -> 200 {"items": [{"contact_name": "Ugo Neri"}], "total": 1}
           POST /wishes {"contact": {anna}, "words": "No."}                                   -> 409 contact_is_erased
