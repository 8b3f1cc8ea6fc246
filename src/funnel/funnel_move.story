# What Accord keeps is moved here; each step asks for the evidence that both sides agreed on, and refuses by name what lacks it.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-05-01"}  -> 201 funnel
           POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /products {"name": "PX-100", "list_price": {"minor": 1000000, "currency": "USD"}} -> 201 px
           POST /opportunities {"name": "Ten gauges", "stage": "Inquiry", "account": {north}, "owner": {karl.id}} -> 201 gauges

# Until both sides have signed, a proposal binds nobody: any step will do, and nothing is asked.
           POST /opportunities/{gauges}/moves {"from": "Inquiry", "stage": "Somewhere"}                   -> 201 {"stage": "Somewhere"}
           POST /opportunities/{gauges}/moves {"from": "Somewhere", "stage": "Inquiry"}                   -> 201
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
as karl    POST /opportunities/{gauges}/moves {"from": "Inquiry", "stage": "Somewhere"}                   -> 422 stage_not_agreed
             {"detail": "Nobody has agreed on this step. (“Somewhere” is none of Inquiry, Marketing qualified, Sales accepted, Qualified, Proposal, Negotiation, Won and Lost.)"}
           POST /opportunities/{gauges}/moves {"from": "Inquiry", "stage": ""}                            -> 422 stage_is_missing
           POST /opportunities/{gauges}/moves {"from": "Inquiry", "stage": "Marketing qualified"}         -> 422 evidence_missing
             {"detail": "The step demands evidence that is not on record. (Marketing qualified demands a source.)"}
           POST /opportunities/{gauges}/moves {"from": "Inquiry", "stage": "mql", "source": "Trade show"} -> 201 first {"stage": "Marketing qualified"}
           GET  /opportunities/{gauges}.json                                                              -> 200 {"stage": "Marketing qualified", "source": "Trade show", "stage_since": "2026-05-04"}

# What people do is logged first; several things that lack are named together, and given with the move.
           POST /opportunities/{gauges}/moves {"from": "Marketing qualified", "stage": "Qualified"}       -> 422 evidence_missing
             {"detail": "The step demands evidence that is not on record. (Qualified demands a product and any activity on record.)"}
           POST /activities {"opportunity": {gauges}, "kind": "call"}           -> 201
           POST /opportunities/{gauges}/moves {"from": "Marketing qualified", "stage": "Qualified", "product": {px}} -> 201
           POST /opportunities/{gauges}/moves {"from": "Qualified", "stage": "Proposal", "value": {"minor": -5, "currency": "USD"}} -> 422 amount_is_negative
           POST /opportunities/{gauges}/moves {"from": "Qualified", "stage": "Proposal", "value": {"minor": 900000, "currency": "USD"}, "close_on": "2026-06-30"} -> 201 proposed

# Two move the same one at the same moment: the second is told where it stands by now.
as maria   POST /opportunities/{gauges}/moves {"from": "Qualified", "stage": "Lost", "lost_reason": "Price"} -> 409 moved_meanwhile {"detail": "It stands somewhere else by now. (It stands in Proposal.)"}

# A move is taken back by whoever made it, for a day, and while it is the last: the record and its history are as before.
           DELETE /opportunities/{gauges}/moves/{proposed.change}                                         -> 409 move_is_settled
as karl    DELETE /opportunities/{gauges}/moves/{first.change}                                            -> 409 move_is_settled
           DELETE /opportunities/{gauges}/moves/999999                                                    -> 404 not_found
           DELETE /opportunities/{gauges}/moves/{proposed.change}                                         -> 200
           GET  /opportunities/{gauges}.json                                                              -> 200 {"stage": "Qualified", "value_basis": "list_price", "close_on": null}
           POST /opportunities/{gauges}/moves {"from": "Qualified", "stage": "Proposal", "value": {"minor": 900000, "currency": "USD"}, "close_on": "2026-06-30"} -> 201 again
clock 2026-05-05 10:00
           DELETE /opportunities/{gauges}/moves/{again.change}                                            -> 409 move_is_settled

