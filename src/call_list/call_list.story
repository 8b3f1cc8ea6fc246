# A call list belongs to a campaign; one side calls, or one person of it.
as sam     POST /campaigns {"name": "Spring show", "channel": 5, "starts_on": "2026-03-01"}   -> 201 show
as maria   POST /products {"name": "Torque meter", "list_price": null, "unit_cost": null}     -> 201 meter
           POST /accounts {"name": "Acme Works", "territory": 1}                              -> 201 acme
           POST /accounts {"name": "Southern Steel", "territory": 2}                          -> 201 steel
           POST /contacts {"name": "Petra Holm", "title": "Buyer", "phone": "+1 555 0100", "account": {acme}} -> 201 petra
           POST /contacts {"name": "Otto Lang", "title": "Head of maintenance", "phone": "+1 555 0101", "account": {acme}} -> 201 otto
           POST /contacts {"name": "Nora Vik", "title": "Buyer", "account": {acme}}           -> 201 nora
           POST /contacts {"name": "Quiet Quinn", "phone": "+1 555 0102", "account": {acme}}  -> 201 quinn
           POST /contacts {"name": "Ugo Neri", "phone": "+1 555 0200", "account": {steel}}    -> 201 ugo
as sam     POST /call-lists {"name": "After the show", "campaign": {show}, "script": "Did you find what you came for?",
             "side": "marketing", "product": {meter}, "owner": {karl.id}, "closed_on": "2026-04-01"} -> 201 calls
           GET  /call-lists/{calls}.json                                                      -> 200
             {"name": "After the show", "campaign_name": "Spring show", "side": "marketing", "owner_name": "Karl Brandt",
              "product_name": "Torque meter", "member_count": 0, "called_count": 0, "interested_count": 0}
           POST /call-lists {"name": " ", "campaign": {show}}                                 -> 422 name_is_missing
           POST /call-lists {"name": "Other", "campaign": 99}                                 -> 422 campaign_unknown
           POST /call-lists {"name": "Other", "campaign": {show}, "product": 99}              -> 422 product_unknown
           POST /call-lists {"name": "Other", "campaign": {show}, "territory": 99}            -> 422 territory_unknown
           POST /call-lists {"name": "Other", "campaign": {show}, "owner": 999}               -> 422 person_unknown
           POST /call-lists {"name": "Other", "campaign": {show}, "caller": 999}              -> 422 person_unknown
           POST /call-lists {"name": "Other", "campaign": {show}, "side": "none"}             -> 422 list_of_no_side
           POST /call-lists {"name": "Other", "campaign": {show}, "side": "sales", "caller": {sam.id}} -> 422 caller_cannot_call
           POST /call-lists {"name": "Other", "campaign": {show}, "side": "none", "caller": {fiona.id}} -> 422 list_of_no_side

# Who opted out is not put on a list, nor is who has no number: both are told by name.
as karl    POST /wishes {"contact": {quinn}, "says": "refuses", "words": "Never call me at work again."} -> 201 wish
           POST /wishes {"contact": {quinn}, "says": "refuses", "words": " "}           -> 422 words_missing
           POST /wishes {"contact": 99, "says": "refuses", "words": "No."}              -> 422 contact_unknown
           POST /wishes {"contact": {ugo}, "says": "refuses", "words": "No."}           -> 422 contact_unknown
as sam     POST /call-lists/{calls}/members {"account": {acme}}                               -> 201
             {"added": 2, "already_there": 0, "opted_out": 1, "without_address": 1,
              "opted_out_names": ["Quiet Quinn"], "without_address_names": ["Nora Vik"]}
           POST /call-lists/{calls}/members {"contacts": [{petra}, {ugo}]}                    -> 201
             {"added": 1, "already_there": 1, "opted_out": 0, "without_address": 0}
           POST /call-lists/{calls}/members {"title": "head of"}                              -> 201 {"added": 0, "already_there": 1}
           POST /call-lists/{calls}/members {"title": " "}                                    -> 422 nobody_chosen
           POST /call-lists/{calls}/members {"contacts": [999]}                               -> 422 contact_unknown
           POST /call-lists/{calls}/members {"account": 999}                                  -> 422 account_unknown
           POST /call-lists/{calls}/members {"campaign": 999}                                 -> 422 campaign_unknown
           POST /call-lists/{calls}/members {"territory": 999}                                -> 422 territory_unknown
           POST /call-lists/999/members {"title": "head of"}                                  -> 404 not_found

# A salesperson sees the members of the own territory, puts nobody on a list of marketing's and does not call it.
as karl    GET  /call-members.json?list={calls}&order=contact_name                            -> 200
             {"items": [{"contact_name": "Otto Lang"}, {"contact_name": "Petra Holm", "state": "not_called"}], "total": 2}
           GET  /call-lists/{calls}.json                                                      -> 200 {"member_count": 2}
           POST /call-lists/{calls}/members {"title": "head of"}                              -> 403 not_allowed
           POST /call-lists/{calls}/turns {}                                                  -> 403 not_your_call_list
           GET  /call-lists/{calls}/call.json                                                 -> 200
             {"person": null, "why_not": "Others call the people of this list. Ask whoever keeps the list to let you call."}
           GET  /call-lists.json?member_count=0                                               -> 400 unknown_filter
