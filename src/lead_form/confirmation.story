# A form asks for a confirmation only where mail can be sent.
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"}   -> 201 show
           POST /lead-forms {"name": "News", "address": "news", "campaign": {show}, "asks_confirmation": true} -> 409 mail_not_set_up
as ada     PUT  /mail {"server": "smtps://mail.kestrel.example", "sender": "crm@kestrel.example",
             "links_at": "https://accord.kestrel.example"}                                    -> 200
as sam     POST /lead-forms {"name": "News", "address": "news", "campaign": {show}, "territory": 1, "asks_confirmation": true,
             "consent": "You may write to me."}                                               -> 201 news
           GET  /lead-forms/{news}.json                                                       -> 200
             {"asks_confirmation": true, "waiting_count": 0, "asked_count": 0, "confirmed_count": 0}

# Whoever is sent by a program or typed in at a stand is asked as well, and is nobody's contact or lead until then.
as karl    POST /lead-forms/{news}/entries {"name": "Ada Lind", "email": "Ada@acme.example", "once": "lead-0001-ada", "kind": "scan",
             "consent": "You may write to me."}                                               -> 201
             {"id": null, "contact": null, "lead": null, "is_waiting": true, "was_here": false}
           POST /lead-forms/{news}/entries {"name": "Ada Lind", "email": "ada@acme.example", "once": "lead-0001-ada"} -> 201
             {"id": null, "is_waiting": true, "was_here": true}
           POST /lead-forms/{news}/entries {"name": "Bo", "email": "bö@acme.example", "once": "lead-0002-bo"} -> 422 wrong_shape
           GET  /form-entries.json                                                            -> 200 {"total": 0}
           GET  /contacts.json                                                                -> 200 {"total": 0}
           GET  /lead-forms/{news}.json                                                       -> 200 {"entry_count": 0, "waiting_count": 1, "asked_count": 1}
as ada     GET  /mail-messages.json                                                           -> 200
             {"total": 1, "items": [{"to_address": "ada@acme.example", "subject": "Please confirm: News", "purpose": "confirmation of a form"}]}

# Without a server nothing can be asked, so nothing is taken.
           PUT  /mail {}                                                                      -> 200
as karl    POST /lead-forms/{news}/entries {"name": "Cy", "email": "cy@acme.example", "once": "lead-0003-cy"} -> 409 mail_not_set_up

# After seven days the link works no more, and nobody waits.
clock 2026-03-09 09:00
as karl    GET  /lead-forms/{news}.json                                                       -> 200 {"waiting_count": 0, "asked_count": 1}
