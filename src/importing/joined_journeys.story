# A form brought a lead to Accord; the CRM's export knows the deal that came of it, and nobody says that both are one.
file deals.csv <<END
Opportunity ID,Opportunity Name,Stage,Amount,Account Name,Created Date
o-1,Ten meters,Qualification,12000,Acme Works,2026-02-20
o-2,Two valves,Qualification,900,Acme Works,2026-02-21
END
clock 2026-03-02 09:00
as maria   POST /accounts {"name": "Acme Works", "territory": 1}                              -> 201 acme
           POST /opportunities {"name": "Acme Works: Ask for a quotation", "phase": "lead", "stage": "Prospecting", "account": {acme}, "created_on": "2026-02-10", "source": "Web"} -> 201 lead
           POST /opportunities {"name": "Another inquiry", "phase": "lead", "stage": "Prospecting", "account": {acme}, "created_on": "2026-02-11"} -> 201 other
           POST /imports?name=deals.csv&target=opportunity file deals.csv                     -> 201 deals
           PUT  /imports/{deals.import.id} {"answers": {"system": "CRM", "currency": "USD"}}  -> 200 {"preview": {"faults": []}}
           POST /imports/{deals.import.id}/run                                                -> 201
           GET  /opportunities.json?order=id&phase=opportunity                                -> 200 {"items": [{"name": "Ten meters", "id": 3}, {"name": "Two valves", "id": 4}], "total": 2}

# Whoever may merge records says so; the lead's record stays, with what is known of both.
as karl    POST /joined-journeys {"lead": {lead}, "opportunity": 3}                           -> 403 not_allowed
as maria   POST /joined-journeys {"lead": {lead}, "opportunity": 99}                          -> 422 merge_of_unknown
           POST /joined-journeys {"lead": 3, "opportunity": {lead}}                           -> 422 journeys_unfit
           POST /joined-journeys {"lead": {lead}, "opportunity": 3, "why": "The same ten meters"} -> 201 joined
           GET  /opportunities/{lead}.json                                                    -> 200
             {"name": "Ten meters", "phase": "opportunity", "stage": "Qualification", "source": "Web", "created_on": "2026-02-10", "key": "o-1", "system": "CRM"}
           GET  /opportunities/3.json                                                         -> 404 not_found
           GET  /opportunities.json                                                           -> 200 {"total": 3}
           GET  /joined-journeys.json?opportunity={lead}                                      -> 200
             {"items": [{"opportunity_name": "Ten meters", "kept_name": "Acme Works: Ask for a quotation", "gone_name": "Ten meters", "was_said_here": true, "why": "The same ten meters", "person_name": "Maria Keller"}], "total": 1}

# The next export says nothing new, and takes nothing apart.
           POST /imports?name=deals.csv&target=opportunity file deals.csv                     -> 201 again
           GET  /imports/{again.import.id}.json                                               -> 200 {"preview": {"questions": [], "refused": 0}}
           DELETE /imports/{again.import.id}                                                  -> 200

# Taken apart, both are as they were.
           DELETE /joined-journeys/{joined}                                                   -> 200
           GET  /opportunities/{lead}.json                                                    -> 200 {"name": "Acme Works: Ask for a quotation", "phase": "lead", "stage": "Prospecting", "key": "", "system": ""}
           GET  /opportunities/3.json                                                         -> 200 {"name": "Ten meters", "stage": "Qualification", "created_on": "2026-02-20"}
           GET  /joined-journeys.json                                                         -> 200 {"total": 0}
           DELETE /joined-journeys/{joined}                                                   -> 404 not_found

# What waits on both sides of one journey is answered first.
as ines    POST /handoffs {"opportunity": {lead}}                                             -> 201 first
           POST /handoffs {"opportunity": 3}                                                  -> 201 second
as maria   POST /joined-journeys {"lead": {lead}, "opportunity": 3}                           -> 409 handoffs_both_wait
as ines    POST /handoffs/{second.id}/steps {"kind": "withdrawn", "after": {second.step}}     -> 201
as maria   POST /joined-journeys {"lead": {lead}, "opportunity": 3}                           -> 201 again
           GET  /handoffs.json?order=id                                                       -> 200 {"items": [{"opportunity": {lead}, "state": "waiting"}, {"opportunity": {lead}, "state": "withdrawn"}]}

# Another lead of the same opportunity is the same journey; what was made one before that stays so.
           POST /joined-journeys {"lead": {other}, "opportunity": {lead}}                     -> 201 both
           DELETE /joined-journeys/{again}                                                    -> 409 join_is_settled
           GET  /joined-journeys.json?opportunity={other}&order=id                            -> 200 {"items": [{"kept_name": "Acme Works: Ask for a quotation", "gone_name": "Ten meters"}, {"kept_name": "Another inquiry", "gone_name": "Ten meters"}], "total": 2}
           GET  /handoffs.json?order=id                                                       -> 200 {"items": [{"opportunity": {other}}, {"opportunity": {other}}], "total": 2}
           DELETE /joined-journeys/{both}                                                     -> 200
           GET  /handoffs.json?order=id                                                       -> 200 {"items": [{"opportunity": {lead}}, {"opportunity": {lead}}], "total": 2}