as fiona   POST /call-lists/{calls}/turns {}                                                  -> 403 not_allowed

# The next person comes with what one needs. Two callers never have the same one: the second is told by name.
as ines    POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": 1}
           GET  /call-lists/{calls}/call.json                                                 -> 200
             {"name": "After the show", "campaign_name": "Spring show", "script": "Did you find what you came for?", "why_not": "",
              "person": {"member": 1, "name": "Petra Holm", "title": "Buyer", "phone": "+1 555 0100", "account_name": "Acme Works",
                         "call_count": 0, "wish": null, "opportunity": null, "events": []},
              "not_called_count": 2, "due_count": 0, "last_call": null}
as lena    POST /call-lists/{calls}/turns {"member": 1}                                       -> 409 call_is_taken
             {"detail": "Somebody else is calling this person. (Ines Duarte is calling them.)"}
           POST /call-lists/{calls}/calls {"member": 1, "outcome": "reached"}                 -> 409 call_is_taken
           POST /call-lists/{calls}/turns {"member": 99}                                      -> 404 not_found
           POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": 2}
           POST /call-lists/{calls}/calls {"member": 3, "outcome": "reached"}                 -> 409 call_not_taken

# Who is interested becomes a lead of whoever gets the list's leads, and a touchpoint of the campaign.
as ines    POST /call-lists/{calls}/calls {"member": 1, "outcome": "interested"}              -> 201 first
           GET  /call-members.json?list={calls}&state=interested                              -> 200
             {"items": [{"contact_name": "Petra Holm", "call_count": 1, "was_reached": true, "was_interested": true,
                         "last_caller_name": "Ines Duarte"}], "total": 1}
           GET  /opportunities.json                                                           -> 200
             {"items": [{"name": "Acme Works: After the show", "phase": "lead", "owner_name": "Karl Brandt", "territory_name": "North",
                         "contact_name": "Petra Holm", "product_name": "Torque meter", "source": "After the show"}], "total": 1}
           GET  /touchpoints.json                                                             -> 200
             {"items": [{"campaign_name": "Spring show", "contact_name": "Petra Holm", "kind": "call", "side": "marketing",
                         "person_name": "Ines Duarte"}], "total": 1}
           GET  /activities.json                                                              -> 200
             {"items": [{"subject_line": "Called for After the show: interested", "kind": "other", "side": "marketing",
                         "opportunity_name": "Acme Works: After the show"}], "total": 1}
           GET  /calls.json?list={calls}                                                      -> 200
             {"items": [{"contact_name": "Petra Holm", "outcome": "interested", "is_new_lead": true}], "total": 1}

# It can be taken back: the lead, the touchpoint and the activity go with it, and the person is before the caller again.
as lena    DELETE /call-lists/{calls}/calls/{first}                                           -> 409 call_is_settled
as ines    DELETE /call-lists/{calls}/calls/{first}                                           -> 200
           GET  /opportunities.json                                                           -> 200 {"total": 0}
           GET  /touchpoints.json                                                             -> 200 {"total": 0}
           GET  /activities.json                                                              -> 200 {"total": 0}
           GET  /call-lists/{calls}/call.json                                                 -> 200 {"person": {"name": "Petra Holm", "call_count": 0}, "last_call": null}
           DELETE /call-lists/{calls}/calls/{first}                                           -> 404 not_found

# To call back is at a time to come, and before the list closes.
           POST /call-lists/{calls}/calls {"member": 1, "outcome": "call_back"}               -> 422 call_back_unfit
           POST /call-lists/{calls}/calls {"member": 1, "outcome": "call_back", "call_back_at": "2026-03-01T09:00:00Z"} -> 422 call_back_unfit
           POST /call-lists/{calls}/calls {"member": 1, "outcome": "call_back", "call_back_at": "2026-04-01T09:00:00Z"} -> 422 call_back_unfit
           POST /call-lists/{calls}/calls {"member": 1, "outcome": "call_back", "call_back_at": "2026-03-02T15:00:00Z"} -> 201

# Who did not answer is no touchpoint, and neither is a wrong number. What somebody asks for stands in their own words.
as lena    POST /call-lists/{calls}/calls {"member": 2, "outcome": "no_answer"}               -> 201
           GET  /touchpoints.json                                                             -> 200 {"total": 1}
           POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": 3}
           POST /call-lists/{calls}/calls {"member": 3, "outcome": "asked_not_to_be_called", "words": ""} -> 422 words_missing
           POST /call-lists/{calls}/calls {"member": 3, "outcome": "consented"}               -> 422 words_missing
           POST /call-lists/{calls}/calls {"member": 3, "outcome": "asked_not_to_be_called", "words": "Take me off your list."} -> 201
           POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": null}
           POST /call-lists/{calls}/turns {"member": 3}                                       -> 409 opted_out_of_calls
           GET  /wishes.json?says=refuses&order=contact_name                            -> 200
             {"items": [{"contact_name": "Quiet Quinn", "words": "Never call me at work again.", "person_name": "Karl Brandt"},
                        {"contact_name": "Ugo Neri", "words": "Take me off your list.", "source": "After the show", "link": "/call-lists/1"}], "total": 2}
           GET  /call-lists/{calls}/figures.json                                              -> 200
             {"members": {"number": 3}, "called": {"number": 3}, "reached": {"number": 2}, "interested": {"number": 0},
              "overdue": {"number": 0}, "opted_out": {"number": 1}}

