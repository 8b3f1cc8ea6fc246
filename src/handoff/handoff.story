# A lead is handed over with what both sides agreed, goes where the rules say, and is answered in business time.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /accounts {"name": "Southern Steel", "territory": 2}            -> 201 south
           POST /products {"name": "PX-100", "list_price": {"minor": 1000000, "currency": "USD"}} -> 201 px
           POST /contacts {"name": "Nora West", "account": {north}, "email": "nora@northwind.example", "phone": "+1 555 0100"} -> 201 nora
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1, "owner": {ines.id}} -> 201 gauges

# Before anything is agreed a lead is handed over as it is, and waits for whoever of sales takes it.
           POST /handoffs {"opportunity": {gauges}}                             -> 201 first {"state": "waiting", "assigned_to": null}
           GET  /handoffs/{first.id}.json                                       -> 200 {"agreement": "", "may_decide": false, "may_withdraw": true, "clock": "Nobody has it, since 0 business minutes. To be answered within 8 business hours.", "handoff": {"rule": "No rule is agreed: it waits for whoever takes it.", "to_side": "sales"}}
           POST /handoffs {"opportunity": {gauges}}                             -> 409 handoff_waits_already
           POST /handoffs {"opportunity": 999}                                  -> 422 opportunity_unknown
as karl    GET  /handoffs/queue.json                                            -> 200 {"total": 1, "items": [{"why": "free", "due_at": "2026-05-04T17:00:00.000Z", "handoff": {"opportunity_name": "Ten gauges"}}]}
as ines    POST /handoffs/{first.id}/steps {"kind": "withdrawn", "after": {first.step}} -> 201 over {"state": "withdrawn"}
           POST /handoffs/{first.id}/steps {"kind": "withdrawn", "after": {over.step}} -> 409 handoff_is_settled
           POST /handoffs/{first.id}/steps {"kind": "withdrawn", "after": {first.step}} -> 409 handoff_settled_meanwhile {"detail": "Somebody did something about it meanwhile. (Ines Duarte withdrew it.)"}

# A service level says what a lead must have, where it goes, and how soon; a draft shows what each clause would have found.
as maria   POST /agreements/service_level/versions {"body": {"demands": ["contact"], "answer_within_hours": 0, "contact_within_hours": 8, "ask_within_hours": 16, "reasons": [], "manager_after_hours": 9, "review_after_hours": 3, "routing": [{"name": "North", "people": [{ines.id}]}, {"name": "north", "people": []}]}} -> 422 wrong_shape golden
           POST /agreement-kinds/service_level/findings {"body": {"demands": ["contact"], "answer_within_hours": 4, "contact_within_hours": 8, "ask_within_hours": 16, "reasons": ["No need"]}, "from_day": "2026-01-01", "to_day": "2026-05-04"} -> 201 {"items": [{"clause": "demands"}, {"clause": "contact_within_hours", "is_judged": false}, {"clause": "reasons"}, {"clause": "routing"}]}
           POST /agreements/service_level/versions {"body": {"demands": ["account", "contact", "source"], "answer_within_hours": 4, "contact_within_hours": 8, "ask_within_hours": 16, "reasons": ["No need", "No budget"], "manager_after_hours": 2, "review_after_hours": 8, "routing": [{"name": "North", "territory": 1, "people": [{karl.id}]}, {"name": "All the rest", "people": [{maria.id}], "by": "turn"}]}, "in_force_from": "2026-05-01"} -> 201 level
           POST {level}/signatures                                              -> 201
as sam     POST {level}/signatures                                              -> 201 {"state": "locked"}

# What the lead lacks is named; then the rule chooses, says why, and the clock runs in business time of the territory.
as ines    POST /handoffs {"opportunity": {gauges}}                             -> 422 handoff_demands_missing {"detail": "The lead lacks what both sides agreed it must have. (Contact and Source.)"}
           PUT  /opportunities/{gauges} {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "contact": {nora}, "source": "Trade show", "territory": 1, "owner": {ines.id}, "created_on": "2026-05-04"} -> 200
           POST /handoffs {"opportunity": {gauges}, "note": "Wants a demo in May."} -> 201 lead {"assigned_to": {karl.id}}
           GET  /handoffs/{lead.id}.json                                        -> 200 {"agreement_name": "Service level, version 1", "reasons": ["No need", "No budget"], "clock": "How long Karl Brandt has had it is told to them and to those above them.", "may_assign": false, "handoff": {"rule": "“North” chose Karl Brandt, the only one it names.", "contact_phone": "+1 555 0100"}}
