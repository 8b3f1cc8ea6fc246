# Where sales has a step before the one of acceptance, leads wait there to be accepted: whoever accepts one makes it a sales-accepted lead, by whatever name the systems call that.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"body": {"stages": [{"name": "Inquiry", "definition": "A hand was raised.", "responsible": "marketing"}, {"name": "Handed over", "definition": "Marketing has passed it on.", "responsible": "sales", "crm_stages": ["MQL"]}, {"name": "Taken on", "definition": "Sales has taken it on.", "responsible": "sales", "entry_evidence": ["account"], "crm_stages": ["SAL"]}, {"name": "Offer", "definition": "They have our offer.", "responsible": "sales"}, {"name": "Won", "definition": "Ordered.", "responsible": "sales", "outcome": "won"}, {"name": "Lost", "definition": "Gone.", "responsible": "sales", "outcome": "lost"}]}, "in_force_from": "2026-01-01"} -> 201 funnel
           POST {funnel}/signatures                                             -> 201
           POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
as sam     POST {funnel}/signatures                                             -> 201 {"state": "locked"}
as ines    POST /opportunities {"name": "Raised a hand", "phase": "lead", "stage": "Inquiry", "account": {north}, "source": "Telephone", "owner": {ines.id}} -> 201 hand
           POST /handoffs {"opportunity": {hand}}                               -> 201 h_hand
           POST /opportunities {"name": "Stands there", "phase": "lead", "stage": "Handed over", "account": {north}, "source": "Telephone", "owner": {ines.id}} -> 201 there
           POST /handoffs {"opportunity": {there}}                              -> 201 h_there
           POST /opportunities {"name": "Further", "phase": "lead", "stage": "Offer", "account": {north}, "source": "Telephone", "owner": {ines.id}} -> 201 further
           POST /handoffs {"opportunity": {further}}                            -> 201 h_further
           POST /opportunities {"name": "Of nobody", "phase": "lead", "stage": "Inquiry", "source": "Telephone", "owner": {ines.id}} -> 201 nobody
           POST /handoffs {"opportunity": {nobody}}                             -> 201 h_nobody
as maria   POST /handoffs/{h_hand.id}/steps {"kind": "accepted", "after": {h_hand.step}} -> 201 yes
           GET  /opportunities/{hand}.json                                      -> 200 {"stage": "Taken on", "owner_name": "Maria Keller"}
           POST /handoffs/{h_there.id}/steps {"kind": "accepted", "after": {h_there.step}} -> 201
           GET  /opportunities/{there}.json                                     -> 200 {"stage": "Taken on"}
           POST /handoffs/{h_further.id}/steps {"kind": "accepted", "after": {h_further.step}} -> 201
           GET  /opportunities/{further}.json                                   -> 200 {"stage": "Offer"}
           POST /handoffs/{h_nobody.id}/steps {"kind": "accepted", "after": {h_nobody.step}} -> 422 evidence_missing

# Taken back, it stands where it stood.
           DELETE /handoffs/{h_hand.id}/steps/{yes.step}                        -> 200
           GET  /opportunities/{hand}.json                                      -> 200 {"stage": "Inquiry", "owner_name": "Ines Duarte"}

# What its next step demands and the lead lacks is named, and given together with the act; taken back, the lead lacks it again.
as maria   POST /handoffs/{h_nobody.id}/steps {"kind": "accepted", "after": {h_nobody.step}} -> 422 evidence_missing {"errors": [{"field": "account", "message": "Taken on demands an account."}]}
           POST /handoffs/{h_nobody.id}/steps {"kind": "accepted", "after": {h_nobody.step}, "given": {"account": 999}} -> 422 account_unknown
           POST /handoffs/{h_nobody.id}/steps {"kind": "accepted", "after": {h_nobody.step}, "given": {"account": {north}}} -> 201 given
           GET  /opportunities/{nobody}.json                                    -> 200 {"stage": "Taken on", "account_name": "Northwind", "owner_name": "Maria Keller"}
           DELETE /handoffs/{h_nobody.id}/steps/{given.step}                    -> 200
           GET  /opportunities/{nobody}.json                                    -> 200 {"stage": "Inquiry", "account": null, "owner_name": "Ines Duarte"}
