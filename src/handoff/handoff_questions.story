# SPDX-License-Identifier: Apache-2.0

# A question goes to whoever knows the answer: who has the lead on the other side, before any rule.
clock 2026-05-04 09:00
as maria   POST /accounts {"name": "Northwind", "territory": 1}                 -> 201 north
           POST /agreements/service_level/versions {"body": {"demands": [], "answer_within_hours": 4, "contact_within_hours": 8, "ask_within_hours": 16, "reasons": ["No need"], "manager_after_hours": 2, "review_after_hours": 8, "routing": [{"name": "All", "people": [{maria.id}]}, {"name": "Asked", "people": [{sam.id}]}]}, "in_force_from": "2026-05-01"} -> 201 level
           POST {level}/signatures                                              -> 201
as sam     POST {level}/signatures                                              -> 201 {"state": "locked"}
as ines    POST /opportunities {"name": "Ten gauges", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1} -> 201 gauges
           POST /handoffs {"opportunity": {gauges}, "assigned_to": {karl.id}}   -> 201 over
as karl    POST /handoffs/{over.id}/steps {"kind": "accepted", "after": {over.step}} -> 201
as sam     POST /handoffs {"opportunity": {gauges}, "ask": "information", "note": "What did they say?"} -> 201 asked {"assigned_to": {karl.id}}
           GET  /handoffs/{asked.id}.json -> 200 {"handoff": {"rule": "Karl Brandt has the lead."}}
           DELETE /handoffs/{asked.id}/steps/{asked.step}                       -> 200

# Sales asks whoever developed it, and hands back to them; else whoever handed it over.
as karl    POST /handoffs {"opportunity": {gauges}, "ask": "information", "note": "Where did they come from?"} -> 201 back {"assigned_to": {ines.id}}
           GET  /handoffs/{back.id}.json -> 200 {"handoff": {"rule": "Ines Duarte developed it."}}
           DELETE /handoffs/{back.id}/steps/{back.step}                         -> 200
           POST /handoffs {"opportunity": {gauges}, "ask": "nurture", "note": "Not before autumn."} -> 201 made {"assigned_to": {ines.id}}
           GET  /handoffs/{made.id}.json -> 200 {"handoff": {"rule": "Ines Duarte developed it."}}
as maria   POST /opportunities {"name": "Two pumps", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1} -> 201 pumps
as ines    POST /handoffs {"opportunity": {pumps}, "assigned_to": {karl.id}}    -> 201
as karl    POST /handoffs {"opportunity": {pumps}, "ask": "information", "note": "For which plant?"} -> 201 plant {"assigned_to": {ines.id}}
           GET  /handoffs/{plant.id}.json -> 200 {"handoff": {"rule": "Ines Duarte handed it over."}}

# Nobody took it on: its record's owner knows it.
as maria   POST /opportunities {"name": "Four valves", "stage": "Proposal", "account": {north}, "territory": 1, "owner": {karl.id}, "created_on": "2026-05-01"} -> 201 valves
as sam     POST /handoffs {"opportunity": {valves}, "ask": "information", "note": "Which plant?"} -> 201 made {"assigned_to": {karl.id}}
           GET  /handoffs/{made.id}.json -> 200 {"handoff": {"rule": "Karl Brandt has the lead."}}

# Nobody knows it: the rules choose.
as maria   POST /opportunities {"name": "Six probes", "phase": "lead", "stage": "Inquiry", "account": {north}, "territory": 1} -> 201 probes
as karl    POST /handoffs {"opportunity": {probes}, "ask": "information", "note": "Which standard?"} -> 201 made {"assigned_to": {sam.id}}
           GET  /handoffs/{made.id}.json -> 200 {"handoff": {"rule": "“Asked” chose Sam Rivera, the only one it names."}}