# It ends for an agreed reason, today; and goes on again where it comes back.
           POST /opportunities/{gauges}/moves {"from": "Proposal", "stage": "Lost"}                       -> 422 lost_reason_missing
           POST /opportunities/{gauges}/moves {"from": "Proposal", "stage": "Lost", "lost_reason": "Bad luck"} -> 422 lost_reason_not_agreed
           POST /opportunities/{gauges}/moves {"from": "Proposal", "stage": "Lost", "lost_reason": "No budget"} -> 201
           GET  /opportunities/{gauges}.json                                                              -> 200 {"outcome": "lost", "lost_reason": "No budget", "close_on": "2026-05-05"}
           POST /opportunities/{gauges}/moves {"from": "Lost", "stage": "Proposal", "close_on": "2026-07-31"} -> 201
           GET  /opportunities/{gauges}.json                                                              -> 200 {"outcome": "open", "lost_reason": "", "close_on": "2026-07-31"}
           POST /opportunities/{gauges}/moves {"from": "Proposal", "stage": "Closed Won"}                 -> 201 {"stage": "Won"}
           GET  /opportunities/{gauges}.json                                                              -> 200 {"outcome": "won", "close_on": "2026-05-05"}

# What is won at one press was won for some amount: the value is asked for, though the agreement on the step does not demand it and a list price is known.
           POST /opportunities {"name": "At one press", "stage": "Inquiry", "source": "Web", "account": {north}, "product": {px}, "owner": {karl.id}} -> 201 press
           POST /opportunities/{press}/moves {"from": "Inquiry", "stage": "Won"}                          -> 422 evidence_missing
             {"detail": "The step demands evidence that is not on record. (Won demands a value of its own.)"}
           PUT  /opportunities/{press} {"name": "At one press", "stage": "Won", "account": {north}, "product": {px}, "owner": {karl.id}} -> 422 evidence_missing
           GET  /opportunities/{press}.json                                                               -> 200 {"stage": "Inquiry", "outcome": "open"}
           POST /opportunities/{press}/moves {"from": "Inquiry", "stage": "Won", "value": {"minor": 700000, "currency": "USD"}} -> 201 won
           GET  /opportunities/{press}.json                                                               -> 200 {"outcome": "won", "value": {"minor": 700000}, "value_basis": "given"}
           DELETE /opportunities/{press}/moves/{won.change}                                               -> 200
           POST /opportunities/{press}/moves {"from": "Inquiry", "stage": "Lost", "lost_reason": "No budget"} -> 201

# The board: its columns are the agreed steps, with what is open in each; what a system calls otherwise and nobody agreed on stands behind them.
clock 2026-05-08 09:00
           POST /contacts {"name": "Nora Vik", "account": {north}}              -> 201 nora
           POST /opportunities {"name": "A late one", "stage": "Inquiry", "account": {north}, "contact": {nora}, "source": "Telephone", "owner": {karl.id}} -> 201 late
           POST /opportunities {"name": "A strange one", "stage": "On ice", "account": {north}, "owner": {karl.id}} -> 422 stage_not_agreed
file ice.csv <<END
Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Owner
006I,A strange one,Northwind,On ice,500,Karl Brandt
END
as ada     POST /imports?name=ice.csv&target=opportunity file ice.csv           -> 201 ice
           PUT  /imports/{ice.import.id} {"answers": {"currency": "USD", "system": "Salesforce"}}         -> 200
           POST /imports/{ice.import.id}/run                                    -> 201

