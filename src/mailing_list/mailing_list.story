# A mailing is planned for a campaign and for a day.
as sam     POST /campaigns {"name": "Spring letter", "channel": 3, "starts_on": "2026-03-01"} -> 201 spring
as maria   POST /accounts {"name": "Acme Works", "territory": 1, "country": "Germany"}        -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}                          -> 201 steel
           POST /contacts {"name": "Petra Holm", "title": "Buyer", "email": "petra@acme.example", "account": {acme}} -> 201 petra
           POST /contacts {"name": "Otto Lang", "title": "Head of maintenance", "account": {acme}} -> 201 otto
           POST /contacts {"name": "Nora Vik", "title": "Buyer", "email": "nora@acme.example", "account": {acme}} -> 201 nora
           POST /contacts {"name": "Quiet Quinn", "email": "quinn@acme.example", "account": {acme}} -> 201 quinn
           POST /contacts {"name": "Homeless Harry"}                                          -> 201 harry
           POST /contacts {"name": "Ugo Neri", "account": {steel}}                            -> 201 ugo
as sam     POST /mailing-lists {"name": "Letter to buyers", "campaign": {spring}, "drops_on": "2026-03-05",
             "note": "A torque meter to try, for a month."}                                   -> 201 letter
           GET  /mailing-lists/{letter}.json                                                  -> 200
             {"name": "Letter to buyers", "campaign_name": "Spring letter", "medium": "mail", "side": "marketing", "drops_on": "2026-03-05",
              "has_gone_out": false, "went_out_on": null, "member_count": 0, "sent_count": 0}
           POST /mailing-lists {"name": " ", "campaign": {spring}, "drops_on": "2026-03-05"}  -> 422 name_is_missing
           POST /mailing-lists {"name": "Other", "campaign": 99, "drops_on": "2026-03-05"}    -> 422 campaign_unknown
           POST /mailing-lists {"name": "Other", "campaign": {spring}, "drops_on": "2026-03-05", "territory": 99} -> 422 territory_unknown
as karl    POST /mailing-lists {"name": "Other", "campaign": {spring}, "drops_on": "2026-03-05"} -> 403 not_allowed

# Who wants no letters is not put on it, nor is whose firm is not known: both are told by name.
as karl    POST /wishes {"contact": {quinn}, "medium": "mail", "words": "No letters, please."} -> 201
as sam     POST /mailing-lists/{letter}/members {"account": {acme}}                           -> 201
             {"added": 3, "already_there": 0, "opted_out": 1, "without_address": 0, "opted_out_names": ["Quiet Quinn"],
              "opted_out_reasons": ["Quiet Quinn of Acme Works asked on 2 March 2026 to get no letters."]}
           POST /mailing-lists/{letter}/members {"contacts": [{petra}, {harry}, {ugo}]}       -> 201
             {"added": 1, "already_there": 1, "without_address": 1, "without_address_names": ["Homeless Harry"]}
           POST /mailing-lists/{letter}/members {}                                            -> 422 nobody_chosen

# By e-mail it is the address that counts, and what one said of e-mails.
           POST /mailing-lists {"name": "The same by e-mail", "campaign": {spring}, "medium": "email", "drops_on": "2026-03-05"} -> 201 by_email
           POST /mailing-lists/{by_email}/members {"account": {acme}}                         -> 201
             {"added": 3, "opted_out": 0, "without_address": 1, "without_address_names": ["Otto Lang"]}

# An account that counts as another one brings the people of both.
as maria   POST /accounts {"name": "Acme GmbH", "territory": 1}                               -> 201 gmbh
           POST /merges {"record": "account", "number": {gmbh}, "into_number": {acme}}        -> 201 merged
as sam     POST /mailing-lists/{by_email}/members {"account": {gmbh}}                         -> 201
             {"added": 0, "already_there": 3, "without_address": 1}
as maria   DELETE /merges/{merged}                                                            -> 200

