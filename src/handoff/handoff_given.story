# SPDX-License-Identifier: Apache-2.0

# What both sides agreed that a lead must have is named where it lacks, and given together with handing it over.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /contacts {"name": "Nora West", "email": "nora@northwind.example", "account": {north}} -> 201 nora
           POST /agreements/service_level/versions {"body": {"demands": ["account", "contact", "close_date", "activity"], "answer_within_hours": 4, "contact_within_hours": 8, "ask_within_hours": 16, "reasons": ["No need"], "routing": [{"name": "All", "people": [{karl.id}]}]}, "in_force_from": "2026-05-01"} -> 201 level
           POST {level.link}/signatures                                         -> 201
as sam     POST {level.link}/signatures                                         -> 201 {"state": "locked"}
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "territory": 1, "source": "Telephone", "owner": {ines.id}} -> 201 gauges
           POST /handoffs {"opportunity": {gauges}}                             -> 422 handoff_demands_missing {"errors": [{"field": "account"}, {"field": "contact"}, {"field": "close_on"}, {"field": "activity"}]}
           POST /activities {"opportunity": {gauges}, "kind": "note"}           -> 201
           POST /handoffs {"opportunity": {gauges}, "given": {"account": {north}}} -> 422 handoff_demands_missing {"errors": [{"field": "contact"}, {"field": "close_on"}]}
           GET  /opportunities/{gauges}.json                                    -> 200 {"account": null}
           POST /handoffs {"opportunity": {gauges}, "given": {"account": {north}, "contact": {nora}, "close_on": "2026-06-30", "source": "What it had is not changed"}} -> 201 over {"assigned_to": {karl.id}}
           GET  /opportunities/{gauges}.json                                    -> 200 {"account_name": "Northwind", "contact_name": "Nora West", "close_on": "2026-06-30", "source": "Telephone"}
           DELETE /handoffs/{over.id}/steps/{over.step}                         -> 200
           GET  /opportunities/{gauges}.json                                    -> 200 {"account": null, "contact": null, "close_on": null}

# What a CRM keeps is given there: only what people do can be asked for here.
file leads.csv <<END
"First Name","Last Name","ID","Account Name","Email Address","Status","Status Description","Converted","Account ID","Contact ID","Opportunity ID","Assigned User","Date Created","Date Modified"
"Amy","Adams","l-1","","","New","","No","","","","Ines Duarte","2026-05-01 10:00","2026-05-01 10:00"
END
as ada     POST /imports?name=leads.csv&target=lead file leads.csv -> 201 leads
           PUT  /imports/{leads.import.id} {"answers": {"system": "SuiteCRM", "as_of": "2026-05-04"}} -> 200
           POST /imports/{leads.import.id}/run -> 201
as ines    GET  /opportunities.json?system=SuiteCRM                             -> 200 kept {"total": 1}
           POST /handoffs {"opportunity": {kept.items.0.id}}                    -> 422 handoff_demands_missing {"errors": [{"field": "activity"}]}
           POST /handoffs {"opportunity": {kept.items.0.id}, "given": {"account": {north}}} -> 409 crm_owns_this