# A call-back that is due comes first; who did not answer is tried again after four hours.
clock 2026-03-02 15:30
as ines    GET  /call-lists/{calls}/figures.json                                              -> 200 {"overdue": {"number": 1}}
           POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": 1}
as lena    POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": 2}

# Somebody who opts out drops out of the queue at once, on every list.
as ines    DELETE /call-lists/{calls}/turns                                                   -> 200
as karl    POST /wishes {"contact": {petra}, "says": "refuses", "words": "By letter of 2 March."} -> 201
as ines    POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": null}
           POST /call-lists/{calls}/turns {"member": 1}                                       -> 409 opted_out_of_calls
           GET  /call-lists/{calls}/figures.json                                              -> 200 {"overdue": {"number": 0}, "opted_out": {"number": 2}}

# What was agreed to is recorded word by word, and takes the place of what was said before.
as lena    POST /call-lists/{calls}/calls {"member": 2, "outcome": "consented", "words": "Call me about gauges any time."} -> 201
           GET  /wishes.json?says=agrees                                               -> 200
             {"items": [{"contact_name": "Otto Lang", "words": "Call me about gauges any time."}], "total": 1}

# One's own wishes' history and those of one's territories alone.
as karl    GET  /wishes.json                                                             -> 200 {"total": 3}
           GET  /wishes/{wish}/history.json                                              -> 200 {"total": 1}
           GET  /wishes/2/history.json                                                   -> 404 not_found

# Who is erased vanishes from the lists, and their words with them.
as ada     POST /contacts/{otto}/erasure                                                      -> 201
as sam     GET  /call-members.json?list={calls}                                               -> 200 {"total": 2}
           GET  /calls.json?list={calls}                                                      -> 200 {"total": 2}
           GET  /wishes.json?says=agrees                                               -> 200 {"total": 0}
as karl    POST /wishes {"contact": {otto}, "says": "refuses", "words": "No."}          -> 409 contact_is_erased

# A call from which somebody has gone on cannot be taken back; nor one of the day before yesterday.
as sam     POST /contacts {"name": "Rosa Lund", "phone": "+1 555 0103", "account": {acme}}    -> 201 rosa
           POST /call-lists/{calls}/members {"contacts": [{rosa}]}                            -> 201 {"added": 1}
           POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": 4}
           POST /call-lists/{calls}/calls {"member": 4, "outcome": "interested"}              -> 201 second
as karl    GET  /opportunities.json                                                           -> 200 lead {"total": 1}
           POST /activities {"opportunity": {lead.items.0.id}, "kind": "call"}                -> 201
as sam     DELETE /call-lists/{calls}/calls/{second}                                          -> 409 call_is_settled

# Nor one whose lead was handed over meanwhile: what waits for somebody does not vanish.
           POST /contacts {"name": "Tom Berg", "phone": "+1 555 0104", "account": {acme}}     -> 201 tom
           POST /call-lists/{calls}/members {"contacts": [{tom}]}                             -> 201 {"added": 1}
           POST /call-lists/{calls}/turns {}                                                  -> 201 {"member": 5}
           POST /call-lists/{calls}/calls {"member": 5, "outcome": "interested"}              -> 201 third
           GET  /opportunities.json?contact={tom}                                             -> 200 handed {"total": 1}
           GET  /handoffs.json?opportunity={handed.items.0.id}                                -> 200 came {"items": [{"ask": "take_over", "assigned_to_name": "Karl Brandt"}], "total": 1}
as karl    POST /handoffs/{came.items.0.id}/steps {"kind": "accepted", "after": {came.items.0.last_step}} -> 201
as sam     DELETE /call-lists/{calls}/calls/{third}                                           -> 409 call_is_settled

# A closed list is called and filled no more; it belongs to a territory, where others do not see it.
clock 2026-04-01 09:00
           POST /call-lists/{calls}/turns {}                                                  -> 409 call_list_is_closed
           POST /call-lists/{calls}/members {"contacts": [{petra}]}                           -> 409 call_list_is_closed
           PUT  /call-lists/{calls} {"name": "After the show", "campaign": {show}, "side": "marketing", "territory": 2} -> 200
           GET  /call-lists/{calls}/history.json                                              -> 200 {"total": 2}
as karl    GET  /call-lists/{calls}.json                                                      -> 404 not_found
           GET  /call-lists/{calls}/call.json                                                 -> 404 not_found
           GET  /call-lists/{calls}/figures.json                                              -> 404 not_found
           POST /call-lists/{calls}/turns {}                                                  -> 404 not_found