as karl    GET  /handoffs/{lead.id}.json                                        -> 200 {"clock": "To be answered within 4 business hours."}
clock 2026-05-04 22:00
as karl    GET  /handoffs/queue.json                                            -> 200 {"total": 1, "late": 1, "items": [{"why": "yours", "is_late": true, "escalation": "manager"}]}
as maria   GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "manager"}]}

# Whoever has it answers it; others are told whose it is. A rejection has an agreed reason.
as ines    POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {lead.step}} -> 403 handoff_not_yours
as karl    POST /handoffs/{lead.id}/steps {"kind": "rejected", "after": {lead.step}} -> 422 handoff_reason_missing
           POST /handoffs/{lead.id}/steps {"kind": "rejected", "after": {lead.step}, "text": "Bad day"} -> 422 handoff_reason_not_agreed {"detail": "Both sides have agreed on other reasons. (No need and No budget.)"}
           POST /handoffs/{lead.id}/steps {"kind": "answered", "after": {lead.step}, "text": "Yes"} -> 422 handoff_step_unfit
           POST /handoffs/{lead.id}/steps {"kind": "rejected", "after": {lead.step}, "text": "no budget"} -> 201 rejected {"state": "rejected"}
           GET  /handoffs.json?state=rejected                                   -> 200 {"items": [{"reason": "No budget", "decided_by_name": "Karl Brandt"}], "total": 1}

# Undo, for a day and while it is one's own last step: the handoff is as before, and its steps say what was taken back, by whom and when.
as maria   DELETE /handoffs/{lead.id}/steps/{rejected.step}                     -> 409 handoff_step_settled
as karl    DELETE /handoffs/{lead.id}/steps/{lead.step}                         -> 409 handoff_step_settled
           DELETE /handoffs/{lead.id}/steps/999999                              -> 404 not_found
clock 2026-05-04 22:04
           DELETE /handoffs/{lead.id}/steps/{rejected.step}                     -> 200
           GET  /handoffs/{lead.id}.json                                        -> 200 {"handoff": {"state": "waiting", "reason": "", "last_step": {lead.step}}}
           GET  /handoffs/{lead.id}/steps.json?order=id                         -> 200 {"items": [{"kind": "submitted", "is_undone": false, "undone_at": null, "undone_by_name": "", "held_hours": 8}, {"kind": "rejected", "person_name": "Karl Brandt", "text": "No budget", "held_hours": null, "is_undone": true, "at": "2026-05-04T22:00:00.000Z", "undone_at": "2026-05-04T22:04:00.000Z", "undone_by_name": "Karl Brandt"}], "total": 2}
           GET  /handoffs/{lead.id}/steps.json?is_undone=true                   -> 200 {"total": 1}
           DELETE /handoffs/{lead.id}/steps/{rejected.step}                     -> 404 not_found
as ines    GET  /handoffs/{lead.id}/steps.json?is_undone=true                   -> 200 {"items": [{"undone_by_name": "Karl Brandt", "at": null, "undone_at": null}]}

# Whoever takes back the handing over itself takes the handoff back; its steps are left, for those who saw it.
as ines    POST /opportunities {"name": "One valve", "phase": "lead", "stage": "Inquiry", "account": {north}, "contact": {nora}, "source": "Trade show", "territory": 1, "owner": {ines.id}} -> 201 valve
           POST /handoffs {"opportunity": {valve}}                              -> 201 rash
           DELETE /handoffs/{rash.id}/steps/{rash.step}                         -> 200
           GET  /handoffs/{rash.id}.json                                        -> 404 not_found
           GET  /handoffs.json?opportunity={valve}                              -> 200 {"total": 0}
           GET  /handoffs/{rash.id}/steps.json                                  -> 200 {"items": [{"kind": "submitted", "is_undone": true, "undone_by_name": "Ines Duarte"}], "total": 1}

# Two accept it at the same moment: the second is told who was faster. Whoever accepts has the lead.
as maria   POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {lead.step}} -> 201 over {"state": "accepted"}
as karl    POST /handoffs/{lead.id}/steps {"kind": "accepted", "after": {lead.step}} -> 409 handoff_settled_meanwhile {"detail": "Somebody did something about it meanwhile. (Maria Keller accepted it.)"}
           GET  /opportunities/{gauges}.json                                    -> 200 {"owner_name": "Maria Keller", "developed_by_name": "Ines Duarte"}

# To accept it changed the lead too: once somebody has changed that since, nothing is taken back.
as maria   PUT  /opportunities/{gauges} {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "contact": {nora}, "source": "Trade show", "territory": 1, "owner": {maria.id}, "developed_by": {ines.id}, "value": {"minor": 500000, "currency": "USD"}, "created_on": "2026-05-04"} -> 200
           DELETE /handoffs/{lead.id}/steps/{over.step}                         -> 409 handoff_step_settled

