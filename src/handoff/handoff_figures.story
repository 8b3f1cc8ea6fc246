# What became of what was handed over, here and in a CRM: every figure opens the handoffs that it counts.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-01-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
           POST /agreements/service_level/versions {"body": {"demands": [], "answer_within_hours": 4, "contact_within_hours": 4, "ask_within_hours": 8, "reasons": ["No need", "No budget"], "manager_after_hours": 1, "review_after_hours": 1, "routing": [{"name": "All", "people": [{karl.id}]}]}, "in_force_from": "2026-05-01"} -> 201 level
           POST {level}/signatures                                              -> 201
as sam     POST {funnel}/signatures                                             -> 201
           POST {level}/signatures                                              -> 201 {"state": "locked"}
           POST /campaigns {"name": "Spring fair", "channel": 2, "starts_on": "2026-05-01", "ends_on": "2026-05-31"} -> 201 fair
           POST /spend {"day": "2026-05-02", "side": "marketing", "kind": "event", "campaign": {fair}, "amount": {"minor": 50001, "currency": "USD"}} -> 201
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as ines    POST /opportunities {"name": "One", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Spring fair", "owner": {ines.id}, "value": {"minor": 100000, "currency": "USD"}} -> 201 one
           POST /opportunities {"name": "Two", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Spring fair", "owner": {ines.id}} -> 201 two
           POST /opportunities {"name": "Three", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Spring fair", "owner": {ines.id}} -> 201 three
           POST /opportunities {"name": "Four", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Spring fair", "owner": {ines.id}} -> 201 four
           POST /opportunities {"name": "Five", "phase": "lead", "stage": "Marketing qualified", "account": {north}, "source": "Telephone", "owner": {ines.id}, "value": {"minor": 900000, "currency": "USD"}} -> 201 five
           POST /handoffs {"opportunity": {one}}                                -> 201 h1
           POST /handoffs {"opportunity": {two}}                                -> 201 h2
           POST /handoffs {"opportunity": {three}}                              -> 201 h3
           POST /handoffs {"opportunity": {four}}                               -> 201 h4
           POST /handoffs {"opportunity": {five}}                               -> 201 h5

# One, two and three hours until they were spoken with, half an hour until one was turned down; the fifth still waits.
clock 2026-05-04 09:30
as karl    POST /handoffs/{h4.id}/steps {"kind": "rejected", "after": {h4.step}, "text": "No budget"} -> 201
           POST /handoffs/{h1.id}/steps {"kind": "accepted", "after": {h1.step}} -> 201
           POST /handoffs/{h2.id}/steps {"kind": "accepted", "after": {h2.step}} -> 201
           POST /handoffs/{h3.id}/steps {"kind": "accepted", "after": {h3.step}} -> 201
clock 2026-05-04 10:00
           POST /activities {"opportunity": {one}, "kind": "call"}              -> 201
clock 2026-05-04 11:00
           POST /activities {"opportunity": {two}, "kind": "call"}              -> 201
clock 2026-05-04 12:00
           POST /activities {"opportunity": {three}, "kind": "visit"}           -> 201
clock 2026-05-05 11:00
as sam     GET /handoffs/figures.json?from=2026-05-01&until=2026-05-05          -> 200 {"here": 5, "elsewhere": 0, "sentence": "5 handoffs: 5 handed over here, 0 read from the CRM’s stage changes", "items": [{"line": "sales", "came": {"number": 5, "inputs": []}, "waiting": {"number": 1}, "accepted": {"number": 3}, "rejected": {"number": 1}, "acceptance": {"number": null, "why": "Fewer than 10 were decided: too few to tell a share."}, "response_median": {"number": 2}, "response_p90": {"number": null, "why": "So many have not had a response yet."}, "in_time": {"number": null}, "conversion": {"number": null}, "waiting_value": {"money": {"minor": 900000}}, "dead_cost": {"money": {"minor": 12500}}}]}
           GET /handoffs/figures/line.json?from=2026-05-01&until=2026-05-05&line=sales -> 200 golden
           GET /handoffs/figures/line.json?from=2026-05-01&until=2026-05-05&line=nobody -> 404 not_found
as maria   GET /handoffs/passed.json?from=2026-05-01&until=2026-05-05&line=sales&is_dead=true -> 200 {"items": [{"name": "Five", "state": "waiting", "spent": null}, {"name": "Four", "reason": "No budget", "spent": {"minor": 12500}, "response_hours": 0.5}], "total": 2}
           GET /handoffs/passed.json?from=2026-05-01&until=2026-05-05&in_time=no -> 200 {"items": [{"name": "Five", "response_hours": 10, "has_responded": false}], "total": 1}
as sam     GET /handoffs/figures.json?by=source&from=2026-05-01&until=2026-05-05 -> 200 {"items": [{"line": "Spring fair", "came": {"number": 4}}, {"line": "Telephone", "came": {"number": 1}}]}
           GET /handoffs/figures.json?by=campaign&from=2026-05-01&until=2026-05-05 -> 200 {"items": [{"name": "Spring fair", "response_median": {"number": null, "why": "Fewer than 5 have a time that is known."}}, {"name": "No campaign"}]}
           GET /handoffs/figures.json?by=luck                                   -> 422 wrong_shape
           GET /handoffs/figures.json?until=2026-05-06                          -> 422 day_lies_ahead
           GET /handoffs/reasons.json?from=2026-05-01&until=2026-05-05          -> 200 {"items": [{"reason": "No budget", "campaign": {fair.id}, "count": 1, "came": 4, "before": 0, "p": null, "grows": false}], "total": 1}

# As of the evening before nobody had been late yet; the review of the next day has what is.
           GET /handoffs/in-gap.json?code=handoff_overdue&about=sales&as_of=2026-05-04 -> 200 {"items": [{"name": "Five", "is_at_stake": true}], "total": 1}
           GET /handoffs/in-gap.json?code=handoff_overdue&about=marketing&as_of=2026-05-05 -> 200 {"total": 0}
           GET /handoffs/in-gap.json?code=something                             -> 422 wrong_shape
as ines    POST /activities {"opportunity": {five}, "kind": "call"}             -> 201
as sam     GET /review.json?as_of=2026-05-05                                    -> 200 {"items": [{"code": "handoff_wrong_side", "about": "sales", "count": 1, "mover": "sales", "is_provisional": false, "sentence": "Marketing spoke with 1 lead that sales has and has not spoken with in the agreed time"}]}

# What a CRM keeps is read from its stage changes: both came to sales, one was lost for a reason, the other without any.
clock 2026-05-08 11:00
file lost.csv <<END
Opportunity ID,Opportunity Name,Account Name,Stage,Lost Reason,Created Date,Close Date,Date entered "Marketing qualified",Date entered "Sales accepted"
006A,From the CRM,Northwind,Closed Lost,,2026-05-04,2026-05-08,2026-05-04,2026-05-06
006B,Explained,Northwind,Closed Lost,No need,2026-05-04,2026-05-08,2026-05-04,2026-05-06
006C,Worked,Northwind,Qualified,,2026-05-04,2026-06-30,2026-05-04,2026-05-06
END
as ada     POST /imports?name=lost.csv&target=opportunity file lost.csv         -> 201 crm
           PUT  /imports/{crm.import.id} {"answers": {"currency": "USD", "system": "Salesforce"}}         -> 200
           POST /imports/{crm.import.id}/run                                    -> 201
as sam     GET /handoffs/passed.json?from=2026-05-01&until=2026-05-08&state=rejected&order=name -> 200 {"items": [{"name": "Explained", "handoff": null, "reason": "No need", "response_hours": null}, {"name": "Four"}, {"name": "From the CRM", "handoff": null, "reason": ""}], "total": 3}
           GET /handoffs/figures.json?from=2026-05-01&until=2026-05-08          -> 200 {"here": 5, "elsewhere": 3, "items": [{"came": {"number": 8}, "accepted": {"number": 4}, "rejected": {"number": 3}}]}
           GET /handoffs/in-gap.json?code=rejection_without_reason&about=sales  -> 200 {"items": [{"name": "From the CRM"}], "total": 1}
           GET /review.json                                                     -> 200 {"items": [{"code": "handoff_wrong_side"}, {"code": "stage_overdue"}, {"code": "rejection_without_reason", "count": 1, "mover": "sales", "sentence": "Sales rejected 1 lead of the quarter and did not say why"}]}

# Only what the CRM does not say is asked: sales says why, for an agreed reason, and every count of reasons has it.
           GET /handoffs/in-gap.json?code=rejection_without_reason&about=sales  -> 200 unsaid
           PUT /handoffs/turned-down/{unsaid.items.0.opportunity} {"reason": "No budget"} -> 403 reason_is_of_sales
as maria   GET /handoffs/turned-down/{unsaid.items.0.opportunity}.json          -> 200 {"name": "From the CRM", "system": "Salesforce", "reason": "", "is_said_here": false, "reasons": ["No need", "No budget"], "may_say": true}
           PUT /handoffs/turned-down/{unsaid.items.0.opportunity} {"reason": " "} -> 422 handoff_reason_missing
           PUT /handoffs/turned-down/{unsaid.items.0.opportunity} {"reason": "Rain"} -> 422 handoff_reason_not_agreed
           PUT /handoffs/turned-down/{unsaid.items.0.opportunity} {"reason": "no budget"} -> 200
           GET /handoffs/turned-down/{unsaid.items.0.opportunity}.json          -> 200 {"reason": "No budget", "is_said_here": true, "given_by_name": "Maria Keller", "given_on": "2026-05-08"}
           GET /opportunities/{unsaid.items.0.opportunity}.json                 -> 200 {"lost_reason": "", "given_reason": "No budget"}
           GET /handoffs/passed.json?from=2026-05-01&until=2026-05-08&state=rejected&order=name -> 200 {"items": [{"name": "Explained", "reason": "No need"}, {"name": "From the CRM", "reason": "No budget"}], "total": 3}
           GET /handoffs/in-gap.json?code=rejection_without_reason&about=sales  -> 200 {"total": 0}
           DELETE /handoffs/turned-down/{unsaid.items.0.opportunity}            -> 200
           DELETE /handoffs/turned-down/{unsaid.items.0.opportunity}            -> 404 not_found
           GET /handoffs/in-gap.json?code=rejection_without_reason&about=sales  -> 200 {"total": 1}
           PUT /handoffs/turned-down/{unsaid.items.0.opportunity} {"reason": "No need"} -> 200
           PUT /handoffs/turned-down/{one} {"reason": "No need"}                -> 409 lead_not_turned_down
# Once the CRM says why, that counts, and nobody is asked any more.
file lost.csv <<END
Opportunity ID,Opportunity Name,Account Name,Stage,Lost Reason,Created Date,Close Date
006A,From the CRM,Northwind,Closed Lost,Chose another,2026-05-04,2026-05-08
END
as ada     POST /imports?name=lost-again.csv&target=opportunity file lost.csv   -> 201 again
           PUT  /imports/{again.import.id} {"answers": {"currency": "USD", "system": "Salesforce"}} -> 200
           POST /imports/{again.import.id}/run                                  -> 201
as maria   GET /handoffs/turned-down/{unsaid.items.0.opportunity}.json          -> 200 {"reason": "Chose another", "is_said_here": false, "may_say": false}
           PUT /handoffs/turned-down/{unsaid.items.0.opportunity} {"reason": "No need"} -> 409 reason_is_known

# A stage change before the creation: it counts on its own day, and the funnel says that it can hardly be right.
file early.csv <<END
Opportunity ID,Opportunity Name,Account Name,Stage,Created Date,Close Date,Date entered "Marketing qualified",Date entered "Sales accepted"
006E,Before its time,Northwind,Qualified,2026-05-07,2026-06-30,2026-05-05,2026-05-06
END
as ada     POST /imports?name=early.csv&target=opportunity file early.csv       -> 201 early
           PUT  /imports/{early.import.id} {"answers": {"currency": "USD", "system": "Salesforce"}} -> 200
           POST /imports/{early.import.id}/run                                  -> 201
as sam     GET /handoffs/passed.json?from=2026-05-01&until=2026-05-08&order=name&q=Before -> 200 {"items": [{"name": "Before its time", "precision": "day", "at": "2026-05-06T00:00:00.000Z"}], "total": 1}
           GET /funnel/journeys.json?has_change_before_creation=true            -> 200 {"items": [{"name": "Before its time", "begun_on": "2026-05-07"}], "total": 1}

# What is handed over counts as passed on, whatever its stage says, and what sales turns down as turned down; taking either back takes it back there.
as ines    POST /opportunities {"name": "Seven", "phase": "lead", "stage": "Inquiry", "account": {north}, "source": "Telephone", "owner": {ines.id}} -> 201 seven
           GET /handoff.json                                                    -> 200 {"items": [{"step": "came", "count": {"number": 9}}, {"step": "left", "count": {"number": 3}}]}
           POST /handoffs {"opportunity": {seven}}                              -> 201 h7
           GET /handoff.json                                                    -> 200 {"items": [{"step": "came", "count": {"number": 10}}, {"step": "left", "count": {"number": 3}}]}
as karl    POST /handoffs/{h7.id}/steps {"kind": "rejected", "after": {h7.step}, "text": "No need"} -> 201 no
as ines    GET /handoff.json                                                    -> 200 {"items": [{"step": "came", "count": {"number": 10}}, {"step": "left", "count": {"number": 4}}]}
as karl    DELETE /handoffs/{h7.id}/steps/{no.step}                             -> 200
as ines    GET /handoff.json                                                    -> 200 {"items": [{"step": "came", "count": {"number": 10}}, {"step": "left", "count": {"number": 3}}]}
           POST /handoffs/{h7.id}/steps {"kind": "withdrawn", "after": {h7.step}} -> 201
           GET /handoff.json                                                    -> 200 {"items": [{"step": "came", "count": {"number": 9}}, {"step": "left", "count": {"number": 3}}]}

# How old the data is stands beside the figures: a week and more is said aloud, and what is asked without days ends on the day of the newest fact.
clock 2026-06-01 09:00
as sam     GET /handoffs/figures.json?from=2026-05-01&until=2026-05-15          -> 200 {"data_until": "2026-05-08", "is_data_old": false}
           GET /handoffs/figures.json?from=2026-05-01&until=2026-05-16          -> 200 {"data_until": "2026-05-08", "is_data_old": true}
           GET /handoffs/figures.json                                           -> 200 {"until_day": "2026-05-08", "is_data_old": false}
