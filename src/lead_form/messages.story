# A form takes messages under an address of its own.
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"}   -> 201 show
           POST /lead-forms {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1, "owner": {karl.id},
             "mail_address": "Sales+Spring@kestrel.example"}                                  -> 201 visit
           GET  /lead-forms/{visit}.json                                                      -> 200 {"mail_address": "sales+spring@kestrel.example"}
           POST /lead-forms {"name": "Other", "address": "other", "campaign": {show}, "mail_address": "sales+spring@kestrel.example"} -> 409 form_mail_taken
           POST /lead-forms {"name": "Other", "address": "other", "campaign": {show}, "mail_address": "sales"} -> 422 mail_address_unfit
           POST /lead-forms {"name": "Other", "address": "other", "campaign": {show}, "closed_on": "2026-03-01"} -> 201 closed

file inquiry.eml <<END
Message-ID: <1@acme.example>
Date: Mon, 2 Mar 2026 08:31:00 +0000
From: Ada Lind <Ada@acme.example>
To: "Kestrel" <sales@kestrel.example>, sales+spring@kestrel.example
Subject: Ten torque meters

We need ten torque meters by May.
END

file unknown.eml <<END
Message-ID: <2@acme.example>
From: Bo Sund <bo@acme.example>
To: sales@kestrel.example
Subject: A question

Do you sell pumps?
END

file job.eml <<END
Message-ID: <3@acme.example>
From: Cy Young <cy@acme.example>
To: sales@kestrel.example
Subject: A job

Do you look for people?
END

file away.eml <<END
Message-ID: <4@acme.example>
From: Ada Lind <ada@acme.example>
To: sales+spring@kestrel.example
Auto-Submitted: auto-replied
Subject: Away

Until Monday.
END

# A mail server hands messages on by a token; the same message is one lead.
as karl    POST /people/me/tokens {"name": "Mail server"}                                     -> 201 server
as nobody
header authorization: Bearer {server.token}
           POST /inquiries/mail file inquiry.eml                                              -> 201 {"standing": "lead", "was_here": false}
header authorization: Bearer {server.token}
           POST /inquiries/mail file inquiry.eml                                              -> 201 {"standing": "lead", "was_here": true}
           POST /inquiries/mail file inquiry.eml                                              -> 401 not_signed_in
as karl    GET  /form-entries.json?form={visit}                                               -> 200
             {"total": 1, "items": [{"contact_name": "Ada Lind", "opportunity_name": "Visit us: 2 March 2026, 09:00", "is_new_lead": true, "consent": ""}]}
           GET  /touchpoints.json?campaign={show}&kind=email                                  -> 200
             {"total": 1, "items": [{"at": "2026-03-02T08:31:00.000Z"}]}
           GET  /activities.json?kind=note                                                    -> 200
             {"total": 1, "items": [{"subject_line": "Ten torque meters\nWe need ten torque meters by May."}]}

# What a program wrote is no lead; what goes to no form's address waits for a person.
           POST /inquiries/mail file away.eml                                                 -> 201 {"standing": "no_lead", "reason": "A program answered by itself."}
           POST /inquiries/mail file unknown.eml                                              -> 201 unknown {"standing": "waiting", "reason": "It was sent to no form's address."}
           POST /inquiries/mail file job.eml                                                  -> 201 job {"standing": "waiting"}
           POST /inquiries/mail                                                               -> 422 wrong_shape
as fiona   POST /inquiries/mail file job.eml                                                  -> 403 not_allowed
as karl    GET  /received-messages.json                                                       -> 403 not_allowed
as sam     GET  /received-messages.json?standing=waiting&order=at                             -> 200
             {"total": 2, "items": [{"from_name": "Bo Sund", "subject": "A question", "to_address": "sales@kestrel.example"}, {"from_name": "Cy Young"}]}
           GET  /received-messages.json?standing=no_lead                                      -> 200
             {"total": 1, "items": [{"from_name": "", "from_address": "", "subject": "", "text": "", "reason": "A program answered by itself."}]}
           GET  /received-messages/{unknown}.json                                             -> 200 {"text": "Do you sell pumps?", "attachment_count": 0}
           GET  /received-messages/99.json                                                    -> 404 not_found
           POST /received-messages/{unknown}/entry {"form": 99}                               -> 422 form_unknown
           POST /received-messages/{unknown}/entry {"form": {closed}}                         -> 422 form_unknown
           POST /received-messages/{unknown}/entry {"form": {visit}}                          -> 201
           GET  /received-messages/{unknown}.json                                             -> 200
             {"standing": "lead", "reason": "", "form_name": "Visit us", "opportunity_name": "Visit us: 2 March 2026, 09:00 (2)", "sorted_by_name": "Sam Rivera"}
           POST /received-messages/{unknown}/entry {"form": {visit}}                          -> 409 message_is_sorted
           POST /received-messages/{unknown}/drop {"reason": "A mistake"}                     -> 409 message_is_sorted
           POST /received-messages/{job}/drop {"reason": " "}                                 -> 422 drop_reason_missing
           POST /received-messages/{job}/drop {"reason": "Asks for a job"}                    -> 201
           GET  /received-messages/{job}.json                                                 -> 200 {"standing": "dropped", "reason": "Asks for a job"}
           GET  /form-entries.json?form={visit}                                               -> 200 {"total": 2}

# A closed form's messages wait too.
           PUT  /lead-forms/{visit} {"name": "Visit us", "address": "visit", "campaign": {show}, "territory": 1,
             "mail_address": "sales@kestrel.example", "closed_on": "2026-03-02"}              -> 200

file late.eml <<END
Message-ID: <5@acme.example>
From: Dee <dee@acme.example>
To: sales@kestrel.example

Too late?
END

as karl    POST /inquiries/mail file late.eml                                                 -> 201 {"standing": "waiting", "reason": "The form of its address is closed."}