# To change the stage of a record is a move as well: it asks for the same, and the outcome follows from the step.
as maria   POST /opportunities {"name": "Changed", "stage": "Inquiry", "source": "Telephone", "account": {north}, "owner": {karl.id}} -> 201 changed
           PUT  /opportunities/{changed} {"name": "Changed", "stage": "Somewhere", "account": {north}, "owner": {karl.id}} -> 422 stage_not_agreed
           PUT  /opportunities/{changed} {"name": "Changed", "stage": "Marketing qualified", "account": {north}, "owner": {karl.id}} -> 422 evidence_missing
           PUT  /opportunities/{changed} {"name": "Changed", "stage": "Inquiry", "outcome": "won", "account": {north}, "owner": {karl.id}} -> 422 outcome_of_another_step
             {"detail": "The outcome follows from the step, and this step has another. (In Inquiry it is open.)"}
           PUT  /opportunities/{changed} {"name": "Changed", "stage": "Lost", "outcome": "won", "lost_reason": "No budget", "account": {north}, "owner": {karl.id}} -> 422 outcome_of_another_step
           POST /opportunities {"name": "Won before it began", "stage": "Inquiry", "outcome": "won"}       -> 422 outcome_of_another_step
           PUT  /opportunities/{changed} {"name": "Changed", "stage": "Inquiry", "account": {north}, "owner": {karl.id}, "created_on": "2026-05-09"} -> 422 begins_ahead
           PUT  /opportunities/{changed} {"name": "Changed", "stage": "Lost", "lost_reason": "No budget", "account": {north}, "owner": {karl.id}, "created_on": "2026-05-06", "close_on": "2026-05-07"} -> 200
           GET  /opportunities/{changed}.json                                                             -> 200 {"stage": "Lost", "outcome": "lost", "close_on": "2026-05-07"}

# A step that ends another way is refused whatever the record says now; where no outcome is named, the one of the step holds, of a new one too.
           PUT  /opportunities/{changed} {"name": "Changed", "stage": "Inquiry", "outcome": "lost", "lost_reason": "No budget", "account": {north}, "source": "Telephone"} -> 422 outcome_of_another_step
           PUT  /opportunities/{changed} {"name": "Changed", "stage": "Won", "outcome": "lost", "lost_reason": "No budget", "account": {north}, "value": {"minor": 100, "currency": "USD"}} -> 422 outcome_of_another_step
           PUT  /opportunities/{changed} {"name": "Changed", "stage": "Lost", "account": {north}}         -> 422 lost_reason_missing
           PUT  /opportunities/{changed} {"name": "Changed anew", "stage": "Lost", "lost_reason": "No budget", "account": {north}} -> 200
           GET  /opportunities/{changed}.json                                                             -> 200 {"name": "Changed anew", "outcome": "lost", "owner": {karl.id}, "created_on": "2026-05-06", "close_on": "2026-05-07"}
           POST /opportunities {"name": "Sold at once", "stage": "Won", "account": {north}, "product": {px}} -> 422 evidence_missing
           POST /opportunities {"name": "Sold at once", "stage": "Won", "account": {north}, "product": {px}, "value": {"minor": 100, "currency": "USD"}, "close_on": "2026-06-30"} -> 201 sold
           GET  /opportunities/{sold}.json                                                                -> 200 {"stage": "Won", "outcome": "won", "created_on": "2026-05-08", "close_on": "2026-05-08"}
           PUT  /opportunities/{sold} {"name": "Sold at once", "stage": "Inquiry", "outcome": "won", "account": {north}, "source": "Telephone", "value": {"minor": 100, "currency": "USD"}, "close_on": "2020-01-01"} -> 422 closed_before_created
           PUT  /opportunities/{sold} {"name": "Sold at once", "stage": "Inquiry", "outcome": "won", "account": {north}, "source": "Telephone", "value": {"minor": 100, "currency": "USD"}} -> 422 outcome_of_another_step
           POST /opportunities {"name": "Lost unsaid", "stage": "Lost", "account": {north}}               -> 422 lost_reason_missing

