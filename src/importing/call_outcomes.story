# SPDX-License-Identifier: Apache-2.0

# A call that reached nobody is work, and no contact: no first contact, and no response that stops a clock. The words that say so are the same in lists of calls and in a CRM's activities.
clock 2026-05-04 09:00
file deals.csv <<END
Deal ID,Deal Name,Account Name,Stage,Amount,Close Date
D-1,Ten gauges,Northwind,Proposal,2500,2026-06-30
END
file calls.csv <<END
Activity id,Activity type,Activity date,Subject,Associated Deal IDs,Call outcome
1,Call,2026-04-01 09:00,First try,D-1,No answer
2,Call,2026-04-02 09:00,Second try,D-1,Busy
3,Call,2026-04-03 09:00,Third try,D-1,Left voicemail
4,Call,2026-04-04 09:00,Fourth try,D-1,Wrong number
5,Call,2026-04-05 09:00,Spoken with,D-1,Connected
6,Call,2026-04-06 09:00,Nobody says,D-1,
7,Meeting,2026-04-07 09:00,On site,D-1,No answer
8,Call,2026-04-08 09:00,With the desk,D-1,Left live message
END
as ada     POST /imports?name=deals.csv&target=opportunity file deals.csv       -> 201 deals
           PUT  /imports/{deals.import.id} {"answers": {"currency": "USD", "system": "HubSpot"}}          -> 200
           POST /imports/{deals.import.id}/run                                  -> 201
           POST /imports?name=calls.csv&target=activity file calls.csv          -> 201 calls
           PUT  /imports/{calls.import.id} {"answers": {"system": "HubSpot"}}   -> 200
           POST /imports/{calls.import.id}/run                                  -> 201
as maria   GET  /activities.json?order=at                                       -> 200
             {"total": 8, "items": [{"subject_line": "First try", "kind": "task"}, {"subject_line": "Second try", "kind": "task"}, {"subject_line": "Third try", "kind": "task"}, {"subject_line": "Fourth try", "kind": "task"}, {"subject_line": "Spoken with", "kind": "call"}, {"subject_line": "Nobody says", "kind": "call"}, {"subject_line": "On site", "kind": "meeting"}, {"subject_line": "With the desk", "kind": "task"}]}
