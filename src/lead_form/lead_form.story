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

# A program sends leads by a token of Karl's, who sees the North. The same lead is one, however often it arrives.
as karl    POST /people/me/tokens {"name": "Booth scanner", "last_day": "2026-03-12"}         -> 201 scanner
           POST /people/me/tokens {"name": " "}                                               -> 422 wrong_shape
           POST /people/me/tokens {"name": "Late", "last_day": "2026-03-01"}                  -> 422 wrong_shape
as nobody
header authorization: Bearer {scanner.token}
           POST /lead-forms/{visit}/entries {"name": "Ada Lind", "email": "ada@acme.example", "company": "Acme Works", "phone": "030/1234567",
             "message": "Ten meters", "consent": "You may write to me.", "once": "lead-0001-ada", "kind": "scan", "met_at": "2026-03-02T08:15:00Z"} -> 201 ada_lind
             {"is_new_contact": true, "is_new_lead": true, "was_here": false}
header authorization: bearer {scanner.token}
           POST /lead-forms/{visit}/entries {"name": "Ada Lind", "email": "ada@acme.example", "once": "lead-0001-ada"} -> 201
             {"id": {ada_lind.id}, "contact": {ada_lind.contact}, "account": {ada_lind.account}, "lead": {ada_lind.lead}, "was_here": true}
header authorization: Bearer {scanner.token}
           POST /lead-forms/{visit}/entries {"name": "A. Lind", "email": "ADA@acme.example", "once": "lead-0002-ada"} -> 201
             {"contact": {ada_lind.contact}, "lead": {ada_lind.lead}, "is_new_contact": false, "is_new_lead": false, "was_here": false}
header authorization: Bearer {scanner.token}
           GET /form-entries.json?form={visit}&order=id                                       -> 200
             {"total": 2, "items": [{"consent": "You may write to me."}, {"consent": ""}]}
# Each entry has a page: what was typed, what they wrote and agreed to, the lead and the handoff that came of it; whoever does not see the lead finds none.
as sam     GET  /form-entries/{ada_lind.id}.json                                              -> 200 {"contact_name": "Ada Lind", "message": "Ten meters", "consent": "You may write to me.", "opportunity": {ada_lind.lead}, "handoff_ask": "take_over", "handoff_state": "waiting", "handoff_person": {karl.id}, "asked_at": null}
           GET  /form-entries.json?form={visit}&q=Ten+meters                                  -> 200 {"items": [{"id": {ada_lind.id}}], "total": 1}
           GET  /form-entries.json?form={visit}&handoff_state=accepted                        -> 200 {"total": 0}
           GET  /form-entries/999999.json                                                     -> 404 not_found
as karl    GET /touchpoints.json?campaign={show}&kind=scan                                    -> 200
             {"total": 1, "items": [{"at": "2026-03-02T08:15:00.000Z", "contact": {ada_lind.contact}}]}

# What is wrong with a lead is said of all of it, and nothing is taken.
as sam     POST /lead-forms/{visit}/entries {"name": " ", "email": "ada at home", "once": "1"}  -> 422 wrong_shape
           POST /lead-forms/{visit}/entries {"name": "Bo", "email": "bo@acme.example", "once": "lead-0003-bo", "consent": "Anything."} -> 422 consent_unknown
           POST /lead-forms/{visit}/entries {"name": "Bo", "email": "bo@acme.example", "once": "lead-0003-bo", "met_at": "2024-01-01T00:00:00Z"} -> 422 wrong_shape
           POST /lead-forms/99/entries {"name": "Bo", "email": "bo@acme.example", "once": "lead-0003-bo"} -> 404 not_found
as fiona   POST /lead-forms/{visit}/entries {"name": "Bo", "email": "bo@acme.example", "once": "lead-0003-bo"} -> 403 not_allowed

# Another territory's form is not there; of another territory's contact only that it was known is told.
as karl    POST /lead-forms/{south}/entries {"name": "Bo", "email": "bo@acme.example", "once": "lead-0003-bo"} -> 404 not_found
as maria   POST /lead-forms/{south}/entries {"name": "Bo Sund", "email": "bo@south.example", "company": "South Mills", "once": "lead-0003-bo"} -> 201 bo
as karl    POST /lead-forms/{visit}/entries {"name": "Bo Sund", "email": "bo@south.example", "once": "lead-0004-bo"} -> 201
             {"contact": null, "account": null, "lead": null, "is_new_contact": false, "is_new_lead": false}

# Words that the form asked once stay what was agreed to then.
as sam     PUT  /lead-forms/{visit} {"name": "Visit us", "address": "spring-show", "campaign": {show}, "territory": 1, "consent": "You may call me.", "permits": "call"} -> 200
           POST /lead-forms/{visit}/entries {"name": "Cy", "email": "cy@acme.example", "once": "lead-0005-cy", "consent": "You may write to me."} -> 201
             {"account": null, "is_new_lead": true}