# Only a logged contact stops the clock: a note is none.
as maria   GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "to_contact"}]}
           POST /activities {"opportunity": {gauges}, "kind": "note"}           -> 201
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "to_contact"}]}
clock 2026-05-05 10:00
           POST /activities {"opportunity": {gauges}, "kind": "call"}           -> 201
           GET  /handoffs/queue.json                                            -> 200 {"items": [], "total": 0}
           GET  /handoffs/{lead.id}.json                                        -> 200 {"routing_hours": 0, "contact_in_words": "Spoken with after 9 business hours."}

# Who is away gets nothing; their deputy may answer for them. Others' absences are their managers' to enter.
as karl    POST /absences {"from_day": "2026-05-06", "until_day": "2026-05-05"} -> 422 absence_ends_early
           POST /absences {"person": {maria.id}, "from_day": "2026-05-05", "until_day": "2026-05-08"} -> 403 absence_not_yours
           POST /absences {"from_day": "2026-05-05", "until_day": "2026-05-08", "deputy": {ines.id}} -> 422 absence_deputy_unfit
           POST /people/{maria.id}/absences {"from_day": "2026-07-01", "until_day": "2026-07-03"} -> 403 not_allowed
as maria   POST /people/999/absences {"from_day": "2026-07-01", "until_day": "2026-07-03"} -> 404 not_found
           POST /people/{karl.id}/absences {"from_day": "2026-07-01", "until_day": "2026-07-03"} -> 201 summer
           GET  /absences.json                                                  -> 200 {"items": [{"person_name": "Karl Brandt", "until_day": "2026-07-03"}]}
           DELETE /absences/{summer.id}                                         -> 200
as ines    POST /opportunities {"name": "Two meters", "phase": "lead", "stage": "Inquiry", "account": {north}, "contact": {nora}, "source": "Trade show", "territory": 1, "owner": {ines.id}} -> 201 meters
           POST /handoffs {"opportunity": {meters}}                             -> 201 second {"assigned_to": {karl.id}}
as karl    POST /absences {"from_day": "2026-05-05", "until_day": "2026-05-08", "deputy": {maria.id}} -> 201 away
as maria   GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "deputy", "escalation": "deputy", "sentence": "Karl Brandt’s, to be answered within 4 business hours"}]}
as ines    POST /opportunities {"name": "Three meters", "phase": "lead", "stage": "Inquiry", "account": {north}, "contact": {nora}, "source": "Trade show", "territory": 1, "owner": {ines.id}} -> 201 three
           POST /handoffs {"opportunity": {three}}                              -> 201 third {"assigned_to": {maria.id}}
           GET  /handoffs/{third.id}.json                                       -> 200 {"handoff": {"rule": "“North” fits, but Karl Brandt is away until 8 May 2026. “All the rest” chose Maria Keller, the only one it names."}}
as karl    DELETE /absences/{away.id}                                           -> 200
           GET  /absences.json                                                  -> 200 {"total": 0}

# It goes back to the queue, is taken, given to somebody fit, or recycled until a day ahead.
as maria   POST /handoffs/{third.id}/steps {"kind": "returned", "after": {third.step}} -> 201 returned {"assigned_to": null}
           POST /handoffs/{third.id}/steps {"kind": "assigned", "after": {returned.step}, "assigned_to": {ines.id}} -> 422 handoff_person_unfit
as karl    POST /handoffs/{third.id}/steps {"kind": "assigned", "after": {returned.step}} -> 201 taken {"assigned_to": {karl.id}}
           POST /handoffs/{third.id}/steps {"kind": "recycled", "after": {taken.step}, "again_on": "2026-05-05"} -> 422 again_not_ahead
           POST /handoffs/{third.id}/steps {"kind": "recycled", "after": {taken.step}, "again_on": "2026-06-01", "text": "Budget comes in June."} -> 201 {"state": "recycled"}
as ines    GET  /handoffs/queue.json                                            -> 200 {"total": 0}
clock 2026-06-01 09:00
           GET  /handoffs/queue.json                                            -> 200 {"items": [{"why": "again", "sentence": "Back since 1 June 2026: Budget comes in June."}]}

# Sales hands back what is not ripe, and asks marketing; a question needs its words, and so does its answer.
as maria   POST /handoffs {"opportunity": {gauges}, "ask": "take_over"}         -> 422 handoff_own_side
           POST /handoffs {"opportunity": {gauges}, "ask": "information"}       -> 422 handoff_text_missing
           POST /handoffs {"opportunity": {gauges}, "ask": "information", "note": "Which standard did they ask for at the show?"} -> 201 question {"assigned_to": {ines.id}}