# What begins straight in a step is asked for what that step demands, each thing by name and by the field that gives it.
           POST /opportunities {"name": "Without a source", "stage": "Inquiry", "account": {north}}       -> 422 evidence_missing
             {"detail": "The step demands evidence that is not on record. (Inquiry demands a source.)", "errors": [{"field": "source", "message": "Inquiry demands a source."}]}
           POST /opportunities {"name": "Begun late", "stage": "Proposal", "account": {north}, "source": "Telephone"} -> 422 evidence_missing
             {"detail": "The step demands evidence that is not on record. (Proposal demands a product, a value of its own and a close date.)", "errors": [{"field": "product"}, {"field": "value", "message": "Proposal demands a value of its own."}, {"field": "close_on", "message": "Proposal demands a close date."}]}
           POST /opportunities {"name": "Begun late", "stage": "Proposal/Price Quote", "account": {north}, "product": {px}, "close_on": "2026-06-30"} -> 422 evidence_missing
           POST /opportunities {"name": "Begun late", "stage": "Proposal", "account": {north}, "product": {px}, "value": {"minor": 900000, "currency": "USD"}, "close_on": "2026-06-30"} -> 201
# What people do is logged first, so that it begins in a step before; where it begins lost, the reason is an agreed one.
           POST /opportunities {"name": "Spoken with", "stage": "Qualified", "account": {north}, "product": {px}} -> 422 evidence_missing
             {"detail": "The step demands evidence that is not on record. (Qualified demands any activity on record.)", "remedy": "Give it as well; what people do is logged first, in a step before.", "errors": [{"field": "activity"}]}
           POST /opportunities {"name": "Spoken with", "stage": "Sales accepted", "account": {north}, "product": {px}} -> 201 spoken
           POST /activities {"opportunity": {spoken}, "kind": "call"}           -> 201
           POST /opportunities/{spoken}/moves {"from": "Sales accepted", "stage": "Qualified"}             -> 201
           POST /opportunities {"name": "Lost at once", "stage": "Lost", "outcome": "lost", "lost_reason": "Bad luck", "account": {north}} -> 422 lost_reason_not_agreed {"errors": [{"field": "lost_reason"}]}
           POST /opportunities {"name": "Lost at once", "stage": "Lost", "outcome": "lost", "lost_reason": "No budget", "account": {north}} -> 201

# Nobody gets an owner who has left.
as ada     POST /people {"name": "Gone Ng", "email": "gone@demo.example", "role": "salesperson", "left_on": "2026-05-07"} -> 201 gone
as maria   POST /opportunities {"name": "For nobody", "stage": "Inquiry", "owner": {gone}}                -> 422 owner_has_left
           PUT  /opportunities/{late} {"name": "A late one", "stage": "Inquiry", "account": {north}, "owner": {gone}} -> 422 owner_has_left {"detail": "That person has left. (Gone Ng)"}
clock 2026-05-18 09:00
           GET  /opportunities/board.json                                                                 -> 200 golden
           GET  /opportunities/board/cards.json?outcome=open&stage=Inquiry&stage=New&order=stage_since    -> 200
             {"items": [{"name": "A late one", "contact": {nora}, "contact_name": "Nora Vik", "business_days": 5, "is_late": true, "on_record": ["account", "contact", "source", "owner"], "system": ""}], "total": 1}
           GET  /opportunities/board/cards.json?q=no+such+thing                                           -> 200 {"total": 0}
           GET  /opportunities/board.json?owner={ines.id}                                                 -> 200 {"items": [{"name": "Inquiry", "count": {"number": 0}}]}
as fiona   POST /opportunities/{late}/moves {"from": "Inquiry", "stage": "Lost"}                          -> 403 not_allowed

# What a CRM keeps is moved there.
file crm.csv <<END
Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date
006A,From the CRM,Northwind,Proposal,2500,2026-06-30
END
as ada     POST /imports?name=crm.csv&target=opportunity file crm.csv           -> 201 crm
           PUT  /imports/{crm.import.id} {"answers": {"currency": "USD", "system": "Salesforce"}}         -> 200
           POST /imports/{crm.import.id}/run                                    -> 201
           GET  /opportunities/board/cards.json?q=From+the+CRM                  -> 200 kept {"items": [{"system": "Salesforce"}], "total": 1}
           POST /opportunities/{kept.items.0.id}/moves {"from": "Proposal", "stage": "Won"}               -> 409 crm_owns_this {"detail": "Another system keeps this record, so it is read-only here. (Kept by Salesforce: it moves with the next export.)"}