# Others see the members of their own territories, and take nobody's address.
as karl    GET  /mailing-members.json?list={letter}                                           -> 200 {"total": 3}
           GET  /mailing-lists/{letter}.json                                                  -> 200 {"member_count": 3}
           POST /mailing-lists/{letter}/members {"contacts": [{ugo}]}                         -> 403 not_allowed
           POST /mailing-lists/{letter}/handouts                                              -> 403 not_allowed
           POST /mailing-lists/{letter}/drop {"day": "2026-03-05"}                            -> 403 not_allowed

# Somebody is taken off again; one code stands on each piece.
as sam     POST /mailing-lists/{letter}/members {"contacts": [{otto}]}                        -> 201 {"already_there": 1}
           DELETE /mailing-lists/{letter}/members/2                                           -> 200
           DELETE /mailing-lists/{by_email}/members/1                                         -> 404 not_found
           GET  /mailing-members.json?list={letter}&order=id                                  -> 200
             {"items": [{"contact_name": "Petra Holm", "code": "M1-1", "state": "planned"}, {"contact_name": "Nora Vik", "code": "M1-3"},
                        {"contact_name": "Ugo Neri", "code": "M1-4"}], "total": 3}
           POST /mailing-lists/{letter}/members {"contacts": [{otto}]}                        -> 201 {"added": 1}

# Whoever takes the addresses stands on record, and takes them within the hour.
           POST /mailing-lists/{letter}/handouts                                              -> 201 handout
           GET  /mailing-handouts/{handout}/addresses.json                                    -> 200
             {"items": [{"code": "M1-1", "name": "Petra Holm", "title": "Buyer", "account_name": "Acme Works", "country": "Germany", "email": "",
                         "list_name": "Letter to buyers", "campaign_name": "Spring letter"},
                        {"name": "Nora Vik"}, {"name": "Ugo Neri"}, {"name": "Otto Lang"}], "total": 4}
           GET  /mailing-handouts.json?list={letter}                                          -> 200
             {"items": [{"list_name": "Letter to buyers", "person_name": "Sam Rivera", "piece_count": 4, "at": "2026-03-02T09:00:00.000Z"}], "total": 1}
           GET  /mailing-lists/{letter}.json                                                  -> 200
             {"handed_out_by_name": "Sam Rivera", "handed_out_at": "2026-03-02T09:00:00.000Z", "changed_count": 0}
as maria   GET  /mailing-handouts/{handout}/addresses.json                                    -> 409 handout_is_over
as sam     POST /mailing-lists/{by_email}/handouts                                            -> 201 by_email_handout
           GET  /mailing-handouts/{by_email_handout}/addresses.json                           -> 200
             {"items": [{"name": "Petra Holm", "email": "petra@acme.example"}, {"name": "Nora Vik"}, {"name": "Quiet Quinn"}], "total": 3}
clock 2026-03-02 10:01
           GET  /mailing-handouts/{handout}/addresses.json                                    -> 409 handout_is_over
           GET  /mailing-handouts/99/addresses.json                                           -> 404 not_found

# Who opts out before the drop is left off, and whoever has the addresses in hand is told that they changed.
clock 2026-03-03 09:00
as ines    POST /mailing-lists/{letter}/answers {"member": 3, "words": " "}                   -> 422 words_missing
           POST /mailing-lists/{letter}/answers {"member": 99, "words": "No."}                -> 404 not_found
           POST /mailing-lists/{letter}/answers {"member": 3, "words": "Nothing by post any more."} -> 201
           GET  /wishes.json?medium=mail&order=contact_name                                   -> 200
             {"items": [{"contact_name": "Nora Vik", "says": "refuses", "words": "Nothing by post any more.", "source": "Letter to buyers",
                         "link": "/mailing-lists/1"}, {"contact_name": "Quiet Quinn"}], "total": 2}
           GET  /mailing-members.json?list={letter}&state=opted_out                           -> 200
             {"items": [{"contact_name": "Nora Vik", "why_not": "Nora Vik of Acme Works asked on 3 March 2026 to get no letters."}], "total": 1}
           GET  /mailing-members.json?list={letter}&state=planned                             -> 200 {"total": 3}
           GET  /mailing-members.json?why_not=x                                               -> 400 unknown_filter
           GET  /mailing-lists.json?sent_count=0                                              -> 400 unknown_filter
           GET  /mailing-lists/{letter}.json                                                  -> 200 {"changed_count": 1}
           GET  /mailing-lists/{letter}/figures.json                                          -> 200
             {"members": {"number": 4}, "opted_out": {"number": 1}, "without_address": {"number": 0}, "sent": {"number": 0}, "returned": {"number": 0}, "leads": {"number": 0}}

