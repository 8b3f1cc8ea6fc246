# An administrator sets mail up; what cannot be is said by name.
as ada     GET  /mail.json                                                                    -> 200
             {"is_sending": false, "is_reading": false, "is_demo": false, "waiting_count": 0, "sent_at": null}
           POST /mail-messages {"to_address": "ada@kestrel.example"}                          -> 409 mail_not_set_up
           PUT  /mail {"server": "mail.kestrel.example"}                                      -> 422 mail_server_unfit
           PUT  /mail {"server": "smtps://user:password@mail.kestrel.example"}                -> 422 mail_server_unfit
           PUT  /mail {"mailbox": "imaps://mail.kestrel.example"}                             -> 422 mail_server_unfit
           PUT  /mail {"server": "smtps://mail.kestrel.example", "sender": "crm"}             -> 422 mail_address_unfit
           PUT  /mail {"server": "smtps://mail.kestrel.example", "sender": "crm@kestrel.example",
             "links_at": "accord.kestrel.example"}                                            -> 422 links_address_unfit
           PUT  /mail {"server": "smtps://mail.kestrel.example", "sender": "crm@kestrel.example"} -> 422 mail_setting_incomplete
           PUT  /mail {"server": "smtps://mail.kestrel.example", "server_user": "crm", "sender": "crm@kestrel.example",
             "links_at": "https://accord.kestrel.example", "mailbox": "imaps://mail.kestrel.example/INBOX", "mailbox_user": "leads"} -> 200
           GET  /mail.json                                                                    -> 200
             {"server": "smtps://mail.kestrel.example", "is_sending": true, "is_reading": true}

# A test message waits in the outbox until the program sends it; one address gets five a day.
           POST /mail-messages {"to_address": "ada"}                                          -> 422 mail_address_unfit
           POST /mail-messages {"to_address": "Ada@kestrel.example\r\nBcc: sam@kestrel.example"} -> 422 mail_address_unfit
           POST /mail-messages {"to_address": "Ada@Kestrel.example"}                          -> 201
           GET  /mail-messages.json                                                           -> 200
             {"total": 1, "items": [{"to_address": "ada@kestrel.example", "purpose": "test", "tries": 0, "sent_at": null}]}
           POST /mail-messages {"to_address": "ada@kestrel.example"}                          -> 201
           POST /mail-messages {"to_address": "ada@kestrel.example"}                          -> 201
           POST /mail-messages {"to_address": "ada@kestrel.example"}                          -> 201
           POST /mail-messages {"to_address": "ada@kestrel.example"}                          -> 201
           POST /mail-messages {"to_address": "ada@kestrel.example"}                          -> 429 too_many_letters
           POST /mail-messages {"to_address": "sam@kestrel.example"}                          -> 201

# Nobody else sees whom was written to, or changes how.
as sam     GET  /mail.json                                                                    -> 403 not_allowed
           GET  /mail-messages.json                                                           -> 403 not_allowed
           PUT  /mail {}                                                                      -> 403 not_allowed

# Nothing is sent any more; what waits goes on waiting.
as ada     PUT  /mail {}                                                                      -> 200
           GET  /mail.json                                                                    -> 200 {"is_sending": false, "waiting_count": 6}