as ines    GET  /handoffs/{question.id}.json                                    -> 200 {"clock": "To be answered within 2 business days.", "handoff": {"to_side": "marketing", "rule": "Ines Duarte developed it."}}
           POST /handoffs/{question.id}/steps {"kind": "accepted", "after": {question.step}} -> 422 handoff_step_unfit
           POST /handoffs/{question.id}/steps {"kind": "answered", "after": {question.step}} -> 422 handoff_text_missing
           POST /handoffs/{question.id}/steps {"kind": "answered", "after": {question.step}, "text": "ISO 5167."} -> 201 {"state": "answered"}
           POST /handoffs/{question.id}/steps {"kind": "answered", "after": 0, "text": "Again"} -> 409 handoff_settled_meanwhile
           GET  /handoffs/{question.id}/steps.json                              -> 200 {"items": [{"kind": "answered", "text": "ISO 5167."}, {"kind": "submitted"}], "total": 2}
as fiona   POST /handoffs {"opportunity": {gauges}}                             -> 403 not_allowed

# What has ended is not handed over; what lies in another territory is not there.
as maria   POST /opportunities {"name": "Of the South", "phase": "lead", "stage": "Inquiry", "account": {south}, "territory": 2, "source": "Trade show", "owner": {ines.id}} -> 201 far
as ines    POST /handoffs {"opportunity": {far}, "assigned_to": {karl.id}}      -> 422 handoff_demands_missing
           PUT  /opportunities/{far} {"name": "Of the South", "phase": "lead", "stage": "Inquiry", "account": {south}, "contact": null, "territory": 2, "source": "Trade show", "owner": {ines.id}, "outcome": "lost", "lost_reason": "No need", "created_on": "2026-06-01"} -> 200
           POST /handoffs {"opportunity": {far}}                                -> 422 handoff_journey_ended

# Whoever is limited to another territory would never see it: rules pass them over, and nobody gives it to them.
as maria   POST /contacts {"name": "Sol South", "account": {south}, "email": "sol@steel.example"} -> 201 sol
           POST /opportunities {"name": "Of the South too", "phase": "lead", "stage": "Inquiry", "account": {south}, "contact": {sol}, "territory": 2, "source": "Trade show", "owner": {ines.id}} -> 201 other
as ines    POST /handoffs {"opportunity": {other}, "assigned_to": {karl.id}}    -> 422 handoff_person_unfit
           POST /handoffs {"opportunity": {other}}                              -> 201 {"assigned_to": {maria.id}}

# A territory is split in the middle of a quarter: its rules hold for the parts, and what was handed over before stays told of the whole.
as ada     POST /territories {"name": "North by the sea", "parent": 1, "time_zone": ""} -> 201 coast
as maria   POST /accounts {"name": "Harbour Works", "territory": {coast}}       -> 201 harbour
           POST /contacts {"name": "Hal Harbour", "account": {harbour}, "email": "hal@harbour.example"} -> 201 hal
           POST /opportunities {"name": "On the coast", "phase": "lead", "stage": "Inquiry", "account": {harbour}, "contact": {hal}, "territory": {coast}, "source": "Trade show", "owner": {ines.id}} -> 201 quay
as ines    POST /handoffs {"opportunity": {quay}}                               -> 201 split {"assigned_to": {karl.id}}
as maria   GET /handoffs/figures.json?by=territory&from=2026-05-01&until=2026-06-01 -> 200 {"items": [{"name": "North"}, {"name": "South", "came": {"number": 2}}, {"name": "North by the sea", "came": {"number": 1}}]}

# Whoever left gets nothing any more: the rule says so, and nobody else can give it to them.
as ada     GET /people/{karl.id}.json                                           -> 200
           PUT /people/{karl.id} {"name": "Karl Brandt", "email": "karl@demo.example", "role": "salesperson", "territory": 1, "left_on": "2026-06-01"} -> 200
as maria   POST /opportunities {"name": "After Karl", "phase": "lead", "stage": "Inquiry", "account": {harbour}, "contact": {hal}, "territory": {coast}, "source": "Trade show", "owner": {ines.id}} -> 201 next
clock 2026-06-02 09:00
as ines    POST /handoffs {"opportunity": {next}, "assigned_to": {karl.id}}     -> 422 handoff_person_unfit
           POST /handoffs {"opportunity": {next}}                               -> 201 later {"assigned_to": {maria.id}}
           GET  /handoffs/{later.id}.json                                       -> 200 {"handoff": {"rule": "“North” fits, but Karl Brandt is no longer here. “All the rest” chose Maria Keller, the only one it names."}}
           GET  /opportunities/{next}.json                                      -> 200 {"owner_name": "Ines Duarte"}
