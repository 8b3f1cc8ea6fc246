# SPDX-License-Identifier: Apache-2.0

# Many are moved in one act: each as if alone. What a rule refuses is named and stays, the others move.
clock 2026-05-04 09:00
as maria   POST /agreements/funnel/versions {"template": "marketing-and-sales", "in_force_from": "2026-05-01"}  -> 201 funnel
           POST {funnel}/signatures                                             -> 201
as sam     POST {funnel}/signatures                                             -> 201
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /opportunities {"name": "Ten gauges", "stage": "Inquiry", "account": {north}, "source": "Web", "owner": {karl.id}} -> 201 gauges
           POST /opportunities {"name": "Two pumps", "stage": "Inquiry", "account": {north}, "source": "Web", "owner": {karl.id}} -> 201 pumps
           POST /opportunities {"name": "One valve", "stage": "Sales accepted", "account": {north}, "owner": {karl.id}} -> 201 valve
file crm.csv <<END
Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date
006A,From the CRM,Northwind,Inquiry,2500,2026-06-30
END
as ada     POST /imports?name=crm.csv&target=opportunity file crm.csv           -> 201 crm
           PUT  /imports/{crm.import.id} {"answers": {"currency": "USD", "system": "Salesforce"}}         -> 200
           POST /imports/{crm.import.id}/run                                    -> 201
           GET  /opportunities/board/cards.json?q=From+the+CRM                  -> 200 kept
as karl    POST /opportunities/moves/together {"moves": [], "stage": "Qualified"}                         -> 422 moves_nothing_chosen
           POST /opportunities/moves/together {"moves": [{"opportunity": {gauges}, "from": "Inquiry"}, {"opportunity": {pumps}, "from": "Inquiry"}, {"opportunity": {valve}, "from": "Sales accepted"}, {"opportunity": {kept.items.0.id}, "from": "Inquiry"}, {"opportunity": 999999, "from": "Inquiry"}, {"opportunity": {gauges}, "from": "Inquiry"}], "stage": "Marketing qualified"} -> 201 many
             {"moved": [{"id": {gauges}, "stage": "Marketing qualified"}, {"id": {pumps}}], "refused": [{"opportunity": {valve}, "code": "evidence_missing", "detail": "Marketing qualified demands a source."}, {"opportunity": {kept.items.0.id}, "code": "crm_owns_this", "detail": "Kept by Salesforce: it moves with the next export."}, {"opportunity": 999999, "code": "not_found"}]}
           GET  /opportunities/{gauges}.json                                    -> 200 {"stage": "Marketing qualified", "stage_since": "2026-05-04"}
           GET  /opportunities/{valve}.json                                     -> 200 {"stage": "Sales accepted"}
as fiona   POST /opportunities/moves/together {"moves": [{"opportunity": {gauges}, "from": "Marketing qualified"}], "stage": "Inquiry"} -> 403 not_allowed

# Undo takes back what nobody has moved or changed since; the rest stays, and says why. One of them is taken back by itself, and the others stay.
as maria   DELETE /opportunities/moves/together/{many.change}                   -> 409 move_is_settled
           POST /opportunities/{pumps}/moves {"from": "Marketing qualified", "stage": "Inquiry"}          -> 201
as karl    DELETE /opportunities/moves/together/{many.change}                   -> 200 {"taken_back": [{gauges}], "stayed": [{"opportunity": {pumps}, "code": "move_is_settled", "detail": "It stands in Inquiry by now."}]}
           GET  /opportunities/{gauges}.json                                    -> 200 {"stage": "Inquiry"}
           DELETE /opportunities/moves/together/999999                          -> 404 not_found
           POST /opportunities/moves/together {"moves": [{"opportunity": {gauges}, "from": "Inquiry"}, {"opportunity": {pumps}, "from": "Inquiry"}], "stage": "Marketing qualified"} -> 201 again {"refused": []}
           DELETE /opportunities/{gauges}/moves/{again.moved.0.change}          -> 200
           GET  /opportunities/{gauges}.json                                    -> 200 {"stage": "Inquiry"}
           GET  /opportunities/{pumps}.json                                     -> 200 {"stage": "Marketing qualified"}
           DELETE /opportunities/moves/together/{again.moved.0.change}          -> 200 {"taken_back": [{pumps}], "stayed": []}
           DELETE /opportunities/moves/together/{again.moved.0.change}          -> 404 not_found

# Where they end in lost, the reason is one, an agreed one, for all; two who move at the same moment are told of each other.
           POST /opportunities/moves/together {"moves": [{"opportunity": {gauges}, "from": "Inquiry"}, {"opportunity": {pumps}, "from": "Inquiry"}], "stage": "Lost"} -> 201 {"change": 0, "moved": [], "refused": [{"code": "lost_reason_missing"}, {"code": "lost_reason_missing"}]}
           POST /opportunities/moves/together {"moves": [{"opportunity": {gauges}, "from": "Inquiry"}, {"opportunity": {pumps}, "from": "Marketing qualified"}], "stage": "Lost", "lost_reason": "No budget"} -> 201 lost {"moved": [{"id": {gauges}}], "refused": [{"opportunity": {pumps}, "code": "moved_meanwhile", "detail": "It stands in Inquiry."}]}
           GET  /opportunities/{gauges}.json                                    -> 200 {"outcome": "lost", "lost_reason": "No budget", "close_on": "2026-05-04"}
           DELETE /opportunities/moves/together/{lost.change}                   -> 200 {"taken_back": [{gauges}]}
           GET  /opportunities/{gauges}.json                                    -> 200 {"outcome": "open", "lost_reason": "", "close_on": null}