# It goes out on its drop date or later, and never on a day to come. Somebody says on which day it did.
as sam     POST /mailing-lists/{letter}/drop {"day": "2026-03-03"}                            -> 422 drop_day_unfit
           POST /mailing-lists/{letter}/drop {"day": "2026-03-05"}                            -> 422 drop_day_unfit
           POST /mailing-lists/{letter}/returns {"member": 1}                                 -> 409 piece_not_sent
           DELETE /mailing-lists/{letter}/drop                                                -> 404 not_found
clock 2026-03-07 09:00
           GET  /mailing-lists.json?has_gone_out=false&drops_on_to=2026-03-06                 -> 200 {"total": 2}
           POST /mailing-lists/{letter}/drop {"day": "2026-03-06"}                            -> 201
           GET  /mailing-lists/{letter}.json                                                  -> 200
             {"has_gone_out": true, "went_out_on": "2026-03-06", "dropped_by_name": "Sam Rivera", "member_count": 4, "sent_count": 3}
           GET  /touchpoints.json?order=contact_name                                          -> 200
             {"items": [{"contact_name": "Otto Lang", "account_name": "Acme Works", "campaign_name": "Spring letter", "channel_name": "Direct mail",
                         "kind": "mail", "side": "marketing", "at": "2026-03-06T00:00:00.000Z", "precision": "day"},
                        {"contact_name": "Petra Holm"}, {"contact_name": "Ugo Neri"}], "total": 3}

# What went out stays as it went.
           POST /mailing-lists/{letter}/drop {"day": "2026-03-06"}                            -> 409 mailing_went_out
           POST /mailing-lists/{letter}/members {"account": {acme}}                           -> 409 mailing_went_out
           DELETE /mailing-lists/{letter}/members/1                                           -> 409 mailing_went_out
           POST /mailing-lists/{letter}/handouts                                              -> 409 mailing_went_out
           PUT  /mailing-lists/{letter} {"name": "Letter", "campaign": {spring}, "drops_on": "2026-03-05"} -> 409 mailing_went_out

# Who answers afterwards was sent it all the same; from the next list they stay off.
as ines    POST /mailing-lists/{letter}/answers {"member": 1, "words": "Was nice, but no more."} -> 201
           GET  /mailing-members.json?list={letter}&state=sent&order=id                       -> 200
             {"items": [{"contact_name": "Petra Holm", "why_not": "Petra Holm of Acme Works asked on 7 March 2026 to get no letters."},
                        {"contact_name": "Ugo Neri", "why_not": ""}, {"contact_name": "Otto Lang"}], "total": 3}

# What came back is no touchpoint; found by what stands on the piece.
as sam     GET  /mailing-members.json?q=M1-4                                                  -> 200 {"items": [{"contact_name": "Ugo Neri"}], "total": 1}
           POST /mailing-lists/{letter}/returns {"member": 4}                                 -> 201
           POST /mailing-lists/{letter}/returns {"member": 4}                                 -> 409 piece_not_sent
           POST /mailing-lists/{letter}/returns {"member": 3}                                 -> 409 piece_not_sent
           GET  /touchpoints.json                                                             -> 200 {"total": 2}
           GET  /mailing-members.json?state=returned                                          -> 200 {"items": [{"contact_name": "Ugo Neri", "was_sent": true}], "total": 1}
           DELETE /mailing-lists/{letter}/drop                                                -> 409 pieces_came_back
           DELETE /mailing-lists/{letter}/returns/4                                           -> 200
           DELETE /mailing-lists/{letter}/returns/4                                           -> 404 not_found
           GET  /touchpoints.json                                                             -> 200 {"total": 3}