# What the form says its words are about is a wish, in those words; the older words were about nothing.
           GET  /wishes.json                                                                  -> 200 {"total": 0}
           POST /lead-forms/{visit}/entries {"name": "Dan", "email": "dan@acme.example", "once": "lead-0008-dan", "consent": "You may call me."} -> 201
           GET  /wishes.json                                                                  -> 200
             {"items": [{"contact_name": "Dan", "medium": "call", "says": "agrees", "words": "You may call me.", "source": "Visit us", "link": "/lead-forms/1"}], "total": 1}

# Who was erased and comes back is somebody new, and nothing that was erased comes back.
as ada     POST /contacts/{ada_lind.contact}/erasure                                          -> 201
as karl    POST /lead-forms/{visit}/entries {"name": "Ada Lind", "email": "ada@acme.example", "once": "lead-0006-ada"} -> 201 again
             {"is_new_contact": true, "is_new_lead": true}
           GET /contacts/{ada_lind.contact}.json                                              -> 200 {"email": "", "phone": ""}

# A telephone number is the same in whatever notation; a switchboard's number alone makes nobody somebody else.
as maria   POST /lead-forms/{visit}/entries {"name": "Di Ork", "email": "di@acme.example", "phone": "+49 (0)30 765 43 21", "once": "lead-0011-di"} -> 201 di {"is_new_contact": true, "is_new_lead": true}
           POST /lead-forms/{visit}/entries {"name": "Di Ork", "email": "di@home.example", "phone": "0049-30-7654321", "once": "lead-0012-di"} -> 201 {"contact": {di.contact}, "lead": {di.lead}, "is_new_contact": false}
           POST /lead-forms/{visit}/entries {"name": "di ork", "email": "di@home.example", "phone": "030/7654321", "once": "lead-0013-di"} -> 201 {"contact": {di.contact}, "lead": {di.lead}, "is_new_contact": false}
           POST /lead-forms/{visit}/entries {"name": "Di Ork", "email": "di@home.example", "phone": "(030) 7654321", "once": "lead-0014-di"} -> 201 {"contact": {di.contact}, "lead": {di.lead}, "is_new_contact": false}
           POST /lead-forms/{visit}/entries {"name": "Ed Ork", "email": "ed@home.example", "phone": "+49 30 7654321", "once": "lead-0015-ed"} -> 201 {"is_new_contact": true, "is_new_lead": true}

# A card with a telephone number alone is a lead too; the number in another notation is the same person, and nobody can be reached by nothing.
           POST /lead-forms/{visit}/entries {"name": "Gil Tar", "phone": "Tel. 030 5550142", "once": "lead-0021-gil"} -> 201 gil {"is_new_contact": true, "is_new_lead": true}
           POST /lead-forms/{visit}/entries {"name": "Gil Tar", "phone": "+49 (0)30 555 01 42", "once": "lead-0022-gil"} -> 201 {"contact": {gil.contact}, "lead": {gil.lead}, "is_new_contact": false}
           POST /lead-forms/{visit}/entries {"name": "Hal Orr", "phone": "030 5550199", "once": "lead-0023-hal"} -> 201 {"is_new_contact": true, "is_new_lead": true}
           POST /lead-forms/{visit}/entries {"name": "Gil Tar", "phone": "12", "once": "lead-0024-gil"} -> 422 wrong_shape
           POST /lead-forms/{visit}/entries {"name": "Gil Tar", "once": "lead-0025-gil"}               -> 422 wrong_shape

# A form filled in by a machine, which shows no token of the page, is asked to press once more, and a form of another site is turned
# away; neither makes anything.
file filled.txt <<END
name=Fay+Ito&email=fay%40acme.example&homepage=http%3A%2F%2Fspam.example&message=Hello
END
as sam     GET  /form-entries.json?form={visit}&limit=1                                      -> 200 before
as nobody
header content-type: application/x-www-form-urlencoded
header origin: http://127.0.0.1:7700
           POST /forms/spring-show file filled.txt                                            -> 200
header content-type: application/x-www-form-urlencoded
header origin: https://evil.example
           POST /forms/spring-show file filled.txt                                            -> 403
as sam     GET  /form-entries.json?form={visit}&limit=1                                      -> 200 {"total": {before.total}}
           GET  /contacts.json?q=Fay                                                          -> 200 {"total": 0}

# A closed form takes nothing more, but answers what arrived before.
as sam     PUT  /lead-forms/{visit} {"name": "Visit us", "address": "spring-show", "campaign": {show}, "territory": 1, "closed_on": "2026-03-02"} -> 200
as karl    POST /lead-forms/{visit}/entries {"name": "Dee", "email": "dee@acme.example", "once": "lead-0007-dee"} -> 409 form_is_closed
           POST /lead-forms/{visit}/entries {"name": "Ada Lind", "email": "ada@acme.example", "once": "lead-0006-ada"} -> 201 {"lead": {again.lead}, "was_here": true}
           GET  /lead-forms/Spring-Show/stand.json                                            -> 200 {"id": {visit}, "name": "Visit us", "is_closed": true}
           GET  /lead-forms/south/stand.json                                                  -> 404 not_found

# The token's last day is over.
clock 2026-03-13 09:00
as nobody
header authorization: Bearer {scanner.token}
           GET /lead-forms.json                                                               -> 401 token_not_valid