# A lead that began on the day it went out or later is told beside whom it came from.
as maria   POST /opportunities {"name": "Ten meters", "stage": "Prospecting", "account": {acme}, "contact": {otto}, "created_on": "2026-03-06"} -> 201 meters
           POST /opportunities {"name": "From before", "stage": "Prospecting", "account": {acme}, "contact": {petra}, "created_on": "2026-03-05"} -> 201
           GET  /mailing-members.json?list={letter}&has_lead=true                             -> 200
             {"items": [{"contact_name": "Otto Lang", "lead": {meters}, "lead_name": "Ten meters"}], "total": 1}
           GET  /mailing-lists/{letter}/figures.json                                          -> 200
             {"members": {"number": 4}, "opted_out": {"number": 1}, "sent": {"number": 3}, "returned": {"number": 0}, "leads": {"number": 1}}

# It can be taken back that it went out: its touchpoints go, and it can be said again.
as sam     DELETE /mailing-lists/{letter}/drop                                                -> 200
           GET  /touchpoints.json                                                             -> 200 {"total": 0}
           GET  /mailing-members.json?list={letter}&state=opted_out                           -> 200 {"total": 2}
           POST /mailing-lists/{letter}/drop {"day": "2026-03-06"}                            -> 201
           GET  /touchpoints.json                                                             -> 200 {"total": 3}

# Nobody to write to is no mailing.
           POST /mailing-lists {"name": "Empty", "campaign": {spring}, "drops_on": "2026-03-05"} -> 201 empty
           POST /mailing-lists/{empty}/handouts                                               -> 409 mailing_to_nobody
           POST /mailing-lists/{empty}/drop {"day": "2026-03-05"}                             -> 409 mailing_to_nobody
           PUT  /mailing-lists/{empty} {"name": "Of the South", "campaign": {spring}, "drops_on": "2026-03-05", "territory": 2} -> 200
           GET  /mailing-lists/{empty}/history.json                                           -> 200 {"total": 2}
as karl    GET  /mailing-lists/{empty}.json                                                   -> 404 not_found
           GET  /mailing-lists/{empty}/figures.json                                           -> 404 not_found
           POST /mailing-lists/{empty}/answers {"member": 1, "words": "No."}                  -> 404 not_found

# Who is erased is on no list any more, and gets nothing; what had been sent stands without a name.
as ada     POST /contacts/{petra}/erasure                                                     -> 201
as sam     GET  /mailing-members.json?list={letter}                                           -> 200 {"total": 3}
           GET  /touchpoints.json                                                             -> 200 {"total": 3}
           POST /mailing-lists/{by_email}/drop {"day": "2026-03-07"}                          -> 201
           GET  /mailing-members.json?list={by_email}&state=sent&order=id                     -> 200 {"items": [{"contact_name": "Nora Vik"}, {"contact_name": "Quiet Quinn"}], "total": 2}

# What came back of somebody who was erased since is nobody's to take back, and keeps nobody from taking the drop back.
           POST /mailing-lists/{letter}/returns {"member": 4}                                 -> 201
           GET  /touchpoints.json                                                             -> 200 {"total": 4}
           DELETE /mailing-lists/{letter}/drop                                                -> 409 pieces_came_back
as ada     POST /contacts/{ugo}/erasure                                                       -> 201
as sam     DELETE /mailing-lists/{letter}/returns/4                                           -> 404 not_found
           DELETE /mailing-lists/{letter}/drop                                                -> 200
           GET  /touchpoints.json                                                             -> 200 {"total": 2}
           GET  /mailing-lists/{letter}/figures.json                                          -> 200 {"members": {"number": 2}, "sent": {"number": 0}, "returned": {"number": 0}}
           POST /mailing-lists/{letter}/drop {"day": "2026-03-06"}                            -> 201
           GET  /touchpoints.json                                                             -> 200 {"total": 3}
